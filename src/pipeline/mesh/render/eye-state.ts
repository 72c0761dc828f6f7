import { clamp } from "../../math.ts";
import type { Channel } from "../../motion/channels.ts";
import type { EyeRig } from "../rig/eye/eye.ts";
import type { EyeState } from "./eye-layer.ts";

/** How far the iris moves at a coefficient of 1: 27 degrees on an eyeball of 1.2 cm. */
const GAZE_CM = 1.2 * Math.sin((27 * Math.PI) / 180);
/** The iris may take this much of the white beside it, and of the opening's height up and down. */
const MOST_WHITE = 0.6;
const MOST_HEIGHT = 0.28;
/** How far the upper lid follows the gaze down and up. */
const FOLLOWS_DOWN = 0.95;
const FOLLOWS_UP = 0.6;
/** How far eyeWide at 1 lifts the upper lid, of the opening. */
const WIDE = 0.2;

/** What one eye does for a row of channel values: lids from blink, widening and gaze; the iris no further than there is white. */
export function eyeState(eye: EyeRig, pixelsPerCm: number, at: (channel: Channel) => number): EyeState {
  const { iris, width, opening } = eye.contour;
  const name = eye.side === "left" ? "Left" : "Right";
  const out = at(`eyeLookOut${name}`) - at(`eyeLookIn${name}`);
  const down = at(`eyeLookDown${name}`) - at(`eyeLookUp${name}`);
  const reach = GAZE_CM * pixelsPerCm;
  // Outwards is towards image right for the subject's left eye.
  const wanted = (eye.side === "left" ? out : -out) * reach;
  const leftWhite = Math.max(0, iris.u - iris.radius);
  const rightWhite = Math.max(0, width - iris.u - iris.radius);
  const gazeU = clamp(wanted, -MOST_WHITE * leftWhite, MOST_WHITE * rightWhite);
  const gazeV = clamp(down * reach, -MOST_HEIGHT * opening, MOST_HEIGHT * opening);
  const follow = ((gazeV > 0 ? FOLLOWS_DOWN : FOLLOWS_UP) * gazeV) / Math.max(1, opening);
  const blink = clamp(at(`eyeBlink${name}`), 0, 1);
  // A blink starts from where gaze has left the lid.
  const closure = blink + (1 - blink) * clamp(follow - WIDE * at(`eyeWide${name}`), -WIDE, 1);
  return { closure, squint: 0, gazeU, gazeV };
}
