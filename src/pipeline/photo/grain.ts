import { median } from "../math.ts";

/** Strength of a picture's fine grain: standard deviation of what a 3x3 mean leaves over, levels 0..255. */
export type Grain = number;

/** Grain is measured on about this many pixels. */
const ENOUGH_PIXELS = 20_000;

/** Measures the grain of the known pixels from the median absolute residual, so that edges do not count as grain. */
export function measureGrain(
  rgb: Float32Array | Uint8Array,
  width: number,
  height: number,
  isKnown: (pixel: number) => boolean,
): Grain {
  const residuals: number[] = [];
  const every = Math.max(1, Math.round(Math.sqrt((width * height) / ENOUGH_PIXELS)));
  for (let y = 1; y < height - 1; y += every) {
    for (let x = 1; x < width - 1; x += every) {
      const i = y * width + x;
      let known = true;
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const k = i + dy * width + dx;
          if (!isKnown(k)) known = false;
          sum += rgb[3 * k + 1]!;
        }
      if (known) residuals.push(Math.abs(rgb[3 * i + 1]! - sum / 9));
    }
  }
  if (residuals.length < 16) return 0;
  // 1.48 turns a median absolute deviation into a standard deviation; the 3x3 mean keeps 8/9 of white noise's variance.
  return (1.48 * median(residuals)) / Math.sqrt(8 / 9);
}

/** What a picture has over its own mean of `2 * radius + 1` squares: grain, pores, strokes. Interleaved RGB. */
export function fineStructure(rgb: Float32Array, width: number, height: number, radius: number): Float32Array {
  const out = new Float32Array(rgb.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width - 1, x + radius)];
      const [top, bottom] = [Math.max(0, y - radius), Math.min(height - 1, y + radius)];
      const count = (right - left + 1) * (bottom - top + 1);
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let py = top; py <= bottom; py++)
          for (let px = left; px <= right; px++) sum += rgb[3 * (py * width + px) + c]!;
        out[3 * (y * width + x) + c] = rgb[3 * (y * width + x) + c]! - sum / count;
      }
    }
  }
  return out;
}

/** What neutral grain of the given strength adds to each channel of a pixel, levels; the same pixel always gets the same. */
export const grainAt = (pixel: number, grain: Grain): number => grain * gaussian(pixel);

/** A normally distributed number that depends on the index alone (hash, then the sum of four uniforms). */
function gaussian(index: number): number {
  let sum = 0;
  let h = Math.imul(index + 1, 0x9e3779b1);
  for (let k = 0; k < 4; k++) {
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    sum += (h >>> 0) / 0x100000000 - 0.5;
  }
  return sum * Math.sqrt(3);
}
