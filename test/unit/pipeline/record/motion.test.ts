import { describe, expect, it } from "vitest";
import { headTurn, multiply } from "../../../../src/pipeline/math.ts";
import { readDriver } from "../../../../src/pipeline/motion/drivers.ts";
import { faceBasis } from "../../../../src/pipeline/perceive/face-basis.ts";
import { fitHead } from "../../../../src/pipeline/perceive/pose.ts";
import { headMotion } from "../../../../src/pipeline/record/head-motion.ts";
import { fillGaps, measureMotion } from "../../../../src/pipeline/record/motion.ts";
import { toDriver } from "../../../../src/pipeline/record/record.ts";

interface Made {
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
  readonly shapes?: Readonly<Record<string, number>>;
  /** Gaze to the subject's left, cm. */
  readonly gaze?: number;
}

/** The canonical face, moved by known coefficients, turned and projected into a picture: 20 px a cm round (300, 300). */
function makeMesh({ yaw = 0, pitch = 0, roll = 0, shapes = {}, gaze = 0 }: Made = {}): Float32Array {
  const { vertices, shapes: basis } = faceBasis();
  const points = vertices.map((vertex) => [...vertex]);
  for (const [name, value] of Object.entries(shapes)) {
    for (const [point, move] of Object.entries(basis[name] ?? {})) {
      for (let k = 0; k < 3; k++) points[Number(point)]![k]! += value * move[k]!;
    }
  }
  for (const [outer, inner] of [
    [33, 133],
    [263, 362],
  ] as const) {
    const centre = [0, 1, 2].map((k) => (vertices[outer]![k]! + vertices[inner]![k]!) / 2);
    for (let i = 0; i < 5; i++) points.push([centre[0]! + gaze, centre[1]!, centre[2]!]);
  }
  const turn = multiply(Float64Array.of(1, 0, 0, 0, -1, 0, 0, 0, -1), headTurn(yaw, pitch, roll));
  const mesh = new Float32Array(478 * 3);
  points.forEach((p, i) => {
    for (let row = 0; row < 3; row++) {
      const value = turn[row * 3]! * p[0]! + turn[row * 3 + 1]! * p[1]! + turn[row * 3 + 2]! * p[2]!;
      mesh[i * 3 + row] = 20 * value + (row < 2 ? 300 : 0);
    }
  });
  return mesh;
}

const at = (motion: ReturnType<typeof measureMotion>, channel: keyof typeof motion.channels, frame: number): number =>
  motion.channels[channel]?.[frame] ?? Number.NaN;

describe("headMotion", () => {
  it.each([
    { yaw: 12, pitch: 0, roll: 0 },
    { yaw: -8, pitch: 6, roll: 0 },
    { yaw: 5, pitch: -4, roll: 10 },
  ])("reads back a turn of $yaw, $pitch, $roll", (angles) => {
    const motion = headMotion(fitHead(makeMesh()), fitHead(makeMesh(angles)));
    expect(motion.headYaw).toBeCloseTo(angles.yaw, 3);
    expect(motion.headPitch).toBeCloseTo(angles.pitch, 3);
    expect(motion.headRoll).toBeCloseTo(angles.roll, 3);
  });
});

describe("measureMotion", () => {
  it("names the smile, the open mouth and the brows that it is shown, and little else", () => {
    const shapes = { mouthSmileLeft: 0.8, mouthSmileRight: 0.8, jawOpen: 0.4, browInnerUp: 0.6 };
    const motion = measureMotion([makeMesh(), makeMesh({ yaw: 6, shapes }), makeMesh()], 25, 0);
    for (const [name, value] of Object.entries(shapes)) {
      expect(Math.abs(at(motion, name as "jawOpen", 1) - value), name).toBeLessThan(0.25);
    }
    expect(at(motion, "mouthPucker", 1)).toBeLessThan(0.1);
    expect(at(motion, "headYaw", 1)).toBeCloseTo(6, 0);
    expect(at(motion, "jawOpen", 2)).toBe(0);
    expect(motion.explained).toBeGreaterThan(0.97);
  });

  it("tells a wink apart and reads where the eyes look", () => {
    const motion = measureMotion([makeMesh(), makeMesh({ shapes: { eyeBlinkLeft: 0.8 }, gaze: 0.3 })], 25, 0);
    expect(at(motion, "eyeBlinkLeft", 1)).toBeGreaterThan(0.75);
    expect(at(motion, "eyeBlinkRight", 1)).toBeLessThan(0.05);
    expect(at(motion, "eyeLookOutLeft", 1)).toBeGreaterThan(0.3);
    expect(at(motion, "eyeLookOutLeft", 1)).toBeCloseTo(at(motion, "eyeLookInRight", 1), 6);
    expect(at(motion, "eyeLookInLeft", 1)).toBe(0);
  });

  it("chooses a calm frame with open eyes as neutral and fills in lost frames", () => {
    const blink = makeMesh({ shapes: { eyeBlinkLeft: 1, eyeBlinkRight: 1 } });
    const talk = makeMesh({ shapes: { jawOpen: 0.7 } });
    const motion = measureMotion([talk, blink, makeMesh(), null, makeMesh({ yaw: 20 })], 25);
    expect(motion.neutral).toBe(2);
    expect(motion.lost).toBe(1);
    expect(at(motion, "headYaw", 3)).toBeCloseTo(10, 0);
  });

  it("says which frame shows no face", () => {
    expect(() => measureMotion([makeMesh(), null], 25, 1)).toThrow(/frame 1/);
    expect(() => measureMotion([null], 25)).toThrow(RangeError);
  });
});

describe("fillGaps", () => {
  it("interpolates between what is known and repeats the ends", () => {
    expect(fillGaps([undefined, 1, undefined, undefined, 4, undefined])).toEqual([1, 1, 2, 3, 4, 4]);
    expect(fillGaps([undefined, undefined])).toEqual([0, 0]);
  });
});

describe("toDriver", () => {
  it("makes a driver that the schema accepts, at rest at both ends, quiet channels left out", () => {
    const meshes = Array.from({ length: 121 }, (_, i) =>
      makeMesh({ yaw: 10 * Math.sin(i / 10), shapes: { jawOpen: 0.5 } }),
    );
    const motion = measureMotion([makeMesh(), ...meshes], 30, 0);
    const driver = toDriver(motion, { name: "talk-recorded", gesture: "talk", source: "made up" });
    expect(readDriver(JSON.stringify(driver))).toEqual(driver);
    expect(driver.seconds).toBeCloseTo(4, 1);
    expect(Object.keys(driver.tracks)).toContain("headYaw");
    expect(Object.keys(driver.tracks)).not.toContain("eyeBlinkLeft");
    expect(driver.needs, "closed lips part as far as they can").toEqual({ openEyes: false, openMouth: false });
  });

  it("pads what is too short with rest", () => {
    const motion = measureMotion(
      [makeMesh(), ...Array.from({ length: 20 }, () => makeMesh({ yaw: 9 })), makeMesh()],
      25,
      0,
    );
    const driver = toDriver(motion, { name: "short", gesture: "turn", source: "made up" });
    expect(driver.seconds).toBe(3);
    expect(readDriver(JSON.stringify(driver))).toEqual(driver);
  });
});
