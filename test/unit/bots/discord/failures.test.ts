import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, it, vi } from "vitest";
import { unknownInteraction } from "../../../support/fake-discord/failures.ts";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { BOT } from "../../../support/fake-discord/world.ts";
import { QuickClock } from "../../../support/fake-telegram/quick-clock.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

const ME = `<@${BOT.id}>`;
const CANNOT_HERE = "I could not answer in the channel where you asked, so I answer here.";
const MINUTES = 60_000;

it("a clip that takes longer than the token lives comes as an ordinary message that names its person", async () => {
  const clock = new QuickClock();
  const { person, world, renderer, discord } = await startRig({ clock });
  const anna = person();
  const channel = anna.in(world.channel());
  renderer.hold();
  await channel.animates(await newPicture());
  const status = await channel.nextText(/^Making the clip/);
  clock.skip(15 * MINUTES);
  renderer.release();
  const clip = await channel.nextClip();
  expect(clip.id).not.toBe(status.id);
  expect(clip.text).toMatch(new RegExp(`^<@${anna.id}> Come alive\\n`));
  expect(discord.calls("send").at(-1)?.body["allowed_mentions"]).toMatchObject({ users: [anna.id] });
  await channel.gone(status);
});

it("a late clip goes to the person where the bot is no member", async () => {
  const clock = new QuickClock();
  const { person, world, renderer } = await startRig({ clock });
  const anna = person();
  const channel = anna.in(world.channel(world.id(), null));
  renderer.hold();
  await channel.animates(await newPicture());
  await channel.nextText(/^Making the clip/);
  clock.skip(15 * MINUTES);
  renderer.release();
  const clip = await anna.private().nextClip();
  await anna.private().nextText(CANNOT_HERE);
  await anna.private().taps(clip, "Stronger");
  await anna.private().becomes(clip, "stronger", ({ text }) => text.startsWith("Come alive · strong"));
});

it("another choice that takes longer than that is a message of its own, and the clip before loses its buttons", async () => {
  const clock = new QuickClock();
  const { person, world, renderer } = await startRig({ clock });
  const anna = person();
  const channel = anna.in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  renderer.hold();
  await channel.picks(clip, "Smile");
  await channel.becomes(clip, "a status", ({ text }) => text.startsWith("Making the clip"));
  clock.skip(15 * MINUTES);
  renderer.release();
  expect((await channel.nextClip()).text).toBe(`<@${anna.id}> Smile`);
  await channel.becomes(clip, "the clip before", ({ text, rows }) => text === "Come alive" && rows === 0);
});

it("works for those who have installed it for themselves, with few messages", async () => {
  const { person, world } = await startRig();
  const channel = person().in(world.channel(world.id(), null));
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  await channel.deletes(clip);
  for (const { followUps } of world.interactions.values()) expect(followUps).toBeLessThanOrEqual(1);
});

it("an interaction that Discord has given up is answered in the channel", async () => {
  const { person, world, script } = await startRig();
  const channel = person().in(world.channel());
  script.fail("acknowledge", unknownInteraction);
  void channel.animates(await newPicture()).catch(() => undefined);
  await channel.nextClip();
});

it("what is for one person alone is not told in the channel instead", async () => {
  const { person, world, script } = await startRig();
  const anna = person();
  const channel = anna.in(world.channel());
  script.fail("acknowledge", unknownInteraction);
  void channel.uses("forget").catch(() => undefined);
  await anna.private().nextText(/^There is nothing left of yours here/);
  expect(channel.seen()).toEqual([]);
});

it("waits out rate limits, of one route and of all", async () => {
  const { person, world, script, discord } = await startRig();
  const channel = person().in(world.channel());
  script.fail("acknowledge", { kind: "flood", seconds: 0.2 });
  script.fail("editReply", { kind: "flood", seconds: 0.3, global: true });
  script.fail("followUp", { kind: "flood", seconds: 0.2 });
  await channel.animates(await newPicture());
  await channel.picks(await channel.nextClip(), "Come alive");
  await channel.nextText("This is the one shown here.");
  expect(discord.world.calls.filter(({ status }) => status === 429)).toHaveLength(3);
  expect(channel.seen().filter(({ kind }) => kind === "clip")).toHaveLength(1);
});

it("a lost answer to an upload makes no second clip", async () => {
  const { person, script, renderer, discord } = await startRig();
  const chat = person().private();
  script.fail("send", { kind: "dropAfter" });
  chat.says("", { pictures: [await newPicture()] });
  await chat.nextClip();
  await expect.poll(() => discord.calls("send").map(({ status }) => status)).toEqual([0, 200]);
  expect(chat.seen()).toHaveLength(1);
  renderer.hold();
  chat.says("", { pictures: [await newPicture()] });
  const status = await chat.nextText(/^Making the clip/);
  script.fail("edit", { kind: "dropAfter" });
  renderer.release();
  expect((await chat.nextClip()).id).toBe(status.id);
  expect(chat.seen()).toHaveLength(2);
});

