import { describe, expect, it } from "vitest";
import { drawLabel, labelSize } from "../../../src/draw/label.ts";
import { blankCanvas } from "../../../src/draw/rectangle.ts";
import { drawText, textStrokes, textWidth } from "../../../src/draw/text.ts";

const BLACK = [0, 0, 0] as const;
const WHITE = [255, 255, 255] as const;

/** What a text covers, one string per row, `height` pixels high with a pixel of room. */
function picture(text: string, height: number): string[] {
  const canvas = blankCanvas(Math.ceil(textWidth(text, height)) + 2, height + 2, BLACK);
  drawText(canvas, text, canvas.width / 2, canvas.height / 2, height, WHITE);
  return Array.from({ length: canvas.height }, (_, y) =>
    Array.from({ length: canvas.width }, (_, x) => (canvas.rgb[(y * canvas.width + x) * 3]! > 110 ? "#" : ".")).join(
      "",
    ),
  );
}

describe("a text", () => {
  it("can be read at the size of a badge", () => {
    expect(picture("17", 9)).toEqual([
      "...##...#######",
      "..###...#######",
      ".####.......##.",
      ".####.......##.",
      "...##.......#..",
      "...##......##..",
      "...##......##..",
      "...##.....##...",
      "...##.....##...",
      "...##.....#....",
      "....#.....#....",
    ]);
  });

  it("has a different picture for every character, digits all of one width", () => {
    const characters = Array.from("0123456789.sAI");
    expect(new Set(characters.map((character) => picture(character, 12).join("\n"))).size).toBe(characters.length);
    expect(new Set(Array.from("0123456789", (digit) => textWidth(digit, 12))).size).toBe(1);
  });

  it("is as wide as its lines reach", () => {
    const xs = textStrokes("0.8 s", 5, 0, 20).flatMap((stroke) => stroke.map(([x]) => x));
    expect(Math.min(...xs)).toBeCloseTo(5, 5);
    expect(Math.max(...xs)).toBeCloseTo(5 + textWidth("0.8 s", 20), 1);
  });

  it("stays on the canvas where it reaches over the edge", () => {
    const canvas = blankCanvas(6, 6, BLACK);
    drawText(canvas, "88", 0, 0, 12, WHITE);
    expect(canvas.rgb.some((level) => level === 255)).toBe(true);
  });

  it("says which character nobody has drawn", () => {
    expect(() => textWidth("1x", 10)).toThrow("no glyph for x");
  });
});

describe("a label", () => {
  it("fills its whole box, with the text within", () => {
    const { width, height } = labelSize("3.25 s", 14);
    const canvas = blankCanvas(width + 4, height + 4, [255, 0, 0]);
    drawLabel(canvas, "3.25 s", 2, 2, 14, [WHITE, BLACK]);
    const levelsAt = (x: number, y: number): number[] => [
      ...canvas.rgb.subarray(3 * (y * canvas.width + x)).subarray(0, 3),
    ];
    const rim = [levelsAt(2, 2), levelsAt(1 + width, 2), levelsAt(2, 1 + height), levelsAt(1 + width, 1 + height)];
    expect(rim).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(levelsAt(1, 1)).toEqual([255, 0, 0]);
    expect(levelsAt(2 + width, 2 + height)).toEqual([255, 0, 0]);
    expect(canvas.rgb.filter((level, i) => i % 3 === 1 && level === 255).length).toBeGreaterThan(30);
  });
});
