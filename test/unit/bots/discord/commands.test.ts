import { expect, it } from "vitest";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

it("/animate is answered with a clip in the place of its own status", async () => {
  const { person, world } = await startRig();
  const channel = person().in(world.channel());
  const { type, afterMs } = await channel.animates(await newPicture());
  expect(type).toBe(5);
  expect(afterMs).toBeLessThan(3000);
  const clip = await channel.nextClip();
  expect(clip.buttons).toContain("Stronger");
  expect(clip.history.length).toBeGreaterThan(1);
});
