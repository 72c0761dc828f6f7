import type { Grid } from "../rig/grid.ts";
import type { VertexBuffers } from "./vertices.ts";

/** What the rasteriser writes: for each pixel of the clip, where in the texture it comes from; `u` NaN where nothing was drawn. */
export interface SourceMap {
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly gain: Float32Array;
  readonly depth: Float32Array;
  readonly size: number;
  readonly pad: number;
}

/**
 * Draws the given cells of the grid (each by its first vertex) as two triangles each into the source map, nearest depth first
 * (z-buffer). Pixel centres decide, and neighbours share their edges, so that no pixel is missed and none drawn twice.
 */
export function rasterise(grid: Grid, vertices: VertexBuffers, cells: Uint32Array, map: SourceMap): void {
  map.depth.fill(Infinity);
  map.u.fill(NaN);
  for (let k = 0; k < cells.length; k++) {
    const a = cells[k]!;
    const c = a + grid.columns;
    drawTriangle(grid, vertices, map, a, a + 1, c);
    drawTriangle(grid, vertices, map, a + 1, c + 1, c);
  }
}

function drawTriangle(grid: Grid, vertices: VertexBuffers, map: SourceMap, a: number, b: number, c: number): void {
  const { x, y, z, gain } = vertices;
  const { size, pad } = map;
  const ax = x[a]! - pad;
  const ay = y[a]! - pad;
  const bx = x[b]! - pad;
  const by = y[b]! - pad;
  const cx = x[c]! - pad;
  const cy = y[c]! - pad;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (area <= 1e-9) return; // Turned away from the viewer.
  const top = Math.max(0, Math.ceil(Math.min(ay, by, cy)));
  const bottom = Math.min(size - 1, Math.ceil(Math.max(ay, by, cy)) - 1);
  if (top > bottom) return;
  const { columns, step } = grid;
  const ua = (a % columns) * step;
  const va = Math.floor(a / columns) * step;
  const du = (b % columns) * step - ua;
  const dv = Math.floor(b / columns) * step - va;
  const eu = (c % columns) * step - ua;
  const ev = Math.floor(c / columns) * step - va;
  const inverse = 1 / area;
  // Weights of b and c at a pixel: wb = ((px-ax)(cy-ay) - (py-ay)(cx-ax)) / area, wc alike; linear in px.
  const wbx = (cy - ay) * inverse;
  const wby = -(cx - ax) * inverse;
  const wcx = -(by - ay) * inverse;
  const wcy = (bx - ax) * inverse;
  const za = z[a]!;
  const zb = z[b]! - za;
  const zc = z[c]! - za;
  const ga = gain[a]!;
  const gb = gain[b]! - ga;
  const gc = gain[c]! - ga;
  for (let py = top; py <= bottom; py++) {
    span[0] = Infinity;
    span[1] = -Infinity;
    crossEdge(py, ax, ay, bx, by);
    crossEdge(py, bx, by, cx, cy);
    crossEdge(py, cx, cy, ax, ay);
    const first = Math.max(0, Math.ceil(span[0]));
    const last = Math.min(size - 1, Math.ceil(span[1]) - 1);
    let i = py * size + first;
    for (let px = first; px <= last; px++, i++) {
      const wb = (px - ax) * wbx + (py - ay) * wby;
      const wc = (px - ax) * wcx + (py - ay) * wcy;
      const depth = za + wb * zb + wc * zc;
      if (depth >= map.depth[i]!) continue;
      map.depth[i] = depth;
      map.u[i] = ua + wb * du + wc * eu;
      map.v[i] = va + wb * dv + wc * ev;
      map.gain[i] = ga + wb * gb + wc * gc;
    }
  }
}

/** Leftmost and rightmost crossing of the row with the triangle's edges; scratch, so that a row allocates nothing. */
const span = new Float64Array(2);

/** Widens the span by where an edge crosses the row, if it does (an edge owns its upper end, not its lower one). */
function crossEdge(row: number, ax: number, ay: number, bx: number, by: number): void {
  if (ay <= row === by <= row) return;
  const x = ax + ((row - ay) * (bx - ax)) / (by - ay);
  if (x < span[0]!) span[0] = x;
  if (x > span[1]!) span[1] = x;
}
