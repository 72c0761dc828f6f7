import { median } from "../../../math.ts";
import { lumaAt } from "../../../photo/raster.ts";
import { harmonicFill } from "../fill.ts";
import type { EyePixels } from "./lid-skin.ts";

/** Reflections are looked for within this part of the iris' radius: further out the white begins. */
const WITHIN = 0.8;
/** By how many levels (0..255) a reflection is lighter than the iris' middle value, at least, and than this part of the way to white. */
const LIGHTER = 45;
const TOWARDS_WHITE = 0.4;
/** A reflection larger than this part of the iris is a light iris, or a window that has to move with it. */
const LARGEST = 0.3;

/**
 * Takes the reflections of lamps and windows out of the iris: a cornea's reflections hardly move when the eye turns. Works in
 * place on `ball` (RGB 0..255 of the patch) and returns what they add to it, three a pixel, or null where there are none.
 */
export function takeGlints(eye: EyePixels, ball: Float32Array): Float32Array | null {
  const iris = irisPixels(eye);
  if (iris.length < 20) return null;
  const glints = reflections(iris, ball);
  if (glints.length === 0 || glints.length > LARGEST * iris.length) return null;
  const unknown = grown(glints, eye);
  const before = new Float32Array(ball);
  harmonicFill(ball, eye.width, eye.height, unknown, 60);
  return before.map((level, i) => Math.max(0, level - ball[i]!));
}

function irisPixels({ contour: { iris }, u, v, upper, lower }: EyePixels): number[] {
  const within = (i: number): boolean =>
    Math.hypot(u[i]! - iris.u, v[i]! - iris.v) < WITHIN * iris.radius && v[i]! > upper[i]! && v[i]! < lower[i]!;
  return [...u.keys()].filter(within);
}

function reflections(iris: readonly number[], ball: Float32Array): number[] {
  const light = (i: number): number => lumaAt(ball, i);
  const middle = median(iris.map(light));
  const least = middle + Math.max(LIGHTER, TOWARDS_WHITE * (255 - middle));
  return iris.filter((i) => light(i) > least);
}

/** The pixels and those next to them, over which a reflection fades. */
function grown(pixels: readonly number[], { width, height, contour }: EyePixels): Uint8Array {
  const reach = Math.max(1, Math.round(0.12 * contour.iris.radius));
  const mask = new Uint8Array(width * height);
  for (const i of pixels) {
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let py = Math.max(0, y - reach); py <= Math.min(height - 1, y + reach); py++)
      mask.fill(1, py * width + Math.max(0, x - reach), py * width + Math.min(width - 1, x + reach) + 1);
  }
  return mask;
}
