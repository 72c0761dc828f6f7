import type { ComponentChildren, RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Pass } from "../../src/bots/web/protocol.ts";
import { call, json } from "./calls.ts";
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

/** A dialog for a pass that the server gives at this address, and what opens it. */
export function usePass(address: string, onTrouble: (error: unknown) => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [pass, setPass] = useState<Pass | null>(null);
  const show = (given: Pass | null): void => {
    setPass(given);
    dialog.current?.showModal();
  };
  return { dialog, pass, open: (): void => void passFrom(address).then(show, onTrouble) };
}

/** Null where nobody else can reach us. */
async function passFrom(address: string): Promise<Pass | null> {
  const answer = await call(address, json({}));
  return answer.status === 204 ? null : ((await answer.json()) as Pass);
}
