import { PassDialog, usePass } from "./pass-dialog.tsx";
import { useSay } from "./say.ts";

/** Lets another device in as this visitor: the tablet on the shelf, or a phone. What opens the dialog stands elsewhere. */
export function useElsewhere(onTrouble: (error: unknown) => void) {
  const say = useSay();
  const { open, dialog, pass } = usePass("/api/passes", onTrouble);
  return {
    open,
    dialog: (
      <PassDialog dialog={dialog} title={say("page-elsewhere")} pass={pass} without={say("page-elsewhere-local")}>
        <p>{say("page-elsewhere-how")}</p>
      </PassDialog>
    ),
  };
}
