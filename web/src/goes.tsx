import { useSay } from "./say.ts";

const HOUR_MS = 3_600_000;

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
      {say("page-goes")}: {fromNow(at - Date.now(), document.documentElement.lang)}
    </span>
  );
}

/** A stretch of time to come, as people say it: `in 23 hours`. */
function fromNow(ms: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language);
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return words.format(minutes, "minute");
  return ms < 48 * HOUR_MS
    ? words.format(Math.round(ms / HOUR_MS), "hour")
    : words.format(Math.round(ms / HOUR_MS / 24), "day");
}
