import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

it("what is for one person alone stays so after a tap", async () => {
  const { person, world } = await startRig();
  // Where the bot may not write, a clip is for the asker alone.
  const place = world.channel("77", PermissionFlagsBits.ViewChannel | PermissionFlagsBits.AttachFiles);
  const [anna, boris] = [person().in(place), person().in(place)];
  await anna.animates(await newPicture());
  const clip = await anna.nextClip();
  expect(clip.ephemeral).toBe(true);
  await anna.taps(clip, "Stronger");
  const second = await anna.nextClip();
  expect(second.ephemeral).toBe(true);
  expect(boris.seen()).toEqual([]);
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
