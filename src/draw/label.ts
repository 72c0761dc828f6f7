import type { Canvas, Colour } from "./canvas.ts";
import { fillRectangle } from "./rectangle.ts";
import { drawText, textWidth } from "./text.ts";

/** Room round a label's text, for a height of 1. */
const ROOM = 0.3;

/** Sides in whole pixels of a label whose digits are `height` pixels high. */
export function labelSize(text: string, height: number): { readonly width: number; readonly height: number } {
  const room = 2 * ROOM * height;
  return { width: Math.round(textWidth(text, height) + room), height: Math.round(height + room) };
}

/** Draws text on a filled box; `x`, `y` is the box's upper left corner, in whole pixels. */
export function drawLabel(
  canvas: Canvas,
  text: string,
  x: number,
  y: number,
  height: number,
  [ink, paper]: readonly [Colour, Colour],
): void {
  const box = { x, y, ...labelSize(text, height) };
  fillRectangle(canvas, box, paper);
  drawText(canvas, text, x + box.width / 2, y + box.height / 2, height, ink);
}
