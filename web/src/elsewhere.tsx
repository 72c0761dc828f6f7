import { useRef, useState } from "preact/hooks";
import { passForAnother } from "./album-calls.ts";
import { useSay } from "./say.ts";

/** Lets another device in as this visitor: the tablet on the shelf, or a phone. */
export function Elsewhere({ onTrouble }: { readonly onTrouble: (error: unknown) => void }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pass, setPass] = useState<Awaited<ReturnType<typeof passForAnother>>>(null);
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
      <dialog ref={dialog} class="elsewhere" aria-label={say("page-elsewhere")} onClose={() => setPass(null)}>
        {pass === null ? (
          <p>{say("page-elsewhere-local")}</p>
        ) : (
          <>
            <svg viewBox={`0 0 ${pass.size} ${pass.size}`} aria-hidden="true">
              <path d={pass.path} fill="#000" />
            </svg>
            <p>{say("page-elsewhere-how")}</p>
            <p class="address">{pass.url}</p>
          </>
        )}
        <form method="dialog" class="row">
          <button type="submit">{say("page-close")}</button>
        </form>
      </dialog>
    </>
  );
}
