import { describe, expect, it } from "vitest";
import { blockJump, denoise, noiseLevel, noiseSpectrum } from "../../../../src/pipeline/enhance/denoise.ts";
import { usedResolution } from "../../../../src/pipeline/enhance/detail.ts";
import type { Plane } from "../../../../src/pipeline/photo/plane.ts";

/** Normally distributed, the same in every run. */
function noise(count: number, sigma: number): number[] {
  let state = 12345;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 1) / 4294967297;
  };
  return Array.from(
    { length: count },
    () => sigma * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  );
}

/** A slope with a dark bar that has sharp edges. */
const scene: Plane = {
  width: 96,
  height: 96,
  channels: 1,
  data: Float32Array.from({ length: 96 * 96 }, (_, i) => {
    const [x, y] = [i % 96, Math.floor(i / 96)];
    return x > 41 && x < 60 && y > 20 && y < 75 ? 60 : 120 + 0.5 * x + 0.2 * y;
  }),
};
const withNoise = (sigma: number): Plane => {
  const grain = noise(scene.data.length, sigma);
  return { ...scene, data: scene.data.map((value, i) => value + grain[i]!) };
};
const rms = (a: Plane, b: Plane): number =>
  Math.sqrt(a.data.reduce((sum, value, i) => sum + (value - b.data[i]!) ** 2, 0) / a.data.length);

describe("noise", () => {
  it("is measured as it was put there", () => {
    for (const sigma of [3, 6, 12]) {
      const level = noiseLevel(noiseSpectrum(withNoise(sigma)));
      expect(level).toBeGreaterThan(0.7 * sigma);
      expect(level).toBeLessThan(1.4 * sigma);
    }
  });

  it("goes, and edges stay", () => {
    const noisy = withNoise(8);
    const clean = denoise(noisy, noiseSpectrum(noisy));
    expect(rms(clean, scene)).toBeLessThan(0.45 * rms(noisy, scene));
    const row = 48 * 96;
    expect(clean.data[row + 39]! - clean.data[row + 44]!).toBeGreaterThan(65);
  });
});

describe("a JPEG's blocks", () => {
  /** What a strong compression leaves: every block one level. */
  const blocky: Plane = {
    ...scene,
    data: Float32Array.from({ length: 96 * 96 }, (_, i) => {
      const [x, y] = [8 * Math.floor((i % 96) / 8) + 4, 8 * Math.floor(i / 96 / 8) + 4];
      return 60 + 0.9 * x + 0.6 * y;
    }),
  };

  it("are seen where they are, and only there", () => {
    expect(blockJump(blocky, 0, 0)).toBeGreaterThan(4);
    expect(blockJump(blocky, 3, 5)).toBe(0);
    expect(blockJump(withNoise(3), 0, 0)).toBeLessThan(0.5);
  });

  it("are smoothed, not kept", () => {
    const clean = denoise(blocky, noiseSpectrum(blocky, blockJump(blocky, 0, 0)));
    expect(blockJump(clean, 0, 0)).toBeLessThan(0.5 * blockJump(blocky, 0, 0));
  });
});

describe("usedResolution", () => {
  const part = { x: 20, y: 10, width: 60, height: 76 };

  it("is all of it for a sharp picture", () => {
    expect(usedResolution(scene, part)).toBe(1);
  });

  it("is the less, the softer the picture is", () => {
    const waves = (period: number): Plane => ({
      ...scene,
      data: scene.data.map((_, i) => 100 + 40 * Math.sin((2 * Math.PI * (i % 96)) / period)),
    });
    const used = [6, 12, 24, 48].map((period) => usedResolution(waves(period), part));
    expect(used[0]).toBe(1);
    expect(used[3]).toBeLessThan(0.6);
    expect(used.toSorted((a, b) => b - a)).toEqual(used);
  });
});
