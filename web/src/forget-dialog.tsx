import type { RefObject } from "preact";
import { useSay } from "./say.ts";

interface ForgetDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly onYes: () => void;
}

/** Asks whether everything is really to go. */
export function ForgetDialog({ dialog, onYes }: ForgetDialogProps) {
  const say = useSay();
  return (
    <dialog ref={dialog} aria-labelledby="forget-ask">
      <p id="forget-ask">{say("page-forget-ask")}</p>
      <form method="dialog" class="row">
        <button type="submit" class="danger" onClick={onYes}>
          {say("page-forget-yes")}
        </button>
        <button type="submit">{say("page-cancel")}</button>
      </form>
    </dialog>
  );
}
