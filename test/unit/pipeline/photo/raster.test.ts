import { describe, expect, it } from "vitest";
import { doubledRow, lumaAt, lumaOf, type Raster, sampleInto, valueAt } from "../../../../src/pipeline/photo/raster.ts";

/** Red rises by 10 to the right, green by 20 downwards, blue stays. */
const slopes: Raster = {
  width: 4,
  height: 3,
  channels: 3,
  data: Uint8Array.from({ length: 36 }, (_, k) => {
    const [x, y] = [Math.floor(k / 3) % 4, Math.floor(k / 12)];
    return [10 * x, 20 * y, 7][k % 3]!;
  }),
};

function colourAt(raster: Raster, x: number, y: number): number[] {
  const out = new Float32Array(3);
  sampleInto(raster, x, y, out);
  return [...out].map((level) => Math.round(100 * level) / 100);
}

describe("sampleInto", () => {
  it("gives a pixel's own colour at its middle, and the mean of four between them", () => {
    expect(colourAt(slopes, 2, 1)).toEqual([20, 20, 7]);
    expect(colourAt(slopes, 1.5, 0.5)).toEqual([15, 10, 7]);
    expect(colourAt(slopes, 0.25, 1.75)).toEqual([2.5, 35, 7]);
  });

  it("goes on as the last pixel beyond each edge", () => {
    expect(colourAt(slopes, -5, -5)).toEqual([0, 0, 7]);
    expect(colourAt(slopes, 99, 99)).toEqual([30, 40, 7]);
    expect(colourAt(slopes, 3, 2)).toEqual([30, 40, 7]);
  });

  it("writes where it is told to, and nothing beside it", () => {
    const out = new Float32Array(5).fill(-1);
    sampleInto(slopes, 1, 1, out, 1);
    expect([...out]).toEqual([-1, 10, 20, 7, -1]);
  });

  it("knows pictures of a single pixel", () => {
    expect(colourAt({ width: 1, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3) }, 0.7, -4)).toEqual([1, 2, 3]);
  });
});

describe("valueAt", () => {
  it("is the same for one channel", () => {
    const plane = { width: 2, height: 2, channels: 1, data: Float32Array.of(0, 10, 20, 30) } as const;
    expect(valueAt(plane, 0.5, 0.5)).toBe(15);
    expect(valueAt(plane, 1, 0.25)).toBe(15);
    expect(valueAt(plane, 9, 9)).toBe(30);
  });
});

describe("doubledRow", () => {
  it("shows what lies between the pixels at a quarter and three quarters of the way, to the edges", () => {
    const row = new Float32Array(24);
    for (let y = 0; y < 6; y++) {
      doubledRow(slopes, y, row);
      for (let x = 0; x < 8; x++)
        expect([...row.subarray(3 * x, 3 * x + 3)]).toEqual(colourAt(slopes, (x - 0.5) / 2, (y - 0.5) / 2));
    }
  });
});

describe("luma", () => {
  it("leaves grey as it is, and takes green for the lightest", () => {
    expect(lumaOf(90, 90, 90)).toBeCloseTo(90, 10);
    expect(lumaOf(0, 255, 0)).toBeGreaterThan(lumaOf(255, 0, 0));
    expect(lumaOf(255, 0, 0)).toBeGreaterThan(lumaOf(0, 0, 255));
    expect(lumaAt(Uint8Array.of(9, 9, 9, 10, 20, 30), 1)).toBeCloseTo(lumaOf(10, 20, 30), 10);
  });
});
