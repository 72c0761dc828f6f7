import type { FaceLimits } from "./limits.ts";
import type { ModelOptions } from "./models/onnx.ts";
import { detectFaces } from "./perceive/detect.ts";
import { measureFaces } from "./perceive/faces.ts";
import { decodePhoto } from "./photo/decode.ts";
import type { StageClock } from "./stage-clock.ts";
import type { SeenPhoto } from "./types.ts";

export interface LookOptions extends ModelOptions {
  /** Which faces can be animated. */
  readonly limits: FaceLimits;
}

/** Decodes a picture file and finds the faces in it. Throws `UserError` for files that are not, or cannot be, a photo. */
export async function lookAt(bytes: Uint8Array, clock: StageClock, options: LookOptions): Promise<SeenPhoto> {
  const photo = await clock.stage("decode", async () => decodePhoto(bytes, options));
  const detections = await clock.stage("detect", async () => detectFaces(photo, options));
  const faces = await clock.stage("landmarks", async () => measureFaces(photo, detections, options));
  return { photo, faces };
}
