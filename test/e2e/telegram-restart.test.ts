import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openBench, START } from "../support/fake-telegram/bot-process.ts";
import { type TestChat, TestUser } from "../support/fake-telegram/client.ts";
import type { FakeTelegram } from "../support/fake-telegram/server.ts";
import { anotherPortrait, PORTRAIT } from "../support/photos.ts";

const RENDER_MS = 90_000;

async function newBench() {
  const bench = await openBench({ ENHANCE: "off" });
  // Here a clip always has a message of its own, which is the harder case.
  bench.telegram.world.isOld = true;
  onTestFinished(async () => bench.close());
  return bench;
}

/** Resolves when a clip is being made: the status message of a fast machine never gets as far as to say it. */
async function rendering(telegram: FakeTelegram): Promise<void> {
  const seen = () => (telegram.world.actions.some(({ action }) => action === "record_video") ? true : undefined);
  await telegram.world.until("the rendering to begin", seen, RENDER_MS);
}

const clips = (chat: TestChat): number => chat.seen().filter(({ kind }) => kind === "clip").length;

/** Resolves when no more status messages are left in the chats than may be, all in all. */
async function quiet(telegram: FakeTelegram, chats: readonly TestChat[], most = 0): Promise<void> {
  const left = () =>
    chats
      .flatMap((chat) => chat.seen())
      .filter(({ kind, text }) => kind === "text" && !text.startsWith("Please send only"));
  await telegram.world.until("the bot to tidy up", () => (left().length > most ? undefined : true), 30_000);
}

describe("kill -9", () => {
  it("while the photo is on its way: the photo is fetched again and answered once", async () => {
    const { telegram, start } = await newBench();
    const bot = await start();
    telegram.script.failFile({ kind: "stall" });
    const chat = new TestUser(telegram).private();
    const photo = chat.sendsPhoto(await anotherPortrait());
    await telegram.world.until("the download to begin", () => (telegram.script.filesLeft === 0 ? true : undefined));
    await bot.kill();
    await start();
    expect((await chat.nextClip(RENDER_MS)).repliesTo).toBe(photo);
    await quiet(telegram, [chat]);
    expect(clips(chat)).toBe(1);
  });

  it("while it renders: the job is done again and answered once, and no status message stays", async () => {
    const { telegram, start } = await newBench();
    const bot = await start();
    const chat = new TestUser(telegram).private();
    chat.sendsPhoto(await anotherPortrait());
    await rendering(telegram);
    await bot.kill();
    await start();
    await chat.nextClip(RENDER_MS);
    await quiet(telegram, [chat]);
    expect(clips(chat)).toBe(1);
  });

  it("before the clip has left: it is sent without rendering again", async () => {
    const { telegram, start } = await newBench();
    const bot = await start();
    telegram.script.fail("sendAnimation", { kind: "hang" });
    const chat = new TestUser(telegram).private();
    chat.sendsPhoto(await anotherPortrait());
    await telegram.world.until(
      "the upload",
      () => (telegram.calls("sendAnimation").length > 0 ? true : undefined),
      RENDER_MS,
    );
    await bot.kill();
    await start();
    await chat.nextClip(RENDER_MS);
    await quiet(telegram, [chat]);
    expect(clips(chat)).toBe(1);
  });

  it("after Telegram has the clip and before the status message is gone: no second clip, and the message goes", async () => {
    const { telegram, start } = await newBench();
    const bot = await start();
    telegram.script.fail("deleteMessage", { kind: "hang" });
    const chat = new TestUser(telegram).private();
    chat.sendsPhoto(await anotherPortrait());
    await chat.nextClip(RENDER_MS);
    await telegram.world.until("the tidying up", () => (telegram.calls("deleteMessage").length > 0 ? true : undefined));
    await bot.kill();
    await start();
    await quiet(telegram, [chat]);
    expect(clips(chat)).toBe(1);
  });

  it("again and again, with several people waiting: everybody gets an answer, and no photo is forgotten", async () => {
    const { telegram, start } = await newBench();
    const chats = Array.from({ length: 3 }, () => new TestUser(telegram).private());
    let bot = await start();
    // Large enough that it takes until the status message may change.
    for (const chat of chats) chat.sendsPhoto(PORTRAIT);
    for (const [method, count] of [
      ["sendMessage", 2],
      ["getFile", 1],
      ["editMessageText", 1],
      ["sendAnimation", 1],
    ] as const) {
      await telegram.world.until(method, () => (telegram.calls(method).length >= count ? true : undefined), RENDER_MS);
      await bot.kill();
      bot = await start();
    }
    for (const chat of chats) await chat.nextClip(RENDER_MS);
    // Killed between Telegram's taking the very first words to all three and our notes of them, nobody knows which they were.
    await quiet(telegram, chats, chats.length);
    // The last kill may have fallen between Telegram's acceptance of a clip and our note of it; only that one comes twice.
    expect(chats.map(clips).reduce((a, b) => a + b)).toBeLessThanOrEqual(chats.length + 1);
  });

  it("and what the bot was told while it was away is answered", async () => {
    const { telegram, start } = await newBench();
    const chat = new TestUser(telegram).private();
    chat.says("/help");
    const bot = await start();
    await chat.nextText(/Send a photo/);
    // The answer to the next one tells that this one is noted as answered.
    chat.says("/start");
    await chat.next("the first words", ({ text }) => text.startsWith("Hello"));
    await bot.kill();
    chat.says("/privacy");
    await start();
    await chat.nextText(/What is kept/);
    expect(chat.seen().filter(({ text }) => /Send a photo. Sent|What is kept/.test(text))).toHaveLength(2);
  });
});

