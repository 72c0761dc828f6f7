import { clamp } from "../math.ts";
import type { Mesh } from "../types.ts";

/** Lid points of the mesh from left to right in an upright image. */
const LIDS = {
  right: {
    upper: [33, 246, 161, 160, 159, 158, 157, 173, 133],
    lower: [33, 7, 163, 144, 145, 153, 154, 155, 133],
    iris: [468, 469, 470, 471, 472],
  },
  left: {
    upper: [362, 398, 384, 385, 386, 387, 388, 466, 263],
    lower: [362, 382, 381, 380, 374, 373, 390, 249, 263],
    iris: [473, 474, 475, 476, 477],
  },
} as const;

export type Side = keyof typeof LIDS;

/**
 * An eye's opening in its own axes: u along the line between the corners (0 at the corner that lies left in the upright
 * image, `width` at the other), v across it, downwards, both in texture pixels.
 */
export interface EyeContour {
  readonly originX: number;
  readonly originY: number;
  readonly cos: number;
  readonly sin: number;
  readonly width: number;
  /** v of the upper and lower lid's edge at `CONTOUR_SAMPLES` places evenly spaced over 0..width. */
  readonly upper: Float32Array;
  readonly lower: Float32Array;
  /** Greatest height of the opening. */
  readonly opening: number;
  /** Iris: middle in u, v, and radius. */
  readonly iris: { readonly u: number; readonly v: number; readonly radius: number };
}

export const CONTOUR_SAMPLES = 65;

/** Reads one eye's contour from the mesh (texture pixels) as two smooth curves through the lid points. */
export function eyeContour(mesh: Mesh, side: Side): EyeContour {
  const { upper, lower, iris } = LIDS[side];
  const [first, last] = [upper[0], upper[upper.length - 1]!];
  const [originX, originY] = [mesh[3 * first]!, mesh[3 * first + 1]!];
  const dx = mesh[3 * last]! - originX;
  const dy = mesh[3 * last + 1]! - originY;
  const width = Math.max(1, Math.hypot(dx, dy));
  const [cos, sin] = [dx / width, dy / width];
  const toEye = (point: number): [number, number] => {
    const px = mesh[3 * point]! - originX;
    const py = mesh[3 * point + 1]! - originY;
    return [px * cos + py * sin, py * cos - px * sin];
  };
  const upperCurve = sampleCurve(upper.map(toEye), width);
  const lowerCurve = sampleCurve(lower.map(toEye), width);
  for (let k = 0; k < CONTOUR_SAMPLES; k++) lowerCurve[k] = Math.max(lowerCurve[k]!, upperCurve[k]!);
  const [u, v] = toEye(iris[0]);
  const rim = iris.slice(1).map((point) => Math.hypot(toEye(point)[0] - u, toEye(point)[1] - v));
  // The model's rim lies a little inside the dark ring that people see as the iris' edge.
  const radius = (1.05 * rim.reduce((sum, r) => sum + r, 0)) / rim.length;
  const opening = Math.max(...lowerCurve.map((low, k) => low - upperCurve[k]!));
  return { originX, originY, cos, sin, width, upper: upperCurve, lower: lowerCurve, opening, iris: { u, v, radius } };
}

/** Height of the opening in the middle half over the eye's width: about 0.3 open, below 0.1 as good as closed. */
export function eyeOpenness(contour: EyeContour): number {
  let sum = 0;
  let count = 0;
  for (let k = CONTOUR_SAMPLES >> 2; k < (3 * CONTOUR_SAMPLES) >> 2; k++, count++)
    sum += contour.lower[k]! - contour.upper[k]!;
  return sum / count / contour.width;
}

/** Value of a sampled curve at u, linear between the samples, clamped at the corners. */
export function curveAt(curve: Float32Array, u: number, width: number): number {
  const position = clamp((u / width) * (CONTOUR_SAMPLES - 1), 0, CONTOUR_SAMPLES - 1);
  const k = Math.min(CONTOUR_SAMPLES - 2, Math.floor(position));
  return curve[k]! + (position - k) * (curve[k + 1]! - curve[k]!);
}

/** A monotone-in-u natural cubic spline through the points, sampled over 0..width. */
function sampleCurve(points: [number, number][], width: number): Float32Array {
  const knots: [number, number][] = [];
  for (const point of points.sort((a, b) => a[0] - b[0]))
    if (knots.length === 0 || point[0] - knots[knots.length - 1]![0] > 0.02 * width) knots.push(point);
  const second = splineSecondDerivatives(knots);
  const out = new Float32Array(CONTOUR_SAMPLES);
  let k = 0;
  for (let i = 0; i < CONTOUR_SAMPLES; i++) {
    const u = (i / (CONTOUR_SAMPLES - 1)) * width;
    while (k < knots.length - 2 && u > knots[k + 1]![0]) k++;
    const [u0, v0] = knots[k]!;
    const [u1, v1] = knots[k + 1] ?? knots[k]!;
    const h = Math.max(1e-6, u1 - u0);
    const b = clamp((u - u0) / h, 0, 1);
    const a = 1 - b;
    const curve = ((a ** 3 - a) * second[k]! + (b ** 3 - b) * (second[k + 1] ?? 0)) * (h * h);
    out[i] = a * v0 + b * v1 + curve / 6;
  }
  return out;
}

/** Second derivatives of the natural cubic spline through the knots (tridiagonal system, Thomas algorithm). */
function splineSecondDerivatives(knots: readonly [number, number][]): Float64Array {
  const n = knots.length;
  const second = new Float64Array(n);
  const upper = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const [[u0, v0], [u1, v1], [u2, v2]] = [knots[i - 1]!, knots[i]!, knots[i + 1]!];
    const ratio = (u1 - u0) / (u2 - u0);
    const pivot = ratio * second[i - 1]! + 2;
    second[i] = (ratio - 1) / pivot;
    const slope = (v2 - v1) / (u2 - u1) - (v1 - v0) / (u1 - u0);
    upper[i] = ((6 * slope) / (u2 - u0) - ratio * upper[i - 1]!) / pivot;
  }
  for (let i = n - 2; i > 0; i--) second[i] = second[i]! * second[i + 1]! + upper[i]!;
  return second;
}
