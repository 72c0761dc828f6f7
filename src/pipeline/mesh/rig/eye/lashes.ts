import { clamp, median } from "../../../math.ts";
import type { EyePixels } from "./lid-skin.ts";

/** What rides on the lids' edges. */
export interface Lashes {
  /** Photo over new skin, about 1 on skin and below it on lashes and liner; three a pixel. */
  readonly ratio: Float32Array;
  /** How dark the line of the upper lid is in this photo, over skin: 0.2 black lashes, 0.9 hardly a line. */
  readonly darkest: number;
  /** Width of this photo's sharpest edges here, texture pixels; no line may be drawn finer. */
  readonly softness: number;
}

/** Lashes darken; what is lighter than the skin in their bands is a glint or a bit of eyeball that the contour missed. */
const BRIGHTEST = 4;
const DARKEST = 0.1;

/** Finds the lashes of an eye's patch as what the photo has over the new skin. */
export function findLashes(eye: EyePixels, skin: Float32Array): Lashes {
  const ratio = eye.photo.map((value, i) => clamp((value + 1) / (skin[i]! + 1), DARKEST, BRIGHTEST));
  return { ratio, darkest: darkestLine(eye, ratio), softness: sharpestEdge(eye) };
}

/** The middle, along the eye, of the darkest ratio in reach of the upper edge. */
function darkestLine({ u, v, upper, contour, upperBand }: EyePixels, ratio: Float32Array): number {
  const columns = 16;
  const least = new Array<number>(columns).fill(1);
  for (let i = 0; i < u.length; i++) {
    const column = Math.floor((u[i]! / contour.width) * columns);
    if (column < 2 || column >= columns - 2 || Math.abs(upper[i]! - v[i]!) > 0.5 * upperBand) continue;
    least[column] = Math.min(least[column]!, ratio[3 * i + 1]!);
  }
  return median(least.slice(2, columns - 2));
}

/** The patch's range of light over its steepest slopes. */
function sharpestEdge({ photo, width, height }: EyePixels): number {
  const slopes: number[] = [];
  const levels: number[] = [];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = 3 * (y * width + x) + 1;
      levels.push(photo[i]!);
      slopes.push(Math.hypot(photo[i + 3]! - photo[i - 3]!, photo[i + 3 * width]! - photo[i - 3 * width]!) / 2);
    }
  const part = (values: number[], share: number): number =>
    values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
  return clamp((part(levels, 0.98) - part(levels, 0.02)) / Math.max(1, part(slopes, 0.98)), 1, 12);
}
