import { lumaAt } from "../../../photo/raster.ts";

/** Steps of light per level in a sorted number, and more places than a patch has pixels. */
const FINENESS = 1024;
const PLACES = 2 ** 24;

/**
 * The broad tone of skin round each wanted pixel: mean colour of the lighter half of its neighbourhood, without the lightest
 * sixth. Thin dark lines (lashes, creases, liner, frames) and glints vanish, slow shading stays.
 */
export function skinTone(
  rgb: Float32Array,
  width: number,
  height: number,
  wanted: readonly number[],
  excluded: Uint8Array,
  radius: number,
): Float32Array {
  const out = new Float32Array(rgb);
  const stride = Math.max(1, Math.round(radius / 4));
  // Light and place of a pixel in one number, which sorts much faster than objects do.
  const near = new Float64Array((Math.floor((2 * radius) / stride) + 1) ** 2);
  for (const i of wanted) {
    let count = 0;
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let py = Math.max(0, y - radius); py <= Math.min(height - 1, y + radius); py += stride) {
      for (let px = Math.max(0, x - radius); px <= Math.min(width - 1, x + radius); px += stride) {
        const pixel = py * width + px;
        if (excluded[pixel] === 1) continue;
        near[count++] = Math.round(lumaAt(rgb, pixel) * FINENESS) * PLACES + pixel;
      }
    }
    if (count < 4) continue;
    const sorted = near.subarray(0, count).sort();
    const [from, to] = [Math.floor(count * 0.45), Math.ceil(count * 0.85)];
    let [red, green, blue] = [0, 0, 0];
    for (let k = from; k < to; k++) {
      const at = 3 * (sorted[k]! % PLACES);
      red += rgb[at]!;
      green += rgb[at + 1]!;
      blue += rgb[at + 2]!;
    }
    out[3 * i] = red / (to - from);
    out[3 * i + 1] = green / (to - from);
    out[3 * i + 2] = blue / (to - from);
  }
  return out;
}
