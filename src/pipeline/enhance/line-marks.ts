import type { Plane } from "./plane.ts";

/** Pixels that touch each other, as one piece. */
export interface Piece {
  readonly pixels: readonly number[];
  /** Length along its main direction and mean width across it, pixels. */
  readonly length: number;
  readonly width: number;
  /** Its middle, and the unit vector of its main direction. */
  readonly x: number;
  readonly y: number;
  readonly alongX: number;
  readonly alongY: number;
}

/** How much brighter each pixel is than its surroundings with thin bright things taken out (white top-hat), levels. */
export function brightness(plane: Plane, radius: number): Float32Array {
  const opened = spread(spread(plane.data, plane, radius, Math.min), plane, radius, Math.max);
  return plane.data.map((value, i) => value - opened[i]!);
}

/** How much darker, likewise. */
export function darkness(plane: Plane, radius: number): Float32Array {
  const closed = spread(spread(plane.data, plane, radius, Math.max), plane, radius, Math.min);
  return plane.data.map((value, i) => closed[i]! - value);
}

/** The least (or largest) value in the square round each pixel. */
export function spread(
  data: Float32Array,
  { width, height }: Pick<Plane, "width" | "height">,
  radius: number,
  pick: (a: number, b: number) => number,
): Float32Array {
  const across = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let best = data[y * width + x]!;
      for (let k = Math.max(0, x - radius); k <= Math.min(width - 1, x + radius); k++)
        best = pick(best, data[y * width + k]!);
      across[y * width + x] = best;
    }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let best = across[y * width + x]!;
      for (let k = Math.max(0, y - radius); k <= Math.min(height - 1, y + radius); k++)
        best = pick(best, across[k * width + x]!);
      out[y * width + x] = best;
    }
  return out;
}

/** The connected pieces (8 neighbours) of the pixels that are `set`. */
export function pieces(set: Uint8Array, width: number): Piece[] {
  const seen = new Uint8Array(set.length);
  const found: Piece[] = [];
  for (let start = 0; start < set.length; start++) {
    if (set[start] === 0 || seen[start] === 1) continue;
    const pixels = [start];
    seen[start] = 1;
    for (let next = 0; next < pixels.length; next++) {
      const i = pixels[next]!;
      const x = i % width;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const k = i + dy * width + dx;
          if (x + dx < 0 || x + dx >= width || set[k] !== 1 || seen[k] === 1) continue;
          seen[k] = 1;
          pixels.push(k);
        }
    }
    found.push(measure(pixels, width));
  }
  return found;
}

/** Length and width from the spread along and across the main direction: a bar of length L has a variance of L² / 12. */
function measure(pixels: readonly number[], width: number): Piece {
  const n = pixels.length;
  let [mx, my] = [0, 0];
  for (const i of pixels) {
    mx += (i % width) / n;
    my += Math.floor(i / width) / n;
  }
  let [xx, xy, yy] = [1 / 12, 0, 1 / 12];
  for (const i of pixels) {
    const [dx, dy] = [(i % width) - mx, Math.floor(i / width) - my];
    xx += (dx * dx) / n;
    xy += (dx * dy) / n;
    yy += (dy * dy) / n;
  }
  const middle = (xx + yy) / 2;
  const off = Math.hypot((xx - yy) / 2, xy);
  const length = Math.sqrt(12 * (middle + off));
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { pixels, length, width: n / length, x: mx, y: my, alongX: Math.cos(angle), alongY: Math.sin(angle) };
}
