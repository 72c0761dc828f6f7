import { describe, expect, it } from "vitest";
import { cutOut, planOf } from "../../../src/pipeline/sticker.ts";
import { makeMark } from "../../../src/pipeline/video/mark.ts";

describe("which frames of a clip a sticker shows", () => {
  it.each([
    ["a short clip's, at its own pace", 50, { count: 40, step: 1.25, cut: false }],
    ["one of four seconds, a little faster", 100, { count: 59, cut: false }],
    ["the first four seconds of a longer one", 160, { count: 59, step: 1.75, cut: true }],
  ])("%s", (_, frames, plan) => expect(planOf(frames, 25)).toMatchObject(plan));

  it("never longer than three seconds, nor more than the clip has", () => {
    for (let frames = 25; frames <= 250; frames++) {
      const { count, fps, step } = planOf(frames, 25);
      expect(count / fps).toBeLessThan(3);
      expect(Math.round((count - 1) * step)).toBeLessThan(frames);
    }
  });
});

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

  it("bears the mark, also where nothing is behind it", () => {
    const rgba = cutOut(both([0, 0, 0], 0), width, height, mark);
    const alpha = (x: number, y: number): number => rgba[4 * (y * width + x) + 3]!;
    expect(alpha(mark.x + Math.floor(mark.width / 2), mark.y + 1)).toBeGreaterThan(60);
    expect(alpha(2, 2)).toBe(0);
  });
});