describe("SIGTERM", () => {
  it("lets a running clip finish, and ends with status 0", async () => {
    const { telegram, start } = await newBench();
    const bot = await start();
    const chat = new TestUser(telegram).private();
    chat.sendsPhoto(await anotherPortrait());
    await rendering(telegram);
    expect(await bot.terminate()).toEqual({ status: 0, signal: null });
    expect(clips(chat)).toBe(1);
  });

  it("ends an idle bot quickly", async () => {
    const { start } = await newBench();
    const bot = await start();
    const began = Date.now();
    expect(await bot.terminate()).toEqual({ status: 0, signal: null });
    expect(Date.now() - began).toBeLessThan(5000);
  });
});

describe("npm start", () => {
  /** Runs until it ends by itself, or until it has said `enough`. */
  const run = async (settings: Readonly<Record<string, string>>, enough?: RegExp) => {
    const folder = await mkdtemp(join(tmpdir(), "keepsake-start-"));
    onTestFinished(async () => rm(folder, { recursive: true, force: true }));
    // Other users of a machine can write to its temporary folder: nothing may be kept there to be run.
    const temporary = join(folder, "tmp");
    await mkdir(temporary);
    const child = spawn(process.execPath, [START], { cwd: folder, env: { ...settings, TMPDIR: temporary } });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
        if (enough?.test(output) === true) child.kill();
      });
    const status = await new Promise((resolve) => child.on("close", resolve));
    return { status, output, temporary: await readdir(temporary) };
  };

  it("without a token serves the page, says where, and ends when it is asked to", async () => {
    const { status, output, temporary } = await run({ WEB_PORT: "0" }, /Chat page: http:\/\/127\.0\.0\.1:\d+\/.*\n/);
    expect(output).toMatch(/^Chat page: /m);
    expect(status).toBe(0);
    expect(temporary).toEqual([]);
  });

  it("names every wrong setting, and never its value", async () => {
    const { status, output } = await run({
      TELEGRAM_BOT_TOKEN: "nonsense-1",
      RETENTION_HOURS: "a day",
      LOG_LEVEL: "loud",
    });
    expect(status).toBe(2);
    expect(output).toMatch(/TELEGRAM_BOT_TOKEN: must look like/);
    expect(output).toMatch(/RETENTION_HOURS: must be a whole number/);
    expect(output).toMatch(/LOG_LEVEL: must be debug/);
    expect(output).not.toMatch(/nonsense-1|a day|loud/);
  });

  it("with a token that Telegram does not know says so, and waits for nothing", async () => {
    const { telegram } = await newBench();
    const token = "123456789:AAwrong_wrong_wrong_wrong_wrong_wrong";
    const { status, output } = await run({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url });
    expect(status).toBe(1);
    expect(output).toContain("Telegram does not know the token in TELEGRAM_BOT_TOKEN");
    expect(output).not.toContain(token);
  });
});
