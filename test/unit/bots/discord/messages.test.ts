import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { BOT } from "../../../support/fake-discord/world.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

const ME = `<@${BOT.id}>`;

it("a photo in private is answered with a clip that answers it", async () => {
  const { person, world } = await startRig();
  const chat = person().private();
  const photo = chat.says("", { pictures: [await newPicture()] });
  const clip = await chat.nextClip();
  expect(clip.repliesTo).toBe(photo);
  await world.until("the status to go", () =>
    chat.seen().every(({ kind, text }) => kind !== "text" || text.startsWith("Please send only")) ? true : undefined,
  );
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
  await chat.nextText(/^I cannot use videos/);
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
