import type { FaceLimits } from "../limits.ts";
import type { ModelOptions } from "../models/onnx.ts";
import { detectFaces } from "../perceive/detect.ts";
import { detectNear } from "../perceive/detect-near.ts";
import { measureFaces, openFaceModels } from "../perceive/faces.ts";
import { decodePhoto } from "../photo/decode.ts";
import type { Box, Face, SeenPhoto } from "../types.ts";
import type { StageClock } from "./stage-clock.ts";

export interface LookOptions extends ModelOptions {
  /** Which faces can be animated. */
  readonly limits: FaceLimits;
  /** The faces, where an earlier look at the same photo found them: they are not looked for again. */
  readonly faces?: readonly Face[] | undefined;
  /** A box that somebody has drawn round a face, in pixels of the upright photo: it is looked for there, too, and may be smaller. */
  readonly near?: Box | undefined;
}

/** Decodes a picture file and finds the faces in it. Throws `UserError` for files that are not, or cannot be, a photo. */
export async function lookAt(bytes: Uint8Array, clock: StageClock, options: LookOptions): Promise<SeenPhoto> {
  if (options.faces === undefined) openFaceModels(options);
  const photo = await clock.stage("decode", async () => decodePhoto(bytes, options));
  if (options.faces !== undefined) return { photo, faces: options.faces };
  const { near } = options;
  const detections = await clock.stage("detect", async () => [
    ...(near === undefined ? [] : await detectNear(photo, near, options)),
    ...(await detectFaces(photo, options)),
  ]);
  const faces = await clock.stage("landmarks", async () => measureFaces(photo, detections, options));
  return { photo, faces };
}
