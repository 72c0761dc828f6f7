import type { Canvas, Colour } from "./canvas.ts";

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
