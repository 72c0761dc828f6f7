import { describe, expect, it } from "vitest";
import { fadeEnds, resample, smooth } from "../../../../src/pipeline/record/smooth.ts";

describe("smooth", () => {
  it("leaves a parabola as it is, away from the ends", () => {
    const values = Array.from({ length: 30 }, (_, i) => 0.1 * i * i - 2 * i + 3);
    smooth(values, 4)
      .slice(4, -4)
      .forEach((value, i) => expect(value).toBeCloseTo(values[i + 4]!, 9));
  });

  it("has the published weights for five points", () => {
    const spike = smooth([0, 0, 0, 0, 35, 0, 0, 0, 0], 2);
    expect(spike.slice(2, 7).map((v) => Math.round(v * 1e6) / 1e6)).toEqual([-3, 12, 17, 12, -3]);
  });

  it("takes noise away", () => {
    const noisy = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    expect(Math.max(...smooth(noisy, 4).map(Math.abs))).toBeLessThan(0.35);
  });
});

describe("resample", () => {
  it("keeps a straight line straight and its length in seconds", () => {
    const at30 = Array.from({ length: 31 }, (_, i) => i / 30);
    const at25 = resample(at30, 30, 25);
    expect(at25).toHaveLength(26);
    at25.forEach((value, i) => expect(value).toBeCloseTo(i / 25, 9));
  });
});

describe("fadeEnds", () => {
  it("brings both ends to rest and leaves the middle alone", () => {
    const faded = fadeEnds(new Array<number>(101).fill(2), 25, 0.5);
    expect(faded[0]).toBe(0);
    expect(faded[100]).toBe(0);
    expect(faded[50]).toBe(2);
    expect(faded[13]).toBe(2);
    faded.slice(1, 13).forEach((value, i) => expect(value).toBeGreaterThan(faded[i]!));
  });

  it("copes with recordings shorter than its fades", () => {
    expect(fadeEnds([1, 1, 1], 25, 0.5)).toEqual([0, 1, 0]);
  });
});
