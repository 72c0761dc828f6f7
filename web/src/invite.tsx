import { useRef, useState } from "preact/hooks";
import type { Pass } from "../../src/bots/web/protocol.ts";
import { PassDialog } from "./pass-dialog.tsx";
import { useSay } from "./say.ts";

/** Invites somebody, once. */
export function Invite() {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pass, setPass] = useState<Pass | null>(null);
  const open = async (): Promise<void> => {
    const request = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    const answer = await fetch("/api/status/passes", request).catch(() => null);
    if (answer?.ok !== true) return;
    setPass(answer.status === 204 ? null : ((await answer.json()) as Pass));
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" onClick={() => void open()}>
        {say("operator-invite")}
      </button>
      <PassDialog dialog={dialog} title={say("operator-invite")} pass={pass} without={say("operator-invite-local")}>
        <p>{say("operator-invite-how")}</p>
        <p class="typed">{pass?.code}</p>
      </PassDialog>
    </>
  );
}
