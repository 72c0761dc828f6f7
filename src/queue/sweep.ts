import type { Logger } from "pino";
import { attempt } from "../attempt.ts";
import type { Clock } from "../clock.ts";
import type { Store } from "../store/store.ts";
import type { JobQueue } from "./contract/queue.ts";

const SWEEP_EVERY_MS = 600_000;

/** Removes what has been kept long enough, now and every ten minutes; returns a function that ends it. */
export function sweepRegularly(
  store: Pick<Store, "sweep">,
  queue: Pick<JobQueue, "photosInUse">,
  { clock, log }: { readonly clock: Clock; readonly log: Pick<Logger, "info" | "error"> },
): () => void {
  let callOff = (): void => undefined;
  const sweep = (): void => {
    callOff = clock.after(SWEEP_EVERY_MS, sweep);
    void attempt(log, "The sweep failed", async () => {
      const removed = await store.sweep(clock.now(), await queue.photosInUse());
      if (removed.photos > 0) log.info(removed, "Removed what was kept long enough");
    });
  };
  sweep();
  return () => callOff();
}
