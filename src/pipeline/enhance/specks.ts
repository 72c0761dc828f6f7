import type { FaceZones } from "./face-zones.ts";
import type { Plane } from "./plane.ts";
import type { Ridges } from "./ridges.ts";

/** A small round thing, brighter or darker than all that is round it. */
export interface Speck {
  readonly pixels: readonly number[];
  readonly dark: boolean;
  readonly measures: SpeckMeasures;
}

/** What is measured of a speck, to tell dust from what belongs to the picture. Levels are in units of `LEVELS`. */
export interface SpeckMeasures {
  /** Logarithm of how much it stands out (levels) from the nearest level round it. */
  readonly contrast: number;
  /** How far it is beyond the skin's brightest (or darkest) levels. */
  readonly beyond: number;
  /** How much what is round it differs from place to place, over its contrast. */
  readonly rough: number;
  /** How much else that is thin lies near. */
  readonly clutter: number;
  readonly face: number;
}

const LEVELS = 40;
/** Radius of the ring with which a speck is compared, of the face's size and pixels. */
const RING = 0.022;
const LEAST_RING = 3;
/** Places on the ring. */
const PLACES = 12;
/** What stands out less (levels) is none. */
const CONTRAST = 24;
/** How far round a speck other things are counted, in rings. */
const NEAR = 3;

/** All small round things in a picture of a head; `white` and `black` are the skin's brightest and darkest levels. */
export function findSpecks(
  light: Plane,
  ridges: Ridges,
  zones: FaceZones,
  size: number,
  [black, white]: readonly [number, number],
): Speck[] {
  const { width, height, data } = light;
  const radius = Math.max(LEAST_RING, Math.round(RING * size));
  const ring = Array.from({ length: PLACES }, (_, k) => {
    const angle = (2 * Math.PI * k) / PLACES;
    return Math.round(radius * Math.cos(angle)) + width * Math.round(radius * Math.sin(angle));
  });
  const found: Speck[] = [];
  for (let y = radius + 1; y < height - radius - 1; y++)
    for (let i = y * width + radius + 1; i < y * width + width - radius - 1; i++) {
      const sense = extreme(data, i, width);
      if (sense === 0) continue;
      const around = ring.map((step) => sense * (data[i]! - data[i + step]!));
      const contrast = Math.min(...around);
      if (contrast < CONTRAST) continue;
      const pixels = blob(light, i, radius, sense * data[i]! - 0.75 * contrast, sense);
      if (pixels === null) continue;
      const beyond = sense > 0 ? data[i]! - white : black - data[i]!;
      const measures = {
        contrast: Math.log(contrast),
        beyond: Math.min(2, Math.max(-2, beyond / LEVELS)),
        rough: deviation(around) / contrast,
        clutter: Math.sqrt(clutter(ridges, pixels, i, NEAR * radius) / contrast),
        face: zones.face[i]!,
      };
      found.push({ pixels, dark: sense < 0, measures });
    }
  return found;
}

/** 1 where a pixel is the brightest of its neighbours, -1 where it is the darkest. */
function extreme(data: Float32Array, i: number, width: number): -1 | 0 | 1 {
  const here = data[i]!;
  let [above, below] = [true, true];
  for (const k of [i - width - 1, i - width, i - width + 1, i - 1, i + 1, i + width - 1, i + width, i + width + 1]) {
    // Of equals the first counts.
    if (k < i ? data[k]! >= here : data[k]! > here) above = false;
    if (k < i ? data[k]! <= here : data[k]! < here) below = false;
    if (!(above || below)) return 0;
  }
  return above ? 1 : -1;
}

/** The pixels round an extreme that are beyond a level, or null if they go on farther than a speck does. */
function blob({ data, width }: Plane, from: number, radius: number, level: number, sense: number): number[] | null {
  const pixels = [from];
  const seen = new Set(pixels);
  const [x, y] = [from % width, Math.floor(from / width)];
  for (let next = 0; next < pixels.length; next++)
    for (const step of [1, -1, width, -width]) {
      const k = pixels[next]! + step;
      if (seen.has(k) || sense * data[k]! < level) continue;
      if (Math.hypot((k % width) - x, Math.floor(k / width) - y) >= radius) return null;
      seen.add(k);
      pixels.push(k);
    }
  return pixels;
}

/** Mean contrast of the lines near a speck, its own left out. */
function clutter({ contrast, width, height }: Ridges, pixels: readonly number[], i: number, reach: number): number {
  const [x, y] = [i % width, Math.floor(i / width)];
  const own = new Set(pixels.flatMap((k) => [k, k + 1, k - 1, k + width, k - width]));
  let [sum, count] = [0, 0];
  for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++)
    for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
      const k = v * width + u;
      if (own.has(k)) continue;
      sum += Math.abs(contrast[k]!);
      count++;
    }
  return sum / count;
}

function deviation(values: readonly number[]): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
}
