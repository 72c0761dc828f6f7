import { lumaOf, type Raster } from "./raster.ts";

/** One channel of a picture, levels 0..255, or another field of numbers. */
export interface Plane extends Raster {
  readonly channels: 1;
  readonly data: Float32Array;
}

export const planeOf = (width: number, height: number, data: Float32Array): Plane => ({
  width,
  height,
  channels: 1,
  data,
});

export function luminance(rgb: readonly Plane[]): Plane {
  const [r, g, b] = rgb as readonly [Plane, Plane, Plane];
  const data = new Float32Array(r.data.length);
  for (let i = 0; i < data.length; i++) data[i] = lumaOf(r.data[i]!, g.data[i]!, b.data[i]!);
  return planeOf(r.width, r.height, data);
}

/** Where the pixels of a result lie in the picture they are taken from, on one axis: pixel i covers start + i * step … + step. */
export interface Sampling {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** The pixels that one result is a mean of, and their weights: `taps` each. */
interface Taps {
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly taps: number;
}

/** Cubic (Catmull-Rom) between pixels when enlarging, spread over all the pixels that fall into one when reducing. */
function tapsOf({ start, step, count }: Sampling, length: number): Taps {
  const spread = Math.max(1, step);
  const taps = Math.ceil(4 * spread) + 1;
  const first = new Int32Array(count);
  const weights = new Float32Array(count * taps);
  for (let i = 0; i < count; i++) {
    const centre = start + (i + 0.5) * step - 0.5;
    const from = Math.ceil(centre - 2 * spread);
    first[i] = from;
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += weights[i * taps + k] = cubic(Math.abs(from + k - centre) / spread);
    for (let k = 0; k < taps; k++) weights[i * taps + k]! /= sum;
  }
  // Beyond its edges the picture goes on as its last pixel.
  for (let i = 0; i < count; i++) {
    const moved = Math.min(Math.max(0, first[i]!), Math.max(0, length - taps));
    const row = weights.slice(i * taps, (i + 1) * taps);
    weights.fill(0, i * taps, (i + 1) * taps);
    for (let k = 0; k < taps; k++) {
      const at = Math.min(length - 1, Math.max(0, first[i]! + k)) - moved;
      weights[i * taps + at]! += row[k]!;
    }
    first[i] = moved;
  }
  return { first, weights, taps };
}

function cubic(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

/** A part of a plane, enlarged or reduced. What lies outside is the plane's nearest pixel. */
export function resample(plane: Plane, across: Sampling, down: Sampling): Plane {
  const { width, height, data } = plane;
  const columns = tapsOf(across, width);
  const rows = tapsOf(down, height);
  const [top, bottom] = rowsNeeded(rows, height);
  const narrow = new Float32Array(across.count * (bottom - top));
  const tapsAcross = Math.min(columns.taps, width);
  for (let y = top; y < bottom; y++)
    for (let x = 0; x < across.count; x++) {
      let sum = 0;
      const from = y * width + columns.first[x]!;
      const weight = x * columns.taps;
      for (let k = 0; k < tapsAcross; k++) sum += columns.weights[weight + k]! * data[from + k]!;
      narrow[(y - top) * across.count + x] = sum;
    }
  const out = new Float32Array(across.count * down.count);
  const tapsDown = Math.min(rows.taps, height);
  for (let y = 0; y < down.count; y++)
    for (let k = 0; k < tapsDown; k++) {
      const weight = rows.weights[y * rows.taps + k]!;
      if (weight === 0) continue;
      const from = (rows.first[y]! + k - top) * across.count;
      for (let x = 0; x < across.count; x++) out[y * across.count + x]! += weight * narrow[from + x]!;
    }
  return planeOf(across.count, down.count, out);
}

function rowsNeeded({ first, taps }: Taps, height: number): [number, number] {
  let [top, bottom] = [height, 0];
  for (const row of first) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, Math.min(height, row + taps));
  }
  return [top, bottom];
}

/** The whole plane at another size. */
export function resize(plane: Plane, width: number, height: number): Plane {
  if (width === plane.width && height === plane.height) return plane;
  const across = { start: 0, step: plane.width / width, count: width };
  return resample(plane, across, { start: 0, step: plane.height / height, count: height });
}
