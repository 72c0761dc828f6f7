import { describe, expect, it } from "vitest";
import { MARK_CORNERS } from "../../../../src/pipeline/types.ts";
import { drawMark, makeMark } from "../../../../src/pipeline/video/mark.ts";

/** Of two grey levels, as the Web Content Accessibility Guidelines have it. */
function contrast(light: number, dark: number): number {
  const luminance = (level: number): number =>
    level <= 10 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4;
  return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
}

describe("the mark", () => {
  it("lies within the clip, in the corner that was asked for, on clips of any shape", () => {
    for (const [width, height] of [
      [720, 720],
      [1280, 540],
      [96, 96],
    ] as const) {
      expect(makeMark(width, height)).toEqual(makeMark(width, height, "top-right"));
      for (const corner of MARK_CORNERS) {
        const mark = makeMark(width, height, corner);
        expect(mark.x > width / 2, corner).toBe(corner.endsWith("right"));
        expect(mark.y > height / 2, corner).toBe(corner.startsWith("bottom"));
        expect(Math.min(mark.x, mark.y)).toBeGreaterThan(0);
        expect(mark.x + mark.width).toBeLessThan(width);
        expect(mark.y + mark.height).toBeLessThan(height);
      }
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

  it("has a contrast of 4.5 on every ground", () => {
    for (const level of [0, 32, 64, 96, 128, 160, 192, 224, 255]) {
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
      expect(contrast(Math.min(...letters), Math.max(...plate))).toBeGreaterThan(4.5);
    }
  });
});
