import type { FaceLimits } from "./limits.ts";
import type { ModelOptions } from "./models/onnx.ts";
import { detectFaces } from "./perceive/detect.ts";
import { measureFaces } from "./perceive/faces.ts";
import { decodePhoto } from "./photo/decode.ts";
import type { StageClock } from "./stage-clock.ts";
import type { Face, SeenPhoto } from "./types.ts";

export interface LookOptions extends ModelOptions {
  /** Which faces can be animated. */
  readonly limits: FaceLimits;
  /** The faces, where an earlier look at the same photo found them: they are not looked for again. */
  readonly faces?: readonly Face[] | undefined;
}

/** Decodes a picture file and finds the faces in it. Throws `UserError` for files that are not, or cannot be, a photo. */
export async function lookAt(bytes: Uint8Array, clock: StageClock, options: LookOptions): Promise<SeenPhoto> {
  const photo = await clock.stage("decode", async () => decodePhoto(bytes, options));
  if (options.faces !== undefined) return { photo, faces: options.faces };
  const detections = await clock.stage("detect", async () => detectFaces(photo, options));
  const faces = await clock.stage("landmarks", async () => measureFaces(photo, detections, options));
  return { photo, faces };
}
