import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { QuickClock } from "../../../support/fake-telegram/quick-clock.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

it("what is for one person alone stays so after a tap", async () => {
  const { person, world, renderer } = await startRig();
  // Where the bot may not write, a clip is for the asker alone.
  const place = world.channel("77", PermissionFlagsBits.ViewChannel | PermissionFlagsBits.AttachFiles);
  const [anna, boris] = [person().in(place), person().in(place)];
  await anna.animates(await newPicture());
  const clip = await anna.nextClip();
  expect(clip.ephemeral).toBe(true);
  await anna.taps(clip, "Stronger");
  const stronger = await anna.becomes(clip, "stronger", ({ text }) => text === "Come alive · strong");
  expect(stronger.ephemeral).toBe(true);
  await anna.taps(clip, "⋯");
  await anna.becomes(clip, "the menu", ({ buttons }) => buttons.includes("Delete"));
  await anna.taps(clip, "Delete");
  await anna.becomes(clip, "the question", ({ buttons }) => buttons.includes("Keep it"));
  await anna.taps(clip, "Keep it");
  await anna.becomes(clip, "as it was", ({ rows }) => rows === 2);
  renderer.hold();
  await anna.picks(clip, "Smile");
  await anna.becomes(clip, "a status", ({ text }) => text.startsWith("Making the clip"));
  renderer.release();
  await anna.becomes(clip, "a smile", ({ text, ephemeral }) => text === "Smile · strong" && ephemeral);
  expect(anna.seen()).toHaveLength(1);
  expect(boris.seen()).toEqual([]);
});

it("who may write in a channel may not always write in its threads, nor the other way round", async () => {
  const { person, world } = await startRig();
  const { SendMessages, SendMessagesInThreads, ViewChannel, AttachFiles } = PermissionFlagsBits;
  const inThreads = ViewChannel | AttachFiles | SendMessagesInThreads;
  const inChannels = ViewChannel | AttachFiles | SendMessages;
  for (const [place, ephemeral] of [
    [world.thread(inThreads), false],
    [world.thread(inChannels), true],
    [world.channel("77", inThreads), true],
    [world.channel("77", inChannels), false],
  ] as const) {
    const channel = person().in(place);
    await channel.animates(await newPicture());
    expect((await channel.nextClip()).ephemeral).toBe(ephemeral);
  }
});

it("in threads, posts of forums and private channels clips are made, changed and told late as anywhere", async () => {
  const clock = new QuickClock();
  const { person, world, renderer } = await startRig({ clock });
  // A group of friends is a private channel in which the bot is no member, but may answer.
  for (const place of [world.thread(), world.channel(null)]) {
    const channel = person().in(place);
    await channel.animates(await newPicture());
    const clip = await channel.nextClip();
    await channel.picks(clip, "Smile");
    await channel.becomes(clip, "a smile", ({ text }) => text === "Smile");
  }
  const anna = person();
  const channel = anna.in(world.thread());
  renderer.hold();
  await channel.animates(await newPicture());
  await channel.nextText(/^Making the clip/);
  clock.skip(15 * 60_000);
  renderer.release();
  expect((await channel.nextClip()).text).toContain(`<@${anna.id}> Come alive`);
});

it("a question is answered by the person who was asked, and by nobody else", async () => {
  const { person, world, renderer } = await startRig();
  const place = world.channel();
  const [anna, boris, eve] = [person().in(place), person().in(place), person().in(place)];
  const message = anna.says("two", { pictures: [await newPicture(), await newPicture()] });
  await boris.opensMenu(message, "Animate");
  const question = await boris.nextText(/./);
  await eve.picks(question, /1/);
  await eve.nextText(/./);
  expect(renderer.made).toEqual([]);
  await boris.picks(question, /1/);
  await boris.nextClip();
  expect(renderer.made).toHaveLength(1);
});
