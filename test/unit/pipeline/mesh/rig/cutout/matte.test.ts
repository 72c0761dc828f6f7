import { describe, expect, it } from "vitest";
import { refineMask } from "../../../../../../src/pipeline/mesh/rig/cutout/matte.ts";
import { MASK_SIZE } from "../../../../../../src/pipeline/perceive/segment.ts";

const SIDE = 128;

/** A picture, dark to the left of `edge(y)` and light to its right. */
function halves(edge: (y: number) => number, dark = 40, light = 200): Uint8Array {
  const picture = new Uint8Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++)
    picture.fill(i % SIDE < edge(Math.floor(i / SIDE)) ? dark : light, 3 * i, 3 * i + 3);
  return picture;
}

/** A person mask that is 1 to the left of `edge` texture pixels, blurred over `blur` of them. */
function maskTo(edge: number, blur: number): Float32Array {
  return Float32Array.from({ length: MASK_SIZE * MASK_SIZE }, (_, i) => {
    const x = (((i % MASK_SIZE) + 0.5) * SIDE) / MASK_SIZE;
    return Math.min(1, Math.max(0, 0.5 + (edge - x) / blur));
  });
}

describe("refineMask", () => {
  it("is 1 on the person, 0 on the background and steps where the picture does", () => {
    const coverage = refineMask(
      maskTo(64, 8),
      halves(() => 64),
      SIDE,
    );
    const row = coverage.subarray(64 * SIDE, 65 * SIDE);
    expect(row.subarray(0, 62).every((share) => share > 0.98)).toBe(true);
    expect(row.subarray(67).every((share) => share < 0.05)).toBe(true);
    expect(row.filter((share) => share > 0.1 && share < 0.9).length).toBeLessThanOrEqual(3);
  });

  it("draws the mask's edge to the picture's when they differ a little, and never cuts into the person", () => {
    const edge = (y: number): number => 62 + 3 * Math.sin(y / 6);
    const coverage = refineMask(maskTo(64, 10), halves(edge), SIDE);
    const beyond: number[] = [];
    for (let y = 20; y < 108; y++)
      beyond.push(coverage.subarray(y * SIDE, (y + 1) * SIDE).findIndex((share) => share < 0.5) - edge(y));
    expect(Math.min(...beyond)).toBeGreaterThan(-1);
    expect(Math.max(...beyond)).toBeLessThan(5);
    // The mask by itself lies 2 pixels beyond, and by half a level more where the person wins.
    expect(beyond.reduce((sum, off) => sum + off, 0) / beyond.length).toBeLessThan(2);
  });

  it("follows the mask alone where the picture shows no edge", () => {
    const coverage = refineMask(
      maskTo(64, 8),
      halves(() => 0, 90, 90),
      SIDE,
    );
    expect(coverage[64 * SIDE + 50]).toBeCloseTo(1, 2);
    expect(coverage[64 * SIDE + 80]).toBeCloseTo(0, 2);
  });
});
