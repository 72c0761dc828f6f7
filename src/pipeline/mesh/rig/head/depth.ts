import { type Matrix3, multiply, transpose } from "../../../math.ts";
import { FACE_OVAL } from "../../../perceive/mesh-parts.ts";
import type { HeadFit } from "../../../perceive/pose.ts";
import type { Mesh } from "../../../types.ts";
import { eachVertex, type Grid, limitSlopes, smoothField, vertexCount } from "../grid.ts";
import { facePixels } from "./face-pixels.ts";
import { type Spread, spreadValues } from "./spread.ts";

/** The skull with its hair as an ellipsoid in the canonical face's frame, cm: measured on the 140 head points of the face basis, hair added. */
const HEAD_CENTRE = [0, 3, -4] as const;
const HEAD_RADII = [9, 12.5, 10] as const;
/** Its chin. */
export const CHIN = [0, -8.5, 3] as const;
/** Beyond this part of the head's width outside the face, depth is the ellipsoid's alone. */
const BLEND_CM = 5;
/** Depth per way across the picture round the face, at most: no turn that drivers make (up to 16 degrees) folds that over. */
const MOST_SLOPE = 3;
/** The middle of the face, of its whole, keeps its depth: a flattened nose would hardly be seen to turn. */
const CORE = 0.85;

/**
 * Depth of every vertex, texture pixels, larger = farther: the mesh's own within the face, the head's ellipsoid outside it,
 * the difference at the face's outline dying away between them.
 */
export function headDepth(mesh: Mesh, fit: HeadFit, spread: Spread, grid: Grid): Float32Array {
  const ellipsoid = ellipsoidDepth(fit);
  const correction = spreadValues(
    spread,
    grid,
    (point) => mesh[3 * point + 2]! - ellipsoid(mesh[3 * point]!, mesh[3 * point + 1]!),
    BLEND_CM * fit.scale,
    0,
  );
  const depth = new Float32Array(vertexCount(grid));
  eachVertex(grid, (i, x, y) => {
    depth[i] = ellipsoid(x, y) + correction[i]!;
  });
  smoothField(grid, depth, 1);
  // A cheek that drops to the hair within one cell folds over when the head turns, and its outline shows the cells as steps.
  limitSlopes(grid, depth, MOST_SLOPE * grid.step, coreOf(mesh, grid));
  return depth;
}

/** Per vertex 1 in the middle of the face, with nose, eyes and mouth. */
function coreOf(mesh: Mesh, { columns, step }: Grid): Float32Array {
  const middle = [0, 1].map((axis) => FACE_OVAL.reduce((sum, p) => sum + mesh[3 * p + axis]!, 0) / FACE_OVAL.length);
  const shrunk = mesh.map((value, i) => {
    const centre = middle[i % 3] ?? value;
    return (centre + CORE * (value - centre)) / step;
  });
  return facePixels(shrunk, columns);
}

/** Whether a point of the texture lies within the outline of the head's ellipsoid, scaled by `share`. */
export function headOutline(fit: HeadFit, share: number): (x: number, y: number) => boolean {
  const [cx, cy, q] = headForm(fit, share);
  return (x, y) => {
    const [b, c] = quadratic(q, x - cx, y - cy);
    return b * b - q[8]! * c >= 0;
  };
}

/** Depth of the head's ellipsoid at a point of the texture: its front, and beyond its outline the depth of that outline. */
export function ellipsoidDepth(fit: HeadFit): (x: number, y: number) => number {
  const [cx, cy, q, cz] = headForm(fit, 1);
  return (x, y) => {
    const [b, c] = quadratic(q, x - cx, y - cy);
    const discriminant = b * b - q[8]! * c;
    // A soft square root: the outline of an ellipsoid is infinitely steep, a head with hair is not.
    const soft = Math.sqrt(Math.max(0, discriminant) + 0.02 * q[8]!) - Math.sqrt(0.02 * q[8]!);
    return cz + (-b - soft) / q[8]!;
  };
}

/** Middle of the head's ellipsoid and its matrix Q: the points with d' Q d = 1, d from the middle. */
function headForm(fit: HeadFit, share: number): [x: number, y: number, q: Matrix3, z: number] {
  const [cx, cy, cz] = toTexture(fit, HEAD_CENTRE);
  const radii = HEAD_RADII.map((radius) => radius * fit.scale * share);
  const inverse = Float64Array.of(1 / radii[0]! ** 2, 0, 0, 0, 1 / radii[1]! ** 2, 0, 0, 0, 1 / radii[2]! ** 2);
  return [cx, cy, multiply(fit.rotation, multiply(inverse, transpose(fit.rotation))), cz];
}

/** d' Q d = 1 as a quadratic in z, q8 z² + 2 b z + c = 0; its smaller root faces the viewer. */
function quadratic(q: Matrix3, dx: number, dy: number): [b: number, c: number] {
  return [q[2]! * dx + q[5]! * dy, q[0]! * dx * dx + 2 * q[1]! * dx * dy + q[4]! * dy * dy - 1];
}

/** A point of the canonical face's frame (cm) in texture pixels. */
export function toTexture(fit: HeadFit, [x, y, z]: readonly [number, number, number]): [number, number, number] {
  const { rotation: r, scale: s, translation: t } = fit;
  return [
    s * (r[0]! * x + r[1]! * y + r[2]! * z) + t[0],
    s * (r[3]! * x + r[4]! * y + r[5]! * z) + t[1],
    s * (r[6]! * x + r[7]! * y + r[8]! * z) + t[2],
  ];
}
