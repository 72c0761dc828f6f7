import { type HeadFit, poseOfRotation } from "../../perceive/pose.ts";
import { turnOf } from "../../photo/crop.ts";
import { CHIN, toTexture } from "./head/depth.ts";

/** Where a body hangs below its head. */
export interface Hanging {
  /** Same pixels as the head's fit; `down` is one of them long. */
  readonly chin: readonly [x: number, y: number];
  readonly down: readonly [x: number, y: number];
  /** How far a point lies below the chin and beside it, cm; what lies above or to the other side is negative. */
  readonly below: (x: number, y: number) => number;
  readonly beside: (x: number, y: number) => number;
}

/**
 * Bodies hang straight down from the chin however the head leans. Only a head that leans by more than 45 degrees belongs to a body
 * that lies, and hangs along the nearest quarter turn.
 */
export function hangingFrom(fit: HeadFit): Hanging {
  const [cx, cy] = toTexture(fit, CHIN);
  const { cos, sin } = turnOf(90 * Math.round(poseOfRotation(fit.rotation).roll / 90));
  return {
    chin: [cx, cy],
    down: [-sin, cos],
    below: (x, y) => ((y - cy) * cos - (x - cx) * sin) / fit.scale,
    beside: (x, y) => ((x - cx) * cos + (y - cy) * sin) / fit.scale,
  };
}
