import type { ModelOptions } from "../models/onnx.ts";
import type { Detection, Photo } from "../types.ts";
import { detectAgain, lookUpright } from "./detect-confirm.ts";
import { findLandmarks, type Landmarks, rollOfMesh } from "./landmarks.ts";

/** Below this probability in the crop that the detector gave, or further than this from its tilt (degrees), a mesh may lie wrong. */
const PLAIN_SCORE = 0.9;
const PLAIN_TURN = 15;
/** By how much heads are turned to look for one that lies on its side or stands on its crown, degrees. */
const TURNS = [45, -45, 90, -90, 135, -135, 180] as const;
/** What detectors must say of a head that is turned so, and by how much more than as it was seen first. */
const LEAST_LOOK = 0.8;
const LEAST_GAIN = 0.05;

/**
 * The landmarks of a face however it lies in the picture. Detectors find many a face that lies on its side or upside down, but
 * call it upright, and the mesh then sees a mouth in a brow. So where detector and mesh are at odds, the face is measured in
 * other directions, too; that one holds in which detectors like it best.
 */
export async function findLandmarksAnyhow(
  photo: Photo,
  detection: Detection,
  options: ModelOptions = {},
): Promise<Landmarks | null> {
  const first = await findLandmarks(photo, detection, options);
  if (first === null || isPlain(first, detection)) return first;
  const before = await lookUpright(photo, first.mesh, options);
  let best = { landmarks: first, look: Math.max(LEAST_LOOK, before + LEAST_GAIN) };
  for (const turn of TURNS) {
    const landmarks = await findLandmarks(photo, { ...detection, roll: detection.roll + turn }, options);
    if (landmarks === null || landmarks.firstScore < PLAIN_SCORE) continue;
    const look = await lookUpright(photo, landmarks.mesh, options);
    if (look > best.look) best = { landmarks, look };
  }
  return best.landmarks === first ? first : centred(photo, best.landmarks, options);
}

/** The face measured once more: a box from before it was turned often lies beside it. */
async function centred(photo: Photo, turned: Landmarks, options: ModelOptions): Promise<Landmarks> {
  const detection = await detectAgain(photo, turned.mesh, options);
  const landmarks = detection && (await findLandmarks(photo, detection, options));
  return landmarks && (await lookUpright(photo, landmarks.mesh, options)) >= LEAST_LOOK ? landmarks : turned;
}

function isPlain({ mesh, firstScore }: Landmarks, { roll }: Detection): boolean {
  const turn = Math.abs(rollOfMesh(mesh) - roll) % 360;
  return firstScore >= PLAIN_SCORE && Math.min(turn, 360 - turn) <= PLAIN_TURN;
}
