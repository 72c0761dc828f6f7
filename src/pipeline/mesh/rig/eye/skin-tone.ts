import { lumaAt } from "../../../photo/raster.ts";

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
  const near: { light: number; pixel: number }[] = [];
  for (const i of wanted) {
    near.length = 0;
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let py = Math.max(0, y - radius); py <= Math.min(height - 1, y + radius); py += stride) {
      for (let px = Math.max(0, x - radius); px <= Math.min(width - 1, x + radius); px += stride) {
        const pixel = py * width + px;
        if (excluded[pixel] === 1) continue;
        near.push({ light: lumaAt(rgb, pixel), pixel });
      }
    }
    if (near.length < 4) continue;
    near.sort((a, b) => a.light - b.light);
    const middle = near.slice(Math.floor(near.length * 0.45), Math.ceil(near.length * 0.85));
    for (let c = 0; c < 3; c++)
      out[3 * i + c] = middle.reduce((sum, { pixel }) => sum + rgb[3 * pixel + c]!, 0) / middle.length;
  }
  return out;
}
