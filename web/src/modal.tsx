import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { useSay } from "./say.ts";

interface ModalProps {
  readonly title: string;
  readonly class: string;
  readonly onGone: () => void;
  readonly children: ComponentChildren;
}

/** A dialog that is open as long as it is there. */
export function Modal({ title, class: name, onGone, children }: ModalProps) {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={name} aria-labelledby={id} onClose={onGone}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="plain-icon" aria-label={say("page-close")} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
