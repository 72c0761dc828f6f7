import { describe, expect, it } from "vitest";
import { drawMark, makeMark } from "../../../../src/pipeline/video/mark.ts";

describe("the mark", () => {
  it("lies within the clip, at its lower right, on clips of any shape", () => {
    for (const [width, height] of [
      [720, 720],
      [1280, 540],
      [96, 96],
    ] as const) {
      const mark = makeMark(width, height);
      expect(mark.x).toBeGreaterThan(width / 2);
      expect(mark.y).toBeGreaterThan(height / 2);
      expect(mark.x + mark.width).toBeLessThan(width);
      expect(mark.y + mark.height).toBeLessThan(height);
    }
  });

  it("has its letters in the middle of the plate", () => {
    const { width, height, letters } = makeMark(720, 720);
    const columns = Array.from({ length: width }, (_, x) =>
      Array.from({ length: height }, (_, y) => letters[y * width + x]!).some((cover) => cover > 0.5),
    );
    const rows = Array.from({ length: height }, (_, y) =>
      letters.subarray(y * width, (y + 1) * width).some((cover) => cover > 0.5),
    );
    for (const line of [columns, rows])
      expect(Math.abs(line.indexOf(true) - (line.length - 1 - line.lastIndexOf(true)))).toBeLessThanOrEqual(1);
  });

  it("can be read on white and on black", () => {
    for (const level of [0, 255]) {
      const rgb = new Uint8Array(3 * 400 * 400).fill(level);
      const mark = makeMark(400, 400);
      drawMark(mark, 400, rgb);
      const drawn = [...mark.letters.keys()].map(
        (i) => rgb[3 * ((mark.y + Math.floor(i / mark.width)) * 400 + mark.x + (i % mark.width))]!,
      );
      const [plate, letters] = [
        drawn.filter((_, i) => mark.plate[i] === 1 && mark.letters[i] === 0),
        drawn.filter((_, i) => mark.letters[i] === 1),
      ];
      expect(Math.min(...letters) - Math.max(...plate)).toBeGreaterThan(80);
    }
  });
});
