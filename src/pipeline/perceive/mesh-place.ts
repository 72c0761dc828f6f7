import { type Square, turnOf } from "../photo/crop.ts";
import type { Box, Mesh } from "../types.ts";
import { FACE_POINTS, LEFT_EYE_OUTER, RIGHT_EYE_OUTER } from "./mesh-parts.ts";

/** Side of the mesh model's crop over the longer side of the face's box; what the model was trained on. */
export const FACE_MARGIN = 1.5;

/** The upright box round the points of a face, in photo pixels; it may reach beyond the photo. */
export function boxOfMesh(mesh: Mesh): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < FACE_POINTS; i++) {
    left = Math.min(left, mesh[i * 3]!);
    right = Math.max(right, mesh[i * 3]!);
    top = Math.min(top, mesh[i * 3 + 1]!);
    bottom = Math.max(bottom, mesh[i * 3 + 1]!);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The crop for a face whose mesh is known: upright by the outer eye corners, round all its points. */
export function squareOfMesh(mesh: Mesh): Square {
  const roll = rollOfMesh(mesh);
  const { cos, sin } = turnOf(roll);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < FACE_POINTS; i++) {
    const x = mesh[i * 3]!;
    const y = mesh[i * 3 + 1]!;
    const u = cos * x + sin * y;
    const v = cos * y - sin * x;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  const u = (left + right) / 2;
  const v = (top + bottom) / 2;
  return { x: cos * u - sin * v, y: sin * u + cos * v, side: Math.max(right - left, bottom - top) * FACE_MARGIN, roll };
}

/** Tilt of the line between the outer eye corners, degrees clockwise. */
export function rollOfMesh(mesh: Mesh): number {
  const dx = mesh[LEFT_EYE_OUTER * 3]! - mesh[RIGHT_EYE_OUTER * 3]!;
  const dy = mesh[LEFT_EYE_OUTER * 3 + 1]! - mesh[RIGHT_EYE_OUTER * 3 + 1]!;
  return (Math.atan2(dy, dx) * 180) / Math.PI;
}
