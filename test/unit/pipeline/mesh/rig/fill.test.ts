import { describe, expect, it } from "vitest";
import { skinTone } from "../../../../../src/pipeline/mesh/rig/eye/skin-tone.ts";
import { harmonicFill } from "../../../../../src/pipeline/mesh/rig/fill.ts";
import { fineStructure, grainAt, measureGrain } from "../../../../../src/pipeline/photo/grain.ts";
import { noise } from "../render/small-rig.ts";

const SIDE = 40;
function paint(colour: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: 3 * SIDE * SIDE }, (_, k) => {
    const i = Math.floor(k / 3);
    return colour(i % SIDE, Math.floor(i / SIDE));
  });
}
const hole = Uint8Array.from({ length: SIDE * SIDE }, (_, i) =>
  Math.hypot((i % SIDE) - 20, Math.floor(i / SIDE) - 20) < 10 ? 1 : 0,
);

describe("harmonicFill", () => {
  it("continues a linear gradient through a hole, known pixels untouched", () => {
    const gradient = paint((x, y) => 3 * x + 2 * y);
    const filled = Float32Array.from(gradient, (level, k) => (hole[Math.floor(k / 3)] === 1 ? 999 : level));
    harmonicFill(filled, SIDE, SIDE, hole);
    const worst = Math.max(...filled.map((level, k) => Math.abs(level - gradient[k]!)));
    expect(worst).toBeLessThan(0.5);
    expect(filled.every((level, k) => hole[Math.floor(k / 3)] === 1 || level === gradient[k])).toBe(true);
  });

  it("stays within the colours around", () => {
    const filled = paint((x) => (x < 20 ? 10 : 200));
    harmonicFill(filled, SIDE, SIDE, hole);
    expect(Math.min(...filled)).toBeGreaterThan(9);
    expect(Math.max(...filled)).toBeLessThan(201);
  });

  it("fills a picture's corner from the one side that is known", () => {
    const filled = paint(() => 70);
    harmonicFill(
      filled,
      SIDE,
      SIDE,
      Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (i % SIDE < 12 ? 1 : 0)),
    );
    expect(filled.every((level) => Math.abs(level - 70) < 0.01)).toBe(true);
  });
});

describe("grain", () => {
  const all = (): boolean => true;

  it("is nothing in a smooth picture, an edge included", () => {
    expect(
      measureGrain(
        paint((x) => 2 * x),
        SIDE,
        SIDE,
        all,
      ),
    ).toBeCloseTo(0, 3);
    expect(
      measureGrain(
        paint((x) => (x < 20 ? 0 : 255)),
        SIDE,
        SIDE,
        all,
      ),
    ).toBeCloseTo(0, 3);
  });

  it.each([2, 6, 12])("measures the grain of %d levels that was added", (grain) => {
    const picture = paint((x, y) => 100 + x + y + grainAt(y * SIDE + x, grain));
    const measured = measureGrain(picture, SIDE, SIDE, all);
    expect(measured).toBeGreaterThan(0.85 * grain);
    expect(measured).toBeLessThan(1.15 * grain);
  });

  it("is the same for the same pixel, another for its neighbour", () => {
    expect(grainAt(7, 5)).toBe(grainAt(7, 5));
    expect(grainAt(8, 5)).not.toBe(grainAt(7, 5));
    expect(grainAt(7, 0)).toBeCloseTo(0);
  });

  it("is measured where the picture is known", () => {
    const half = (pixel: number): boolean => pixel % SIDE < SIDE / 2;
    const picture = paint((x, y) => 100 + (half(x) ? 0 : grainAt(y * SIDE + x, 20)));
    expect(measureGrain(picture, SIDE, SIDE, half)).toBeCloseTo(0, 3);
  });
});

describe("fineStructure", () => {
  it("is nothing on a slope and what noise has over its mean", () => {
    const slope = fineStructure(
      paint((x, y) => x + 2 * y),
      SIDE,
      SIDE,
      2,
    );
    expect(Math.abs(slope[3 * (20 * SIDE + 20)]!)).toBeLessThan(1e-4);
    const dot = fineStructure(
      paint((x, y) => (x === 20 && y === 20 ? 90 : 0)),
      SIDE,
      SIDE,
      1,
    );
    expect(dot[3 * (20 * SIDE + 20)]).toBeCloseTo(80, 4);
    expect(dot[3 * (20 * SIDE + 21)]).toBeCloseTo(-10, 4);
    expect(dot[3 * (20 * SIDE + 22)]).toBeCloseTo(0, 4);
  });
});

describe("skinTone", () => {
  const all = Array.from({ length: SIDE * SIDE }, (_, i) => i);
  const nothing = new Uint8Array(SIDE * SIDE);

  it("forgets thin dark lines and keeps slow shading", () => {
    const tone = skinTone(
      paint((x, y) => (x % 8 === 3 ? 30 : 120 + y)),
      SIDE,
      SIDE,
      all,
      nothing,
      6,
    );
    for (const [x, y] of [
      [11, 20],
      [19, 12],
      [24, 30],
    ] as const)
      expect(Math.abs(tone[3 * (y * SIDE + x)]! - (120 + y))).toBeLessThan(4);
  });

  it("does not look at what is excluded, and leaves what is not wanted", () => {
    const picture = Float32Array.from(noise(SIDE * SIDE));
    const odd = Float32Array.from(picture, (level, k) => (hole[Math.floor(k / 3)] === 1 ? 255 : level));
    const wanted = all.filter((i) => hole[i] === 0);
    const tone = skinTone(odd, SIDE, SIDE, wanted.slice(0, 300), hole, 5);
    expect(tone.subarray(3 * 300, 3 * 310)).toEqual(odd.subarray(3 * 300, 3 * 310));
    expect(
      skinTone(
        paint(() => 90),
        SIDE,
        SIDE,
        wanted,
        hole,
        5,
      ).every((level) => Math.abs(level - 90) < 1e-3),
    ).toBe(true);
  });
});
