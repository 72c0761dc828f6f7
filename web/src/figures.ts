/** A size for people, such as `3.2 MB`. */
export function bytes(count: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const power = count < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  return `${(count / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ""}`;
}

/** Seconds for people. */
export function duration(seconds: number): string {
  return seconds < 120 ? `${seconds.toFixed(seconds < 10 ? 1 : 0)} s` : `${Math.round(seconds / 60)} min`;
}

/** A stretch of time in ms for people, such as `3 h`. */
export function ago(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes === 0) return "less than a minute";
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

/** When something will be, as the clock and how long until then. */
export function time(at: number, now: number): string {
  const clock = new Date(at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  return `${clock}, in ${ago(Math.max(0, at - now))}`;
}
