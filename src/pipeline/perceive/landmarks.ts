import { loadModel, type ModelOptions, outputOf, type Values } from "../models/onnx.ts";
import { fromSquare, type Square, sampleSquare, turnOf } from "../photo/crop.ts";
import { type Box, type Detection, MESH_POINTS, type Mesh, type Photo } from "../types.ts";
import {
  FACE_POINTS,
  LEFT_EYE,
  LEFT_EYE_CONTOUR,
  LEFT_EYE_OUTER,
  LEFT_IRIS,
  LIPS,
  RIGHT_EYE,
  RIGHT_EYE_CONTOUR,
  RIGHT_EYE_OUTER,
  RIGHT_IRIS,
} from "./mesh-parts.ts";

const MODEL = "face_mesh_attention.onnx";
/** Side of the model's input. */
const SIZE = 192;
/** Side of the crop over the longer side of the face's box; what the model was trained on. */
export const FACE_MARGIN = 1.5;
/** Below this probability the crop shows no face. */
const LEAST_SCORE = 0.5;

export interface Landmarks {
  readonly mesh: Mesh;
  /** Probability 0..1 that the crop shows a face at all. */
  readonly score: number;
  /** The same of the crop that the detector's box gave. */
  readonly firstScore: number;
}

/** What one run of the model tells. */
type Sight = Omit<Landmarks, "firstScore">;

/**
 * The attention mesh of a detected face, in photo pixels, or null when the model sees no face there. Runs twice: the box of
 * the first mesh makes the crop of the second, which is far steadier than a detector's box, and whose probability counts.
 * Positions are continuous: the photo's pixel i covers i..i+1.
 */
export async function findLandmarks(
  photo: Photo,
  detection: Detection,
  options: ModelOptions = {},
): Promise<Landmarks | null> {
  const first = await meshOfSquare(photo, squareOfDetection(detection), options);
  const second = await meshOfSquare(photo, squareOfMesh(first.mesh), options);
  return second.score < LEAST_SCORE ? null : { ...second, firstScore: first.score };
}

/** One run of the model on a square of the photo. */
export async function meshOfSquare(photo: Photo, square: Square, options: ModelOptions = {}): Promise<Sight> {
  const model = await loadModel(MODEL, options);
  const data = sampleSquare(photo, square, SIZE);
  const outputs = await model.run({ input_1: { data, shape: [1, SIZE, SIZE, 3] } });
  const flag = outputOf(outputs, "conv_faceflag")[0]!;
  return { mesh: toPhoto(refinedMesh(outputs), square), score: 1 / (1 + Math.exp(-flag)) };
}

function squareOfDetection({ box, roll }: Detection): Square {
  const side = Math.max(box.width, box.height) * FACE_MARGIN;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, side, roll };
}

/** The crop for a face whose mesh is known: upright by the outer eye corners, round all its points. */
export function squareOfMesh(mesh: Mesh): Square {
  const roll = rollOfMesh(mesh);
  const { cos, sin } = turnOf(roll);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < FACE_POINTS; i++) {
    const x = mesh[i * 3]!;
    const y = mesh[i * 3 + 1]!;
    const u = cos * x + sin * y;
    const v = cos * y - sin * x;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  const u = (left + right) / 2;
  const v = (top + bottom) / 2;
  return { x: cos * u - sin * v, y: sin * u + cos * v, side: Math.max(right - left, bottom - top) * FACE_MARGIN, roll };
}

/** Tilt of the line between the outer eye corners, degrees clockwise. */
export function rollOfMesh(mesh: Mesh): number {
  const dx = mesh[LEFT_EYE_OUTER * 3]! - mesh[RIGHT_EYE_OUTER * 3]!;
  const dy = mesh[LEFT_EYE_OUTER * 3 + 1]! - mesh[RIGHT_EYE_OUTER * 3 + 1]!;
  return (Math.atan2(dy, dx) * 180) / Math.PI;
}

/**
 * The 478 points in the crop's pixels: the 468 of the whole face, over which the refined x and y of lips, eyes and irises
 * are written; they bring no depth, so the face's is kept and an iris gets the mean of its eye's opening.
 * The model calls left and right what a viewer would: its left eye is the subject's right one.
 */
function refinedMesh(outputs: Readonly<Record<string, Values>>): Mesh {
  const mesh = new Float32Array(MESH_POINTS * 3);
  mesh.set(outputOf(outputs, "output_mesh_identity").subarray(0, FACE_POINTS * 3));
  writePoints(mesh, LIPS, outputOf(outputs, "output_lips"));
  writePoints(mesh, RIGHT_EYE, outputOf(outputs, "output_left_eye"));
  writePoints(mesh, LEFT_EYE, outputOf(outputs, "output_right_eye"));
  writePoints(mesh, RIGHT_IRIS, outputOf(outputs, "output_left_iris"));
  writePoints(mesh, LEFT_IRIS, outputOf(outputs, "output_right_iris"));
  writeDepth(mesh, RIGHT_IRIS, meanDepth(mesh, RIGHT_EYE_CONTOUR));
  writeDepth(mesh, LEFT_IRIS, meanDepth(mesh, LEFT_EYE_CONTOUR));
  return mesh;
}

function writePoints(mesh: Mesh, points: readonly number[], xy: Float32Array): void {
  points.forEach((point, i) => {
    mesh[point * 3] = xy[i * 2]!;
    mesh[point * 3 + 1] = xy[i * 2 + 1]!;
  });
}

function writeDepth(mesh: Mesh, points: readonly number[], depth: number): void {
  for (const point of points) mesh[point * 3 + 2] = depth;
}

function meanDepth(mesh: Mesh, points: readonly number[]): number {
  return points.reduce((sum, point) => sum + mesh[point * 3 + 2]!, 0) / points.length;
}

function toPhoto(mesh: Mesh, square: Square): Mesh {
  const moved = new Float32Array(mesh.length);
  for (let i = 0; i < mesh.length; i += 3) {
    const { x, y } = fromSquare(square, mesh[i]! / SIZE, mesh[i + 1]! / SIZE);
    moved[i] = x;
    moved[i + 1] = y;
    moved[i + 2] = (mesh[i + 2]! * square.side) / SIZE;
  }
  return moved;
}

/** The upright box round the points of a face, in photo pixels; it may reach beyond the photo. */
export function boxOfMesh(mesh: Mesh): Box {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < FACE_POINTS; i++) {
    left = Math.min(left, mesh[i * 3]!);
    right = Math.max(right, mesh[i * 3]!);
    top = Math.min(top, mesh[i * 3 + 1]!);
    bottom = Math.max(bottom, mesh[i * 3 + 1]!);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
