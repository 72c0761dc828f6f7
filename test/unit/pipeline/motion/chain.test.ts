import { describe, expect, it } from "vitest";
import { chained, chooseDrivers } from "../../../../src/pipeline/motion/chain.ts";
import { playDriver, trackAt } from "../../../../src/pipeline/motion/drive.ts";
import type { Driver, Track } from "../../../../src/pipeline/motion/drivers.ts";
import { shippedDrivers } from "../../../../src/pipeline/motion/shipped-drivers.ts";

const TRAITS = { pose: { yaw: 0, pitch: 0, roll: 0 }, openEyes: true, openMouth: false };
const hump = (height: number): Track => [
  { t: 0, v: 0, ease: "smooth" },
  { t: 2, v: height, ease: "smooth" },
  { t: 4, v: 0, ease: "smooth" },
];
const driver = (name: string, tracks: Driver["tracks"]): Driver => ({
  name,
  gesture: name,
  source: `made for ${name}`,
  suits: { yaw: [-90, 90], pitch: [-90, 90] },
  needs: { openEyes: false, openMouth: false },
  seconds: 4,
  tracks,
});
const look = driver("look", { headYaw: hump(5), eyeLookOutLeft: hump(0.5) });
const smile = driver("smile", { headYaw: hump(-3), mouthSmileLeft: hump(0.8) });

describe("chained", () => {
  const both = chained(look, smile);

  it("lasts as long as both, less the half second that they share", () => {
    expect(both.seconds).toBe(7.5);
    expect([both.gesture, both.name]).toEqual(["look,smile", "look,smile"]);
  });

  it("makes the second gesture after the first", () => {
    const at = (channel: "headYaw" | "eyeLookOutLeft" | "mouthSmileLeft", t: number): number =>
      trackAt(both.tracks[channel]!, t);
    expect(at("headYaw", 2)).toBeCloseTo(5, 1);
    expect(at("mouthSmileLeft", 2)).toBe(0);
    expect(at("headYaw", 5.5)).toBeCloseTo(-3, 1);
    expect(at("mouthSmileLeft", 5.5)).toBeCloseTo(0.8, 1);
    expect(at("eyeLookOutLeft", 5.5)).toBe(0);
  });

  it("closes its loop", () => {
    for (const gesture of ["nod", "sigh", "asleep", "smile"]) {
      const motion = playDriver(chooseDrivers(shippedDrivers(), `${gesture},blink`, TRAITS, 1));
      const row = motion.values.length / motion.frames;
      for (const ends of [motion.values.subarray(0, row), motion.values.subarray(-row)])
        expect(Math.max(...ends.map(Math.abs))).toBeLessThan(1e-6);
    }
  });
});

describe("chooseDrivers", () => {
  it("chooses one driver for one gesture", () => {
    expect(chooseDrivers([look, smile], "look", TRAITS, 1)).toBe(look);
  });

  it("knows no gesture that is missing, or three at once", () => {
    for (const gesture of ["look,wave", "look,smile,look", "look,"])
      expect(() => chooseDrivers([look, smile], gesture, TRAITS, 1)).toThrow(
        expect.objectContaining({ code: "noSuchGesture" }),
      );
  });
});
