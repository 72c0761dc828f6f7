import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

/** A clip of a photo of so many people, in a channel. */
async function clipOfMany(people: number) {
  const { person, world, renderer } = await startRig();
  renderer.faces = facesInARow(people);
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  return { channel, clip: await channel.nextClip() };
}

it("a photo has one message: a list of faces, one of gestures, a row of buttons; what is chosen takes its place", async () => {
  const { person, world, renderer } = await startRig();
  renderer.faces = facesInARow(3);
  const place = world.channel();
  const [anna, boris] = [person().in(place), person("es-419").in(place)];
  await anna.animates(await newPicture());
  const clip = await anna.nextClip();
  expect(clip.rows).toBe(3);
  expect(clip.entries.slice(0, 7)).toEqual([
    "Everyone",
    "Face 1",
    "•Face 2",
    "Face 3",
    "Who is who?",
    "•Come alive",
    "Smile",
  ]);
  expect(clip.buttons).toEqual(["Gentler", "Stronger", "Whole photo", "⋯"]);
  expect(await boris.picks(clip, "Face 3")).toMatchObject({ type: 6 });
  const third = await boris.becomes(clip, "his choice", ({ text }) => /^Cara 3 de 3/.test(text));
  expect(third.entries.slice(0, 4)).toEqual(["Todos", "Cara 1", "Cara 2", "•Cara 3"]);
  await anna.picks(third, "Todos");
  const all = await anna.becomes(clip, "everyone", ({ text }) => text.startsWith("Everyone"));
  expect(all.buttons).not.toContain("Whole photo");
  expect(renderer.made.map(({ face }) => face)).toEqual([2, 3, "all"]);
  expect(anna.seen()).toHaveLength(1);
});

