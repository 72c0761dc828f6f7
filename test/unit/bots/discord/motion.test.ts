import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

const VIDEO = { bytes: Buffer.from("a video of a nod"), name: "nod.mp4", type: "video/mp4" };
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
