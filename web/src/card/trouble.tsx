import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";

/** What can be done about it. */
export interface Remedy {
  readonly label: string;
  /** What it is called for those who do not see what it is about. */
  readonly name?: string;
  /** It may mend it. */
  readonly mends?: boolean;
  readonly act: () => void;
}

interface TroubleProps {
  readonly text: string;
  readonly remedies: readonly Remedy[];
  /** It is told at once; what the chat says is told by the announcer. */
  readonly alert?: boolean;
  readonly onPutAway?: (() => void) | undefined;
}

/** Why there is no clip, and what can be done about it. */
export function Trouble({ text, remedies, alert = false, onPutAway }: TroubleProps) {
  const say = useSay();
  return (
    <div class="trouble">
      <p role={alert ? "alert" : undefined}>{text}</p>
      {remedies.length > 0 && (
        <div class="remedies">
          {remedies.map(({ label, name, mends = false, act }) => (
            <button key={label} type="button" class={mends ? "remedy" : ""} aria-label={name} onClick={act}>
              {label}
            </button>
          ))}
        </div>
      )}
      {onPutAway !== undefined && (
        <button type="button" class="plain-icon" aria-label={say("page-close")} onClick={onPutAway}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
