import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Policy } from "../../../src/bots/conversation/context.ts";
import { Conversation } from "../../../src/bots/conversation/conversation.ts";
import { gestureBookOf } from "../../../src/bots/conversation/driver-gestures.ts";
import { DiscordAdapter } from "../../../src/bots/discord/adapter.ts";
import { facePreview } from "../../../src/bots/face-preview.ts";
import { createLog } from "../../../src/log.ts";
import { DRIVERS_FOLDER, loadDrivers } from "../../../src/pipeline/drivers.ts";
import { clipWork } from "../../../src/queue/clip-work.ts";
import type { Clock } from "../../../src/queue/clock.ts";
import { EmbeddedQueue } from "../../../src/queue/embedded-queue.ts";
import { forgetUser } from "../../../src/queue/forget.ts";
import { JobLedger } from "../../../src/queue/ledger.ts";
import { DEFAULT_LIMITS, type QueueLimits } from "../../../src/queue/limits.ts";
import type { Renderer } from "../../../src/queue/renderer.ts";
import { DiskStore } from "../../../src/store/disk-store.ts";
import { DiskJournal } from "../../../src/store/journal.ts";
import { HeldRenderer } from "../fake-telegram/held-renderer.ts";
import { QuickClock } from "../fake-telegram/quick-clock.ts";
import { TestPerson } from "./client.ts";
import { FakeDiscord } from "./server.ts";
import { TOKEN } from "./world.ts";

export interface RigOptions<R extends Renderer> {
  readonly policy?: Partial<Policy>;
  readonly limits?: Partial<QueueLimits>;
  readonly concurrency?: number;
  readonly shards?: number;
  readonly clock?: Clock;
  readonly renderer?: R;
  /** What to set up on Discord's side before the bot connects. */
  readonly before?: (discord: FakeDiscord) => void;
}

export const POLICY: Policy = { allowedChats: [], admins: [], retentionHours: 24, operatorContact: undefined };

/** The parts of the bot that all platforms share, in this process and in a folder of their own. */
export async function openParts<R extends Renderer>(clock: Clock, renderer: R, options: RigOptions<R>) {
  const dataDir = await mkdtemp(join(tmpdir(), "keepsake-bot-"));
  const logged: string[] = [];
  const log = createLog("debug", [], (line) => logged.push(line));
  const key = randomBytes(32).toString("base64");
  const store = await DiskStore.open({ dataDir, key, retentionMs: 24 * 3_600_000, now: () => clock.now() });
  const queue = new EmbeddedQueue({
    ledger: new JobLedger(store.records),
    work: clipWork(store, renderer, "off"),
    clock,
    log,
    concurrency: options.concurrency ?? 2,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  });
  const gestures = gestureBookOf(loadDrivers(DRIVERS_FOLDER).drivers);
  const conversation = new Conversation({
    queue,
    store,
    journal: new DiskJournal(store.records, () => clock.now()),
    gestures,
    preview: facePreview,
    policy: { ...POLICY, ...options.policy },
    clock,
    log,
    forget: (person) => forgetUser(queue, store, person),
    ports: new Map(),
  });
  const close = async (): Promise<void> => {
    await conversation.close(2000);
    await queue.close();
    await renderer.close();
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, logged, log, store, queue, gestures, conversation, close };
}

/** The real Discord bot in this process, talking to a Discord of ours; only the pipeline is stood in for. */
export async function startRig(options: Omit<RigOptions<HeldRenderer>, "renderer"> = {}) {
  const renderer = new HeldRenderer();
  const rig = await startBot({ ...options, renderer });
  onTestFinished(rig.stop);
  return rig;
}

/** The same with any renderer, and without an end: call `stop`. */
export async function startBot<R extends Renderer>(options: RigOptions<R> & { readonly renderer: R }) {
  const discord = await FakeDiscord.start();
  options.before?.(discord);
  const clock = options.clock ?? new QuickClock();
  discord.world.useClock(() => clock.now());
  const parts = await openParts(clock, options.renderer, options);
  const { conversation, log, gestures } = parts;
  const config = { token: TOKEN, apiRoot: discord.apiRoot, cdn: [discord.url], shards: options.shards ?? 1 };
  const adapter = new DiscordAdapter({ config, conversation, clock, log, gestures });
  const line = await adapter.connect();
  await conversation.connect(adapter.port);
  await parts.queue.start();
  await adapter.start();
  await discord.world.until("the commands", () => (discord.calls("readCommands").length > 0 ? true : undefined));
  await discord.world.until("commands to use", () => (discord.world.commands.length > 0 ? true : undefined));
  const stop = async (): Promise<void> => {
    if (options.renderer instanceof HeldRenderer) options.renderer.release();
    await adapter.stop();
    await parts.close();
    adapter.close();
    await discord.stop();
  };
  const person = (locale?: string): TestPerson => new TestPerson(discord, locale);
  const { world, script, gateway } = discord;
  return { ...parts, renderer: options.renderer, discord, world, script, gateway, clock, adapter, line, person, stop };
}
