import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { onTestFinished } from "vitest";
import type { Policy } from "../../../src/bots/conversation/context.ts";
import { Conversation } from "../../../src/bots/conversation/conversation.ts";
import { gestureBookOf } from "../../../src/bots/conversation/driver-gestures.ts";
import { facePreview } from "../../../src/bots/face-preview.ts";
import { TelegramAdapter } from "../../../src/bots/telegram/adapter.ts";
import { createLog } from "../../../src/log.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../../../src/pipeline/drivers.ts";
import { clipWork } from "../../../src/queue/clip-work.ts";
import { EmbeddedQueue } from "../../../src/queue/embedded-queue.ts";
import { forgetUser } from "../../../src/queue/forget.ts";
import { JobLedger } from "../../../src/queue/ledger.ts";
import { DEFAULT_LIMITS, type QueueLimits } from "../../../src/queue/limits.ts";
import { DiskStore } from "../../../src/store/disk-store.ts";
import { DiskJournal } from "../../../src/store/journal.ts";
import { TestUser } from "./client.ts";
import { HeldRenderer } from "./held-renderer.ts";
import { QuickClock } from "./quick-clock.ts";
import { FakeTelegram, TOKEN } from "./server.ts";

export interface RigOptions {
  readonly policy?: Partial<Policy>;
  readonly limits?: Partial<QueueLimits>;
  readonly webhook?: boolean;
  readonly ownServer?: boolean;
  /** How many times faster than ours the bot's clock runs; 10 without it. */
  readonly speed?: number;
}

/** The real bot in this process, talking over HTTP to a Bot API server of ours; only the pipeline is stood in for. */
export async function startRig(options: RigOptions = {}) {
  const telegram = await FakeTelegram.start();
  const dataDir = await mkdtemp(join(tmpdir(), "keepsake-bot-"));
  const clock = new QuickClock(options.speed);
  const renderer = new HeldRenderer();
  const logged: string[] = [];
  const log = createLog("debug", [], (line) => logged.push(line));
  const key = randomBytes(32).toString("base64");
  const store = await DiskStore.open({ dataDir, key, retentionMs: 24 * 3_600_000, now: () => clock.now() });
  const queue = new EmbeddedQueue({
    ledger: new JobLedger(store.records),
    work: clipWork(store, renderer, "off"),
    clock,
    log,
    concurrency: 2,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  });
  const conversation = new Conversation({
    queue,
    store,
    journal: new DiskJournal(store.records, () => clock.now()),
    gestures: gestureBookOf(loadDrivers(DRIVERS_FOLDER).drivers),
    preview: facePreview,
    policy: { ...POLICY, ...options.policy },
    clock,
    log,
    forget: (person) => forgetUser(queue, store, person),
    ports: new Map(),
  });
  const webhook =
    options.webhook === true ? { url: "https://bot.example/updates", host: "127.0.0.1", port: 0 } : undefined;
  const config = { token: TOKEN, apiRoot: telegram.url, ownServer: options.ownServer ?? false, webhook };
  const adapter = new TelegramAdapter({ config, conversation, clock, log });
  const line = await adapter.connect();
  await conversation.connect(adapter.port);
  await queue.start();
  const port = await adapter.start();
  telegram.webhookPort = port;
  const user = (language?: string): TestUser => new TestUser(telegram, language);
  const stop = async (): Promise<void> => {
    renderer.release();
    await adapter.stop();
    await conversation.close(2000);
    adapter.close();
    await queue.close();
    await store.close();
    await telegram.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  onTestFinished(stop);
  return {
    telegram,
    world: telegram.world,
    script: telegram.script,
    renderer,
    queue,
    store,
    conversation,
    adapter,
    clock,
    logged,
    line,
    user,
  };
}

const POLICY: Policy = {
  allowedChats: [],
  admins: [],
  retentionHours: 24,
  operatorContact: undefined,
};

/** A small JPEG unlike any other. */
export async function newPicture(): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const raw = { width: 640, height: 480, channels: 3 } as const;
  const bytes = await sharp(Buffer.alloc(640 * 480 * 3, randomBytes(30)), { raw })
    .jpeg({ quality: 40 })
    .toBuffer();
  return { bytes, name: "photo.jpg" };
}
