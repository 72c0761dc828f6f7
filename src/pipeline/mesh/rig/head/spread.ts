import { smoothstep } from "../../../math.ts";
import { FACE_OVAL } from "../../../perceive/mesh-parts.ts";
import type { Box, Mesh } from "../../../types.ts";
import { eachVertex, type Grid, smoothField, vertexCount } from "../grid.ts";

/**
 * How values known at the mesh's points reach the vertices of a grid: linearly within the mesh's triangles, beyond the face's
 * outline as a mean of its points weighted by nearness, dying away with the distance.
 */
export interface Spread {
  /** Three mesh points a vertex and their weights; weights 0 outside the face. */
  readonly corners: Uint16Array;
  readonly weights: Float32Array;
  /** Vertices outside the face that the outline still reaches, their distance to it (texture pixels) and weights a point of the outline. */
  readonly outside: Uint32Array;
  readonly distance: Float32Array;
  readonly outlineWeights: Float32Array;
  /** The part of the grid with all of these vertices, and some round it. */
  readonly part: Box;
}

/** Prepares the spread of a mesh (texture pixels) over a grid; `reach` is how far beyond the outline it may be asked for. */
export function makeSpread(mesh: Mesh, triangles: readonly (readonly number[])[], grid: Grid, reach: number): Spread {
  const count = vertexCount(grid);
  const corners = new Uint16Array(3 * count);
  const weights = new Float32Array(3 * count);
  const nearest = new Float32Array(count).fill(Infinity);
  for (const [a, b, c] of triangles) fillTriangle(mesh, a!, b!, c!, grid, corners, weights, nearest);
  const outside: number[] = [];
  const distances: number[] = [];
  const { left, right, top, bottom } = boundsOfOutline(mesh);
  eachVertex(grid, (i, x, y) => {
    if (nearest[i] !== Infinity || x < left - reach || x > right + reach || y < top - reach || y > bottom + reach)
      return;
    const d = distanceToOutline(mesh, x, y);
    if (d > reach) return;
    outside.push(i);
    distances.push(d);
  });
  const outlineWeights = new Float32Array(outside.length * FACE_OVAL.length);
  outside.forEach((vertex, k) => {
    weighOutline(mesh, grid, vertex, outlineWeights.subarray(k * FACE_OVAL.length, (k + 1) * FACE_OVAL.length));
  });
  return {
    corners,
    weights,
    outside: Uint32Array.from(outside),
    distance: Float32Array.from(distances),
    outlineWeights,
    part: partWith((i) => nearest[i] !== Infinity, outside, grid),
  };
}

/** Vertices round a face that smoothing may reach. */
const MARGIN = 4;

