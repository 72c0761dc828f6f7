import type { Photo, Point } from "../types.ts";
import { type Raster, sampleInto } from "./raster.ts";

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
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.round(square.side / size)));
  const sums = samples > 1 ? sumsOfNearest(photo, square, size, samples) : coloursBetween(photo, square, size);
  const weight = range.scale / 255 / (samples * samples);
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! * weight + range.offset;
  return sums;
}

/**
 * Several samples of a pixel average each other out: each may take the photo's nearest pixel. The innermost loop runs half a
 * million times a crop, so it keeps its sums in variables and goes on by adding.
 */
function sumsOfNearest(photo: Photo, square: Square, size: number, samples: number): Float32Array {
  const { width, height, rgb } = photo;
  const sums = new Float32Array(size * size * 3);
  const step = square.side / size / samples;
  const turn = turnOf(square.roll);
  const [cos, sin] = [turn.cos * step, turn.sin * step];
  const first = (1 - size * samples) / 2;
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; column++, at += 3) {
      let [red, green, blue] = [0, 0, 0];
      for (let i = 0; i < samples; i++) {
        const v = first + row * samples + i;
        const u = first + column * samples;
        let x = square.x + cos * u - sin * v;
        let y = square.y + sin * u + cos * v;
        for (let j = 0; j < samples; j++, x += cos, y += sin) {
          if (x < 0 || y < 0 || x >= width || y >= height) continue;
          const pixel = (Math.trunc(y) * width + Math.trunc(x)) * 3;
          red += rgb[pixel]!;
          green += rgb[pixel + 1]!;
          blue += rgb[pixel + 2]!;
        }
      }
      sums[at] = red;
      sums[at + 1] = green;
      sums[at + 2] = blue;
    }
  }
  return sums;
}

function coloursBetween({ width, height, rgb }: Photo, square: Square, size: number): Float32Array {
  const picture: Raster = { width, height, channels: 3, data: rgb };
  const colours = new Float32Array(size * size * 3);
  const step = square.side / size;
  const { cos, sin } = turnOf(square.roll);
  for (let row = 0, at = 0; row < size; row++) {
    const v = (row + 0.5) * step - square.side / 2;
    for (let column = 0; column < size; column++, at += 3) {
      const u = (column + 0.5) * step - square.side / 2;
      const x = square.x + cos * u - sin * v;
      const y = square.y + sin * u + cos * v;
      if (x >= 0 && y >= 0 && x <= width && y <= height) sampleInto(picture, x - 0.5, y - 0.5, colours, at);
    }
  }
  return colours;
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
