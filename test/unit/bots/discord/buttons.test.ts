import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";
import { facesInARow } from "../../../support/held-studio.ts";

it("shows who is who in a group photo, and moves the face that is tapped, whoever taps", async () => {
  const { person, world, renderer } = await startRig();
  renderer.faces = facesInARow(3);
  const place = world.channel();
  const [anna, boris] = [person().in(place), person("es-419").in(place)];
  await anna.animates(await newPicture());
  const strip = await anna.next("the faces", ({ kind }) => kind === "picture");
  expect(strip.text).toMatch(/^I found 3 faces/);
  const clip = await anna.nextClip();
  expect(clip.buttons.slice(0, 3)).toEqual(["1", "•2", "3"]);
  expect(clip.rows).toBeLessThanOrEqual(5);
  expect(await boris.taps(clip, "3")).toMatchObject({ type: 6 });
  await boris.next("his own clip", ({ kind, text }) => kind === "clip" && /^Cara 3 de 3/.test(text));
  expect(renderer.made.map(({ face }) => face)).toEqual([2, 3]);
});

it("many faces turn the gestures into a list, and the list works", async () => {
  const { person, world, renderer } = await startRig();
  renderer.faces = facesInARow(12);
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  expect(clip.rows).toBeLessThanOrEqual(5);
  expect(clip.entries).toContain("Smile");
  await channel.picks(clip, "Smile");
  const smile = await channel.nextClip();
  expect(smile.entries).toContain("•Smile");
  await channel.taps(smile, "›");
  const turned = await channel.becomes(smile, "the other faces", ({ buttons }) => buttons.includes("12"));
  expect(turned.text).toBe(smile.text);
});

it("a clip that exists is sent again without rendering", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  await channel.taps(clip, "Come alive");
  await channel.nextText("This is the one shown here.");
  await channel.taps(clip, "Smile");
  await channel.taps(await channel.nextClip(), "Come alive");
  await channel.nextClip();
  await channel.taps(clip, "Save as file");
  expect((await channel.nextClip()).buttons).toEqual([]);
  expect(renderer.made).toHaveLength(2);
});

it("only who sent the photo and moderators delete it", async () => {
  const { person, world, store } = await startRig();
  const place = world.channel();
  const [anna, boris, clara] = [person(), person(), person()];
  const message = anna.in(place).says("Mother", { pictures: [await newPicture()] });
  await boris.in(place).opensMenu(message, "Animate");
  const clip = await boris.in(place).nextClip();
  await clara.in(place).taps(clip, "Delete");
  await clara.in(place).nextText("Only the person who sent the photo can delete it.");
  const moderator = clara.in(place, PermissionFlagsBits.ManageMessages);
  await moderator.taps(clip, "Delete");
  await moderator.becomes(clip, "the question", ({ buttons }) => buttons.includes("Yes, delete it"));
  await moderator.taps(clip, "Keep it");
  await moderator.becomes(clip, "as it was", ({ buttons }) => buttons.includes("Stronger"));
  await anna.in(place).taps(clip, "Delete");
  await anna.in(place).becomes(clip, "the question", ({ buttons }) => buttons.includes("Yes, delete it"));
  await anna.in(place).taps(clip, "Yes, delete it");
  await anna.in(place).gone(clip);
  expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
});

it("taps are ended without a word where something follows by itself", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  renderer.hold();
  await channel.taps(clip, "Stronger");
  await channel.nextText("Starting …");
  await channel.taps(clip, "Stronger");
  expect(await channel.nextText("This one is already being made.")).toMatchObject({ ephemeral: true });
  renderer.release();
  await channel.nextClip();
  expect(channel.seen().filter(({ ephemeral }) => ephemeral)).toHaveLength(1);
});
