import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";

interface TroubleProps {
  readonly trouble: PageMessage;
  readonly onPutAway: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
  /** Opens the photo for drawing a frame in it. */
  readonly onFrame: (() => void) | undefined;
}

/** Why there is no clip, and what can be done about it. */
export function Trouble({ trouble, onPutAway, onRemove, onFrame }: TroubleProps) {
  const say = useSay();
  return (
    <div class="trouble">
      <p>{trouble.text}</p>
      <div class="remedies">
        {onFrame !== undefined && (
          <button type="button" class="remedy" onClick={onFrame}>
            {say("page-draw")}
          </button>
        )}
        {onRemove !== undefined && (
          <button type="button" onClick={onRemove}>
            {say("page-remove")}
          </button>
        )}
      </div>
      {onPutAway !== undefined && (
        <button type="button" class="plain-icon" aria-label={say("page-close")} onClick={onPutAway}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
