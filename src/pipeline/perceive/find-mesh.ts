import type { ModelOptions } from "../models/onnx.ts";
import type { Square } from "../photo/crop.ts";
import type { Detection, Mesh, Photo } from "../types.ts";
import { detectUpright, lookUpright } from "./look-upright.ts";
import { meshOfSquare } from "./mesh-model.ts";
import { boxOfMesh, FACE_MARGIN, rollOfMesh, squareOfMesh } from "./mesh-place.ts";

/** From this score of a detector on, nothing that is not a face passed the mesh's own test (see docs/models.md). */
export const SURE_SCORE = 0.75;
/** Below this probability of a face there is none. */
const LEAST_FACE = 0.5;

/**
 * Where the detector was not sure, a crop that shows a face with less probability than this is not looked at again: six of ten
 * things that are no face have less, and of the unsure faces in 40 photos none had less than fifteen times as much.
 */
const FAINTEST_FIT = 0.002;
/** Below this probability in the crop that the detector gave, or further than this from its tilt (degrees), a mesh may lie wrong. */
const PLAIN_FACE = 0.9;
const PLAIN_TURN = 15;
/** By how much heads are turned to look for one that lies on its side or stands on its crown, degrees. */
const TURNS = [45, -45, 90, -90, 135, -135, 180] as const;
/** What detectors must say of a head that is turned so, and by how much more than as it was seen first. */
const LEAST_TURNED = 0.8;
const LEAST_GAIN = 0.05;

/** How often the upright look counts against the detector's first one. */
const UPRIGHT_WEIGHT = 3;
/** What the mean of all looks must reach. */
const LEAST_MEAN = 0.49;
/** A face narrower than both, in photo pixels and as a share of the photo, is a few spots, and must look the more like one. */
const TINY = 16;
const TINY_SHARE = 0.02;
const LEAST_MEAN_TINY = 0.68;

/** A mesh that is a face's, and how sure that is, 0..1. */
export interface FoundMesh {
  readonly mesh: Mesh;
  readonly score: number;
}

/** What may still be spent on one picture; counts down. */
export interface Patience {
  /** Heads that may be measured in other directions. */
  turns: number;
}

/** A mesh, and how well detectors like the face that it turns upright, 0..1; null where nobody asked them. */
interface Measured {
  readonly mesh: Mesh;
  readonly look: number | null;
}

/**
 * The mesh of a detected face however it lies in the picture, in photo pixels; null when it is no face after all.
 * The face is measured as the detector saw it. Where the mesh does not fit that well, it is measured in other directions, too.
 * Where the detector was not sure, two detectors look at it again, turned upright by its mesh.
 */
export async function findMesh(
  photo: Photo,
  detection: Detection,
  patience: Patience,
  options: ModelOptions = {},
): Promise<FoundMesh | null> {
  const first = await measure(photo, detection, options, detection.score < SURE_SCORE ? FAINTEST_FIT : 0);
  if (first === null) return null;
  if (isPlain(first, detection) || patience.turns === 0) {
    return confirm(photo, detection, { mesh: first.mesh, look: null }, options);
  }
  patience.turns--;
  return confirm(photo, detection, await turn(photo, detection, first.mesh, options), options);
}

interface FirstMesh {
  readonly mesh: Mesh;
  /** Probability 0..1 that the crop of the detector's box shows a face. */
  readonly fit: number;
}

/**
 * Measures twice: the box of the first mesh makes the crop of the second, which is far steadier than a detector's box, and
 * whose probability counts. Null when the model sees no face, or fits the detector's box less than `leastFit`.
 */
async function measure(
  photo: Photo,
  detection: Detection,
  options: ModelOptions,
  leastFit = 0,
): Promise<FirstMesh | null> {
  const first = await meshOfSquare(photo, squareOfDetection(detection), options);
  if (first.score < leastFit) return null;
  const second = await meshOfSquare(photo, squareOfMesh(first.mesh), options);
  return second.score < LEAST_FACE ? null : { mesh: second.mesh, fit: first.score };
}

function squareOfDetection({ box, roll }: Detection): Square {
  const side = Math.max(box.width, box.height) * FACE_MARGIN;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, side, roll };
}

function isPlain({ mesh, fit }: FirstMesh, { roll }: Detection): boolean {
  const turned = Math.abs(rollOfMesh(mesh) - roll) % 360;
  return fit >= PLAIN_FACE && Math.min(turned, 360 - turned) <= PLAIN_TURN;
}

/**
 * Detectors find many a face that lies on its side or upside down, but call it upright, and the mesh then sees a mouth in a
 * brow. So the face is measured in other directions; that one holds in which detectors like it best.
 */
async function turn(photo: Photo, detection: Detection, mesh: Mesh, options: ModelOptions): Promise<Measured> {
  const before = await lookUpright(
    photo,
    mesh,
    Math.min(LEAST_TURNED - LEAST_GAIN, leastLook(photo, detection, mesh)),
    options,
  );
  let best: Measured = { mesh, look: before };
  let least = Math.max(LEAST_TURNED, before + LEAST_GAIN);
  for (const by of TURNS) {
    const turned = await measure(photo, { ...detection, roll: detection.roll + by }, options, PLAIN_FACE);
    if (turned === null) continue;
    const look = await lookUpright(photo, turned.mesh, least, options);
    if (look <= least) continue;
    best = { mesh: turned.mesh, look };
    least = look;
  }
  return best.mesh === mesh ? best : centre(photo, best, options);
}

/** The face measured once more: a box from before it was turned often lies beside it. */
async function centre(photo: Photo, turned: Measured, options: ModelOptions): Promise<Measured> {
  const detection = await detectUpright(photo, turned.mesh, options);
  const centred = detection && (await measure(photo, detection, options));
  if (!centred) return turned;
  const look = await lookUpright(photo, centred.mesh, LEAST_TURNED, options);
  return look >= LEAST_TURNED ? { mesh: centred.mesh, look } : turned;
}

/** What a detector was sure of is a face; the rest must be one in the mean of all looks. */
async function confirm(
  photo: Photo,
  detection: Detection,
  { mesh, look }: Measured,
  options: ModelOptions,
): Promise<FoundMesh | null> {
  const { score } = detection;
  if (score >= SURE_SCORE) return { mesh, score };
  const least = leastLook(photo, detection, mesh);
  const upright = look ?? (await lookUpright(photo, mesh, least, options));
  return upright < least ? null : { mesh, score: (score + UPRIGHT_WEIGHT * upright) / (1 + UPRIGHT_WEIGHT) };
}

/** How well detectors must like an upright face for all looks together to be sure enough; nothing where the first was. */
function leastLook(photo: Photo, { score }: Detection, mesh: Mesh): number {
  const tiny = Math.min(TINY, TINY_SHARE * Math.max(photo.width, photo.height));
  const mean = boxOfMesh(mesh).width < tiny ? LEAST_MEAN_TINY : LEAST_MEAN;
  return ((1 + UPRIGHT_WEIGHT) * mean - score) / UPRIGHT_WEIGHT;
}
