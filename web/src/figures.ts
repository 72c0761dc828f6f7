const HOUR_MS = 3_600_000;

function language(): string {
  return document.documentElement.lang;
}

/** A size as people of this language write it, such as `3.2 MB`. */
export function bytes(count: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
  const power = count < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  return withUnit(count / 1000 ** power, units[power] ?? "byte", power === 0 ? 0 : 1);
}

/** Seconds for people. */
export function duration(seconds: number): string {
  if (seconds >= 120) return withUnit(Math.round(seconds / 60), "minute", 0);
  return seconds < 1 ? withUnit(1000 * seconds, "millisecond", 0) : withUnit(seconds, "second", seconds < 10 ? 1 : 0);
}

/** A stretch of time in ms for people, such as `3 h`. */
export function span(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 120) return withUnit(minutes, "minute", 0);
  return ms < 48 * HOUR_MS
    ? withUnit(Math.round(ms / HOUR_MS), "hour", 0)
    : withUnit(Math.round(ms / HOUR_MS / 24), "day", 0);
}

/** A stretch of time to come, as people say it: `in 23 hours`. */
export function fromNow(ms: number): string {
  const words = new Intl.RelativeTimeFormat(language());
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return words.format(minutes, "minute");
  return ms < 48 * HOUR_MS
    ? words.format(Math.round(ms / HOUR_MS), "hour")
    : words.format(Math.round(ms / HOUR_MS / 24), "day");
}

/** When something is, by the clock. */
export function clock(at: number): string {
  return new Date(at).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
}

/** A part of a whole as a length in CSS. */
export function percent(part: number, whole = 1): string {
  return `${(100 * part) / whole}%`;
}

function withUnit(value: number, unit: string, digits: number): string {
  const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language(), style).format(value);
}
