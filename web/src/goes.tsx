import { fromNow } from "./figures.ts";
import { useSay } from "./say.ts";

interface GoesProps {
  /** When it is deleted, in ms since 1970; null for never. */
  readonly at: number | null;
}

/** Says when something goes that nobody keeps. */
export function Goes({ at }: GoesProps) {
  const say = useSay();
  if (at === null) return null;
  return (
    <span class="goes">
      {say("page-goes")}: {fromNow(at - Date.now())}
    </span>
  );
}
