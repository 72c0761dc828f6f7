import type { Clock } from "./clock.ts";

/**
 * A service manager and npm may each pass the same request on, so that it comes twice within a moment: that is still one request.
 * A person who presses Ctrl+C again means it.
 */
const SAME_REQUEST_MS = 2000;

/** What this file needs of `process`. */
export interface Signalled {
  on(signal: "SIGTERM" | "SIGINT", listener: () => void): unknown;
  exit(status: number): void;
}

/**
 * Resolves when the process was asked to end (SIGTERM or SIGINT) and `stop` has put everything away; rejects with what `stop`
 * failed with. A second request, 2 s or more after the first, ends the process at once with status 130.
 */
export async function onSignals(
  stop: () => Promise<void>,
  clock: Pick<Clock, "now">,
  process: Signalled,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let asked: number | null = null;
    const ask = (): void => {
      if (asked === null) {
        asked = clock.now();
        stop().then(resolve, reject);
      } else if (clock.now() - asked >= SAME_REQUEST_MS) process.exit(130);
    };
    process.on("SIGTERM", ask);
    process.on("SIGINT", ask);
  });
}
