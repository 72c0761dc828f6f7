import { useEffect } from "preact/hooks";

const LONG_ENOUGH_MS = 5000;

/** A short word about what was just done; screen readers read it out. */
export function Toast({ text, onGone }: { readonly text: string | null; readonly onGone: () => void }) {
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(onGone, LONG_ENOUGH_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="toast" role="status" aria-live="polite">
      {text !== null && <p>{text}</p>}
    </div>
  );
}
