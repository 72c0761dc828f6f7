import type { Photo, Point } from "../types.ts";

/** A square piece of a photo: centre and side in photo pixels, and how far its "up" leans clockwise, in degrees. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly roll: number;
}

/** What a crop's values are made of: `value / 255 * scale + offset` per channel. */
export interface ValueRange {
  readonly scale: number;
  readonly offset: number;
}

export const ZERO_TO_ONE: ValueRange = { scale: 1, offset: 0 };
export const MINUS_ONE_TO_ONE: ValueRange = { scale: 2, offset: -1 };

/** Most samples per pixel and axis when shrinking; beyond it a crop is a little noisy, but its cost stays bounded. */
const MOST_SAMPLES = 4;

/**
 * The square resampled to `size` x `size` x 3 values, turned upright. Shrinking averages, enlarging is bilinear, and what
 * lies outside the photo is black. Positions are continuous: the photo's pixel i covers i..i+1, its centre is i + 0.5.
 */
export function sampleSquare(
  photo: Photo,
  square: Square,
  size: number,
  range: ValueRange = ZERO_TO_ONE,
): Float32Array {
  const values = new Float32Array(size * size * 3);
  const step = square.side / size;
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.round(step)));
  const weight = range.scale / 255 / (samples * samples);
  const { cos, sin } = turnOf(square.roll);
  const sum = new Float64Array(3);
  // Several samples of a pixel average each other out: each may take the photo's nearest pixel.
  const add = samples > 1 ? addNearest : addBetween;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      sum.fill(0);
      for (let i = 0; i < samples * samples; i++) {
        const u = (column + ((i % samples) + 0.5) / samples) * step - square.side / 2;
        const v = (row + (Math.floor(i / samples) + 0.5) / samples) * step - square.side / 2;
        add(photo, square.x + cos * u - sin * v, square.y + sin * u + cos * v, sum);
      }
      const at = (row * size + column) * 3;
      for (let c = 0; c < 3; c++) values[at + c] = sum[c]! * weight + range.offset;
    }
  }
  return values;
}

/** Adds the colour of the photo's pixel at a position to `sum` (three channels). */
function addNearest({ width, height, rgb }: Photo, x: number, y: number, sum: Float64Array): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = (Math.floor(y) * width + Math.floor(x)) * 3;
  sum[0]! += rgb[at]!;
  sum[1]! += rgb[at + 1]!;
  sum[2]! += rgb[at + 2]!;
}

/** Adds the photo's colour at a position, bilinear between pixel centres, to `sum` (three channels). */
function addBetween(photo: Photo, x: number, y: number, sum: Float64Array): void {
  const { width, height, rgb } = photo;
  if (x < 0 || y < 0 || x > width || y > height) return;
  const px = Math.min(Math.max(x - 0.5, 0), width - 1);
  const py = Math.min(Math.max(y - 0.5, 0), height - 1);
  const left = Math.floor(px);
  const top = Math.floor(py);
  const fx = px - left;
  const fy = py - top;
  const right = fx > 0 ? 3 : 0;
  const below = fy > 0 ? width * 3 : 0;
  const at = (top * width + left) * 3;
  for (let c = 0; c < 3; c++) {
    const i = at + c;
    const upper = rgb[i]! * (1 - fx) + rgb[i + right]! * fx;
    const lower = rgb[i + below]! * (1 - fx) + rgb[i + below + right]! * fx;
    sum[c] = sum[c]! + upper * (1 - fy) + lower * fy;
  }
}

/** Photo position of a point given in the square's own axes, each 0..1 from its upper left corner. */
export function fromSquare(square: Square, u: number, v: number): Point {
  const { cos, sin } = turnOf(square.roll);
  const du = (u - 0.5) * square.side;
  const dv = (v - 0.5) * square.side;
  return { x: square.x + cos * du - sin * dv, y: square.y + sin * du + cos * dv };
}

export function turnOf(degrees: number): { cos: number; sin: number } {
  const radians = (degrees * Math.PI) / 180;
  return { cos: Math.cos(radians), sin: Math.sin(radians) };
}
