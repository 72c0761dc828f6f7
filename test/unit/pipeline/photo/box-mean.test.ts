import { describe, expect, it } from "vitest";
import { boxMean } from "../../../../src/pipeline/photo/box-mean.ts";

describe("boxMean", () => {
  it("keeps a constant and takes the mean of the square, the border repeated", () => {
    expect([...boxMean(new Float32Array(25).fill(3), 5, 5, 2)].every((value) => Math.abs(value - 3) < 1e-6)).toBe(true);
    const single = new Float32Array(25);
    single[12] = 9;
    expect([...boxMean(single, 5, 5, 1)].map(Math.round)).toEqual([
      0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    ]);
    const corner = new Float32Array(25);
    corner[0] = 9;
    expect(boxMean(corner, 5, 5, 1)[0]).toBeCloseTo(4, 5);
  });

  it("knows width from height", () => {
    const wide = new Float32Array(15);
    wide[7] = 9;
    expect([...boxMean(wide, 5, 3, 1)].map(Math.round)).toEqual([0, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 0]);
  });
});
