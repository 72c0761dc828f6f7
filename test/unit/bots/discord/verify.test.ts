import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";
import { WITH_MARKS } from "../../../support/held-studio.ts";

it("whoever asks of a message whether it was made here is told so, alone", async () => {
  const { person, world, renderer } = await startRig();
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  const clip = await channel.nextClip();
  renderer.marks = WITH_MARKS;
  await channel.opensMenu(clip.id, "Made by Keepsake?");
  const answer = await channel.nextText(/^This was made by Keepsake/);
  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toContain("artificial");
});

it("a message without a picture is answered with how it is done", async () => {
  const { person, world } = await startRig();
  const channel = person().in(world.channel());
  await channel.opensMenu(channel.says("hello"), "Made by Keepsake?");
  await channel.nextText(/^To see whether a clip was made by Keepsake/);
});
