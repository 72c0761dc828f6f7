import { loadModel, type ModelOptions, outputOf, type Values } from "../models/onnx.ts";
import { fromSquare, type Square, sampleSquare } from "../photo/crop.ts";
import { MESH_POINTS, type Mesh, type Photo } from "../types.ts";
import {
  FACE_POINTS,
  LEFT_EYE,
  LEFT_EYE_CONTOUR,
  LEFT_IRIS,
  LIPS,
  RIGHT_EYE,
  RIGHT_EYE_CONTOUR,
  RIGHT_IRIS,
} from "./mesh-parts.ts";

export const MESH_MODEL = "face_mesh_attention.onnx";
/** Side of the model's input. */
const SIZE = 192;

/** What one run of the model tells. */
export interface MeshSight {
  /** In photo pixels; positions are continuous: the photo's pixel i covers i..i+1. */
  readonly mesh: Mesh;
  /** Probability 0..1 that the crop shows a face at all. */
  readonly score: number;
}

/** The attention mesh of what a square of the photo shows: one run of the model. */
export async function meshOfSquare(photo: Photo, square: Square, options: ModelOptions = {}): Promise<MeshSight> {
  const model = await loadModel(MESH_MODEL, options);
  const data = sampleSquare(photo, square, SIZE);
  const outputs = await model.run({ input_1: { data, shape: [1, SIZE, SIZE, 3] } });
  const flag = outputOf(outputs, "conv_faceflag")[0]!;
  return { mesh: toPhoto(refinedMesh(outputs), square), score: 1 / (1 + Math.exp(-flag)) };
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
