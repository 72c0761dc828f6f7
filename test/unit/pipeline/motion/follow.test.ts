import { describe, expect, it } from "vitest";
import { CHANNELS, type Channel } from "../../../../src/pipeline/motion/channels.ts";
import { channelIndex, type Motion } from "../../../../src/pipeline/motion/drive.ts";
import { follow } from "../../../../src/pipeline/motion/follow.ts";

const FRAMES = 101;
const column = ({ values }: Motion, channel: Channel): number[] =>
  Array.from({ length: FRAMES }, (_, frame) => values[frame * CHANNELS.length + channelIndex(channel)]!);

/** Four seconds in which one channel moves. */
function moving(channel: Channel, at: (seconds: number) => number): Motion {
  const values = new Float32Array(FRAMES * CHANNELS.length);
  for (let frame = 0; frame < FRAMES; frame++) values[frame * CHANNELS.length + channelIndex(channel)] = at(frame / 25);
  return { frames: FRAMES, fps: 25, values };
}

const turn = moving("headYaw", (t) => 10 * Math.sin((Math.PI * t) / 4) ** 4);

describe("follow", () => {
  it("lets what hangs on the head come about 120 ms late, and never swing past", () => {
    const [head, trail] = [column(turn, "headYaw"), column(follow(turn), "trailYaw")];
    const half = (values: readonly number[]): number => values.findIndex((value) => value > 5);
    expect(half(trail) - half(head)).toBeGreaterThanOrEqual(2);
    expect(half(trail) - half(head)).toBeLessThanOrEqual(4);
    expect(Math.max(...trail)).toBeGreaterThan(9);
    expect(Math.max(...trail)).toBeLessThan(Math.max(...head));
    expect(Math.min(...trail)).toBeGreaterThan(-0.05);
  });

  it("lets the trunk take 6 to 10 % of the turn, on top of its own", () => {
    const torso = column(follow(turn), "torsoYaw");
    expect(Math.max(...torso)).toBeGreaterThan(0.6);
    expect(Math.max(...torso)).toBeLessThan(1);
    expect(Math.max(...column(follow(moving("torsoRoll", () => 2)), "torsoRoll"))).toBe(2);
  });

  it("starts and ends at rest, also in a sway that does not stand still there", () => {
    const swaying = follow(moving("headRoll", (t) => Math.sin((Math.PI * t) / 2)));
    const trail = column(swaying, "trailRoll");
    expect([trail[0], trail.at(-1)]).toEqual([0, 0]);
    // It closes without a jump.
    expect(Math.abs(trail.at(-2)!)).toBeLessThan(0.1);
  });

  it("leaves what the head does alone", () => {
    expect(column(follow(turn), "headYaw")).toEqual(column(turn, "headYaw"));
  });
});
