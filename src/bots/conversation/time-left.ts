/** From here on, how fast the work has been tells more than what such work usually takes. */
const TELLING_PERCENT = 20;

/** Work that is under way. */
export interface UnderWay {
  /** When it began, in ms since 1970. */
  readonly since: number;
  /** How long such work usually takes, in seconds. */
  readonly estimateSeconds: number;
}

/**
 * Seconds until work is done, at least 1: what such work usually takes, less what has passed; and the further it is, the more by
 * how long it has taken so far. `percent` 0..100.
 */
export function secondsLeft({ since, estimateSeconds }: UnderWay, percent: number, now: number): number {
  const passed = Math.max(0, (now - since) / 1000);
  const usually = Math.max(0, estimateSeconds - passed);
  if (percent < TELLING_PERCENT) return Math.max(1, Math.round(usually));
  const share = Math.min(100, percent) / 100;
  const bySpeed = (passed * (1 - share)) / share;
  return Math.max(1, Math.round(share * bySpeed + (1 - share) * usually));
}

/** Seconds up to a minute and a half, then whole minutes. */
export function roundTime(seconds: number): { readonly amount: number; readonly unit: "seconds" | "minutes" } {
  if (seconds < 90) return { amount: Math.max(1, Math.round(seconds)), unit: "seconds" };
  return { amount: Math.ceil(seconds / 60), unit: "minutes" };
}
