import type { FaceBasis } from "../../../perceive/face-basis.ts";
import { LIP_PAIRS } from "../../../perceive/mesh-parts.ts";
import { mouthIsClosed } from "../../../perceive/openness.ts";
import type { HeadFit } from "../../../perceive/pose.ts";
import type { Mesh } from "../../../types.ts";
import { type Grid, vertexCount } from "../grid.ts";
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
    spreadValues(spread, grid, (point) => points[3 * point + axis]!, FADE_CM * fit.scale, 1),
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
