import { useEffect, useRef } from "preact/hooks";

/** Something to be sure of before it is done. */
export interface Question {
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

interface AskDialogProps {
  readonly question: Question | null;
  readonly onGone: () => void;
}

/** Asks a question until it is answered. */
export function AskDialog({ question, onGone }: AskDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (question !== null) dialog.current?.showModal();
  }, [question]);
  return (
    <dialog ref={dialog} class="ask" aria-labelledby="ask" onClose={onGone}>
      <p id="ask">{question?.ask}</p>
      <form method="dialog" class="row">
        <button type="submit">{question?.no}</button>
        <button type="submit" class="danger" onClick={() => question?.onYes()}>
          {question?.yes}
        </button>
      </form>
    </dialog>
  );
}
