import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { addressOf, BotProcess } from "../support/fake-telegram/bot-process.ts";
import { NASTY_FILES } from "../support/nasty-files.ts";
import { PORTRAIT } from "../support/photos.ts";
import { Visitor } from "../support/web-rig.ts";

/** What the bot alone needs, with some room for what is being uploaded. */
const MOST_MEGABYTES = 350;
const LONGEST_PAUSE_MS = 50;

const lagSchema = z.object({ p50: z.number(), p99: z.number(), max: z.number() });

async function startPage() {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-chat-process-"));
  const lagFile = join(folder, "lag.json");
  const bot = new BotProcess(folder, { WEB_PORT: "0", LAG_FILE: lagFile, ENHANCE: "off" });
  onTestFinished(async () => {
    await bot.kill();
    await rm(folder, { recursive: true, force: true });
  });
  return { bot, url: await addressOf(bot), lagFile };
}

/** Whoever asks for words about their last photo: waits until a photo of theirs was answered. */
async function answered(visitor: Visitor, photos: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const messages = await visitor.history();
        const posted = messages.filter(({ isPhoto }) => isPhoto);
        const working =
          /^(I have your photo|Looking for faces|Making the clip|Sending the clip|You are next|One moment)/;
        const about = (id: string) => messages.filter(({ replyTo, text }) => replyTo === id && !working.test(text));
        return posted.filter(({ id }) => about(id).length > 0).length;
      },
      { timeout: 120_000, interval: 500 },
    )
    .toBe(photos);
}

it.skipIf(process.platform !== "linux")("nothing that decodes pictures is loaded into the bot's process", async () => {
  const { bot, url } = await startPage();
  const visitor = await Visitor.enter(url);
  await visitor.postPhoto(await readFile(PORTRAIT));
  await visitor.clip();
  expect(await bot.report("maps")).not.toMatch(/libvips|sharp|onnxruntime/);
});

it.skipIf(process.platform !== "linux")("nasty files end as words, and the bot itself hardly notices", async () => {
  const files = await Promise.all(Object.values(NASTY_FILES).map(async (make) => make()));
  const { bot, url, lagFile } = await startPage();
  const visitor = await Visitor.enter(url);
  await visitor.history();
  bot.watchLag();
  for (const [k, file] of files.entries()) {
    expect((await visitor.postPhoto(file)).status).toBe(204);
    await answered(visitor, k + 1);
  }
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(await bot.report("status"))?.[1]) / 1024;
  await bot.terminate();
  const lag = lagSchema.parse(JSON.parse(await readFile(lagFile, "utf8")));
  const told = `${Math.round(peak)} MB at most, event loop: ${JSON.stringify(lag)}`;
  expect(peak, told).toBeLessThan(MOST_MEGABYTES);
  expect(lag.p99, told).toBeLessThan(LONGEST_PAUSE_MS);
  process.stderr.write(`The bot's own process: ${told}\n`);
});