it("who is who is shown in the clip's place, and there is a way back", async () => {
  const { channel, clip } = await clipOfMany(8);
  await channel.picks(clip, "Who is who?");
  const strip = await channel.becomes(clip, "the faces", ({ kind }) => kind === "picture");
  expect(strip).toMatchObject({ text: "Choose a face", rows: 2, buttons: ["‹ Back"] });
  expect(strip.entries).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n === 2 ? "•" : ""}Face ${n}`));
  await channel.taps(strip, "‹ Back");
  await channel.becomes(clip, "the clip again", ({ kind, rows }) => kind === "clip" && rows === 3);
  await channel.picks(clip, "Who is who?");
  await channel.becomes(clip, "the faces", ({ kind }) => kind === "picture");
  await channel.picks(clip, "Face 5");
  await channel.becomes(clip, "the fifth", ({ kind, text }) => kind === "clip" && text === "Face 5 of 8 · Come alive");
  expect(channel.seen()).toHaveLength(1);
});

it("of very many faces a list holds a page", async () => {
  const { channel, clip } = await clipOfMany(45);
  expect(clip.entries.slice(0, 23)).toEqual(
    expect.arrayContaining(["Everyone", "Face 1", "Face 20", "› Faces", "Who is who?"]),
  );
  await channel.picks(clip, "› Faces");
  const turned = await channel.becomes(clip, "the next page", ({ entries }) => entries.includes("Face 40"));
  expect([turned.entries[0], turned.entries.at(-1), turned.rows]).toEqual(["Face 21", "› Faces", 2]);
  await channel.picks(turned, "Face 33");
  await channel.becomes(clip, "the 33rd", ({ text }) => text === "Face 33 of 45 · Come alive");
});

it("a clip that exists is shown again without rendering, in the same place", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  await channel.picks(clip, "Come alive");
  await channel.nextText("This is the one shown here.");
  await channel.picks(clip, "Smile");
  await channel.becomes(clip, "a smile", ({ text }) => text === "Smile");
  await channel.picks(clip, "Come alive");
  await channel.becomes(clip, "as before", ({ text }) => text === "Come alive");
  expect(renderer.made).toHaveLength(2);
});

it("another choice is told under the clip when it takes long, and can be called off: the clip is there again", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  renderer.hold();
  await channel.taps(clip, "Stronger");
  const working = await channel.becomes(clip, "a status", ({ text }) => /^Making the clip/.test(text));
  expect(working).toMatchObject({ kind: "clip", buttons: ["Cancel"] });
  await channel.taps(working, "Cancel");
  await channel.becomes(clip, "as it was", ({ text, rows }) => text === "Come alive" && rows === 2);
});

it("the video is brought to whoever wants to keep it, and the clip stays as it is", async () => {
  const { person, world } = await startRig();
  const place = world.channel();
  const [anna, boris] = [person().in(place), person().in(place)];
  await anna.animates(await newPicture());
  const clip = await anna.nextClip();
  await boris.taps(clip, "⋯");
  await boris.becomes(clip, "the menu", ({ buttons }) => buttons[0] === "Save as video");
  expect(await boris.taps(clip, "Save as video")).toMatchObject({ type: 5, flags: 64 });
  const video = await boris.next("the video", ({ file }) => file?.content_type === "video/mp4");
  expect(video).toMatchObject({ ephemeral: true, buttons: [] });
  expect(anna.seen()).toHaveLength(1);
  expect(world.promised).toBe(0);
});

it("a clip that somebody else has answered stays, and loses its buttons to the new one", async () => {
  const { person, world } = await startRig();
  const place = world.channel();
  const [anna, boris] = [person().in(place), person().in(place)];
  await anna.animates(await newPicture());
  const clip = await anna.nextClip();
  boris.says("How lovely", { to: clip });
  await anna.picks(clip, "Smile");
  await anna.next("a smile", ({ kind, text }) => kind === "clip" && text === "Smile");
  const before = await anna.becomes(clip, "without buttons", ({ rows }) => rows === 0);
  expect(before.text).toMatch(/^Come alive/);
});

it("who is in the picture has it taken down, without being its sender", async () => {
  const { person, world, store } = await startRig();
  const place = world.channel();
  const [anna, boris] = [person(), person().in(place)];
  await anna.in(place).animates(await newPicture());
  const clip = await anna.in(place).nextClip();
  await boris.taps(clip, "⋯");
  const menu = await boris.becomes(clip, "the menu", ({ buttons }) => buttons.includes("‹ Back"));
  expect(menu).toMatchObject({ rows: 1 });
  expect(menu.buttons).toEqual(["Save as video", "Report", "Delete", "This is me: remove", "‹ Back"]);
  await boris.taps(menu, "This is me: remove");
  await boris.becomes(clip, "the question", ({ buttons }) => buttons.includes("Yes, take it down"));
  await boris.taps(clip, "Yes, take it down");
  await boris.gone(clip);
  await boris.nextText("It is taken down. Thank you for saying so.");
  await anna.private().nextText(/^Somebody in a photo that you sent does not want it shown/);
  expect(await store.usage()).toMatchObject({ photos: 1 });
});

it("only who sent the photo and moderators delete it", async () => {
  const { person, world, store } = await startRig();
  const place = world.channel();
  const [anna, boris, clara] = [person(), person(), person()];
  const message = anna.in(place).says("Mother", { pictures: [await newPicture()] });
  await boris.in(place).opensMenu(message, "Animate");
  const clip = await boris.in(place).nextClip();
  await clara.in(place).taps(clip, "⋯");
  await clara.in(place).becomes(clip, "the menu", ({ buttons }) => buttons.includes("Delete"));
  await clara.in(place).taps(clip, "Delete");
  await clara.in(place).nextText("Only the person who sent the photo can delete it.");
  const moderator = clara.in(place, PermissionFlagsBits.ManageMessages);
  await moderator.taps(clip, "Delete");
  await moderator.becomes(clip, "the question", ({ buttons }) => buttons.includes("Yes, delete it"));
  await moderator.taps(clip, "Keep it");
  await moderator.becomes(clip, "as it was", ({ buttons }) => buttons.includes("Stronger"));
  await anna.in(place).deletes(clip);
  expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
});

it("taps are ended without a word where something follows by itself", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  renderer.hold();
  await channel.taps(clip, "Stronger");
  await channel.taps(clip, "Stronger");
  expect(await channel.nextText("This one is already being made.")).toMatchObject({ ephemeral: true });
  renderer.release();
  await channel.becomes(clip, "stronger", ({ text }) => text === "Come alive · strong");
  expect(channel.seen().filter(({ ephemeral }) => ephemeral)).toHaveLength(1);
});
