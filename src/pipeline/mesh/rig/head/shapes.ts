import type { FaceBasis } from "../../../perceive/face-basis.ts";
import { LIP_PAIRS } from "../../../perceive/mesh-parts.ts";
import { mouthIsClosed } from "../../../perceive/openness.ts";
import type { HeadFit } from "../../../perceive/pose.ts";
import type { Mesh } from "../../../types.ts";
import { type Grid, smoothField, vertexCount } from "../grid.ts";
import { type Spread, spreadValues } from "./spread.ts";

/** Where the grid's vertices go when one blendshape is at 1: only those that it moves. */
export interface ShapeField {
  readonly name: string;
  readonly vertices: Uint32Array;
  /** dx, dy, dz a vertex, texture pixels, in the pose of the photo. */
  readonly displacement: Float32Array;
}

/** How far beyond the face's outline the skin moves along, cm. */
const FADE_CM = 4;
/** Passes by which a shape's motion is smoothed. */
const SMOOTHING = 1;
/** A vertex that moves less than this at full strength (texture pixels) is left out. */
const NEGLIGIBLE = 0.03;

/** The measured motion of the named blendshapes, turned and scaled into the photo and spread over the grid. */
export function shapeFields(
  names: readonly string[],
  basis: FaceBasis,
  fit: HeadFit,
  mesh: Mesh,
  spread: Spread,
  grid: Grid,
): ShapeField[] {
  const closed = mouthIsClosed(mesh);
  return names.flatMap((name) => {
    const shape = basis.shapes[name];
    if (!shape) return [];
    const points = pointDisplacements(shape, fit);
    if (closed) keepLipsTogether(points);
    return [toField(name, points, fit, spread, grid)];
  });
}

/** 1 for each vertex that any blendshape may move. */
export function movableSkin({ weights, outside, distance }: Spread, fit: HeadFit, grid: Grid): Uint8Array {
  const reached = new Float32Array(vertexCount(grid));
  for (let i = 0; i < reached.length; i++)
    reached[i] = weights[3 * i] || weights[3 * i + 1] || weights[3 * i + 2] ? 1 : 0;
  for (let k = 0; k < outside.length; k++) if (distance[k]! < FADE_CM * fit.scale) reached[outside[k]!] = 1;
  // As far as the fields themselves are smoothed.
  smoothField(grid, reached, SMOOTHING);
  return Uint8Array.from(reached, (share) => (share > 0 ? 1 : 0));
}

function pointDisplacements(shape: Readonly<Record<string, readonly number[]>>, fit: HeadFit): Float32Array {
  const { rotation: r, scale: s } = fit;
  const out = new Float32Array(468 * 3);
  for (const [point, [x = 0, y = 0, z = 0]] of Object.entries(shape)) {
    const i = 3 * Number(point);
    out[i] = s * (r[0]! * x + r[1]! * y + r[2]! * z);
    out[i + 1] = s * (r[3]! * x + r[4]! * y + r[5]! * z);
    out[i + 2] = s * (r[6]! * x + r[7]! * y + r[8]! * z);
  }
  return out;
}

function keepLipsTogether(points: Float32Array): void {
  for (const [upper, lower] of LIP_PAIRS) {
    for (let axis = 0; axis < 3; axis++) {
      const mean = (points[3 * upper + axis]! + points[3 * lower + axis]!) / 2;
      points[3 * upper + axis] = mean;
      points[3 * lower + axis] = mean;
    }
  }
}

function toField(name: string, points: Float32Array, fit: HeadFit, spread: Spread, grid: Grid): ShapeField {
  const axes = [0, 1, 2].map((axis) =>
    spreadValues(spread, grid, (point) => points[3 * point + axis]!, FADE_CM * fit.scale, SMOOTHING),
  );
  const [dx, dy, dz] = axes as [Float32Array, Float32Array, Float32Array];
  const moved: number[] = [];
  for (let i = 0; i < vertexCount(grid); i++)
    if (Math.abs(dx[i]!) + Math.abs(dy[i]!) + Math.abs(dz[i]!) > NEGLIGIBLE) moved.push(i);
  const displacement = new Float32Array(moved.length * 3);
  moved.forEach((vertex, k) => {
    displacement.set([dx[vertex]!, dy[vertex]!, dz[vertex]!], 3 * k);
  });
  return { name, vertices: Uint32Array.from(moved), displacement };
}
