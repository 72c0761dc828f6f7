import { clamp } from "./math.ts";
import type { Box, Photo } from "./types.ts";

/** The face (forehead to chin, as the mesh sees it) takes this part of the square's height … */
const FACE_SHARE = 0.4;
/** … up to this much where the photo is cropped too tightly for that. */
const TIGHT_FACE_SHARE = 0.62;
/** Where the middle of the face lies in the square, from the top: shoulders below need more room than hair above. */
const FACE_MIDDLE = 0.46;

/** A square that nearly lies within the photo is made smaller, down to this share of its side, so that it does. */
const LEAST_SHARE = 0.9;
const SHARE_STEP = 0.01;

/**
 * The square crop of head and shoulders round a face, in photo pixels. It keeps inside the photo where it can: first by moving,
 * then (until the face fills `TIGHT_FACE_SHARE`) by shrinking a little; what then reaches over the photo's edges lends what moves in from there,
 * and is not shown.
 */
export function portraitSquare(photo: Pick<Photo, "width" | "height">, face: Box): Box {
  const faceSize = Math.max(face.height, face.width);
  const available = Math.min(photo.width, photo.height);
  const side = Math.min(faceSize / FACE_SHARE, Math.max(available, faceSize / TIGHT_FACE_SHARE));
  for (let share = 1; share > LEAST_SHARE; share -= SHARE_STEP) {
    if (side * share * TIGHT_FACE_SHARE < faceSize) break;
    const square = squareOf(side * share, photo, face);
    if (isInside(square, photo)) return square;
  }
  return squareOf(side, photo, face);
}

function squareOf(side: number, photo: Pick<Photo, "width" | "height">, face: Box): Box {
  return {
    x: keepInside(face.x + face.width / 2 - side / 2, side, photo.width, side * 0.12),
    y: keepInside(face.y + face.height / 2 - side * FACE_MIDDLE, side, photo.height, side * 0.12),
    width: side,
    height: side,
  };
}

function isInside({ x, y, width, height }: Box, photo: Pick<Photo, "width" | "height">): boolean {
  return x >= 0 && y >= 0 && x + width <= photo.width && y + height <= photo.height;
}

/** Moves [start, start + length] by at most `limit` so that it lies within [0, total] or, failing that, nearer to it. */
function keepInside(start: number, length: number, total: number, limit: number): number {
  const end = start + length;
  if (length >= total) return clamp((total - length) / 2, start - limit, start + limit);
  if (start < 0) return Math.min(0, start + limit);
  if (end > total) return Math.max(total - length, start - limit);
  return start;
}
