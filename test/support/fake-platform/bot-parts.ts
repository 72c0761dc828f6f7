import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Policy } from "../../../src/bots/conversation/context.ts";
import { Conversation } from "../../../src/bots/conversation/conversation.ts";
import { gestureBookOf } from "../../../src/bots/conversation/driver-gestures.ts";
import { SHIPPED_EXAMPLE } from "../../../src/bots/conversation/examples.ts";
import type { GestureBook } from "../../../src/bots/conversation/gestures.ts";
import type { Clock } from "../../../src/clock.ts";
import { createLog } from "../../../src/log.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../../../src/pipeline/motion/drivers.ts";
import { clipWork } from "../../../src/queue/clip-work.ts";
import { DEFAULT_LIMITS, type QueueLimits } from "../../../src/queue/contract/limits.ts";
import { fixedPlaces } from "../../../src/queue/contract/places.ts";
import type { Studio } from "../../../src/queue/contract/studio.ts";
import { EmbeddedQueue, type EmbeddedQueueParts } from "../../../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../../../src/queue/embedded/ledger.ts";
import { forgetUser } from "../../../src/queue/forget.ts";
import { eitherWork, reelWork } from "../../../src/queue/reel-work.ts";
import { DiskStore } from "../../../src/store/disk-store.ts";
import { DiskJournal } from "../../../src/store/journal.ts";
import type { DiskSpace } from "../../../src/store/room.ts";

export interface PartsOptions {
  readonly policy?: Partial<Policy>;
  readonly limits?: Partial<QueueLimits>;
  readonly concurrency?: number;
  /** What may be kept, in bytes, and what the disk says. */
  readonly limitBytes?: number;
  readonly disk?: () => DiskSpace;
  /** Told what the queue refuses, and how its jobs end. */
  readonly told?: Pick<EmbeddedQueueParts, "onRefused" | "onEnded">;
}

const POLICY: Policy = { allowedChats: [], admins: [], retentionHours: 24, operatorContact: undefined, engine: "mesh" };

/** Where writing takes no time: what is written here need not outlive a power cut. */
const QUICK = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
let gestures: GestureBook | undefined;

/** The parts of the bot that all platforms share, in this process and in a folder of their own. */
export async function openParts(clock: Clock, studio: Studio, options: PartsOptions = {}) {
  const dataDir = await mkdtemp(join(QUICK, "keepsake-bot-"));
  const now = () => clock.now();
  const logged: string[] = [];
  const log = createLog("debug", [], (line) => logged.push(line));
  const key = randomBytes(32).toString("base64");
  const { concurrency = 2, limitBytes, disk } = options;
  const kept = { retentionMs: 24 * 3_600_000, ...(limitBytes && { limitBytes }), ...(disk && { disk }) };
  const store = await DiskStore.open({ dataDir, key, now, ...kept });
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const work = eitherWork(reelWork(store, studio), clipWork(store, studio, "off"));
  const places = fixedPlaces(concurrency);
  const queue = new EmbeddedQueue({
    ledger: new JobLedger(store.records),
    work,
    clock,
    log,
    places,
    limits,
    ...options.told,
  });
  gestures ??= gestureBookOf(loadDrivers(DRIVERS_FOLDER).drivers);
  const conversation = new Conversation({
    example: SHIPPED_EXAMPLE,
    queue,
    store,
    journal: new DiskJournal(store.records, now),
    gestures,
    studio,
    policy: { ...POLICY, ...options.policy },
    clock,
    log,
    forget: async (person) => forgetUser(queue, store, person),
    ports: new Map(),
  });
  const close = async (): Promise<void> => {
    await conversation.close(2000);
    await queue.close();
    await studio.close();
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, key, logged, log, store, queue, gestures, conversation, close };
}
