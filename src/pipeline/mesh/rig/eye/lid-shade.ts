import { clamp } from "../../../math.ts";
import { lumaAt } from "../../../photo/raster.ts";
import type { EyePixels } from "./lid-skin.ts";

/** The iris ends in a dark ring and, beyond it, in what is white: within this part of its radius all is iris. */
const WITHIN = 0.85;
/** How far the shade is known: from the open eye to the closed one in this many steps. */
const STEPS = 16;
/** Fewer pixels of the iris say nothing about its lightness. */
const LEAST_PIXELS = 6;
/** No lid throws a deeper shade than this. */
const DEEPEST = 0.6;

/**
 * The shade that the upper lid throws on the eyeball as it comes down: a factor of at most 1 for each of evenly spaced closures
 * from 0 to 1. In a photo an iris is darkest just below the lid and palest at its lower rim, and the rim alone looks clouded.
 * Shaded like this, what is left of the iris in sight is as dark as the whole of it was.
 */
export function lidShade(eye: EyePixels): Float32Array {
  const { u, v, upper, lower, photo, contour } = eye;
  const { iris } = contour;
  const sums = new Float64Array(STEPS + 1);
  const counts = new Uint32Array(STEPS + 1);
  for (let i = 0; i < u.length; i++) {
    const place = (v[i]! - upper[i]!) / (lower[i]! - upper[i]!);
    if (!(place > 0 && place < 1) || Math.hypot(u[i]! - iris.u, v[i]! - iris.v) > WITHIN * iris.radius) continue;
    const step = Math.floor(place * STEPS);
    sums[step]! += lumaAt(photo, i);
    counts[step]! += 1;
  }
  for (let k = STEPS - 1; k >= 0; k--) {
    sums[k]! += sums[k + 1]!;
    counts[k]! += counts[k + 1]!;
  }
  const shade = new Float32Array(STEPS + 1).fill(1);
  const open = sums[0]! / counts[0]!;
  for (let k = 1; k <= STEPS; k++)
    shade[k] = counts[k]! < LEAST_PIXELS ? shade[k - 1]! : clamp((open * counts[k]!) / sums[k]!, DEEPEST, 1);
  return shade;
}

/** The shade of a lid that is `closed` so far, 0..1, beyond which it is as at the end. */
export function shadeAt(shade: Float32Array, closed: number): number {
  const place = clamp(closed, 0, 1) * STEPS;
  const k = Math.min(STEPS - 1, Math.floor(place));
  return shade[k]! + (place - k) * (shade[k + 1]! - shade[k]!);
}
