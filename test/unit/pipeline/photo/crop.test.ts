import { describe, expect, it } from "vitest";
import { fromSquare, MINUS_ONE_TO_ONE, sampleSquare } from "../../../../src/pipeline/photo/crop.ts";
import type { Photo } from "../../../../src/pipeline/types.ts";

/** A photo whose red grows to the right and green downwards, one level per pixel. */
function ramp(width: number, height: number): Photo {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.set([i % width, Math.floor(i / width), 7], i * 3);
  return { width, height, rgb, damaged: false };
}

const pixel = (values: Float32Array, size: number, x: number, y: number): number[] =>
  [...values.subarray((y * size + x) * 3, (y * size + x) * 3 + 3)].map((value) => Math.round(value * 2550) / 10);

describe("sampleSquare", () => {
  const photo = ramp(64, 64);

  it("copies pixels when nothing is scaled or turned", () => {
    const values = sampleSquare(photo, { x: 32, y: 32, side: 64, roll: 0 }, 64);
    expect(pixel(values, 64, 10, 20)).toEqual([10, 20, 7]);
    expect(pixel(values, 64, 63, 0)).toEqual([63, 0, 7]);
  });

  it("averages when shrinking", () => {
    const values = sampleSquare(photo, { x: 32, y: 32, side: 64, roll: 0 }, 16);
    expect(pixel(values, 16, 2, 3)).toEqual([9.5, 13.5, 7]);
  });

  it("interpolates when enlarging", () => {
    const values = sampleSquare(photo, { x: 32, y: 32, side: 8, roll: 0 }, 16);
    expect(pixel(values, 16, 8, 8)).toEqual([31.8, 31.8, 7]);
  });

  it("turns a leaning face upright: up in the crop is where the face's up leans to", () => {
    const values = sampleSquare(photo, { x: 32, y: 32, side: 32, roll: 90 }, 32);
    // Leaning 90° clockwise, the head's top points to the right, where red is high.
    expect(pixel(values, 32, 16, 0)[0]).toBeGreaterThan(pixel(values, 32, 16, 31)[0]! + 25);
  });

  it("is black outside the photo and keeps to the range asked for", () => {
    const values = sampleSquare(photo, { x: 0, y: 0, side: 64, roll: 0 }, 8, MINUS_ONE_TO_ONE);
    expect(values[0]).toBe(-1);
    expect(Math.min(...values)).toBe(-1);
    expect(Math.max(...values)).toBeLessThan(1);
  });
});

describe("fromSquare", () => {
  it("finds in the photo what was seen in the crop", () => {
    const square = { x: 40, y: 30, side: 20, roll: 90 };
    expect(fromSquare(square, 0.5, 0.5)).toEqual({ x: 40, y: 30 });
    const top = fromSquare(square, 0.5, 0);
    expect(top.x).toBeCloseTo(50);
    expect(top.y).toBeCloseTo(30);
  });
});
