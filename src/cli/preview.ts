import type { Canvas, Colour } from "../draw/canvas.ts";
import type { Face, Photo } from "../pipeline/types.ts";
import { drawLabel, GLYPH_ROWS, outlineRectangle, textWidth } from "./raster.ts";

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
/** Faces that can be animated, and those that cannot. */
const READY: Colour = [0, 158, 115];
const HINDERED: Colour = [213, 94, 0];

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
  // A quarter of the face's height, as long as it can be read.
  const dot = Math.max(2, Math.round(box.height / 4 / (GLYPH_ROWS + 4)));
  const height = (GLYPH_ROWS + 4) * dot;
  const above = y - height;
  const labelX = Math.min(Math.max(0, x), canvas.width - textWidth(number, dot) - 4 * dot);
  drawLabel(canvas, number, labelX, above >= 0 ? above : Math.max(0, y), dot, [WHITE, colour]);
}
