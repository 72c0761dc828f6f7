/** A picture as numbers, or a field of numbers over one: `width * height` pixels, row by row, `channels` numbers each. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Float32Array | Uint8Array;
}

/** Rec. 601 luma, as JPEG keeps it; the same number added to red, green and blue changes it by that number. */
export const lumaOf = (r: number, g: number, b: number): number => 0.299 * r + 0.587 * g + 0.114 * b;

/** Luma of a pixel of interleaved RGB. */
export const lumaAt = (rgb: Float32Array | Uint8Array, pixel: number): number =>
  lumaOf(rgb[3 * pixel]!, rgb[3 * pixel + 1]!, rgb[3 * pixel + 2]!);

/**
 * One channel of what a raster shows between its pixels, bilinear. The middle of its first pixel is (0, 0); beyond its edges it
 * goes on as its last pixel.
 */
export function valueAt({ width, height, channels, data }: Raster, x: number, y: number, channel = 0): number {
  const px = Math.min(width - 1, Math.max(0, x));
  const py = Math.min(height - 1, Math.max(0, y));
  const left = Math.floor(px);
  const top = Math.floor(py);
  const i = channels * (top * width + left) + channel;
  // On the last pixel nothing lies beyond, nor is it asked for.
  const right = px > left ? channels : 0;
  const below = py > top ? channels * width : 0;
  const upper = data[i]! + (px - left) * (data[i + right]! - data[i]!);
  const lower = data[i + below]! + (px - left) * (data[i + below + right]! - data[i + below]!);
  return upper + (py - top) * (lower - upper);
}

/** Writes every channel of it to `out`, from `to` on: an answer would be a new array for each of a million pixels. */
export function sampleInto(raster: Raster, x: number, y: number, out: Float32Array, to = 0): void {
  for (let c = 0; c < raster.channels; c++) out[to + c] = valueAt(raster, x, y, c);
}

/** Row `y` of a raster at twice its size, bilinear: what lies between two pixels is three parts of the nearer one. */
export function doubledRow({ width, height, channels, data }: Raster, y: number, out: Float32Array): void {
  const near = channels * width * (y >> 1);
  const far = channels * width * Math.min(height - 1, Math.max(0, (y >> 1) + (y % 2 === 0 ? -1 : 1)));
  for (let c = 0; c < channels; c++) {
    let here = 0.75 * data[near + c]! + 0.25 * data[far + c]!;
    let before = here;
    for (let column = 0, i = c; column < width; column++, i += channels) {
      const next = column + 1 < width ? i + channels : i;
      const after = 0.75 * data[near + next]! + 0.25 * data[far + next]!;
      const to = channels * column + i;
      out[to] = 0.75 * here + 0.25 * before;
      out[to + channels] = 0.75 * here + 0.25 * after;
      before = here;
      here = after;
    }
  }
}
