import { useSay } from "../say.ts";
import type { Upload } from "../uploads/queue.ts";

interface ProgressProps {
  readonly text: string;
  readonly percent: number | undefined;
  /** How many more are being made. */
  readonly others: number;
  readonly onCancel: (() => void) | undefined;
}

/** How the work gets on, at the edge of what is made. */
export function Progress({ text, percent, others, onCancel }: ProgressProps) {
  const say = useSay();
  return (
    <div class="progress">
      <p>
        {text}
        {others > 0 && <span class="others"> +{others}</span>}
      </p>
      {onCancel !== undefined && (
        <button type="button" onClick={onCancel}>
          {say("button-cancel")}
        </button>
      )}
      <progress max="100" value={percent} aria-label={say("page-progress")} />
    </div>
  );
}

interface UploadProgressProps {
  readonly upload: Upload;
  readonly onTakeOut: () => void;
}

/** A photo that is still in this browser: its name, and what it waits for. Why one cannot be sent is told beside it. */
export function UploadProgress({ upload, onTakeOut }: UploadProgressProps) {
  const say = useSay();
  const { name, state, why } = upload;
  if (state === "failed") return null;
  const isOnItsWay = state !== "waiting";
  return (
    <div class="progress">
      <p>
        <b>{name}</b>
        {isOnItsWay ? say("page-sending") : say(why ?? "page-waiting")}
      </p>
      <button
        type="button"
        aria-label={`${say(isOnItsWay ? "button-cancel" : "page-remove")}: ${name}`}
        onClick={onTakeOut}
      >
        {say(isOnItsWay ? "button-cancel" : "page-remove")}
      </button>
      {isOnItsWay && <progress max="100" aria-label={say("page-progress")} />}
    </div>
  );
}
