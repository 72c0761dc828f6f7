import type { ComponentChildren, RefObject } from "preact";
import type { Pass } from "../../src/bots/web/protocol.ts";
import { useSay } from "./say.ts";

interface PassDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly pass: Pass | null;
  /** What is said where nobody else can come. */
  readonly without: string;
  readonly children: ComponentChildren;
}

/** A pass: a picture to scan, an address and a code. */
export function PassDialog({ dialog, title, pass, without, children }: PassDialogProps) {
  const say = useSay();
  return (
    <dialog ref={dialog} class="pass" aria-label={title}>
      {pass === null ? (
        <p>{without}</p>
      ) : (
        <>
          <svg viewBox={`0 0 ${pass.size} ${pass.size}`} aria-hidden="true">
            <path d={pass.path} fill="#000" />
          </svg>
          {children}
          <p class="address">{pass.url}</p>
        </>
      )}
      <form method="dialog" class="row">
        <button type="submit">{say("page-close")}</button>
      </form>
    </dialog>
  );
}