it("comes through failures of Discord's servers and of the line", async () => {
  const { person, world, script } = await startRig();
  const channel = person().in(world.channel());
  script.fail("editReply", { kind: "html", status: 502 });
  script.fail("followUp", { kind: "drop" });
  script.failFile({ kind: "cut" });
  await channel.animates(await newPicture());
  await channel.nextClip();
});

it("where it may not send files it says so at once, to the person alone", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person("es-ES").in(
    world.channel(undefined, PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages),
  );
  expect(await channel.animates(await newPicture())).toMatchObject({ type: 4, flags: 64 });
  await channel.nextText(/^No tengo permiso para enviar archivos aquí/);
  expect(renderer.made).toHaveLength(0);
});

it("where it may not write, what it answers is for the person alone", async () => {
  const { person, world } = await startRig();
  const permissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.AttachFiles;
  const channel = person().in(world.channel(undefined, permissions));
  expect(await channel.animates(await newPicture())).toMatchObject({ type: 5, flags: 64 });
  expect(await channel.nextClip()).toMatchObject({ ephemeral: true });
});

it("a mention where it may not write is answered in private", async () => {
  const { person, world } = await startRig();
  const anna = person();
  const place = world.channel(undefined, PermissionFlagsBits.ViewChannel);
  anna.in(place).says(ME, { pictures: [await newPicture()] });
  const chat = anna.private();
  await chat.nextText(CANNOT_HERE);
  const clip = await chat.nextClip();
  await chat.taps(clip, "Stronger");
  await chat.becomes(clip, "stronger", ({ text }) => text === "Come alive · strong");
});

it("where it may write but send no files, the clip comes in private, with a word why", async () => {
  const { person, world } = await startRig();
  const anna = person();
  const permissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  const place = world.channel(undefined, permissions);
  anna.in(place).says(ME, { pictures: [await newPicture()] });
  await anna.private().nextClip();
  await anna.private().nextText(CANNOT_HERE);
});

it("where neither is possible, the status says what is missing", async () => {
  const { person, world } = await startRig();
  const anna = person();
  world.closed.add(anna.id);
  const permissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  const channel = anna.in(world.channel(undefined, permissions));
  channel.says(ME, { pictures: [await newPicture()] });
  await channel.nextText(/^I am not allowed to post files here/);
});

it("a permission that is taken away in the middle is no loss", async () => {
  const { person, world, renderer, discord } = await startRig();
  const anna = person();
  const place = world.channel();
  renderer.hold();
  anna.in(place).says(ME, { pictures: [await newPicture()] });
  await anna.in(place).nextText(/^Making the clip/);
  place.permissions = PermissionFlagsBits.ViewChannel;
  renderer.release();
  await anna.private().nextClip();
  expect(discord.calls("send").some(({ status }) => status === 403)).toBe(true);
});

it("answers without a reference where it may not read what was written before", async () => {
  const { person, world } = await startRig();
  const { ViewChannel, SendMessages, AttachFiles } = PermissionFlagsBits;
  const channel = person().in(world.channel(undefined, ViewChannel | SendMessages | AttachFiles));
  channel.says(ME, { pictures: [await newPicture()] });
  expect((await channel.nextClip()).repliesTo).toBeUndefined();
});

it("a status that somebody deleted is no trouble", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  renderer.hold();
  await channel.animates(await newPicture());
  const status = await channel.nextText(/^Making the clip/);
  const held = world.find(status.id);
  if (held !== null) held.deleted = true;
  renderer.release();
  expect((await channel.nextClip()).id).not.toBe(status.id);
});

it("a person who takes no messages is let go", async () => {
  const { person, world, queue } = await startRig();
  const anna = person();
  world.closed.add(anna.id);
  anna.private().says("", { pictures: [await newPicture()] });
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0, unanswered: 0 }));
});

it("what could not be noted down is apologised for, so that nobody waits", async () => {
  const { person, world, store, renderer } = await startRig();
  const channel = person().in(world.channel());
  const write = store.records.run.bind(store.records);
  let full = true;
  vi.spyOn(store.records, "run").mockImplementation((sql, values) => {
    if (full && sql.includes("INTO journal")) throw new Error("disk full");
    return write(sql, values);
  });
  await channel.animates(await newPicture());
  await channel.nextText(/^Something went wrong here/);
  full = false;
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  full = true;
  await channel.taps(clip, "Stronger");
  expect(await channel.nextText(/^Something went wrong here/)).toMatchObject({ ephemeral: true });
  expect(renderer.made).toHaveLength(1);
});
