// Finds out where a layer's pixels come from, in bands of rows: what is written for a band is still in the processor's cache
// when `sample` reads it. In AssemblyScript for its SIMD: a pixel's four numbers are one vector.
// Built by `npm run build:kernel` into src/pipeline/mesh/render/kernel.wasm; src/pipeline/mesh/render/kernel.ts calls it.

import { bandRows, NOTHING, sources, spans, useBandOf } from "./band";
import { drawCell, useCorners } from "./cell";
import { columns, rowFrom, seenBottom, seenTop, size, useGrid, yOf } from "./grid";
import { sample, useNumbers } from "./sample";

export { pack } from "./sample";

/** Work space of one i32 a band and one more; cells by the band that they begin in; the first and last band of each cell. */
let starts: usize = 0;
let sorted: usize = 0;
let reaches: usize = 0;
/** The cells that the band now drawn has to do with. */
let active: usize = 0;
let activeCount: i32 = 0;

/** The layer's cells that show, each by its first vertex. */
let cells: usize = 0;
let cellCount: i32 = 0;

/** Names the buffers that all layers share, and makes the band empty. `width` pixels a row have room in it. */
export function useBand(
  rows: i32,
  width: i32,
  sourcesAt: usize,
  spansAt: usize,
  startsAt: usize,
  sortedAt: usize,
  reachesAt: usize,
  activeAt: usize,
  cornersAt: usize,
): void {
  useNumbers();
  useBandOf(rows, sourcesAt, spansAt);
  useCorners(cornersAt);
  starts = startsAt;
  sorted = sortedAt;
  reaches = reachesAt;
  active = activeAt;
  for (let i: i32 = 0; i < rows * width; i++) store<f32>(sources + (<usize>i << 4), NOTHING, 12);
  for (let row: i32 = 0; row < rows; row++) store<i64>(spans + (<usize>row << 3), <i64>i32.MAX_VALUE);
}

/** Chooses the layer that is drawn next, and sorts its cells into bands. */
export function useLayer(
  xsAt: usize,
  ysAt: usize,
  zsAt: usize,
  gainsAt: usize,
  gridColumns: i32,
  gridStep: f64,
  cellsAt: usize,
  count: i32,
  layerSize: i32,
  layerPad: f64,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): void {
  useGrid(xsAt, ysAt, zsAt, gainsAt, gridColumns, gridStep, layerSize, layerPad, left, top, right, bottom);
  cells = cellsAt;
  cellCount = count;
  sort();
}

/** A counting sort of the cells by the band that they begin in; those that lie beyond the layer are left out. */
function sort(): void {
  const bands = (size + bandRows - 1) / bandRows;
  activeCount = 0;
  for (let band: i32 = 0; band <= bands; band++) store<i32>(starts + (<usize>band << 2), 0);
  for (let k: i32 = 0; k < cellCount; k++) {
    const a = load<i32>(cells + (<usize>k << 2));
    const ya = yOf(a);
    const yb = yOf(a + 1);
    const yc = yOf(a + columns);
    const yd = yOf(a + columns + 1);
    const top = max(0, rowFrom(min(min(ya, yb), min(yc, yd))));
    const bottom = rowFrom(max(max(ya, yb), max(yc, yd))) - 1;
    const reach = reaches + (<usize>k << 3);
    store<i32>(reach, -1);
    if (bottom < top) continue;
    const band = top / bandRows;
    store<i32>(reach, band);
    store<i32>(reach, bottom / bandRows, 4);
    const start = starts + (<usize>band << 2);
    store<i32>(start, load<i32>(start) + 1);
  }
  let sum: i32 = 0;
  for (let band: i32 = 0; band <= bands; band++) {
    const start = starts + (<usize>band << 2);
    const here = load<i32>(start);
    store<i32>(start, sum);
    sum += here;
  }
  for (let k: i32 = 0; k < cellCount; k++) {
    const band = load<i32>(reaches + (<usize>k << 3));
    if (band < 0) continue;
    const start = starts + (<usize>band << 2);
    const place = load<i32>(start);
    store<i32>(sorted + (<usize>place << 2), k);
    store<i32>(start, place + 1);
  }
}

/**
 * Draws the layer's cells into a band, nearest depth first. Bands are asked for in their order, from the first.
 */
export function rasterise(band: i32): void {
  // Sorting has left in `starts` where each band's cells end, which is where the next one's begin.
  const begin: i32 = band > 0 ? load<i32>(starts + (<usize>(band - 1) << 2)) : 0;
  const end = load<i32>(starts + (<usize>band << 2));
  for (let k = begin; k < end; k++) {
    store<i32>(active + (<usize>activeCount << 2), load<i32>(sorted + (<usize>k << 2)));
    activeCount++;
  }
  let kept: i32 = 0;
  for (let k: i32 = 0; k < activeCount; k++) {
    const cell = load<i32>(active + (<usize>k << 2));
    drawCell(load<i32>(cells + (<usize>cell << 2)), band);
    if (load<i32>(reaches + (<usize>cell << 3), 4) > band) {
      store<i32>(active + (<usize>kept << 2), cell);
      kept++;
    }
  }
  activeCount = kept;
}

/**
 * Gives a band's pixels their colours, and empties it. `picture`: where the layer's first pixel lies in the picture, or would
 * lie beyond its edge; `width` pixels a row.
 */
export function lay(band: i32, packed: usize, side: i32, taps: usize, picture: usize, width: i32): void {
  const first = max(seenTop, band * bandRows);
  const end = min(seenBottom, (band + 1) * bandRows);
  for (let row = first; row < end; row++) {
    const span = spans + (<usize>(row % bandRows) << 3);
    const from = load<i32>(span);
    const to = load<i32>(span, 4);
    store<i64>(span, <i64>i32.MAX_VALUE);
    const source = sources + (<usize>((row % bandRows) * size) << 4);
    if (from < to) sample(source, from, to, packed, side, taps, picture + <usize>(3 * row * width));
  }
}
