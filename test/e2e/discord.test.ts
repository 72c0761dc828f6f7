import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { createLog } from "../../src/log.ts";
import { LocalStudio } from "../../src/queue/render/local-studio.ts";
import type { TestPerson } from "../support/fake-discord/client.ts";
import { unknownInteraction } from "../support/fake-discord/failures.ts";
import { startBot } from "../support/fake-discord/rig.ts";
import { BOT } from "../support/fake-discord/world.ts";
import { QuickClock } from "../support/fake-telegram/quick-clock.ts";
import { openClip } from "../support/judges/clip.ts";
import { anotherPortrait, peopleInARow } from "../support/photos.ts";

const RENDER_MS = 90_000;
const ME = `<@${BOT.id}>`;

const clock = new QuickClock(1);
let bot: Awaited<ReturnType<typeof start>>;
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "keepsake-scratch-"));
  bot = await start();
});

afterAll(async () => {
  await bot.stop();
  await rm(scratch, { recursive: true, force: true });
});

/** The bot in this process, with the real pipeline in render processes. */
async function start() {
  const path = Object.entries(process.env).find(([name]) => name.toUpperCase() === "PATH")?.[1] ?? "";
  const log = createLog("silent", []);
  const renderer = new LocalStudio({ renderers: 2, environment: { PATH: path }, scratch, clock: systemClock, log });
  renderer.warmUp();
  return startBot({ renderer, clock });
}

const someone = (language?: string): TestPerson => bot.person(language);

/** Resolves when a clip of the chat is being made. */
async function rendering(): Promise<void> {
  await expect.poll(async () => (await bot.queue.stats()).running, { timeout: RENDER_MS }).toBeGreaterThan(0);
}

it("/animate brings a picture that loops by itself, and behind it a video that Discord plays in place", async () => {
  const anna = someone();
  const channel = anna.in(bot.world.channel());
  await channel.animates(await anotherPortrait());
  const clip = await channel.nextClip(RENDER_MS);
  await isLooping(channel.bytesOf(clip));
  await channel.taps(clip, "⋯");
  await channel.becomes(clip, "the menu", ({ buttons }) => buttons.includes("Save as video"));
  await channel.taps(clip, "Save as video");
  const video = await channel.next("the video", ({ file }) => file?.content_type === "video/mp4");
  const { facts } = await openClip(channel.bytesOf(video));
  expect(facts).toMatchObject({ codec: "h264", pixelFormat: "yuv420p", faststart: true, audio: false });
});

it("both keep within the size that Discord allows", async () => {
  const anna = someone();
  const channel = anna.in(bot.world.channel());
  anna.sizeLimit = 300_000;
  await channel.animates(await anotherPortrait());
  const clip = await channel.nextClip(RENDER_MS);
  expect(clip.file?.size).toBeLessThanOrEqual(anna.sizeLimit);
  await isLooping(channel.bytesOf(clip));
  const [kept] = await bot.store.clips.recentOf(`discord:${anna.id}`, 1);
  expect(kept?.size).toBeLessThanOrEqual(anna.sizeLimit);
});

/** An animated WebP of 480 pixels at most, every second frame of a clip, without an end, that says what it is. */
async function isLooping(webp: Uint8Array): Promise<void> {
  const facts = await sharp(webp, { animated: true }).metadata();
  expect(facts).toMatchObject({ format: "webp", loop: 0 });
  expect(Math.max(facts.width, facts.pageHeight ?? 0)).toBeLessThanOrEqual(480);
  expect(facts.pages).toBeGreaterThan(40);
  // Frames that are equal are one that stays longer.
  expect(facts.delay?.every((milliseconds) => milliseconds > 0 && milliseconds % 80 === 0)).toBe(true);
  expect(facts.xmp?.toString("utf8")).toContain("Synthetic motion");
}

it("a message's Apps menu, a mention and a private message lead there, too", async () => {
  const place = bot.world.channel();
  const [menu, mention, chat] = [someone().in(place), someone().in(bot.world.channel()), someone("es-ES").private()];
  const theirs = menu.says("Grandmother, 1934", { pictures: [await anotherPortrait()] });
  await menu.opensMenu(theirs, "Animate");
  const asked = mention.says(`${ME} smile, please`, { pictures: [await anotherPortrait()] });
  const sent = chat.says("", { pictures: [await anotherPortrait()] });
  const clips = await Promise.all([menu, mention, chat].map(async (channel) => channel.nextClip(RENDER_MS)));
  expect(clips.map(({ repliesTo }) => repliesTo)).toEqual([undefined, asked, sent]);
});

it("in a group photo the face that is tapped moves", async () => {
  const place = bot.world.channel();
  const [anna, boris] = [someone().in(place), someone().in(place)];
  await anna.animates(await peopleInARow(2));
  const clip = await anna.nextClip(RENDER_MS);
  await anna.picks(clip, "Who is who?");
  const strip = await anna.becomes(clip, "the faces", ({ kind }) => kind === "picture", RENDER_MS);
  const other = strip.entries.find((label) => !label.startsWith("•")) ?? "";
  expect((await boris.picks(strip, other)).afterMs).toBeLessThan(3000);
  const second = await boris.becomes(clip, "the other", ({ kind }) => kind === "clip", RENDER_MS);
  expect(second.text).toMatch(new RegExp(`^${other} of 2`));
  expect(Buffer.compare(boris.bytesOf(second), anna.bytesOf(clip))).not.toBe(0);
});

it("a connection that is lost in the middle loses nothing", async () => {
  const channel = someone().in(bot.world.channel());
  await channel.animates(await anotherPortrait());
  await rendering();
  bot.gateway.drop();
  const chat = someone().private();
  chat.says("", { pictures: [await anotherPortrait()] });
  await Promise.all([channel.nextClip(RENDER_MS), chat.nextClip(RENDER_MS)]);
});

it("rate limits, lost permissions and forgotten interactions cost nobody the clip", async () => {
  const [slow, late] = [someone().in(bot.world.channel()), someone().in(bot.world.channel())];
  bot.script.fail("editReply", { kind: "flood", seconds: 0.5 });
  await slow.animates(await anotherPortrait());
  await slow.nextClip(RENDER_MS);
  bot.script.fail("acknowledge", unknownInteraction);
  void late.animates(await anotherPortrait()).catch(() => undefined);
  const anna = someone();
  const place = bot.world.channel();
  anna.in(place).says(ME, { pictures: [await anotherPortrait()] });
  // A fast machine has the clip before there is anything to say; that it is busy is shown at once.
  const isBusy = () => bot.discord.calls("typing").some(({ path }) => path.includes(place.id));
  await expect.poll(isBusy, { interval: 20, timeout: RENDER_MS }).toBe(true);
  place.permissions = 0x400n;
  await Promise.all([late.nextClip(RENDER_MS), anna.private().nextClip(RENDER_MS)]);
  expect(bot.discord.calls("send").some(({ status }) => status === 403)).toBe(true);
});

it("after 15 minutes the clip comes as an ordinary message", async () => {
  const anna = someone();
  const channel = anna.in(bot.world.channel());
  await channel.animates(await anotherPortrait());
  await rendering();
  clock.skip(15 * 60_000);
  const clip = await channel.nextClip(RENDER_MS);
  expect(clip.text).toContain(`<@${anna.id}>`);
  expect(clip.file?.content_type).toBe("image/webp");
});
