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
 * Writes what a raster shows between its pixels, bilinear, to `out` from `to` on, one number a channel. The middle of its first
 * pixel is (0, 0); beyond its edges it goes on as its last pixel. It writes instead of answering, because it runs a million times a
 * photo, and would else make as many arrays.
 */
export function sampleInto(
  { width, height, channels, data }: Raster,
  x: number,
  y: number,
  out: Float32Array | Float64Array,
  to = 0,
): void {
  const px = Math.min(width - 1, Math.max(0, x));
  const py = Math.min(height - 1, Math.max(0, y));
  const left = Math.floor(px);
  const top = Math.floor(py);
  const [u, v] = [px - left, py - top];
  const first = channels * (top * width + left);
  // On the last pixel nothing lies beyond, nor is it asked for.
  const right = u > 0 ? channels : 0;
  const below = v > 0 ? channels * width : 0;
  for (let c = 0; c < channels; c++) {
    const i = first + c;
    const upper = data[i]! + u * (data[i + right]! - data[i]!);
    const lower = data[i + below]! + u * (data[i + below + right]! - data[i + below]!);
    out[to + c] = upper + v * (lower - upper);
  }
}

const one = new Float64Array(1);

/** The same of a raster with one channel. */
export function valueAt(raster: Raster & { readonly channels: 1 }, x: number, y: number): number {
  sampleInto(raster, x, y, one);
  return one[0]!;
}
