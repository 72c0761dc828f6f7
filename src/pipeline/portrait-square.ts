import { clamp } from "./math.ts";
import type { Box, Photo } from "./types.ts";

/** The face (forehead to chin, as the mesh sees it) takes this part of the square's height … */
const FACE_SHARE = 0.4;
/** … up to this much where the photo is cropped too tightly for that. */
const TIGHT_FACE_SHARE = 0.62;
/** Where the middle of the face lies in the square, from the top: shoulders below need more room than hair above. */
const FACE_MIDDLE = 0.46;

/**
 * The square crop of head and shoulders round a face, in photo pixels. It keeps inside the photo where it can: first by moving,
 * then (until the face fills `TIGHT_FACE_SHARE`) by shrinking; what then reaches over the photo's edges lends what moves in from there,
 * and is not shown.
 */
export function portraitSquare(photo: Pick<Photo, "width" | "height">, face: Box): Box {
  const faceSize = Math.max(face.height, face.width);
  const available = Math.min(photo.width, photo.height);
  const side = Math.min(faceSize / FACE_SHARE, Math.max(available, faceSize / TIGHT_FACE_SHARE));
  return {
    x: keepInside(face.x + face.width / 2 - side / 2, side, photo.width, side * 0.12),
    y: keepInside(face.y + face.height / 2 - side * FACE_MIDDLE, side, photo.height, side * 0.12),
    width: side,
    height: side,
  };
}

/** Moves [start, start + length] by at most `limit` so that it lies within [0, total] or, failing that, nearer to it. */
function keepInside(start: number, length: number, total: number, limit: number): number {
  const end = start + length;
  if (length >= total) return clamp((total - length) / 2, start - limit, start + limit);
  if (start < 0) return Math.min(0, start + limit);
  if (end > total) return Math.max(total - length, start - limit);
  return start;
}
