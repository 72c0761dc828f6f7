import { OPEN_EYE } from "../mesh/rig/eye/eye.ts";
import { mouthIsClosed } from "../mesh/rig/head/shapes.ts";
import type { FaceTraits, Mesh } from "../types.ts";
import { eyeContour, eyeOpenness } from "./eye-contour.ts";
import { estimatePose } from "./pose.ts";

/** What a face shows that decides which drivers suit it. One open eye is enough for `openEyes`. */
export function traitsOf(mesh: Mesh): FaceTraits {
  const openness = (["left", "right"] as const).map((side) => eyeOpenness(eyeContour(mesh, side)));
  return {
    pose: estimatePose(mesh),
    openEyes: Math.max(...openness) > OPEN_EYE,
    openMouth: !mouthIsClosed(mesh),
  };
}
