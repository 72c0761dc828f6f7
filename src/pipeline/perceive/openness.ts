import type { Mesh } from "../types.ts";
import { type EyeContour, eyeOpenness } from "./eye-contour.ts";

/**
 * Above this openness an eye counts as open; below it, it is closed already or as good as closed. Of 177 eyes in photos the shut ones
 * had up to 0.092, and the narrowest open one 0.116.
 */
const OPEN_EYE = 0.1;
/** Below this opening (of the mouth's width) the mouth counts as closed, and no shape may tear it open. */
const CLOSED_GAP = 0.05;

export const eyeIsOpen = (contour: EyeContour): boolean => eyeOpenness(contour) > OPEN_EYE;

/** Height of the mouth's opening over its width, 0 when closed. */
export function mouthOpening(mesh: Mesh): number {
  const width = distance(mesh, 78, 308);
  const gaps = [82, 13, 312].map((upper, i) => distance(mesh, upper, [87, 14, 317][i]!));
  return gaps.reduce((sum, gap) => sum + gap, 0) / 3 / Math.max(width, 1);
}

export const mouthIsClosed = (mesh: Mesh): boolean => mouthOpening(mesh) < CLOSED_GAP;

function distance(mesh: Mesh, a: number, b: number): number {
  return Math.hypot(
    mesh[3 * a]! - mesh[3 * b]!,
    mesh[3 * a + 1]! - mesh[3 * b + 1]!,
    mesh[3 * a + 2]! - mesh[3 * b + 2]!,
  );
}
