import { type Grain, measureGrain } from "../photo/grain.ts";
import { type Plane, planeOf } from "../photo/plane.ts";
import { lumaOf } from "../photo/raster.ts";

/** A mark's rim, paler or of another colour, reaches this far beyond what was found of it, of the face's size; at least a pixel. */
const RIM = 1 / 80;
/** Beyond the nearest known pixel, those so much farther are asked too. */
const BEYOND = 4;
/** How much less is heard of what lies across the direction in which the picture runs, where it clearly runs in one. */
const DIRECTED = 20;
/** The grain of a filled pixel is that of a known one so far away, the nearer of these. */
const GRAIN_FROM = [6, 9, 13, 18];
/** What differs from its surroundings by more than so many times the grain is none. */
const MOST_GRAIN = 2.5;

/** A picture as it is filled: which of its pixels are unknown, and its luminance. */
interface Holes {
  readonly width: number;
  readonly height: number;
  readonly unknown: Uint8Array;
  readonly light: Float32Array;
}

/** A known pixel near an unknown one. */
interface Neighbour {
  readonly at: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * Fills marks from the known pixels round them, the more from those that lie in the direction in which the picture runs there
 * (as Bornemann and März 2007), so that edges go on through a mark, and with the picture's own grain. `filled` is `marks` widened
 * by their rims; pixels outside it keep their values. `size` is the face's, in the planes' pixels.
 */
export function mend(
  rgb: readonly Plane[],
  marks: Uint8Array,
  size: number,
): { readonly rgb: Plane[]; readonly filled: Uint8Array } {
  const [red, green, blue] = rgb as readonly [Plane, Plane, Plane];
  const { width, height } = red;
  const unknown = widened(marks, width, height, Math.max(1, Math.round(RIM * size)));
  const light = red.data.map((value, i) => lumaOf(value, green.data[i]!, blue.data[i]!));
  const holes = { width, height, unknown, light };
  const out = rgb.map(({ data }) => Float32Array.from(data));
  const grain = grainOf(rgb, unknown);
  for (let i = 0; i < unknown.length; i++) {
    if (unknown[i] === 0) continue;
    const near = neighbours(holes, i);
    const weights = weigh(near, tensor(holes, near));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total === 0) continue;
    const texture = grainNear(holes, i, grain);
    for (const [c, { data }] of rgb.entries()) {
      let sum = 0;
      for (let k = 0; k < near.length; k++) sum += weights[k]! * data[near[k]!.at]!;
      out[c]![i] = sum / total + texture;
    }
  }
  return { rgb: out.map((data) => planeOf(width, height, data)), filled: unknown };
}

function widened(marks: Uint8Array, width: number, height: number, rim: number): Uint8Array {
  const out = new Uint8Array(marks.length);
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let v = Math.max(0, y - rim); v <= Math.min(height - 1, y + rim); v++)
      out.fill(1, v * width + Math.max(0, x - rim), v * width + Math.min(width, x + rim + 1));
  }
  return out;
}

function grainOf(rgb: readonly Plane[], unknown: Uint8Array): Grain {
  const [{ width, height }] = rgb as readonly [Plane];
  const pixels = new Float32Array(3 * unknown.length);
  for (const [c, { data }] of rgb.entries()) for (let i = 0; i < unknown.length; i++) pixels[3 * i + c] = data[i]!;
  return measureGrain(pixels, width, height, (i) => unknown[i] === 0);
}

/** The known pixels about as near as the nearest. */
function neighbours({ width, height, unknown }: Holes, i: number): Neighbour[] {
  const [x, y] = [i % width, Math.floor(i / width)];
  let nearest = Infinity;
  const found: Neighbour[] = [];
  for (let ring = 1; ring <= nearest + BEYOND && ring < Math.max(width, height); ring++)
    for (let dy = -ring; dy <= ring; dy++) {
      const v = y + dy;
      if (v < 0 || v >= height) continue;
      const step = Math.abs(dy) === ring ? 1 : 2 * ring;
      for (let dx = -ring; dx <= ring; dx += step) {
        const u = x + dx;
        if (u < 0 || u >= width || unknown[v * width + u] === 1) continue;
        found.push({ at: v * width + u, dx, dy });
        nearest = Math.min(nearest, ring);
      }
    }
  return found;
}

/** How the picture runs: the mean of its gradient's outer product with itself over known pixels. */
function tensor({ width, height, unknown, light }: Holes, near: readonly Neighbour[]): [number, number, number] {
  let [xx, xy, yy] = [0, 0, 0];
  for (const { at } of near) {
    const x = at % width;
    if (x === 0 || x === width - 1 || at < width || at >= width * (height - 1)) continue;
    if (unknown[at - 1]! + unknown[at + 1]! + unknown[at - width]! + unknown[at + width]! > 0) continue;
    const gx = light[at + 1]! - light[at - 1]!;
    const gy = light[at + width]! - light[at - width]!;
    xx += gx * gx;
    xy += gx * gy;
    yy += gy * gy;
  }
  return [xx, xy, yy];
}

/** Nearer counts more, and what lies along the picture's direction more than what lies across it. */
function weigh(near: readonly Neighbour[], [xx, xy, yy]: readonly [number, number, number]): number[] {
  const off = Math.hypot((xx - yy) / 2, xy);
  const coherence = xx + yy === 0 ? 0 : (2 * off) / (xx + yy);
  const across = Math.atan2(xy, (xx - yy) / 2) / 2;
  const [cos, sin] = [Math.cos(across), Math.sin(across)];
  const stretch = DIRECTED * coherence ** 2;
  return near.map(({ dx, dy }) => {
    const aside = dx * cos + dy * sin;
    const squared = dx * dx + dy * dy + stretch * aside * aside;
    return 1 / (squared * squared);
  });
}

/** What a known pixel not far away has over its surroundings, if that is grain. */
function grainNear({ width, height, unknown, light }: Holes, i: number, grain: Grain): number {
  const [x, y] = [i % width, Math.floor(i / width)];
  for (const far of GRAIN_FROM)
    for (const [dx, dy] of [
      [far, 0],
      [0, far],
      [-far, 0],
      [0, -far],
    ] as const) {
      const [u, v] = [x + dx, y + dy];
      if (u < 2 || v < 2 || u >= width - 2 || v >= height - 2) continue;
      let sum = 0;
      let known = true;
      for (let k = -2; k <= 2; k++)
        for (let j = -2; j <= 2; j++) {
          const at = (v + k) * width + u + j;
          if (unknown[at] === 1) known = false;
          sum += light[at]!;
        }
      const over = light[v * width + u]! - sum / 25;
      if (known && Math.abs(over) <= MOST_GRAIN * grain) return over;
    }
  return 0;
}
