import type { Canvas, Colour } from "../draw/canvas.ts";
import { drawLabel, labelSize } from "../draw/label.ts";
import { outlineRectangle } from "../draw/rectangle.ts";
import type { Face, Photo } from "../pipeline/types.ts";

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
/** Faces that can be animated, and those that cannot. */
const READY: Colour = [0, 158, 115];
const HINDERED: Colour = [213, 94, 0];

/** Height of a number over its face's, and the least that can be read, pixels. */
const DIGITS_SHARE = 0.16;
const LEAST_DIGITS = 14;

/** The photo with a numbered box round every face: green where it can be animated, orange where something prevents it. */
export function drawPreview(photo: Photo, faces: readonly Face[]): Canvas {
  const canvas = { width: photo.width, height: photo.height, rgb: photo.rgb.slice() };
  const line = Math.max(2, Math.round(Math.max(photo.width, photo.height) / 500));
  for (const face of faces) drawFace(canvas, face, line);
  return canvas;
}

function drawFace(canvas: Canvas, { box, index, obstacle }: Face, line: number): void {
  const x = Math.round(box.x);
  const y = Math.round(box.y);
  const frame = { x, y, width: Math.round(box.width), height: Math.round(box.height) };
  const colour = obstacle === null ? READY : HINDERED;
  outlineRectangle(canvas, { x: x - 1, y: y - 1, width: frame.width + 2, height: frame.height + 2 }, line + 2, BLACK);
  outlineRectangle(canvas, frame, line, colour);
  const number = String(index);
  const digits = Math.max(LEAST_DIGITS, box.height * DIGITS_SHARE);
  const label = labelSize(number, digits);
  const above = y - label.height;
  const labelX = Math.min(Math.max(0, x), canvas.width - label.width);
  drawLabel(canvas, number, labelX, above >= 0 ? above : Math.max(0, y), digits, [WHITE, colour]);
}
