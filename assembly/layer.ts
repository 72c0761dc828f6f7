// Finds out where a layer's pixels come from, in bands of rows: what is written for a band is still in the processor's cache
// when `sample` reads it. In AssemblyScript for its SIMD: a pixel's four numbers are one vector.
// Built by `npm run build:kernel` into src/pipeline/mesh/render/kernel.wasm; src/pipeline/mesh/render/kernel.ts calls it.

import { sample, useNumbers } from "./sample";

export { pack } from "./sample";

/** Depth of a pixel that nothing was drawn on. */
const NOTHING: f32 = f32.MAX_VALUE;

/** Added to a number, it leaves the whole one in the number's lower half. Set at run time, as in `sample`. */
let toWhole: v128 = f64x2.splat(0);

/** Rows of a band; four f32 for each of its pixels: where in the texture it comes from (u, v), its gain, its depth. */
let bandRows: i32 = 0;
let sources: usize = 0;
/** The first row of the band that is drawn. */
let bandTop: i32 = 0;
/** For each row of a band the first pixel that was drawn and the one after the last, two i32. */
let spans: usize = 0;
/** Work space of one i32 a band and one more; cells by the band that they begin in; the first and last band of each cell. */
let starts: usize = 0;
let sorted: usize = 0;
let reaches: usize = 0;
/** The cells that the band now drawn has to do with. */
let active: usize = 0;
let activeCount: i32 = 0;

