import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { FakeDiscord } from "../../../support/fake-discord/server.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

const FAILED = /^I could not download your photo/;

it("attachments are fetched once, at once, and the job works with what is kept", async () => {
  const { person, world, discord, renderer } = await startRig();
  const channel = person().in(world.channel());
  renderer.hold();
  await channel.animates(await newPicture());
  await world.until("the download", () => (discord.fetched.length > 0 ? true : undefined));
  world.files.clear();
  renderer.release();
  const clip = await channel.nextClip();
  await channel.picks(clip, "Smile");
  await channel.becomes(clip, "the smile", ({ kind, entries }) => kind === "clip" && entries.includes("•Smile"));
  expect(discord.fetched).toHaveLength(1);
});

it("attachments come from Discord's own servers, or not at all", async () => {
  const elsewhere = await FakeDiscord.start();
  const { person, world, discord } = await startRig();
  const channel = person().in(world.channel());
  const home = world.cdn;
  for (const cdn of [elsewhere.url, home.replace("127.0.0.1", "localhost"), home.replace("//", "//x:y@")]) {
    world.cdn = cdn;
    await channel.animates(await newPicture());
    await channel.nextText(FAILED);
  }
  expect([discord.fetched, elsewhere.fetched]).toEqual([[], []]);
  await elsewhere.stop();
});

it("follows no redirect", async () => {
  const elsewhere = await FakeDiscord.start();
  const { person, world, script } = await startRig();
  const channel = person().in(world.channel());
  script.failFile({ kind: "redirect", to: `${elsewhere.url}/attachments/1/photo.jpg` });
  await channel.animates(await newPicture());
  await channel.nextText(FAILED);
  expect(elsewhere.fetched).toEqual([]);
  await elsewhere.stop();
});

it("an address that has expired is said to be so", async () => {
  const { person, world, script } = await startRig();
  const channel = person().in(world.channel());
  script.failFile({ kind: "refuse", status: 404 });
  await channel.animates(await newPicture());
  await channel.nextText(FAILED);
});

it("what claims to be too large is not fetched, and what is too large is not read", async () => {
  const { person, world, discord } = await startRig();
  const channel = person().in(world.channel());
  const bytes = Buffer.alloc(21_000_000);
  await channel.animates({ bytes, name: "scan.png" });
  await channel.nextText("This file is over 20 MB. Please make it smaller.");
  expect(discord.fetched).toEqual([]);
});

it("links in messages are never fetched", async () => {
  const { person, discord } = await startRig();
  const chat = person().private();
  chat.says(`${discord.url}/attachments/1/photo.jpg`);
  await chat.nextText(/^I work with photos/);
  expect(discord.fetched).toEqual([]);
});

it("the size that Discord allows travels with the job to the encoder", async () => {
  const { person, world, store } = await startRig();
  const anna = person();
  anna.sizeLimit = 300_000;
  const channel = anna.in(world.channel());
  await channel.animates(await newPicture());
  await channel.nextClip();
  const [clip] = await store.clips.recentOf(`discord:${anna.id}`, 1);
  expect(clip?.maxBytes).toBe(300_000);
});
