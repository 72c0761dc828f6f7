import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { onTestFinished } from "vitest";
import { TelegramAdapter } from "../../../src/bots/telegram/adapter.ts";
import type { Studio } from "../../../src/queue/contract/studio.ts";
import { openParts, type PartsOptions } from "../fake-platform/bot-parts.ts";
import { HeldStudio } from "../held-studio.ts";
import { TestUser } from "./client.ts";
import { QuickClock } from "./quick-clock.ts";
import { FakeTelegram, TOKEN } from "./server.ts";

export interface RigOptions extends PartsOptions {
  readonly webhook?: boolean;
  readonly ownServer?: boolean;
  readonly filesFolder?: string;
  /** How many times faster than ours the bot's clock runs; 10 without it. */
  readonly speed?: number;
  /** The server knows Bot API 7.1 and nothing newer. */
  readonly oldServer?: boolean;
  /** `/setinline` was never sent to @BotFather. */
  readonly withoutInline?: boolean;
  /** What renders, where that is not to be stood in for. */
  readonly draws?: Studio;
}

/** The real bot in this process, talking over HTTP to a Bot API server of ours; only the pipeline is stood in for. */
export async function startRig(options: RigOptions = {}) {
  const telegram = await FakeTelegram.start();
  telegram.world.isOld = options.oldServer ?? false;
  telegram.world.inlineMode = options.withoutInline !== true;
  const clock = new QuickClock(options.speed);
  const renderer = new HeldStudio();
  const { queue, store, conversation, gestures, log, logged, close } = await openParts(
    clock,
    options.draws ?? renderer,
    options,
  );
  const webhook =
    options.webhook === true ? { url: "https://bot.example/updates", host: "127.0.0.1", port: 0 } : undefined;
  const config = {
    token: TOKEN,
    apiRoot: telegram.url,
    ownServer: options.ownServer ?? false,
    filesFolder: options.filesFolder,
    webhook,
  };
  const adapter = new TelegramAdapter({ config, conversation, gestures, clock, log });
  const line = await adapter.connect();
  await conversation.connect(adapter.port);
  await queue.start();
  const port = await adapter.start();
  telegram.webhookPort = port;
  const user = (language?: string): TestUser => new TestUser(telegram, language);
  const stop = async (): Promise<void> => {
    renderer.release();
    await adapter.stop();
    await close();
    adapter.close();
    await telegram.stop();
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

/** A small JPEG unlike any other. */
export async function newPicture(): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  const raw = { width: 640, height: 480, channels: 3 } as const;
  const bytes = await sharp(Buffer.alloc(640 * 480 * 3, randomBytes(30)), { raw })
    .jpeg({ quality: 40 })
    .toBuffer();
  return { bytes, name: "photo.jpg" };
}
