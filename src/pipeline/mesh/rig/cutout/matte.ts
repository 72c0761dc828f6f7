import { smoothstep } from "../../../math.ts";
import { MASK_SIZE } from "../../../perceive/segment.ts";
import { boxMean } from "../../../photo/box-mean.ts";
import { type Plane, planeOf } from "../../../photo/plane.ts";
import { doubledRow, lumaAt, valueAt } from "../../../photo/raster.ts";

/** Radius of the guided filter in pixels at half the texture's size, and the contrast (levels) that it takes for an edge. */
const RADIUS = 5;
const EDGE_LEVELS = 7;
/** Filtered values of the mask below which nothing is covered, and above which all is. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Where the mask is undecided the person wins: a little background that moves along shows less than a cut ear. */
const GENEROUS: Bounds = { least: 0.04, most: 0.55 };

/**
 * Turns the coarse person mask (256 x 256, 0..1) into coverage for every texture pixel, its edges drawn to the picture's own:
 * a guided filter (He, Sun and Tang 2010) on luminance at half size, its linear coefficients then scaled up.
 */
export function refineMask(
  mask: Float32Array,
  texture: Uint8Array,
  side: number,
  { least, most }: Bounds = GENEROUS,
): Float32Array {
  const half = Math.ceil(side / 2);
  const guide = halfLuminance(texture, side, half);
  const input = new Float32Array(half * half);
  const coarse = planeOf(MASK_SIZE, MASK_SIZE, mask);
  const step = MASK_SIZE / half;
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++)
      input[y * half + x] = valueAt(coarse, (x + 0.5) * step - 0.5, (y + 0.5) * step - 0.5);
  const [slope, offset] = guidedFilter(guide, input, half);
  const out = new Float32Array(side * side);
  const [slopes, offsets] = [new Float32Array(2 * half), new Float32Array(2 * half)];
  for (let y = 0; y < side; y++) {
    doubledRow(slope, y, slopes);
    doubledRow(offset, y, offsets);
    for (let x = 0, i = y * side; x < side; x++, i++) {
      const value = slopes[x]! * lumaAt(texture, i) + offsets[x]!;
      out[i] = value <= least ? 0 : value >= most ? 1 : smoothstep(least, most, value);
    }
  }
  return out;
}

function halfLuminance(texture: Uint8Array, side: number, half: number): Float32Array {
  const out = new Float32Array(half * half);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      const a = 2 * y * side + 2 * x;
      const b = 2 * x < side - 1 ? a + 1 : a;
      const below = 2 * y < side - 1 ? side : 0;
      const upper = lumaAt(texture, a) + lumaAt(texture, b);
      out[y * half + x] = (upper + lumaAt(texture, a + below) + lumaAt(texture, b + below)) / 4;
    }
  }
  return out;
}

/** Coefficients a, b of the guided filter's local linear model: output = a * guide + b. */
function guidedFilter(guide: Float32Array, input: Float32Array, side: number): [Plane, Plane] {
  const count = guide.length;
  const [squares, products] = [new Float32Array(count), new Float32Array(count)];
  for (let i = 0; i < count; i++) {
    squares[i] = guide[i]! * guide[i]!;
    products[i] = guide[i]! * input[i]!;
  }
  const mean = (values: Float32Array): Float32Array => boxMean(values, side, side, RADIUS);
  const [meanGuide, meanInput, meanSquare, meanProduct] = [mean(guide), mean(input), mean(squares), mean(products)];
  const [slope, offset] = [new Float32Array(count), new Float32Array(count)];
  for (let i = 0; i < count; i++) {
    const variance = meanSquare[i]! - meanGuide[i]! * meanGuide[i]!;
    slope[i] = (meanProduct[i]! - meanGuide[i]! * meanInput[i]!) / (variance + EDGE_LEVELS ** 2);
    offset[i] = meanInput[i]! - slope[i]! * meanGuide[i]!;
  }
  return [planeOf(side, side, mean(slope)), planeOf(side, side, mean(offset))];
}
