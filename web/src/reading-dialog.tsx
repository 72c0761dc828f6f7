import { useEffect, useRef } from "preact/hooks";
import type { Session } from "../../src/bots/web/protocol.ts";
import { Icon } from "./icons.tsx";
import { LinkedText } from "./linked-text.tsx";
import { useSay } from "./say.ts";

/** What can be read. */
export type ReadingName = "help" | "privacy";

interface ReadingDialogProps {
  readonly session: Session;
  readonly name: ReadingName | null;
  readonly onGone: () => void;
  /** Something that the text leads to. */
  readonly onAsk: (name: ReadingName | "forget") => void;
}

/** Something to read, over the page and not in it. */
export function ReadingDialog({ session, name, onGone, onAsk }: ReadingDialogProps) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (name !== null && dialog.current?.open === false) dialog.current.showModal();
    if (name === null) dialog.current?.close();
  }, [name]);
  return (
    <dialog ref={dialog} class="reading" aria-labelledby="reading" onClose={onGone}>
      <div class="reading-head">
        <h2 id="reading">{name !== null && say(`page-${name}`)}</h2>
        <button type="button" class="plain-icon" aria-label={say("page-close")} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {name !== null && <LinkedText text={session[name]} onAsk={onAsk} />}
    </dialog>
  );
}
