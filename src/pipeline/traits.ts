import { estimatePose } from "./pose.ts";
import { OPEN_EYE } from "./rig/eye.ts";
import { eyeContour, eyeOpenness } from "./rig/eye-contour.ts";
import { mouthIsClosed } from "./rig/shapes.ts";
import type { FaceTraits, Mesh } from "./types.ts";

/** What a face shows that decides which drivers suit it. One open eye is enough for `openEyes`. */
export function traitsOf(mesh: Mesh): FaceTraits {
  const openness = (["left", "right"] as const).map((side) => eyeOpenness(eyeContour(mesh, side)));
  return {
    pose: estimatePose(mesh),
    openEyes: Math.max(...openness) > OPEN_EYE,
    openMouth: !mouthIsClosed(mesh),
  };
}
