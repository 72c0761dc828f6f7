import type { Canvas, Colour } from "./canvas.ts";
import { glyphOf } from "./glyphs.ts";
import { drawStroke, type Stroke } from "./stroke.ts";

/** Half the thickness of a line, and the distance between two glyphs, for a height of 1. */
const PEN = 0.085;
const GAP = 0.22;

/** Width of a text whose digits are `height` high, in the same unit; `gap` lies between two glyphs, for a height of 1. */
export function textWidth(text: string, height: number, gap = GAP): number {
  const widths = Array.from(text, (character) => glyphOf(character).width);
  return height * widths.reduce((sum, width) => sum + width + gap, -gap);
}

/** The lines of a text, the upper left corner of its first glyph at (x, y). Throws on a character that nobody has drawn. */
export function textStrokes(text: string, x: number, y: number, height: number, gap = GAP): Stroke[] {
  let left = x;
  return Array.from(text).flatMap((character) => {
    const { width, strokes } = glyphOf(character);
    const start = left;
    left += (width + gap) * height;
    return strokes.map((stroke) => stroke.map(([u, v]) => [start + u * height, y + v * height] as const));
  });
}

/** Draws a text with its middle at (x, y), its digits `height` pixels high. */
export function drawText(canvas: Canvas, text: string, x: number, y: number, height: number, colour: Colour): void {
  for (const stroke of textStrokes(text, x - textWidth(text, height) / 2, y - height / 2, height))
    drawStroke(canvas, stroke, PEN * height, colour);
}
