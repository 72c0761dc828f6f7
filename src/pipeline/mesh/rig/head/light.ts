import { clamp } from "../../../math.ts";
import { FACE_OVAL } from "../../../perceive/mesh-parts.ts";
import { lumaAt } from "../../../photo/raster.ts";
import type { Box, Mesh } from "../../../types.ts";
import { eachVertex, type Grid, smoothField, vertexCount, wholeGrid } from "../grid.ts";
import type { Spread } from "./spread.ts";

/** Light on the face as fitted to the photo: brightness = ambient + direction . normal, with 1 the face's mean. */
export interface Light {
  readonly ambient: number;
  /** Texture axes (x right, y down, z away from the viewer); normals point towards the viewer. */
  readonly direction: readonly [number, number, number];
  /** How far each vertex is relit, 0..1: the face, fading out towards its outline. */
  readonly share: Float32Array;
  /** Brightness of each vertex at rest. */
  readonly rest: Float32Array;
}

/** Normals below this length in z lie so obliquely that the mesh's depth says little about them. */
const LEAST_FACING = 0.35;
/** The directed part of the light may be at most this much of the ambient one. */
const MOST_DIRECTED = 0.7;
/** Keeps the fit calm where a face is evenly lit. */
const RIDGE = 0.02;

/** Fits the light to the luminance of the face (texture: `side * side * 3` bytes): least squares over the grid's vertices. */
export function fitLight(
  texture: Uint8Array,
  side: number,
  mesh: Mesh,
  spread: Spread,
  grid: Grid,
  rest: { readonly x: Float32Array; readonly y: Float32Array; readonly z: Float32Array },
): Light {
  const count = vertexCount(grid);
  const normals = new Float32Array(3 * count);
  gridNormals(grid, rest.x, rest.y, rest.z, normals);
  const share = faceShare(mesh, spread, grid);
  const samples: { readonly n: readonly number[]; readonly light: number }[] = [];
  eachVertex(grid, (i, x, y) => {
    if (share[i]! < 0.5 || -normals[3 * i + 2]! < LEAST_FACING) return;
    const pixel = Math.min(side - 1, Math.round(y)) * side + Math.min(side - 1, Math.round(x));
    const light = lumaAt(texture, pixel) / 255;
    samples.push({ n: [1, normals[3 * i]!, normals[3 * i + 1]!, normals[3 * i + 2]!], light: light ** 2.2 });
  });
  const [ambient, direction] = solve(skinOnly(samples));
  const brightness = new Float32Array(count).fill(1);
  for (let i = 0; i < count; i++) brightness[i] = shade(ambient, direction, normals, i);
  return { ambient, direction, share, rest: brightness };
}

/** Brightness of one vertex, at least a third: shadows are never black. */
export function shade(
  ambient: number,
  direction: readonly [number, number, number],
  normals: Float32Array,
  i: number,
): number {
  const lit =
    ambient + direction[0] * normals[3 * i]! + direction[1] * normals[3 * i + 1]! + direction[2] * normals[3 * i + 2]!;
  return lit > 0.33 ? lit : 0.33;
}

/**
 * Unit normals of a grid surface or a part of it, towards the viewer (z negative), by central differences; `out` three numbers a
 * vertex.
 */
export function gridNormals(
  grid: Grid,
  x: Float32Array,
  y: Float32Array,
  z: Float32Array,
  out: Float32Array,
  part: Box = wholeGrid(grid),
): void {
  const { columns, rows } = grid;
  for (let row = part.y; row < part.y + part.height; row++) {
    const up = row > 0 ? -columns : 0;
    const down = row < rows - 1 ? columns : 0;
    for (let column = part.x; column < part.x + part.width; column++) {
      const i = row * columns + column;
      const l = column > 0 ? i - 1 : i;
      const r = column < columns - 1 ? i + 1 : i;
      const ax = x[r]! - x[l]!;
      const ay = y[r]! - y[l]!;
      const az = z[r]! - z[l]!;
      const bx = x[i + down]! - x[i + up]!;
      const by = y[i + down]! - y[i + up]!;
      const bz = z[i + down]! - z[i + up]!;
      const nx = az * by - ay * bz;
      const ny = ax * bz - az * bx;
      const nz = ay * bx - ax * by;
      const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
      out[3 * i] = nx / length;
      out[3 * i + 1] = ny / length;
      out[3 * i + 2] = nz / length;
    }
  }
}

function faceShare(mesh: Mesh, spread: Spread, grid: Grid): Float32Array {
  const share = new Float32Array(vertexCount(grid));
  for (let i = 0; i < share.length; i++)
    if (spread.weights[3 * i] !== 0 || spread.weights[3 * i + 1] !== 0) share[i] = 1;
  const outline = FACE_OVAL.map((point) => [mesh[3 * point]!, mesh[3 * point + 1]!] as const);
  const width = Math.max(...outline.map(([x]) => x)) - Math.min(...outline.map(([x]) => x));
  smoothField(grid, share, Math.round(clamp(((0.06 * width) / grid.step) ** 2, 2, 12)));
  return share;
}

/** Leaves out the darkest and lightest tenth: brows, eyes, nostrils, beards; highlights and teeth. */
function skinOnly<T extends { readonly light: number }>(samples: readonly T[]): readonly T[] {
  const sorted = [...samples].sort((a, b) => a.light - b.light);
  return sorted.slice(Math.floor(sorted.length / 10), Math.ceil((9 * sorted.length) / 10));
}

/** Ridge regression of light on (1, normal) by Gauss-Seidel on the normal equations, scaled to a mean of 1. */
function solve(
  samples: readonly { readonly n: readonly number[]; readonly light: number }[],
): [number, [number, number, number]] {
  const mean = samples.reduce((sum, { light }) => sum + light, 0) / Math.max(1, samples.length);
  if (samples.length < 30 || mean <= 0) return [1, [0, 0, 0]];
  const a = new Float64Array(16);
  const b = new Float64Array(4);
  for (const { n, light } of samples)
    for (let r = 0; r < 4; r++) {
      b[r]! += n[r]! * (light / mean);
      for (let c = 0; c < 4; c++) a[4 * r + c]! += n[r]! * n[c]!;
    }
  const s = Float64Array.of(1, 0, 0, 0);
  for (let sweep = 0; sweep < 200; sweep++)
    for (let r = 0; r < 4; r++) {
      let rest = b[r]!;
      for (let c = 0; c < 4; c++) if (c !== r) rest -= a[4 * r + c]! * s[c]!;
      s[r] = rest / (a[4 * r + r]! + (r === 0 ? 0 : RIDGE * samples.length));
    }
  const length = Math.hypot(s[1]!, s[2]!, s[3]!);
  const ambient = Math.max(0.3, s[0]!);
  const scale = Math.min(1, (MOST_DIRECTED * ambient) / Math.max(length, 1e-6));
  return [ambient, [s[1]! * scale, s[2]! * scale, s[3]! * scale]];
}