// The layer that is drawn: its vertices (an f32 each), its grid, the cells that show (each by its first vertex), its size.
let xs: usize = 0;
let ys: usize = 0;
let zs: usize = 0;
let gains: usize = 0;
let columns: i32 = 0;
let step: f64 = 0;
let cells: usize = 0;
let cellCount: i32 = 0;
let size: i32 = 0;
let pad: f64 = 0;
/** Which of its pixels lie within the picture. */
let seenLeft: i32 = 0;
let seenTop: i32 = 0;
let seenRight: i32 = 0;
let seenBottom: i32 = 0;

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
): void {
  useNumbers();
  toWhole = f64x2.splat(6755399441055744);
  bandRows = rows;
  sources = sourcesAt;
  spans = spansAt;
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
  xs = xsAt;
  ys = ysAt;
  zs = zsAt;
  gains = gainsAt;
  columns = gridColumns;
  step = gridStep;
  cells = cellsAt;
  cellCount = count;
  size = layerSize;
  pad = layerPad;
  seenLeft = left;
  seenTop = top;
  seenRight = right;
  seenBottom = bottom;
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

// @ts-ignore: decorator
@inline
function yOf(vertex: i32): f64 {
  return <f64>load<f32>(ys + (<usize>vertex << 2)) - pad;
}

/** The first row at or below a height, -1..size. */
// @ts-ignore: decorator
@inline
function rowFrom(y: f64): i32 {
  return <i32>max<f64>(-1, min<f64>(<f64>size, ceil<f64>(y)));
}

/**
 * Draws the layer's cells into a band as two triangles each, nearest depth first. Pixel centres decide, and neighbours share
 * their edges, so that no pixel is missed and none drawn twice. Bands are asked for in their order, from the first.
 */
export function rasterise(band: i32): void {
  // Sorting has left in `starts` where each band's cells end, which is where the next one's begin.
  const begin: i32 = band > 0 ? load<i32>(starts + (<usize>(band - 1) << 2)) : 0;
  const end = load<i32>(starts + (<usize>band << 2));
  for (let k = begin; k < end; k++) {
    store<i32>(active + (<usize>activeCount << 2), load<i32>(sorted + (<usize>k << 2)));
    activeCount++;
  }
  const first = max(seenTop, band * bandRows);
  const last = min(seenBottom, (band + 1) * bandRows) - 1;
  bandTop = band * bandRows;
  let kept: i32 = 0;
  for (let k: i32 = 0; k < activeCount; k++) {
    const cell = load<i32>(active + (<usize>k << 2));
    const a = load<i32>(cells + (<usize>cell << 2));
    const row = a / columns;
    const u = <f64>(a - row * columns) * step;
    const v = <f64>row * step;
    triangle(a, a + 1, a + columns, f32x4(<f32>u, <f32>v, 0, 0), f32x4(<f32>step, 0, 0, 0), f32x4(0, <f32>step, 0, 0), first, last);
    triangle(
      a + 1,
      a + columns + 1,
      a + columns,
      f32x4(<f32>(u + step), <f32>v, 0, 0),
      f32x4(0, <f32>step, 0, 0),
      f32x4(<f32>-step, <f32>step, 0, 0),
      first,
      last,
    );
    if (load<i32>(reaches + (<usize>cell << 3), 4) > band) {
      store<i32>(active + (<usize>kept << 2), cell);
      kept++;
    }
  }
  activeCount = kept;
}

/** `at`: the texture's place of vertex a; `toB`, `toC`: the way from there to the places of the other two. */
function triangle(a: i32, b: i32, c: i32, at: v128, toB: v128, toC: v128, first: i32, last: i32): void {
  const ax = <f64>load<f32>(xs + (<usize>a << 2)) - pad;
  const ay = yOf(a);
  const bx = <f64>load<f32>(xs + (<usize>b << 2)) - pad;
  const by = yOf(b);
  const cx = <f64>load<f32>(xs + (<usize>c << 2)) - pad;
  const cy = yOf(c);
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (area <= 1e-9) return; // Turned away from the viewer.
  // Its corners from the highest to the lowest: one edge runs beside all of its rows, each of the others beside some.
  let highX = ax;
  let highY = ay;
  let middleX = bx;
  let middleY = by;
  let lowX = cx;
  let lowY = cy;
  if (middleY < highY) {
    highX = bx;
    highY = by;
    middleX = ax;
    middleY = ay;
  }
  if (lowY < middleY) {
    lowX = middleX;
    lowY = middleY;
    middleX = cx;
    middleY = cy;
    if (middleY < highY) {
      middleX = highX;
      middleY = highY;
      highX = cx;
      highY = cy;
    }
  }
  const top = max(first, rowFrom(highY));
  const end = min(last + 1, rowFrom(lowY));
  if (top >= end) return;
  const middle = max(top, rowFrom(middleY));
  const long = slope(highX, highY, lowX, lowY);
  // Two edges at a time: the long one and the one beside the row.
  let edgeX = f64x2.splat(highX);
  let edgeY = f64x2.splat(highY);
  let slopes = f64x2(long, slope(highX, highY, middleX, middleY));
  // Weights of b and c at a pixel: wb = ((px-ax)(cy-ay) - (py-ay)(cx-ax)) / area, wc alike; linear in px and in py.
  const inverse = f64x2.splat(1 / area);
  const byColumn = f32x4.demote_f64x2_zero(f64x2.mul(f64x2(cy - ay, ay - by), inverse));
  const byRow = f32x4.demote_f64x2_zero(f64x2.mul(f64x2(ax - cx, bx - ax), inverse));
  const lit = load<f32>(gains + (<usize>a << 2));
  const deep = load<f32>(zs + (<usize>a << 2));
  const start = f32x4.replace_lane(f32x4.replace_lane(at, 2, lit), 3, deep);
  const wayB = withLight(toB, b, lit, deep);
  const wayC = withLight(toC, c, lit, deep);
  const along = weighed(wayB, wayC, byColumn);
  const down = weighed(wayB, wayC, byRow);
  const leftmost = f64x2.splat(<f64>seenLeft);
  const rightmost = f64x2.splat(<f64>seenRight);
  for (let row = top; row < end; row++) {
    if (row == middle) {
      edgeX = f64x2(highX, middleX);
      edgeY = f64x2(highY, middleY);
      slopes = f64x2(long, slope(middleX, middleY, lowX, lowY));
    }
    const y = <f64>row;
    const crossings = f64x2.ceil(f64x2.add(edgeX, f64x2.mul(f64x2.sub(f64x2.splat(y), edgeY), slopes)));
    const ends = f64x2.add(f64x2.pmax(leftmost, f64x2.pmin(rightmost, crossings)), toWhole);
    const one = i32x4.extract_lane(ends, 0);
    const other = i32x4.extract_lane(ends, 2);
    const from = min(one, other);
    const to = max(one, other);
    if (from >= to) continue;
    const pixel = f32x4.add(start, f32x4.add(moved(down, y - ay), moved(along, <f64>from - ax)));
    fill(row - bandTop, from, to, pixel, along);
  }
}

// @ts-ignore: decorator
@inline
function moved(way: v128, times: f64): v128 {
  return f32x4.mul(way, f32x4.splat(<f32>times));
}

/** The ways to b and to c together, each as often as `weights` says. */
// @ts-ignore: decorator
@inline
function weighed(wayB: v128, wayC: v128, weights: v128): v128 {
  return f32x4.add(
    f32x4.mul(wayB, i32x4.shuffle(weights, weights, 0, 0, 0, 0)),
    f32x4.mul(wayC, i32x4.shuffle(weights, weights, 1, 1, 1, 1)),
  );
}

// @ts-ignore: decorator
@inline
function withLight(way: v128, vertex: i32, lit: f32, deep: f32): v128 {
  const gain = load<f32>(gains + (<usize>vertex << 2)) - lit;
  const depth = load<f32>(zs + (<usize>vertex << 2)) - deep;
  return f32x4.replace_lane(f32x4.replace_lane(way, 2, gain), 3, depth);
}

/**
 * How far an edge goes sideways from row to row. It is followed from its higher end whichever triangle asks, because neighbours
 * must find the same crossing to the last bit; it owns that end, not the lower one.
 */
// @ts-ignore: decorator
@inline
function slope(highX: f64, highY: f64, lowX: f64, lowY: f64): f64 {
  return (lowX - highX) / (lowY - highY);
}

/** Writes the pixels `from` .. `to` of a row where they are nearer than what is there. */
// @ts-ignore: decorator
@inline
function fill(row: i32, from: i32, to: i32, pixel: v128, along: v128): void {
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
