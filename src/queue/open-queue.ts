import { rm } from "node:fs/promises";
import type { Logger } from "pino";
import { systemClock } from "../clock.ts";
import type { Measurement } from "../store/measurements.ts";
import type { Store } from "../store/store.ts";
import { clipWork } from "./clip-work.ts";
import { DEFAULT_LIMITS, type QueueLimits } from "./contract/limits.ts";
import { fixedPlaces } from "./contract/places.ts";
import type { JobQueue } from "./contract/queue.ts";
import type { Studio } from "./contract/studio.ts";
import { EmbeddedQueue, type EmbeddedQueueParts } from "./embedded/embedded-queue.ts";
import { JobLedger } from "./embedded/ledger.ts";
import { eitherWork, reelWork } from "./reel-work.ts";
import { LocalStudio } from "./render/local-studio.ts";
import { measuredStudio } from "./render/measured-studio.ts";
import { openScratch } from "./render/scratch.ts";
import { sweepRegularly } from "./sweep.ts";

export interface OpenQueueOptions {
  readonly store: Store;
  /** Clips rendered at once, >= 1. */
  readonly renderers: number;
  /** Whether faces are made clearer before they move. */
  readonly enhance: "auto" | "off";
  /** What render processes see of the environment: `PATH` and `FFMPEG_PATH`, never a token. */
  readonly environment: Readonly<Record<string, string>>;
  /** Those given replace `DEFAULT_LIMITS`. */
  readonly limits: Partial<QueueLimits>;
  readonly log: Logger;
  /** Told how each rendering went. */
  readonly onRendered?: (how: Omit<Measurement, "at">) => void;
  /** Told why a job was not taken into the line. */
  readonly onRefused?: EmbeddedQueueParts["onRefused"];
  /** Told how each job ended. */
  readonly onEnded?: EmbeddedQueueParts["onEnded"];
}

/**
 * The queue of this machine with its studio, and the sweep of what has been kept long enough. Register listeners, then
 * `start` it; at the end `drain`, then `close`, then close the store.
 */
export function openQueue(options: OpenQueueOptions): {
  readonly queue: JobQueue;
  readonly studio: Studio;
  /** What the render processes hold, in bytes, as they last said. */
  readonly memory: () => number;
  readonly close: () => Promise<void>;
} {
  const { store, renderers, enhance, environment, log } = options;
  const scratch = openScratch(store.dataDir, log);
  const local = new LocalStudio({ renderers, environment, scratch, clock: systemClock, log });
  const studio = measuredStudio(local, options.onRendered ?? (() => undefined), log);
  const queue = new EmbeddedQueue({
    ledger: new JobLedger(store.records),
    work: eitherWork(reelWork(store, studio), clipWork(store, studio, enhance)),
    clock: systemClock,
    log,
    places: fixedPlaces(renderers),
    onRefused: options.onRefused,
    onEnded: options.onEnded,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  });
  store.photos.onRemoved((photos) => {
    studio.forget(photos);
  });
  local.warmUp();
  const stopSweeping = sweepRegularly(store, queue, { clock: systemClock, log });
  return {
    queue,
    studio,
    memory: () => local.memory,
    close: async () => {
      stopSweeping();
      await queue.close();
      await studio.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
