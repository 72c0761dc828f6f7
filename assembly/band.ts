// A band of rows: for each of its pixels where in the texture it comes from, its light, its depth.

import { size } from "./grid";

/** Depth of a pixel that nothing was drawn on. */
export const NOTHING: f32 = f32.MAX_VALUE;

/** Added to a number, it leaves the whole one in the number's lower half. Set at run time, as in `sample`. */
let toWhole: v128 = f64x2.splat(0);

/** How many. */
export let bandRows: i32 = 0;
/** Four f32 for each pixel: where in the texture it comes from (u, v), its gain, its depth. */
export let sources: usize = 0;
/** For each row the first pixel that was drawn and the one after the last, two i32. */
export let spans: usize = 0;

/** Names the buffers of bands. */
export function useBandOf(rows: i32, sourcesAt: usize, spansAt: usize): void {
  toWhole = f64x2.splat(6755399441055744);
  bandRows = rows;
  sources = sourcesAt;
  spans = spansAt;
}

/** Where two edges cross a row, within what is seen of it: the first pixels right of them, the one's in the first i32, the other's in the third. */
// @ts-ignore: decorator
@inline
export function endsAt(y: f64, edgeX: v128, edgeY: v128, slopes: v128, leftmost: v128, rightmost: v128): v128 {
  const crossings = f64x2.ceil(f64x2.add(edgeX, f64x2.mul(f64x2.sub(f64x2.splat(y), edgeY), slopes)));
  return f64x2.add(f64x2.pmax(leftmost, f64x2.pmin(rightmost, crossings)), toWhole);
}

/** Writes the pixels `from` .. `to` of a row where they are nearer than what is there. */
// @ts-ignore: decorator
@inline
export function fill(row: i32, from: i32, to: i32, pixel: v128, along: v128): void {
  const span = spans + (<usize>row << 3);
  if (from < load<i32>(span)) store<i32>(span, from);
  if (to > load<i32>(span, 4)) store<i32>(span, to, 4);
  let p = sources + (<usize>(row * size + from) << 4);
  for (let x = from; x < to; x++) {
    if (f32x4.extract_lane(pixel, 3) < load<f32>(p, 12)) v128.store(p, pixel);
    pixel = f32x4.add(pixel, along);
    p += 16;
  }
}
