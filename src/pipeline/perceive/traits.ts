import type { FaceTraits, Mesh } from "../types.ts";
import { eyeContour } from "./eye-contour.ts";
import { eyeIsOpen, mouthIsClosed } from "./openness.ts";
import { estimatePose } from "./pose.ts";

/** What a face shows that decides which drivers suit it. One open eye is enough for `openEyes`. */
export function traitsOf(mesh: Mesh): FaceTraits {
  return {
    pose: estimatePose(mesh),
    openEyes: (["left", "right"] as const).some((side) => eyeIsOpen(eyeContour(mesh, side))),
    openMouth: !mouthIsClosed(mesh),
  };
}
