import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { BOT } from "../../../support/fake-discord/world.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

const ME = `<@${BOT.id}>`;

it("a photo in private is answered with a clip that answers it", async () => {
  const { person } = await startRig();
  const chat = person().private();
  const photo = chat.says("", { pictures: [await newPicture()] });
  const clip = await chat.nextClip();
  expect(clip.repliesTo).toBe(photo);
  expect(chat.seen()).toHaveLength(1);
});

it("several photos in one message are an album", async () => {
  const { person } = await startRig();
  const chat = person().private();
  chat.says("", { pictures: [await newPicture(), await newPicture()] });
  await chat.nextClip();
  await chat.nextClip();
});

it("anything else in private gets a word", async () => {
  const { person } = await startRig();
  const chat = person().private();
  chat.says("Hello");
  await chat.nextText(/^I work with photos/);
  chat.says("", { pictures: [{ bytes: Buffer.from("x"), name: "dance.mp4", type: "video/mp4" }] });
  await chat.nextText(/^I bring photos to life, not videos/);
  chat.says("", { pictures: [{ bytes: Buffer.from("x"), name: "book.pdf", type: "application/pdf" }] });
  await chat.nextText(/^This file is not a picture/);
});

it("in a server it listens to its name with a photo, or in answer to one, and to nothing else", async () => {
  const { person, world, renderer } = await startRig();
  const place = world.channel();
  const [anna, boris] = [person().in(place), person().in(place)];
  const photo = anna.says("Look", { pictures: [await newPicture()] });
  boris.says("Lovely", { to: { id: photo } });
  const asked = boris.says(`${ME} please`, { to: { id: photo } });
  const clip = await boris.nextClip();
  expect(clip.repliesTo).toBe(photo);
  const own = boris.says(ME, { pictures: [await newPicture()] });
  expect((await boris.nextClip()).repliesTo).toBe(own);
  expect(renderer.made).toHaveLength(2);
  expect(asked).not.toBe(photo);
  anna.says("Thank you", { to: clip });
  anna.says(`${ME} hello`);
  await anna.nextText(/^Choose a photo with/);
  expect(anna.seen().filter(({ text }) => text.startsWith("Choose a photo"))).toHaveLength(1);
});

it("a wish in words: in private the last clip makes room for it, elsewhere it loses its buttons to the new one", async () => {
  const { person, world } = await startRig();
  const chat = person().private();
  chat.says("", { pictures: [await newPicture()] });
  const clip = await chat.nextClip();
  await world.until("the mark to go", () => (world.marks.length === 0 ? true : undefined));
  chat.says("make her smile");
  await chat.becomes(clip, "a smile", ({ text, rows }) => text === "Smile" && rows === 2);
  const place = world.channel();
  const [anna, boris] = [person().in(place), person().in(place)];
  await anna.animates(await newPicture());
  const shared = await anna.nextClip();
  const words = boris.says(`${ME} smile`, { to: shared });
  const smile = await boris.next("a smile", ({ kind, text }) => kind === "clip" && text === "Smile");
  expect(smile).toMatchObject({ repliesTo: words, rows: 2 });
  await anna.becomes(shared, "without buttons", ({ rows }) => rows === 0);
});

it("what was seen is marked, in private and where the bot is named, and told in words where it may not mark", async () => {
  const { person, world, renderer } = await startRig();
  const marks = () => world.marks.map(({ message, emoji }) => [message, emoji]);
  renderer.hold();
  const chat = person().private();
  const photo = chat.says("", { pictures: [await newPicture()] });
  await world.until("a mark", () => (world.marks.length === 1 ? true : undefined));
  expect(marks()).toEqual([[photo, "👀"]]);
  const { ViewChannel, SendMessages, AttachFiles } = PermissionFlagsBits;
  const quiet = person().in(world.channel(undefined, ViewChannel | SendMessages | AttachFiles));
  quiet.says(ME, { pictures: [await newPicture()] });
  await quiet.nextText(/^I have your photo|^Looking|^Making/);
  renderer.release();
  await chat.nextClip();
  await quiet.nextClip();
  await world.until("the mark to go", () => (world.marks.length === 0 ? true : undefined));
});

it("speaks to people in private in the language that their Discord told last", async () => {
  const { person, world } = await startRig();
  const anna = person("zh-CN");
  await anna.in(world.channel()).uses("help");
  const chat = anna.private();
  chat.says("你好");
  await chat.nextText(/^我处理的是照片/);
});

it("does not remember the language of somebody whom it was told to forget", async () => {
  const { person, world } = await startRig();
  const anna = person("zh-CN");
  const channel = anna.in(world.channel());
  await channel.uses("forget");
  await channel.nextText(/没有/);
  const chat = anna.private();
  chat.says("Hello");
  await chat.nextText(/^I work with photos/);
});

it("asks for no right to read what people write to each other", async () => {
  const { gateway } = await startRig();
  const GUILD_MESSAGES = 1 << 9;
  const DIRECT_MESSAGES = 1 << 12;
  expect(gateway.identified.map(({ intents }) => intents)).toEqual([GUILD_MESSAGES | DIRECT_MESSAGES]);
});
