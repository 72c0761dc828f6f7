import { boxMean } from "../../photo/box-mean.ts";
import { type Plane, resize } from "../../photo/plane.ts";

/** A picture in which the mark is looked for: what is left of its brightness when all that is large or strong is taken away. */
export interface Evened {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Larger pictures are reduced until a square of their area has this side: enough for the fastest waves. */
const SIDE = 240;
/** Variance, levels squared, that a place with nothing in it is taken to have. */
const QUIET = 0.5;
/** By which power of the variance a place is made quieter: by 1 noise would be weighed best, by 1/2 edges that lie along the mark's waves count less. */
const CALMING = 0.75;

/**
 * A picture as the mark is looked for: what each pixel has besides the mean round it, divided by the variance there. So shapes and
 * edges, which would drown the mark, count for little, and quiet places, where it lies alone, for much.
 */
export function evened(brightness: Plane): Evened {
  const factor = Math.min(1, SIDE / Math.sqrt(brightness.width * brightness.height));
  const side = (length: number): number => Math.max(1, Math.round(length * factor));
  const { width, height, data } = resize(brightness, side(brightness.width), side(brightness.height));
  const smooth = smoothed(data, width, height);
  const squares = smoothed(
    data.map((level) => level * level),
    width,
    height,
  );
  const even = data.map((level, i) => {
    const variance = Math.max(0, squares[i]! - smooth[i]! ** 2);
    return (level - smooth[i]!) / (variance + QUIET) ** CALMING;
  });
  return { width, height, data: even };
}

/** Nearly a Gaussian with a deviation of 1.4 pixels. */
function smoothed(data: Float32Array, width: number, height: number): Float32Array {
  return [1, 2, 3].reduce((field) => boxMean(field, width, height, 1), data);
}
