import { describe, expect, it } from "vitest";
import { cutOut, cutterFor } from "../../../../src/pipeline/sticker/cut-out.ts";
import { STICKER_SIDE } from "../../../../src/pipeline/sticker/limits.ts";
import { makeMark } from "../../../../src/pipeline/video/mark.ts";

describe("somebody on black and on white", () => {
  const [width, height] = [64, 64];
  const mark = makeMark(width, height);
  /** One colour, seen so much (0..1) of, everywhere. */
  const both = (colour: readonly [number, number, number], seen: number): Uint8Array => {
    const frame = new Uint8Array(2 * width * height * 3);
    for (let i = 0; i < 2 * width * height; i++) {
      const behind = i % (2 * width) < width ? 0 : 255;
      colour.forEach((level, c) => {
        frame[3 * i + c] = Math.round(seen * level + (1 - seen) * behind);
      });
    }
    return frame;
  };
  const pixel = (rgba: Uint8Array): number[] => [...rgba.subarray(0, 4)];

  it.each([
    [1, [200, 120, 40, 255]],
    [0.5, [200, 120, 40, 128]],
    [0, [0, 0, 0, 0]],
  ] as const)("has its own colour, seen %s", (seen, expected) => {
    const found = pixel(cutOut(both([200, 120, 40], seen), width, height, mark));
    found.forEach((level, c) => expect(Math.abs(level - expected[c]!)).toBeLessThanOrEqual(2));
  });

  it("keeps its proportions in the sticker's square, with nothing beside it", async () => {
    const [wide, high] = [48, 64];
    const frame = new Uint8Array(2 * wide * high * 3).fill(90);
    const rgba = await cutterFor({ width: wide, height: high }, undefined)(frame);
    const alpha = (x: number, y: number): number => rgba[4 * (y * STICKER_SIDE + x) + 3]!;
    const [middle, beside] = [STICKER_SIDE / 2, 20];
    expect([alpha(middle, middle), alpha(beside, middle), alpha(STICKER_SIDE - 1, middle)]).toEqual([255, 0, 0]);
  });

  it("bears the mark, also where nothing is behind it", () => {
    const rgba = cutOut(both([0, 0, 0], 0), width, height, mark);
    const alpha = (x: number, y: number): number => rgba[4 * (y * width + x) + 3]!;
    expect(alpha(mark.x + Math.floor(mark.width / 2), mark.y + 1)).toBeGreaterThan(60);
    expect(alpha(2, 2)).toBe(0);
  });
});
