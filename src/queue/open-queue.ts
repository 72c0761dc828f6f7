import { rm } from "node:fs/promises";
import type { Logger } from "pino";
import { systemClock } from "../clock.ts";
import type { MarkCorner } from "../pipeline/types.ts";
import type { Signer } from "../provenance/sign.ts";
import type { Measurement } from "../store/measurements.ts";
import type { Store } from "../store/store.ts";
import { clipWork } from "./clip-work.ts";
import { DEFAULT_LIMITS, type QueueLimits } from "./contract/limits.ts";
import { fixedPlaces, type Places } from "./contract/places.ts";
import type { JobQueue } from "./contract/queue.ts";
import type { Studio } from "./contract/studio.ts";
import { EmbeddedQueue, type EmbeddedQueueParts } from "./embedded/embedded-queue.ts";
import { JobLedger } from "./embedded/ledger.ts";
import { eitherWork, reelWork } from "./reel-work.ts";
import type { Remote, RemoteOptions } from "./remote/open-remote.ts";
import { LocalStudio } from "./render/local-studio.ts";
import { markedStudio } from "./render/marked-studio.ts";
import { measuredStudio } from "./render/measured-studio.ts";
import { openScratch } from "./render/scratch.ts";
import { sweepRegularly } from "./sweep.ts";

export interface OpenQueueOptions {
  readonly store: Store;
  /** Clips rendered at once on this machine, >= 1, or 0 with workers elsewhere. */
  readonly renderers: number;
  /** Where workers are to be found, and which version of Keepsake they must have. */
  readonly remote?: (RemoteOptions & { readonly version: string }) | undefined;
  /** Whether faces are made clearer before they move. */
  readonly enhance: "auto" | "off";
  /** Where the visible mark of clips stands; without it at the top right. */
  readonly markCorner?: MarkCorner | undefined;
  /** What render processes see of the environment: `PATH` and `FFMPEG_PATH`, never a token. */
  readonly environment: Readonly<Record<string, string>>;
  /** Those given replace `DEFAULT_LIMITS`. */
  readonly limits: Partial<QueueLimits>;
  readonly log: Logger;
  /** Told how each rendering went. */
  readonly onRendered?: (how: Omit<Measurement, "at">) => void;
  /** Signs clips; without it they go out unsigned. */
  readonly signer?: Signer | undefined;
  /** Told of each file that could not be signed. */
  readonly onUnsigned?: () => void;
  /** Told why a job was not taken into the line. */
  readonly onRefused?: EmbeddedQueueParts["onRefused"];
  /** Told how each job ended. */
  readonly onEnded?: EmbeddedQueueParts["onEnded"];
}

/**
 * The queue of this machine with its studio, and the sweep of what has been kept long enough. Register listeners, then
 * `start` it; at the end `drain`, then `close`, then close the store.
 */
export async function openQueue(options: OpenQueueOptions): Promise<{
  readonly queue: JobQueue;
  readonly studio: Studio;
  readonly workers: Workers | null;
  /** What the render processes of this machine hold, in bytes, as they last said. */
  readonly memory: () => number;
  readonly close: () => Promise<void>;
}> {
  const { store, enhance, log } = options;
  const scratch = openScratch(store.dataDir, log);
  const { places, workers, ...opened } = await openStudio(options, scratch);
  const { signer, markCorner, onUnsigned = () => undefined } = options;
  const marking = markedStudio(opened.studio, { signer, markCorner, log, onUnsigned });
  const studio = measuredStudio(marking, options.onRendered ?? (() => undefined), log);
  const queue = new EmbeddedQueue({
    ledger: new JobLedger(store.records),
    work: eitherWork(reelWork(store, studio), clipWork(store, studio, enhance)),
    clock: systemClock,
    log,
    places,
    onRefused: options.onRefused,
    onEnded: options.onEnded,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  });
  store.photos.onRemoved((photos) => {
    studio.forget(photos);
  });
  const stopSweeping = sweepRegularly(store, queue, { clock: systemClock, log });
  return {
    queue,
    studio,
    workers,
    memory: opened.memory,
    close: async () => {
      stopSweeping();
      await queue.close();
      await opened.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** What an operator wants to know of the workers. */
export type Workers = Pick<Remote, "report" | "troubles">;

interface OpenedStudio {
  readonly studio: Studio;
  readonly places: Places;
  readonly workers: Workers | null;
  readonly memory: () => number;
  readonly close: () => Promise<void>;
}

/** The studio of this machine, or of several. Whoever has one machine only loads nothing of what that needs. */
async function openStudio(
  { renderers, environment, remote, log }: OpenQueueOptions,
  scratch: string,
): Promise<OpenedStudio> {
  const local = renderers === 0 ? null : new LocalStudio({ renderers, environment, scratch, clock: systemClock, log });
  local?.warmUp();
  if (remote === undefined) {
    if (local === null) throw new Error("Nobody would render");
    const places = fixedPlaces(renderers);
    return { studio: local, places, workers: null, memory: () => local.memory, close: async () => local.close() };
  }
  const { openRemote } = await import("./remote/open-remote.ts");
  const here = local === null ? null : { studio: local, renderers };
  const workers = await openRemote({ ...remote, local: here, clock: systemClock, log });
  const { studio, close } = workers;
  return { studio, places: studio.places, workers, memory: () => local?.memory ?? 0, close };
}
