import { lumaAt, lumaOf, valueAt } from "../src/pipeline/photo/raster.ts";
import type { Frame } from "../test/support/judges/frame.ts";

/** Half a window's side, pixels, and the steps in which its movement is found. */
const HALF = 12;
const STEPS = 8;
/** Windows with less structure than this, squared levels a pixel in the weaker direction, do not tell how they moved. */
const LEAST_STRUCTURE = 4;

export interface Movement {
  readonly dx: number;
  readonly dy: number;
}

/**
 * How the surroundings of a pixel moved from one frame to another, pixels: least squares over a window of 25 (Lucas and Kanade 1981).
 * Null where the window has too little structure, or reaches beyond the frame.
 */
export function movementAt(from: Frame, to: Frame, x: number, y: number): Movement | null {
  const margin = HALF + 6;
  if (x < margin || y < margin || x >= from.width - margin || y >= from.height - margin) return null;
  const light = (frame: Frame, px: number, py: number): number => lumaAt(frame.rgb, py * frame.width + px);
  let [xx, xy, yy] = [0, 0, 0];
  const slopes: (readonly [x: number, y: number, gx: number, gy: number, light: number])[] = [];
  for (let py = y - HALF; py <= y + HALF; py++)
    for (let px = x - HALF; px <= x + HALF; px++) {
      const gx = (light(from, px + 1, py) - light(from, px - 1, py)) / 2;
      const gy = (light(from, px, py + 1) - light(from, px, py - 1)) / 2;
      slopes.push([px, py, gx, gy, light(from, px, py)]);
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
    }
  const determinant = xx * yy - xy * xy;
  const weaker = (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
  if (weaker < LEAST_STRUCTURE * slopes.length) return null;
  let [dx, dy] = [0, 0];
  for (let step = 0; step < STEPS; step++) {
    let [bx, by] = [0, 0];
    for (const [px, py, gx, gy, level] of slopes) {
      const off = level - between(to, px + dx, py + dy);
      bx += gx * off;
      by += gy * off;
    }
    dx += (yy * bx - xy * by) / determinant;
    dy += (xx * by - xy * bx) / determinant;
    if (Math.hypot(dx, dy) > 5) return null;
  }
  return { dx, dy };
}

function between({ width, height, rgb }: Frame, x: number, y: number): number {
  const raster = { width, height, channels: 3, data: rgb } as const;
  return lumaOf(valueAt(raster, x, y, 0), valueAt(raster, x, y, 1), valueAt(raster, x, y, 2));
}
