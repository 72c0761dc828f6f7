import { describe, expect, it } from "vitest";
import { MESH_LIMITS } from "../../../../src/pipeline/mesh/limits.ts";
import {
  castEveryone,
  castOne,
  chooseFace,
  type Direction,
  type Role,
  seedsOf,
} from "../../../../src/pipeline/motion/cast.ts";
import { CHANNELS, type Channel } from "../../../../src/pipeline/motion/channels.ts";
import { channelIndex } from "../../../../src/pipeline/motion/drive.ts";
import { shippedDrivers } from "../../../../src/pipeline/motion/shipped-drivers.ts";
import type { Face, Photo } from "../../../../src/pipeline/types.ts";
import { canonicalMesh } from "../../../support/meshes.ts";

const photo: Photo = { width: 40, height: 40, rgb: new Uint8Array(4800), damaged: false };
const straight = { yaw: 0, pitch: 0, roll: 0 };

function faceOf(index: number, changes: Partial<Face> = {}): Face {
  const box = { x: index, y: 0, width: 10, height: 10 + index };
  const shows = { pose: straight, openEyes: true, openMouth: false };
  return { index, box, score: 1, mesh: canonicalMesh(straight), obstacle: null, ...shows, ...changes };
}

const family = (count: number): Face[] => Array.from({ length: count }, (_, i) => faceOf(i + 1));

const direction = (changes: Partial<Direction> = {}): Direction => ({
  drivers: shippedDrivers(),
  gesture: "nostalgia",
  otherwise: "nostalgia",
  strength: 1,
  seedOf: (face) => 77 * face,
  limits: MESH_LIMITS,
  ...changes,
});

const column = ({ motion }: Role, channel: Channel): number[] =>
  Array.from({ length: motion.frames }, (_, frame) => motion.values[frame * CHANNELS.length + channelIndex(channel)]!);
const peakOf = (role: Role, channel: Channel): number => {
  const values = column(role, channel);
  return values.indexOf(Math.max(...values));
};
const numbers = (roles: readonly Role[]): number[] => roles.map(({ face }) => face.index).sort((a, b) => a - b);
const code = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe("castEveryone", () => {
  it("gives everyone a motion as long as the others', at rest at both ends", () => {
    for (const gesture of ["nostalgia", "blink", "nod"]) {
      const roles = castEveryone(photo, family(5), direction({ gesture }));
      expect(numbers(roles)).toEqual([1, 2, 3, 4, 5]);
      expect(new Set(roles.map(({ motion }) => motion.frames)).size).toBe(1);
      for (const { motion } of roles)
        for (const frame of [0, motion.frames - 1])
          for (const value of motion.values.subarray(frame * CHANNELS.length, (frame + 1) * CHANNELS.length))
            expect(Math.abs(value)).toBeLessThan(1e-5);
    }
  });

  it("lets nobody blink or breathe in step with another", () => {
    const roles = castEveryone(photo, family(5), direction({ gesture: "blink" }));
    const blinks = roles.map((role) => peakOf(role, "eyeBlinkLeft")).sort((a, b) => a - b);
    for (let k = 1; k < blinks.length; k++) expect(blinks[k]! - blinks[k - 1]!).toBeGreaterThanOrEqual(2);
    expect(new Set(roles.map((role) => peakOf(role, "headY"))).size).toBe(5);
  });

  it("lets everyone move with a strength and, where there are several, a variant of their own", () => {
    const nods = castEveryone(photo, family(6), direction({ gesture: "nod" }));
    const deepest = nods.map((role) => Math.min(...column(role, "headPitch")));
    expect(Math.min(...deepest) / Math.max(...deepest)).toBeGreaterThan(1.1);
    const looks = castEveryone(photo, family(6), direction());
    expect(new Set(looks.map(({ driver }) => driver.name)).size).toBeGreaterThan(2);
  });

  it("does the same again for the same seeds, and something else for others", () => {
    const frames = (seed: number): string =>
      castEveryone(photo, family(3), direction({ seedOf: (face) => seed + face }))
        .map(({ face, driver, motion }) => `${face.index} ${driver.name} ${motion.values.join()}`)
        .join();
    expect(frames(5)).toBe(frames(5));
    expect(frames(5)).not.toBe(frames(500));
  });

  it("moves the largest forty of many, and nobody who cannot be animated", () => {
    const many = family(43).map((face) => (face.index === 42 ? { ...face, obstacle: "faceTooSmall" as const } : face));
    const wanted = many.map(({ index }) => index).filter((index) => index > 2 && index !== 42);
    expect(wanted).toHaveLength(40);
    expect(numbers(castEveryone(photo, many, direction()))).toEqual(wanted);
  });

  it("lets those whom a gesture does not suit do the other one", () => {
    const asleep = faceOf(2, { openEyes: false });
    const roles = castEveryone(photo, [faceOf(1), asleep], direction({ gesture: "blink" }));
    const done = Object.fromEntries(roles.map(({ face, driver }) => [face.index, driver.gesture]));
    expect(done).toEqual({ 1: "blink", 2: "nostalgia" });
    const still = castEveryone(photo, [faceOf(1), asleep], direction({ gesture: "blink", otherwise: "wink" }));
    expect(numbers(still)).toEqual([1]);
  });

  it("lets one who is alone begin at once", () => {
    const [alone] = castEveryone(photo, family(1), direction({ gesture: "blink" }));
    expect(alone?.motion.frames).toBe(101);
  });

  it("says what is wrong where nobody can move", () => {
    const small = faceOf(1, { obstacle: "faceTooSmall" });
    expect(code(() => castEveryone(photo, [small], direction()))).toMatchObject({ code: "faceTooSmall" });
    expect(code(() => castEveryone(photo, [], direction()))).toMatchObject({ code: "noFace" });
    const asleep = [faceOf(1, { openEyes: false })];
    expect(code(() => castEveryone(photo, asleep, direction({ gesture: "wink" })))).toMatchObject({
      code: "gestureDoesNotSuit",
    });
    expect(code(() => castEveryone(photo, family(2), direction({ gesture: "fly" })))).toMatchObject({
      code: "noSuchGesture",
    });
  });
});

describe("one face", () => {
  it("is the one that is asked for, or else the most prominent", () => {
    expect(chooseFace(photo, family(3), 2).index).toBe(2);
    expect(chooseFace(photo, family(3), undefined).index).toBe(3);
    expect(code(() => chooseFace(photo, family(3), 4))).toMatchObject({ code: "noSuchFace", params: { faces: 3 } });
  });

  it("has the driver's own length", () => {
    expect(castOne(faceOf(1), direction({ gesture: "blink" })).motion.frames).toBe(101);
  });

  it("has a seed that photo and number decide", () => {
    const [first, again, other] = [seedsOf(Buffer.from("a")), seedsOf(Buffer.from("a")), seedsOf(Buffer.from("b"))];
    expect([first(1), first(2)]).toEqual([again(1), again(2)]);
    expect(new Set([first(1), first(2), other(1)]).size).toBe(3);
  });
});
