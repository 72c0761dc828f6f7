import type { Canvas, Colour } from "../draw/canvas.ts";

/** A rectangle in whole pixels of the canvas; it may reach over the edge. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A new picture of one colour. */
export function blankCanvas(width: number, height: number, colour: Colour): Canvas {
  const canvas = { width, height, rgb: new Uint8Array(width * height * 3) };
  fillRectangle(canvas, { x: 0, y: 0, width, height }, colour);
  return canvas;
}

export function fillRectangle(canvas: Canvas, { x, y, width, height }: Rectangle, colour: Colour): void {
  const [left, right] = [Math.max(0, x), Math.min(canvas.width, x + width)];
  for (let row = Math.max(0, y); row < Math.min(canvas.height, y + height); row++) {
    for (let column = left; column < right; column++) canvas.rgb.set(colour, (row * canvas.width + column) * 3);
  }
}

/** Draws the four sides of a rectangle, `thickness` pixels wide, inwards. */
export function outlineRectangle(
  canvas: Canvas,
  { x, y, width, height }: Rectangle,
  thickness: number,
  colour: Colour,
): void {
  fillRectangle(canvas, { x, y, width, height: thickness }, colour);
  fillRectangle(canvas, { x, y: y + height - thickness, width, height: thickness }, colour);
  fillRectangle(canvas, { x, y, width: thickness, height }, colour);
  fillRectangle(canvas, { x: x + width - thickness, y, width: thickness, height }, colour);
}

/** Copies a whole picture onto the canvas; it must fit. */
export function place(canvas: Canvas, picture: Canvas, x: number, y: number): void {
  for (let row = 0; row < picture.height; row++) {
    const line = picture.rgb.subarray(row * picture.width * 3, (row + 1) * picture.width * 3);
    canvas.rgb.set(line, ((y + row) * canvas.width + x) * 3);
  }
}

// Drawn by hand, because a server often has no fonts at all: five columns, seven rows, one row per number, bit 4 on the left.
const GLYPH_COLUMNS = 5;
export const GLYPH_ROWS = 7;
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  "0": [14, 17, 19, 21, 25, 17, 14],
  "1": [4, 12, 4, 4, 4, 4, 14],
  "2": [14, 17, 1, 2, 4, 8, 31],
  "3": [31, 2, 4, 2, 1, 17, 14],
  "4": [2, 6, 10, 18, 31, 2, 2],
  "5": [31, 16, 30, 1, 1, 17, 14],
  "6": [6, 8, 16, 30, 17, 17, 14],
  "7": [31, 1, 2, 4, 8, 8, 8],
  "8": [14, 17, 17, 14, 17, 17, 14],
  "9": [14, 17, 17, 15, 1, 2, 12],
  ".": [0, 0, 0, 0, 0, 12, 12],
  s: [0, 0, 14, 16, 14, 1, 30],
  " ": [0, 0, 0, 0, 0, 0, 0],
};

/** Width of a number in pixels when each dot of its glyphs is `dot` pixels. */
export function textWidth(text: string, dot: number): number {
  return text.length * (GLYPH_COLUMNS + 1) * dot - dot;
}

/** Draws digits, full stops, spaces and the letter s. Throws on any other character. */
export function drawText(canvas: Canvas, text: string, x: number, y: number, dot: number, colour: Colour): void {
  Array.from(text).forEach((character, i) => {
    const glyph = GLYPHS[character];
    if (glyph === undefined) throw new Error(`no glyph for ${character}`);
    const left = x + i * (GLYPH_COLUMNS + 1) * dot;
    glyph.forEach((bits, row) => {
      for (let column = 0; column < GLYPH_COLUMNS; column++) {
        if ((bits >> (GLYPH_COLUMNS - 1 - column)) & 1) {
          fillRectangle(canvas, { x: left + column * dot, y: y + row * dot, width: dot, height: dot }, colour);
        }
      }
    });
  });
}

/** Draws text on a filled box; `x`, `y` is the box's upper left corner. */
export function drawLabel(
  canvas: Canvas,
  text: string,
  x: number,
  y: number,
  dot: number,
  [ink, paper]: readonly [Colour, Colour],
): void {
  const box = { x, y, width: textWidth(text, dot) + 4 * dot, height: (GLYPH_ROWS + 4) * dot };
  fillRectangle(canvas, box, paper);
  drawText(canvas, text, x + 2 * dot, y + 2 * dot, dot, ink);
}
