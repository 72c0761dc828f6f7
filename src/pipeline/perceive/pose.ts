import type { Mesh, Pose } from "../types.ts";
import { faceBasis } from "./face-basis.ts";
import { FACE_POINTS } from "./mesh-parts.ts";

/**
 * Where the canonical face (cm, x to the subject's left, y up, z towards the viewer) lies in a photo:
 * photo = scale * rotation * canonical + translation, in photo pixels (x right, y down, larger depth is farther).
 */
export interface HeadFit {
  /** 3x3, row-major, proper. For a face that looks straight at the viewer it is diag(1, -1, -1). */
  readonly rotation: Float64Array;
  /** Photo pixels per cm. */
  readonly scale: number;
  readonly translation: readonly [number, number, number];
}

/** How far, in cm, an expression may move a point before it hardly counts. */
const STABLE_CM = 0.25;

/**
 * The similarity that carries the canonical face onto a mesh with the least squared distance, after Horn 1987 and Umeyama 1991;
 * points count the less the farther expressions move them, so an open mouth or a raised brow does not turn the head.
 */
export function fitHead(mesh: Mesh): HeadFit {
  const { model, weights } = reference();
  const from = centreOf(model, weights);
  const to = centreOf(mesh, weights);
  const covariance = new Float64Array(9);
  let spread = 0;
  for (let i = 0; i < FACE_POINTS; i++) {
    const weight = weights[i]!;
    for (let column = 0; column < 3; column++) {
      const q = model[i * 3 + column]! - from[column]!;
      spread += weight * q * q;
      for (let row = 0; row < 3; row++) {
        covariance[row * 3 + column]! += weight * q * (mesh[i * 3 + row]! - to[row]!);
      }
    }
  }
  const rotation = nearestRotation(covariance);
  const scale = rotation.reduce((sum, value, i) => sum + value * covariance[i]!, 0) / spread;
  const shift = (row: number): number =>
    to[row]! - scale * [0, 1, 2].reduce((sum, k) => sum + rotation[row * 3 + k]! * from[k]!, 0);
  return { rotation, scale, translation: [shift(0), shift(1), shift(2)] };
}

/** How the head of a mesh is turned. */
export function estimatePose(mesh: Mesh): Pose {
  return poseOfRotation(fitHead(mesh).rotation);
}

/**
 * Angles of a head's rotation: it is turned by yaw after pitch, and then leans by roll in the picture's plane, so that
 * turning a photo in its plane changes the roll alone.
 */
export function poseOfRotation(rotation: Float64Array): Pose {
  // Columns 1 and 2 are negated to take out the change of axes: y up to y down, z towards the viewer to away from them.
  const degrees = (radians: number): number => (radians * 180) / Math.PI;
  return {
    yaw: degrees(Math.asin(Math.min(1, Math.max(-1, rotation[6]!)))),
    pitch: degrees(-Math.atan2(-rotation[7]!, -rotation[8]!)),
    roll: degrees(Math.atan2(rotation[3]!, rotation[0]!)),
  };
}

interface Reference {
  /** Canonical points, x, y, z interleaved, cm. */
  readonly model: Float64Array;
  /** One weight per point, 0..1. */
  readonly weights: Float64Array;
}

let known: Reference | undefined;

function reference(): Reference {
  if (known) return known;
  const { vertices, shapes } = faceBasis();
  const farthest = new Float64Array(FACE_POINTS);
  for (const shape of Object.values(shapes)) {
    for (const [point, move] of Object.entries(shape)) {
      farthest[Number(point)] = Math.max(farthest[Number(point)]!, Math.hypot(...move));
    }
  }
  known = {
    model: Float64Array.from(vertices.flat()),
    weights: farthest.map((cm) => Math.exp(-((cm / STABLE_CM) ** 2))),
  };
  return known;
}

function centreOf(points: ArrayLike<number>, weights: Float64Array): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let total = 0;
  weights.forEach((weight, i) => {
    total += weight;
    for (let axis = 0; axis < 3; axis++) sum[axis]! += weight * points[i * 3 + axis]!;
  });
  return [sum[0] / total, sum[1] / total, sum[2] / total];
}

/**
 * The rotation nearest to a 3x3 matrix: its orthogonal polar factor, by Higham's Newton iteration (1986), which converges
 * quadratically. Throws for a matrix that mirrors or flattens: no face does that.
 */
function nearestRotation(matrix: Float64Array): Float64Array {
  const norm = Math.hypot(...matrix);
  let current = matrix.map((value) => value / norm);
  for (let step = 0; step < 50; step++) {
    const { cofactors, determinant } = invert(current);
    if (!(determinant > 1e-12)) throw new RangeError("the mesh is flat or mirrored: no head can be fitted to it");
    const next = current.map((value, i) => (value + cofactors[i]! / determinant) / 2);
    const change = Math.hypot(...next.map((value, i) => value - current[i]!));
    current = next;
    if (change < 1e-12) break;
  }
  return current;
}

/** Cofactors (the inverse's transpose times the determinant) and determinant of a 3x3 matrix. */
function invert(m: Float64Array): { cofactors: Float64Array; determinant: number } {
  const [a, b, c, d, e, f, g, h, i] = m as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const cofactors = Float64Array.of(
    e * i - f * h,
    f * g - d * i,
    d * h - e * g,
    c * h - b * i,
    a * i - c * g,
    b * g - a * h,
    b * f - c * e,
    c * d - a * f,
    a * e - b * d,
  );
  return { cofactors, determinant: a * cofactors[0]! + b * cofactors[1]! + c * cofactors[2]! };
}
