import { describe, expect, it } from "vitest";
import { AREA, cosineTransform, inverseCosineTransform, SIDE } from "../../../../src/pipeline/enhance/cosine.ts";

/** Row by row, the sum that defines the orthonormal DCT-II in two dimensions. */
function byDefinition(values: ArrayLike<number>, down: number, across: number): number {
  const norm = (k: number): number => Math.sqrt((k === 0 ? 1 : 2) / SIDE);
  const cosine = (k: number, x: number): number => norm(k) * Math.cos(((2 * x + 1) * k * Math.PI) / (2 * SIDE));
  let sum = 0;
  for (let i = 0; i < AREA; i++)
    sum += (values[i] ?? 0) * cosine(down, Math.floor(i / SIDE)) * cosine(across, i % SIDE);
  return sum;
}

const window = (): Float64Array => Float64Array.from({ length: AREA }, (_, i) => 40 * Math.sin(i * i) + (i % 5));

describe("a window's cosine transform", () => {
  it("is what its definition says", () => {
    const transformed = window();
    cosineTransform(transformed);
    for (let k = 0; k < AREA; k++)
      expect(transformed[k]).toBeCloseTo(byDefinition(window(), Math.floor(k / SIDE), k % SIDE), 9);
  });

  it("has a way back", () => {
    const there = window();
    cosineTransform(there);
    inverseCosineTransform(there);
    window().forEach((value, i) => expect(there[i]).toBeCloseTo(value, 9));
  });
});
