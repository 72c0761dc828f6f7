import type { FaceLimits } from "../limits.ts";
import { loadModel, type ModelOptions } from "../models/onnx.ts";
import type { Box, Detection, Face, FaceObstacle, FaceTraits, Mesh, Photo } from "../types.ts";
import { containment, overlap } from "./boxes.ts";
import { detectFaces } from "./detect.ts";
import { FULL_RANGE } from "./detect-models.ts";
import { findMesh, type Patience } from "./find-mesh.ts";
import { MESH_MODEL } from "./mesh-model.ts";
import { boxOfMesh } from "./mesh-place.ts";
import { traitsOf } from "./traits.ts";

export interface FindFacesOptions extends ModelOptions {
  /** Which faces can be animated. */
  readonly limits?: FaceLimits;
  /** A box that somebody has drawn round a face, in photo pixels. */
  readonly near?: Box | undefined;
}

/** What holds for faces unless an engine says otherwise. */
export const FACE_LIMITS: FaceLimits = { leastSize: 24, mostYaw: 60 };
/** Of that size a face may be that somebody has pointed at: they know that it is small. */
const LEAST_WANTED = 0.6;
/** Heads that are measured in other directions, each at the price of 20 runs: twice as many as any of 155 photos had. */
const MOST_TURNED = 20;
/** Two meshes that overlap more than this, or of which one lies this much within the other, are one face. */
const SAME_OVERLAP = 0.4;
const SAME_CONTAINMENT = 0.7;

/** A face before it has a number. */
interface Candidate extends FaceTraits {
  readonly box: Box;
  readonly score: number;
  readonly mesh: Mesh;
}

/** Opens what finding faces takes, if it is not open yet: while a photo is decoded, this thread has nothing else to do. */
export function openFaceModels(options: ModelOptions): void {
  // Whoever uses one hears of it if it cannot be opened.
  for (const file of [FULL_RANGE, MESH_MODEL]) loadModel(file, options).catch(() => undefined);
}

/** Every face of a photo with its mesh and pose, numbered from left to right. */
export async function findFaces(photo: Photo, options: FindFacesOptions = {}): Promise<Face[]> {
  return measureFaces(photo, await detectFaces(photo, options), options);
}

/** The second half of `findFaces`: what `detectFaces` found, made sure of, measured and numbered. */
export async function measureFaces(
  photo: Photo,
  detections: readonly Detection[],
  options: FindFacesOptions = {},
): Promise<Face[]> {
  const kept: Candidate[] = [];
  const patience: Patience = { turns: MOST_TURNED };
  for (const detection of detections) {
    // An eye or a mouth of a face that is known already.
    if (kept.some((face) => containment(face.box, detection.box) > SAME_CONTAINMENT)) continue;
    const candidate = await measureFace(photo, detection, patience, options);
    if (candidate && !kept.some((other) => isSameFace(other.box, candidate.box))) kept.push(candidate);
  }
  return kept
    .sort((a, b) => a.box.x + a.box.width / 2 - (b.box.x + b.box.width / 2))
    .map((candidate, i) => ({ index: i + 1, ...candidate, obstacle: obstacleOf(candidate, options) }));
}

async function measureFace(
  photo: Photo,
  detection: Detection,
  patience: Patience,
  options: ModelOptions,
): Promise<Candidate | null> {
  const found = await findMesh(photo, detection, patience, options);
  return found && { box: boxOfMesh(found.mesh), ...traitsOf(found.mesh), ...found };
}

function isSameFace(a: Box, b: Box): boolean {
  return overlap(a, b) > SAME_OVERLAP || containment(a, b) > SAME_CONTAINMENT;
}

function obstacleOf({ box, pose }: Candidate, { limits = FACE_LIMITS, near }: FindFacesOptions): FaceObstacle | null {
  const least = near !== undefined && containment(near, box) > SAME_CONTAINMENT ? LEAST_WANTED : 1;
  if (Math.min(box.width, box.height) < least * limits.leastSize) return "faceTooSmall";
  return Math.abs(pose.yaw) > limits.mostYaw ? "faceTurnedAway" : null;
}
