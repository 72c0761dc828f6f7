import { PassDialog, usePass } from "./pass-dialog.tsx";
import { useSay } from "./say.ts";

/** Invites somebody, once. */
export function Invite() {
  const say = useSay();
  const { open, dialog, pass } = usePass("/api/status/passes", () => undefined);
  return (
    <>
      <button type="button" onClick={open}>
        {say("operator-invite")}
      </button>
      <PassDialog dialog={dialog} title={say("operator-invite")} pass={pass} without={say("operator-invite-local")}>
        <p>{say("operator-invite-how")}</p>
        <p class="typed">{pass?.code}</p>
      </PassDialog>
    </>
  );
}
