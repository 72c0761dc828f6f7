import { useRef, useState } from "preact/hooks";
import type { Pass } from "../../src/bots/web/protocol.ts";
import { passForAnother } from "./album-calls.ts";
import { PassDialog } from "./pass-dialog.tsx";
import { useSay } from "./say.ts";

/** Lets another device in as this visitor: the tablet on the shelf, or a phone. */
export function Elsewhere({ onTrouble }: { readonly onTrouble: (error: unknown) => void }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pass, setPass] = useState<Pass | null>(null);
  const open = async (): Promise<void> => {
    try {
      setPass(await passForAnother());
      dialog.current?.showModal();
    } catch (error) {
      onTrouble(error);
    }
  };
  return (
    <>
      <button type="button" class="quiet" onClick={() => void open()}>
        {say("page-elsewhere")}
      </button>
      <PassDialog dialog={dialog} title={say("page-elsewhere")} pass={pass} without={say("page-elsewhere-local")}>
        <p>{say("page-elsewhere-how")}</p>
      </PassDialog>
    </>
  );
}
