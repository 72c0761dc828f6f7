import { describe, expect, it } from "vitest";
import { CHANNELS, type Channel } from "../../../../src/pipeline/motion/channels.ts";
import { channelIndex, FPS, playDriver, trackAt } from "../../../../src/pipeline/motion/drive.ts";
import type { Driver, Easing, Track } from "../../../../src/pipeline/motion/drivers.ts";
import { shippedDrivers } from "../../../../src/pipeline/motion/shipped-drivers.ts";

/** From 0 at one second to 10 at three. */
const rise = (ease: Easing): Track => [
  { t: 1, v: 0, ease },
  { t: 3, v: 10, ease: "linear" },
];

function driverOf(tracks: Driver["tracks"], seconds = 4): Driver {
  return {
    name: "test",
    gesture: "test",
    source: "hand-keyed",
    suits: { yaw: [-30, 30], pitch: [-20, 20] },
    needs: { openEyes: false, openMouth: false, closedMouth: false },
    seconds,
    tracks,
  };
}

describe("trackAt", () => {
  it.each([
    ["linear", 2.5, 5, 7.5],
    ["smooth", 1.035, 5, 8.965],
    ["in", 0.625, 2.5, 5.625],
    ["out", 4.375, 7.5, 9.375],
    ["hold", 0, 0, 0],
  ] as const)("goes %s from one keyframe to the next", (ease, quarter, half, threeQuarters) => {
    const track = rise(ease);
    expect(trackAt(track, 1.5)).toBeCloseTo(quarter, 2);
    expect(trackAt(track, 2)).toBeCloseTo(half, 6);
    expect(trackAt(track, 2.5)).toBeCloseTo(threeQuarters, 2);
  });

  it.each(["linear", "smooth", "in", "out", "hold"] as const)("starts and ends on its keyframes (%s)", (ease) => {
    expect(trackAt(rise(ease), 1)).toBeCloseTo(0, 9);
    expect(trackAt(rise(ease), 3)).toBe(10);
  });

  it("stays at the first keyframe before it and at the last one after it", () => {
    expect(trackAt(rise("linear"), 0)).toBe(0);
    expect(trackAt(rise("linear"), 9)).toBe(10);
  });

  it("reads a recording between its values and stays at its ends", () => {
    const track = { fps: 10, values: [0, 1, 3, 2] };
    expect(trackAt(track, 0.1)).toBeCloseTo(1, 9);
    expect(trackAt(track, 0.15)).toBeCloseTo(2, 9);
    expect(trackAt(track, 0.25)).toBeCloseTo(2.5, 9);
    expect(trackAt(track, -1)).toBe(0);
    expect(trackAt(track, 9)).toBe(2);
  });
});

describe("playDriver", () => {
  const tracks: Partial<Record<Channel, Track>> = {
    headYaw: [
      { t: 0, v: 0, ease: "linear" },
      { t: 2, v: 8, ease: "linear" },
      { t: 4, v: 0, ease: "linear" },
    ],
    eyeBlinkLeft: { fps: 1, values: [0, 0, 1, 0, 0] },
  };
  const at = (motion: ReturnType<typeof playDriver>, frame: number, channel: Channel): number =>
    motion.values[frame * CHANNELS.length + channelIndex(channel)]!;

  it("gives one row of all channels for each frame, the last one at the driver's end", () => {
    const motion = playDriver(driverOf(tracks));
    expect(motion).toMatchObject({ fps: 25, frames: 101 });
    expect(motion.values).toHaveLength(101 * CHANNELS.length);
    expect(at(motion, 25, "headYaw")).toBeCloseTo(4, 5);
    expect(at(motion, 50, "headYaw")).toBeCloseTo(8, 5);
    expect(at(motion, 50, "eyeBlinkLeft")).toBeCloseTo(1, 5);
    expect(at(motion, 50, "headPitch")).toBe(0);
  });

  it("scales the motion by the strength, but not the blink", () => {
    const motion = playDriver(driverOf(tracks), 0.5);
    expect(at(motion, 50, "headYaw")).toBeCloseTo(4, 5);
    expect(at(motion, 50, "eyeBlinkLeft")).toBeCloseTo(1, 5);
  });

  it.each(shippedDrivers().map((driver) => [driver.name, driver] as const))(
    "closes the loop of %s at rest",
    (_, driver) => {
      const { frames, values } = playDriver(driver);
      expect(frames).toBe(Math.round(driver.seconds * FPS) + 1);
      expect(values.subarray(0, CHANNELS.length).every((value) => Math.abs(value) < 1e-6)).toBe(true);
      expect(values.subarray(-CHANNELS.length).every((value) => Math.abs(value) < 1e-6)).toBe(true);
      expect(values.some((value) => Math.abs(value) > 0.5)).toBe(true);
    },
  );
});
