import { useEffect } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { useSay } from "./say.ts";

const LONG_ENOUGH_MS = 8000;

/** A short word about what was just done; screen readers read it out. */
export function Toast({ text, onGone }: { readonly text: string | null; readonly onGone: () => void }) {
  const say = useSay();
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(onGone, LONG_ENOUGH_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="toast" role="status" aria-live="polite">
      {text !== null && (
        <div>
          <p>{text}</p>
          <button type="button" class="plain-icon" aria-label={say("page-close")} onClick={onGone}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
