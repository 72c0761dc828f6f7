import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

it("/animate brings a clip that Discord plays in place, within the size that it allows", async () => {
  const anna = someone();
  const channel = anna.in(bot.world.channel());
  await channel.animates(await anotherPortrait());
  const clip = await channel.nextClip(RENDER_MS);
  const { facts } = await openClip(channel.bytesOf(clip));
  expect(facts).toMatchObject({ codec: "h264", pixelFormat: "yuv420p", faststart: true, audio: false });
  anna.sizeLimit = Math.round((clip.file?.size ?? 0) * 0.6);
  await channel.animates(await anotherPortrait());
  const smaller = await channel.nextClip(RENDER_MS);
  expect(smaller.file?.size).toBeLessThanOrEqual(anna.sizeLimit);
  await openClip(channel.bytesOf(smaller));
});

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
  const strip = await anna.next("the faces", ({ kind }) => kind === "picture", RENDER_MS);
  expect(strip.text).toMatch(/^I found 2 faces/);
  const clip = await anna.nextClip(RENDER_MS);
  const other = clip.buttons.slice(0, 2).find((label) => !label.startsWith("•")) ?? "";
  expect((await boris.taps(clip, other)).afterMs).toBeLessThan(3000);
  const second = await boris.next("the other", ({ kind, id }) => kind === "clip" && id !== clip.id, RENDER_MS);
  expect(second.text).toMatch(new RegExp(`^Face ${other} of 2`));
  expect(Buffer.compare(boris.bytesOf(second), boris.bytesOf(clip))).not.toBe(0);
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
  await anna.in(place).nextText(/^I have your photo/);
  place.permissions = 0x400n;
  await Promise.all([late.nextClip(RENDER_MS), anna.private().nextClip(RENDER_MS)]);
  expect(bot.discord.calls("send").some(({ status }) => status === 403)).toBe(true);
});

it("after 15 minutes the clip comes as an ordinary message", async () => {
  const anna = someone();
  const channel = anna.in(bot.world.channel());
  await channel.animates(await anotherPortrait());
  const status = await channel.nextText(/^I have your photo|^Looking|^Making/);
  clock.skip(15 * 60_000);
  const clip = await channel.nextClip(RENDER_MS);
  expect(clip.id).not.toBe(status.id);
  expect(clip.text).toContain(`<@${anna.id}>`);
  await channel.gone(status);
});
