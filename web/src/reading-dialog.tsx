import type { Session } from "../../src/bots/web/protocol.ts";
import { type AskedName, LinkedText, type ReadingName } from "./linked-text.tsx";
import { Modal } from "./modal.tsx";
import { useSay } from "./say.ts";

interface ReadingDialogProps {
  readonly session: Session;
  readonly name: ReadingName | null;
  readonly onGone: () => void;
  /** Something that the text leads to. */
  readonly onAsk: (name: AskedName) => void;
}

/** Something to read, over the page and not in it. */
export function ReadingDialog({ session, name, onGone, onAsk }: ReadingDialogProps) {
  const say = useSay();
  if (name === null) return null;
  return (
    <Modal title={say(`page-${name}`)} class="reading" onGone={onGone}>
      <LinkedText text={session[name]} onAsk={onAsk} />
    </Modal>
  );
}
