import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

const VIDEO = { bytes: Buffer.from("a video of a nod"), name: "nod.mp4", type: "video/mp4" };
const SONG = { bytes: Buffer.from("a waltz"), name: "waltz.mp3", type: "audio/mpeg" };
const isMoved = ({ text }: { readonly text: string }): boolean => text.startsWith("Filmed movement");

it("a photo makes the movement of the video that is given with it", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture(), {}, VIDEO);
  await channel.next("the movement", isMoved);
  expect(renderer.made.at(-1)).toMatchObject({ movement: { seconds: 3 } });
});

it("the last clip makes that of a message's video, by its Apps menu", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  await channel.nextClip();
  await channel.opensMenu(channel.says("like this", { pictures: [VIDEO] }), "Use as motion");
  await channel.next("the movement", isMoved);
  expect(renderer.made.at(-1)).toMatchObject({ movement: { seconds: 3 } });
});

it("whoever has no video, or no clip to move, is told how it is done", async () => {
  const { person, world } = await startRig();
  const channel = person().in(world.channel());
  await channel.opensMenu(channel.says("hello"), "Use as motion");
  await channel.nextText(/GIF of a face: the face in the photo makes that movement/);
  await channel.opensMenu(channel.says("like this", { pictures: [VIDEO] }), "Use as motion");
  await channel.nextText(/GIF of a face: the face in the photo makes that movement/);
});

it("a photo moves to the music that is given with it, and the last clip to that of a message; both can be heard", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture(), {}, SONG);
  const first = await channel.next("a clip to the music", ({ text }) => text.startsWith("Moved to your music"));
  expect(first.message.attachments.map(({ content_type }) => content_type)).toEqual(["video/mp4"]);
  expect(renderer.made.at(-1)).toMatchObject({ song: { frames: 250 } });
  const other = { ...SONG, bytes: Buffer.from("a polka") };
  await channel.opensMenu(channel.says("and this", { pictures: [other] }), "Use as motion");
  const isOther = ({ file }: { readonly file: typeof first.file }): boolean =>
    file !== undefined && file.id !== first.file?.id;
  await channel.next("the polka", (seen) => seen.text.startsWith("Moved to your music") && isOther(seen));
  expect(renderer.heard).toBe(2);
});
