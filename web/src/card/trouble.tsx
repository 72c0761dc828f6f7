import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import { Icon } from "../icons.tsx";
import { useSay } from "../say.ts";

interface TroubleProps {
  readonly trouble: PageMessage;
  readonly onPutAway: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

/** Why there is no clip, and what can be done about it. */
export function Trouble({ trouble, onPutAway, onRemove }: TroubleProps) {
  const say = useSay();
  return (
    <div class="trouble">
      <p>{trouble.text}</p>
      {onRemove !== undefined && (
        <button type="button" onClick={onRemove}>
          {say("page-remove")}
        </button>
      )}
      {onPutAway !== undefined && (
        <button type="button" class="plain-icon" aria-label={say("page-close")} onClick={onPutAway}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
