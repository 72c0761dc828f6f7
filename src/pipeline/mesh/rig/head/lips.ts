import { clamp } from "../../../math.ts";
import { LIP_PAIRS } from "../../../perceive/mesh-parts.ts";
import { mouthIsClosed } from "../../../perceive/openness.ts";
import { lumaAt } from "../../../photo/raster.ts";
import type { Mesh } from "../../../types.ts";

/** Closed lips that may part by a dark slit: a patch of the texture, with one entry a column. */
export interface Lips {
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
  readonly height: number;
  /** Where the lips meet, pixels below the patch's top, and how far they part there at most. */
  readonly seam: Float32Array;
  readonly gap: Float32Array;
  /** How far above and below the seam the lips give way, pixels. */
  readonly above: number;
  readonly below: number;
  /** Half of the way on which a rim turns into the dark, pixels. */
  readonly rim: number;
  /** What is between them, RGB 0..255. */
  readonly dark: readonly [number, number, number];
}

/** Where the lips meet, from the image's left to its right while the head is upright: upper and lower point. */
const MEETING = [[78, 78], ...LIP_PAIRS, [308, 308]] as const;
/** Of the mouth's width: how far lips part in its middle, the half of it in which they do, how far they give way above and below. */
const MOST_PARTED = 0.06;
const PARTED_HALF = 0.37;
const GIVES_ABOVE = 0.2;
const GIVES_BELOW = 0.45;
/** Of the mouth's width, and at least pixels: half of a rim. */
const RIM = 0.013;
const LEAST_RIM = 0.8;
/** The seam is the darkest line so near to the mesh's, of the mouth's width; levels that the far end of that way and a bend cost. */
const SEARCHED = 0.06;
const FAR_LEVELS = 25;
const BEND_LEVELS = 6;
/** The dark between lips, of the darkest quarter of the line where they meet. */
const DARKER = 0.55;
/** Mouths narrower than this, texture pixels, or foreshortened to less than this part, stay closed. */
const LEAST_WIDTH = 24;
const LEAST_FACING = 0.6;

/** Prepares closed lips to be parted (texture: `side * side * 3` bytes); null where they are open, lie across, or show too little. */
export function makeLips(texture: Uint8Array, side: number, mesh: Mesh): Lips | null {
  if (!mouthIsClosed(mesh)) return null;
  const points = MEETING.map((pair) =>
    [0, 1, 2].map((axis) => (mesh[3 * pair[0] + axis]! + mesh[3 * pair[1] + axis]!) / 2),
  );
  const [left, right] = [points[0]!, points.at(-1)!];
  const [dx, dy, dz] = [0, 1, 2].map((axis) => right[axis]! - left[axis]!) as [number, number, number];
  if (dx < LEAST_WIDTH || dx < Math.abs(dy) || dx < LEAST_FACING * Math.hypot(dx, dy, dz)) return null;
  const x0 = Math.ceil(left[0]!);
  const width = Math.floor(right[0]!) - x0 + 1;
  const expected = Float32Array.from({ length: width }, (_, x) => heightAt(points, x0 + x));
  const [above, below] = [GIVES_ABOVE * dx, GIVES_BELOW * dx];
  const margin = Math.ceil(SEARCHED * dx) + 3;
  const y0 = Math.floor(Math.min(...expected) - above) - margin;
  const height = Math.ceil(Math.max(...expected) + below) + margin - y0;
  if (x0 < 1 || y0 < 0 || x0 + width >= side || y0 + height >= side) return null;
  const seam = darkestLine(texture, side, x0, expected, Math.ceil(SEARCHED * dx));
  const gap = Float32Array.from({ length: width }, (_, x) => {
    const off = (x / (width - 1) - 0.5) / PARTED_HALF;
    return MOST_PARTED * dx * Math.max(0, 1 - off * off);
  });
  const dark = darkOf(texture, side, x0, seam);
  return {
    x0,
    y0,
    width,
    height,
    seam: seam.map((y) => y - y0),
    gap,
    above,
    below,
    rim: Math.max(LEAST_RIM, RIM * dx),
    dark,
  };
}

/** Height of a line of points at some x, which is between their ends. */
function heightAt(points: readonly (readonly number[])[], x: number): number {
  const next = Math.max(
    1,
    points.findIndex((point) => point[0]! >= x),
  );
  const [from, to] = [points[next - 1]!, points[next]!];
  const t = clamp((x - from[0]!) / (to[0]! - from[0]! + 1e-6), 0, 1);
  return from[1]! + t * (to[1]! - from[1]!);
}

/** The darkest line along an expected one that stays within `reach` of it and bends little: the cheapest way from column to column. */
function darkestLine(
  texture: Uint8Array,
  side: number,
  x0: number,
  expected: Float32Array,
  reach: number,
): Float32Array {
  const count = 2 * reach + 1;
  const cost = (x: number, k: number): number => {
    const y = Math.round(expected[x]! + k - reach);
    const i = y * side + x0 + x;
    const light = (lumaAt(texture, i - 1) + 2 * lumaAt(texture, i) + lumaAt(texture, i + 1)) / 4;
    return light + FAR_LEVELS * ((k - reach) / reach) ** 2;
  };
  let best = Float32Array.from({ length: count }, (_, k) => cost(0, k));
  const cameFrom: Int16Array[] = [];
  for (let x = 1; x < expected.length; x++) {
    const [next, from] = [new Float32Array(count), new Int16Array(count)];
    for (let k = 0; k < count; k++) {
      from[k] = k;
      for (const other of [k - 1, k + 1])
        if (
          other >= 0 &&
          other < count &&
          best[other]! + BEND_LEVELS < best[from[k]!]! + (from[k] === k ? 0 : BEND_LEVELS)
        )
          from[k] = other;
      next[k] = cost(x, k) + best[from[k]!]! + (from[k] === k ? 0 : BEND_LEVELS);
    }
    cameFrom.push(from);
    best = next;
  }
  const line = new Float32Array(expected.length);
  let k = best.indexOf(Math.min(...best));
  for (let x = expected.length - 1; x >= 0; x--) {
    line[x] = expected[x]! + k - reach;
    if (x > 0) k = cameFrom[x - 1]![k]!;
  }
  return smoothed(smoothed(line));
}

function smoothed(line: Float32Array): Float32Array {
  const at = (x: number): number => line[clamp(x, 0, line.length - 1)]!;
  return line.map((y, x) => (at(x - 2) + 2 * at(x - 1) + 2 * y + 2 * at(x + 1) + at(x + 2)) / 8);
}

function darkOf(texture: Uint8Array, side: number, x0: number, seam: Float32Array): [number, number, number] {
  const pixels = [...seam].map((y, x) => Math.round(y) * side + x0 + x);
  pixels.sort((a, b) => lumaAt(texture, a) - lumaAt(texture, b));
  const darkest = pixels.slice(0, Math.max(1, pixels.length >> 2));
  const of = (c: number): number =>
    (DARKER * darkest.reduce((sum, i) => sum + texture[3 * i + c]!, 0)) / darkest.length;
  return [of(0), of(1), of(2)];
}
