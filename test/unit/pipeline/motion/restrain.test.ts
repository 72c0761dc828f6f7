import { describe, expect, it } from "vitest";
import { MESH_LIMITS } from "../../../../src/pipeline/mesh/limits.ts";
import { CHANNELS, type Channel } from "../../../../src/pipeline/motion/channels.ts";
import { channelIndex, type Motion } from "../../../../src/pipeline/motion/drive.ts";
import { restrain } from "../../../../src/pipeline/motion/restrain.ts";
import type { Pose } from "../../../../src/pipeline/types.ts";

const frontal: Pose = { yaw: 0, pitch: 0, roll: 0 };

/** What becomes of one value of one channel for a head in some pose. */
function restrained(channel: Channel, value: number, pose: Partial<Pose>): number {
  const values = new Float32Array(CHANNELS.length);
  values[channelIndex(channel)] = value;
  const motion: Motion = { frames: 1, fps: 25, values };
  return restrain(motion, { ...frontal, ...pose }, MESH_LIMITS.turn).values[channelIndex(channel)]!;
}

describe("restrain", () => {
  it("leaves a small motion of a frontal head as it is", () => {
    expect(restrained("headYaw", 10, {})).toBeCloseTo(10, 5);
    expect(restrained("headPitch", -6, {})).toBeCloseTo(-6, 5);
    expect(restrained("headRoll", 7, {})).toBeCloseTo(7, 5);
  });

  it.each([
    ["headYaw", 16],
    ["headPitch", 11],
    ["headRoll", 11],
  ] as const)("never lets %s pass %d degrees, whatever is asked", (channel, most) => {
    for (const asked of [20, 45, -20, -45]) {
      const value = restrained(channel, asked, {});
      expect(Math.abs(value)).toBeLessThanOrEqual(most + 1e-4);
      expect(Math.abs(value)).toBeGreaterThan(0.9 * most);
      expect(Math.sign(value)).toBe(Math.sign(asked));
    }
  });

  it("grows with what is asked, without a step", () => {
    let before = 0;
    for (let asked = 0.25; asked <= 45; asked += 0.25) {
      const value = restrained("headYaw", asked, {});
      expect(value).toBeGreaterThanOrEqual(before);
      expect(value - before).toBeLessThan(0.26);
      before = value;
    }
  });

  it.each([
    ["headYaw", "yaw"],
    ["headPitch", "pitch"],
  ] as const)("turns a head that is turned in %s already back only", (channel, angle) => {
    for (const own of [28, -28, 40, -40]) {
      expect(restrained(channel, Math.sign(own) * 8, { [angle]: own })).toBeCloseTo(0, 5);
      expect(Math.abs(restrained(channel, -Math.sign(own) * 8, { [angle]: own }))).toBeGreaterThan(4);
    }
  });

  it("turns a profile by half of what a frontal head is turned by", () => {
    expect(restrained("headYaw", -8, { yaw: 60 })).toBeCloseTo(-4, 5);
  });

  it("opens no jaw so far that a dark gap shows behind the teeth", () => {
    expect(restrained("jawOpen", 0.26, {}), "the widest laugh that ships").toBeCloseTo(0.26, 6);
    expect(restrained("jawOpen", 0.7, {})).toBeLessThanOrEqual(0.35 + 1e-6);
  });

  it("touches neither expressions nor the motion that it is given", () => {
    expect(restrained("mouthPucker", 0.9, { yaw: 60 })).toBeCloseTo(0.9, 6);
    const values = new Float32Array(CHANNELS.length).fill(30);
    restrain({ frames: 1, fps: 25, values }, frontal, MESH_LIMITS.turn);
    expect(values.every((value) => value === 30)).toBe(true);
  });
});
