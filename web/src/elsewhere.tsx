import { useRef, useState } from "preact/hooks";
import type { Pass } from "../../src/bots/web/protocol.ts";
import { passForAnother } from "./album-calls.ts";
import { PassDialog } from "./pass-dialog.tsx";
import { useSay } from "./say.ts";

/** Lets another device in as this visitor: the tablet on the shelf, or a phone. What opens the dialog stands elsewhere. */
export function useElsewhere(onTrouble: (error: unknown) => void) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pass, setPass] = useState<Pass | null>(null);
  const show = (found: Pass | null): void => {
    setPass(found);
    dialog.current?.showModal();
  };
  return {
    open: (): void => void passForAnother().then(show, onTrouble),
    dialog: (
      <PassDialog dialog={dialog} title={say("page-elsewhere")} pass={pass} without={say("page-elsewhere-local")}>
        <p>{say("page-elsewhere-how")}</p>
      </PassDialog>
    ),
  };
}
