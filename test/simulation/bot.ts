import type { Logger } from "pino";
import { Conversation } from "../../src/bots/conversation/conversation.ts";
import { gestureBookOf } from "../../src/bots/conversation/driver-gestures.ts";
import type { GestureBook } from "../../src/bots/conversation/gestures.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../../src/pipeline/motion/drivers.ts";
import { clipWork } from "../../src/queue/clip-work.ts";
import type { JobWork } from "../../src/queue/contract/job-work.ts";
import { DEFAULT_LIMITS, type QueueLimits } from "../../src/queue/contract/limits.ts";
import { fixedPlaces } from "../../src/queue/contract/places.ts";
import type { JobQueue } from "../../src/queue/contract/queue.ts";
import { EmbeddedQueue } from "../../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../../src/queue/embedded/ledger.ts";
import { forgetUser } from "../../src/queue/forget.ts";
import { measuredStudio } from "../../src/queue/render/measured-studio.ts";
import { sweepRegularly } from "../../src/queue/sweep.ts";
import { DiskStore, type StoreParts } from "../../src/store/disk-store.ts";
import { DiskJournal } from "../../src/store/journal.ts";
import type { Life } from "./life.ts";
import { bytesOf, EXAMPLE, EXAMPLE_CLIP } from "./picture.ts";
import type { SimulatedPlatform } from "./platform.ts";
import type { SimulatedPort } from "./port.ts";
import type { SimulatedStudio } from "./studio.ts";
import { WatchedMaps } from "./watched-maps.ts";

export const RETENTION_HOURS = 24;
/** As in src/main.ts. */
const DRAIN_MS = 8000;
const AGAIN_MS = 2000;

let gestures: GestureBook | undefined;

export interface BotParts {
  readonly life: Life;
  readonly disk: StoreParts;
  readonly studio: SimulatedStudio;
  readonly ports: readonly { readonly port: SimulatedPort; readonly platform: SimulatedPlatform }[];
  readonly log: Logger;
  readonly limits: Partial<QueueLimits>;
  readonly renderers: number;
  readonly newId: () => string;
  readonly admins: readonly string[];
  /** What to see of the queue: who comes in, and whose turn it is. */
  readonly watch: { readonly queue: (queue: JobQueue) => JobQueue; readonly work: (work: JobWork) => JobWork };
}

/** The bot as src/main.ts puts it together, of the parts of a simulated world. */
export class Bot {
  readonly maps = new WatchedMaps();
  /** Aborted when it takes no more events. */
  readonly #stopping = new AbortController();
  #stop: () => Promise<void> = async () => Promise.resolve();
  /** Somebody has answered one of its messages. */
  hear: Conversation["noteAnswer"] = () => undefined;

  constructor(readonly parts: BotParts) {}

  /** Opens the data, takes up what an earlier process left, and begins to take events. Throws what keeps it from that. */
  async start(): Promise<void> {
    const { life, log, ports } = this.parts;
    const now = () => life.now();
    const retentionMs = RETENTION_HOURS * 3_600_000;
    const { disk, newId } = this.parts;
    const store = await DiskStore.of(disk, { dataDir: "simulated", retentionMs, now, newId });
    const { queue, conversation } = this.maps.during(() => this.#assemble(store));
    const stopSweeping = sweepRegularly(store, queue, { clock: life, log });
    this.#stop = async () => {
      await queue.drain(DRAIN_MS);
      await conversation.close(DRAIN_MS);
      stopSweeping();
      await queue.close();
      await store.close();
    };
    this.hear = conversation.noteAnswer.bind(conversation);
    await queue.start();
    await Promise.all(
      ports.map(async ({ port, platform }) => {
        await life.wait(platform.random.between(10, 1000));
        await conversation.connect(port);
        void this.#take(conversation, platform);
      }),
    );
  }

  /** Ends as after SIGTERM: no more events, and what is under way has some time. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#stop();
  }

  #assemble(store: DiskStore) {
    const { life, log, studio, limits, renderers, watch } = this.parts;
    gestures ??= gestureBookOf(loadDrivers(DRIVERS_FOLDER).drivers);
    const measuring = measuredStudio(studio, (how) => store.measurements.note({ ...how, at: life.now() }), log);
    const queue: JobQueue = new EmbeddedQueue({
      ledger: new JobLedger(store.records),
      work: watch.work(clipWork(store, measuring, "auto", () => life.now())),
      clock: life,
      log,
      places: fixedPlaces(renderers),
      limits: { ...DEFAULT_LIMITS, ...limits },
      breathe: async () => life.wait(0),
    });
    store.photos.onRemoved((photos) => {
      measuring.forget(photos);
    });
    const conversation = new Conversation({
      queue: watch.queue(queue),
      store,
      journal: new DiskJournal(store.records, () => life.now()),
      gestures,
      studio: measuring,
      policy: {
        allowedChats: [],
        admins: this.parts.admins,
        retentionHours: RETENTION_HOURS,
        operatorContact: undefined,
        engine: "mesh",
      },
      clock: life,
      log,
      forget: async (person) => forgetUser(queue, store, person),
      ports: new Map(),
      example: {
        photo: async () => Promise.resolve(bytesOf(EXAMPLE)),
        clip: async () => Promise.resolve(bytesOf(EXAMPLE_CLIP)),
      },
    });
    return { queue, conversation };
  }

  /** What an adapter does: an event is confirmed when it is on disk, and one that could not be taken comes again. */
  async #take(conversation: Conversation, platform: SimulatedPlatform): Promise<void> {
    const { life } = this.parts;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const event = await platform.next();
      await life.wait(platform.random.between(1, 100));
      if (isOver(signal)) return;
      try {
        await conversation.handle(event);
        await life.border(`confirming ${event.id}`);
        platform.confirm(event);
      } catch {
        await life.wait(AGAIN_MS);
      }
    }
  }
}

/** Asked anew after each wait. */
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
