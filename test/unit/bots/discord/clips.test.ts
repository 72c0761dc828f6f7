import { expect, it, onTestFinished } from "vitest";
import { startBot, startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";
import { HeldStudio } from "../../../support/held-studio.ts";

const ALT = "Photo with artificial movement: Come alive";

it("a clip is a picture that loops by itself, with words for those who cannot see it", async () => {
  const { person, world } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  expect(clip.message.attachments.map(({ content_type }) => content_type)).toEqual(["image/webp"]);
  expect(clip.file?.filename).toBe("keepsake.webp");
  expect(Buffer.from(channel.bytesOf(clip)).toString("latin1", 0, 8)).toBe("webp of ");
  expect(clip.alt).toEqual([ALT]);
});

it.each([
  ["mp4", ["video/mp4"]],
  ["both", ["image/webp", "video/mp4"]],
] as const)("or as the operator wants it: %s", async (clips, types) => {
  const { person, world } = await startRig({ clips });
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  expect(clip.message.attachments.map(({ content_type }) => content_type)).toEqual(types);
  expect(clip.alt).toEqual(types.map(() => ALT));
  // What the message holds need not be offered.
  await channel.taps(clip, "⋯");
  const menu = await channel.becomes(clip, "the menu", ({ buttons }) => buttons.includes("Delete"));
  expect(menu.buttons).toEqual(["Report", "Delete", "‹ Back"]);
});

it("a clip that cannot be made to loop comes as a video", async () => {
  const { person, world, renderer, logged } = await startRig();
  const channel = person().in(world.channel());
  renderer.convertFailures.push(new Error("Unknown encoder 'libwebp_anim'"));
  await channel.animates(await newPicture());
  expect((await channel.nextClip()).file?.content_type).toBe("video/mp4");
  expect(logged.join("")).toContain("a clip cannot be made to loop");
});

it("where there is no encoder for such pictures the log says so once, and clips come as videos", async () => {
  const renderer = new HeldStudio();
  renderer.able = ["mp4", "gif"];
  const { person, world, logged, stop } = await startBot({ renderer });
  onTestFinished(stop);
  const channel = person().in(world.channel());
  for (let i = 0; i < 2; i++) {
    await channel.animates(await newPicture());
    expect((await channel.nextClip()).file?.content_type).toBe("video/mp4");
  }
  expect(renderer.conversions).toBe(0);
  expect(logged.filter((line) => line.includes("ffmpeg has no encoder for clips that loop"))).toHaveLength(1);
});

it("who goes back and forth between clips does not wait for each anew, and what is deleted is not kept for that", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  const picture = await newPicture();
  await channel.animates(picture);
  const clip = await channel.nextClip();
  const show = async (gesture: string) => {
    await channel.picks(clip, gesture);
    await channel.becomes(clip, gesture, ({ entries }) => entries.includes(`•${gesture}`));
  };
  for (const gesture of ["Smile", "Come alive", "Smile", "Come alive"]) await show(gesture);
  expect(renderer.conversions).toBe(2);
  await channel.deletes(clip);
  await channel.animates(picture);
  await channel.nextClip();
  expect(renderer.conversions).toBe(3);
});
