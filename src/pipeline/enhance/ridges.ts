import { type Plane, planeOf } from "../photo/plane.ts";
import { valueAt } from "../photo/raster.ts";

/** The thin lines of a picture, by pixel. */
export interface Ridges {
  readonly width: number;
  readonly height: number;
  /** How much a pixel is brighter (or, negative, darker) than both its sides, levels; 0 where it is not the middle of a line. */
  readonly contrast: Float32Array;
  /** Unit vector along the line. */
  readonly alongX: Float32Array;
  readonly alongY: Float32Array;
  /** How far from the middle its sides are, pixels. */
  readonly side: Float32Array;
}

/** What bends less than this (levels a pixel, made comparable) is no line. */
const LEAST_BEND = 2;

/**
 * The middles of bright and dark lines whose half widths are about `radii`, the smallest first: where the picture bends most
 * across (Steger 1998), and where both sides are darker, or both brighter, so that an edge is none.
 */
export function findRidges(light: Plane, radii: readonly number[]): Ridges {
  const { width, height } = light;
  const area = width * height;
  const [contrast, alongX, alongY, side] = [0, 1, 2, 3].map(() => new Float32Array(area)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const ridges = { width, height, contrast, alongX, alongY, side };
  const bend = new Float32Array(area);
  for (const radius of radii) keepBend(blur(light, radius), radius, bend, ridges);
  const soft = blur(light, radii[0]! / 2);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (bend[i] === 0) continue;
      const [nx, ny] = [-alongY[i]!, alongX[i]!];
      const step = Math.round(nx) + Math.round(ny) * width;
      const sign = bend[i]! < 0 ? 1 : -1;
      if (sign * bend[i]! > sign * bend[i + step]! || sign * bend[i]! > sign * bend[i - step]!) continue;
      const far = side[i]!;
      const here = sign * soft.data[i]!;
      const one = here - sign * valueAt(soft, x + far * nx, y + far * ny);
      const other = here - sign * valueAt(soft, x - far * nx, y - far * ny);
      contrast[i] = sign * Math.max(0, Math.min(one, other));
    }
  return ridges;
}

/** Keeps for each pixel the strongest bend of those tried so far, and the line's direction and width that belong to it. */
function keepBend({ width, height, data }: Plane, radius: number, bend: Float32Array, ridges: Ridges): void {
  // Makes lines of different widths comparable (Lindeberg 1998).
  const scale = radius ** 1.5;
  for (let y = 1; y < height - 1; y++)
    for (let i = y * width + 1; i < y * width + width - 1; i++) {
      const xx = data[i - 1]! - 2 * data[i]! + data[i + 1]!;
      const yy = data[i - width]! - 2 * data[i]! + data[i + width]!;
      const xy = (data[i - width - 1]! - data[i - width + 1]! - data[i + width - 1]! + data[i + width + 1]!) / 4;
      // Most pixels lie in flat places: no bend is stronger than this.
      const least = Math.max(LEAST_BEND, Math.abs(bend[i]!));
      if (scale * (Math.abs(xx) + Math.abs(yy) + Math.abs(xy)) < least) continue;
      const middle = (xx + yy) / 2;
      const half = (xx - yy) / 2;
      const off = Math.sqrt(half * half + xy * xy);
      if (off === 0) continue;
      const value = scale * (middle < 0 ? middle - off : middle + off);
      if (Math.abs(value) < least) continue;
      bend[i] = value;
      // Along the line the picture bends least: half the angle of the two curvatures' difference, or across that.
      const cos = Math.sqrt((1 + half / off) / 2);
      const sin = (xy < 0 ? -1 : 1) * Math.sqrt(Math.max(0, 1 - half / off) / 2);
      ridges.alongX[i] = middle < 0 ? cos : -sin;
      ridges.alongY[i] = middle < 0 ? sin : cos;
      ridges.side[i] = 2 * radius + 1;
    }
}

/** Gaussian blur; beyond its edges the picture goes on as its last pixel. */
function blur({ width, height, data }: Plane, sigma: number): Plane {
  const reach = Math.ceil(2.5 * sigma);
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const kernel = weights.map((weight) => weight / sum);
  const across = new Float32Array(data.length);
  const row = new Float32Array(width + 2 * reach);
  for (let y = 0; y < height; y++) {
    const from = y * width;
    row.fill(data[from]!, 0, reach);
    row.set(data.subarray(from, from + width), reach);
    row.fill(data[from + width - 1]!, reach + width);
    for (let x = 0; x < width; x++) {
      let value = 0;
      for (let k = 0; k < kernel.length; k++) value += kernel[k]! * row[x + k]!;
      across[from + x] = value;
    }
  }
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let k = 0; k < kernel.length; k++) {
      const from = Math.min(height - 1, Math.max(0, y + k - reach)) * width;
      const weight = kernel[k]!;
      for (let x = 0, i = y * width; x < width; x++, i++) out[i]! += weight * across[from + x]!;
    }
  return planeOf(width, height, out);
}
