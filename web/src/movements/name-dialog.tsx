import { useEffect, useRef, useState } from "preact/hooks";
import { LONGEST_NAME } from "../../../src/bots/conversation/movement-name.ts";
import { Modal } from "../modal.tsx";
import { useSay } from "../say.ts";
import { useOwnMovements } from "./movements.ts";

interface NameDialogProps {
  readonly gesture: string;
  readonly onKept: () => void;
  readonly onGone: () => void;
}

/** A movement is kept by the name that it is given. */
export function NameDialog({ gesture, onKept, onGone }: NameDialogProps) {
  const say = useSay();
  const { keep } = useOwnMovements();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    const name = input.current?.value.trim() ?? "";
    if (name === "") return;
    setBusy(true);
    keep(gesture, name).then(onKept, (error: unknown) => {
      setTrouble(error);
      setBusy(false);
    });
  };
  return (
    <Modal title={say("button-keep-movement")} class="naming" onGone={onGone}>
      <form onSubmit={submit}>
        <label>
          {say("page-movement-name")}
          <input
            ref={input}
            maxLength={LONGEST_NAME}
            placeholder={say("page-movement-example")}
            required
            autocomplete="off"
          />
        </label>
        {trouble !== null && (
          <p class="film-trouble" role="alert">
            {say(trouble)}
          </p>
        )}
        <div class="row">
          <button type="submit" class="main" disabled={busy}>
            {say("page-keep")}
          </button>
        </div>
      </form>
    </Modal>
  );
}