function partWith(isInside: (vertex: number) => boolean, outside: readonly number[], { columns, rows }: Grid): Box {
  let [left, top, right, bottom] = [columns, rows, -1, -1];
  const take = (vertex: number): void => {
    const [column, row] = [vertex % columns, Math.floor(vertex / columns)];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  };
  for (let i = 0; i < columns * rows; i++) if (isInside(i)) take(i);
  for (const vertex of outside) take(vertex);
  if (right < 0) return { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [Math.max(0, left - MARGIN), Math.max(0, top - MARGIN)];
  return { x, y, width: Math.min(columns, right + MARGIN + 1) - x, height: Math.min(rows, bottom + MARGIN + 1) - y };
}

function fillTriangle(
  mesh: Mesh,
  a: number,
  b: number,
  c: number,
  grid: Grid,
  corners: Uint16Array,
  weights: Float32Array,
  nearest: Float32Array,
): void {
  const [ax, ay, bx, by] = [mesh[3 * a]!, mesh[3 * a + 1]!, mesh[3 * b]!, mesh[3 * b + 1]!];
  const [cx, cy] = [mesh[3 * c]!, mesh[3 * c + 1]!];
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (Math.abs(area) < 1e-6) return;
  const last = (value: number, count: number): number => Math.min(count - 1, Math.floor(value / grid.step));
  const first = (value: number): number => Math.max(0, Math.ceil(value / grid.step));
  for (let row = first(Math.min(ay, by, cy)); row <= last(Math.max(ay, by, cy), grid.rows); row++) {
    for (let column = first(Math.min(ax, bx, cx)); column <= last(Math.max(ax, bx, cx), grid.columns); column++) {
      const x = column * grid.step;
      const y = row * grid.step;
      const wb = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / area;
      const wc = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / area;
      const wa = 1 - wb - wc;
      if (wa < -1e-6 || wb < -1e-6 || wc < -1e-6) continue;
      const depth = wa * mesh[3 * a + 2]! + wb * mesh[3 * b + 2]! + wc * mesh[3 * c + 2]!;
      const i = row * grid.columns + column;
      if (depth >= nearest[i]!) continue;
      nearest[i] = depth;
      corners.set([a, b, c], 3 * i);
      weights.set([wa, wb, wc], 3 * i);
    }
  }
}

function boundsOfOutline(mesh: Mesh): { left: number; right: number; top: number; bottom: number } {
  const xs = FACE_OVAL.map((point) => mesh[3 * point]!);
  const ys = FACE_OVAL.map((point) => mesh[3 * point + 1]!);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function distanceToOutline(mesh: Mesh, x: number, y: number): number {
  let best = Infinity;
  for (let k = 0; k < FACE_OVAL.length; k++) {
    const a = FACE_OVAL[k]!;
    const b = FACE_OVAL[(k + 1) % FACE_OVAL.length]!;
    const ax = mesh[3 * a]!;
    const ay = mesh[3 * a + 1]!;
    const ex = mesh[3 * b]! - ax;
    const ey = mesh[3 * b + 1]! - ay;
    const t = Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey + 1e-9)));
    best = Math.min(best, (x - ax - t * ex) ** 2 + (y - ay - t * ey) ** 2);
  }
  return Math.sqrt(best);
}

function weighOutline(mesh: Mesh, grid: Grid, vertex: number, out: Float32Array): void {
  const x = (vertex % grid.columns) * grid.step;
  const y = Math.floor(vertex / grid.columns) * grid.step;
  let sum = 0;
  FACE_OVAL.forEach((point, k) => {
    const squared = (mesh[3 * point]! - x) ** 2 + (mesh[3 * point + 1]! - y) ** 2;
    const weight = 1 / (squared * Math.sqrt(squared) + 1);
    out[k] = weight;
    sum += weight;
  });
  for (let k = 0; k < out.length; k++) out[k] = out[k]! / sum;
}

/**
 * Spreads one value per mesh point over the grid: a field of `vertexCount(grid)` numbers, smoothed `passes` times,
 * gone at `fade` texture pixels beyond the face's outline. No more than three passes.
 */
export function spreadValues(
  spread: Spread,
  grid: Grid,
  value: (point: number) => number,
  fade: number,
  passes: number,
): Float32Array {
  const field = new Float32Array(vertexCount(grid));
  const { corners, weights, outside, distance, outlineWeights, part } = spread;
  for (let row = part.y; row < part.y + part.height; row++) {
    const end = row * grid.columns + part.x + part.width;
    for (let i = end - part.width; i < end; i++) {
      const a = weights[3 * i]!;
      const b = weights[3 * i + 1]!;
      const c = weights[3 * i + 2]!;
      if (a === 0 && b === 0 && c === 0) continue;
      field[i] = a * value(corners[3 * i]!) + b * value(corners[3 * i + 1]!) + c * value(corners[3 * i + 2]!);
    }
  }
  const outline = FACE_OVAL.map(value);
  for (let k = 0; k < outside.length; k++) {
    const strength = smoothstep(fade, 0, distance[k]!);
    if (strength === 0) continue;
    let mean = 0;
    for (let j = 0; j < outline.length; j++) mean += outlineWeights[k * outline.length + j]! * outline[j]!;
    field[outside[k]!] = strength * mean;
  }
  smoothField(grid, field, passes, part);
  return field;
}
