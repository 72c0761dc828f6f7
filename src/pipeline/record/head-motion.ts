import { type Matrix3, multiply, transpose } from "../math.ts";
import { type Channel, PIVOT } from "../motion/channels.ts";
import type { HeadFit } from "../perceive/pose.ts";

/** How a head is turned (degrees) and shifted (face widths) against another place of the same head. */
export type HeadMotion = Readonly<Record<Extract<Channel, `head${string}`>, number>>;

/** What a face width is taken to be on the canonical face. */
export const FACE_WIDTH_CM = 14;
const DEGREES = 180 / Math.PI;

/** The motion that carries a head from its neutral place to where it is now. */
export function headMotion(neutral: HeadFit, now: HeadFit): HeadMotion {
  const angles = turnAngles(multiply(transpose(neutral.rotation), now.rotation));
  const [x0, y0] = pivotOf(neutral);
  const [x, y] = pivotOf(now);
  const faceWidth = FACE_WIDTH_CM * neutral.scale;
  return { ...angles, headX: (x - x0) / faceWidth, headY: (y - y0) / faceWidth };
}

/** Angles of a turn in the head's own frame, the inverse of `headTurn`. */
export function turnAngles(turn: Matrix3): Pick<HeadMotion, "headYaw" | "headPitch" | "headRoll"> {
  return {
    headYaw: Math.atan2(turn[2]!, turn[8]!) * DEGREES,
    headPitch: Math.asin(Math.min(1, Math.max(-1, turn[5]!))) * DEGREES,
    headRoll: Math.atan2(-turn[3]!, turn[4]!) * DEGREES,
  };
}

function pivotOf({ rotation: r, scale, translation: t }: HeadFit): readonly [number, number] {
  const [x, y, z] = PIVOT;
  return [scale * (r[0]! * x + r[1]! * y + r[2]! * z) + t[0], scale * (r[3]! * x + r[4]! * y + r[5]! * z) + t[1]];
}
