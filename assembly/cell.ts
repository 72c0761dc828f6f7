// Draws cells of a grid into a band of rows: for each pixel where in the texture it comes from, its light, its depth. Pixel centres decide,
// and neighbours share their edges, so that no pixel is missed and none drawn twice.

import { bandRows, endsAt, fill } from "./band";
import { columns, depthOf, gainOf, rowFrom, seenBottom, seenLeft, seenRight, seenTop, step, xOf, yOf } from "./grid";

/** Work space: the four corners of a cell, clockwise, two f64 each. */
let corners: usize = 0;

/** The rows of the band that is drawn: the first, and those of it that are seen, from the first to before the last. */
let bandTop: i32 = 0;
let firstRow: i32 = 0;
let endRow: i32 = 0;

/** What a cell's fourth corner may lie away from where the other three would have it, pixels, for the cell to be drawn in one piece. */
const EVEN: f64 = 1.0 / 64;
const EVENLY_LIT: f32 = 1.0 / 512;
/** Cells that cover fewer pixels may be folded. */
const LEAST_AREA: f64 = 1;

/** Names the work space for corners. */
export function useCorners(cornersAt: usize): void {
  corners = cornersAt;
}

/** Draws what of a cell, given by its first vertex, lies in a band: in one piece where that shows the same, else as two triangles. */
export function drawCell(a: i32, band: i32): void {
  bandTop = band * bandRows;
  firstRow = max(seenTop, bandTop);
  endRow = min(seenBottom, bandTop + bandRows);
  const row = a / columns;
  const u = <f32>(<f64>(a - row * columns) * step);
  const v = <f32>(<f64>row * step);
  const far = <f32>step;
  if (quad(a, f32x4(u, v, 0, 0))) return;
  triangle(a, a + 1, a + columns, f32x4(u, v, 0, 0), f32x4(far, 0, 0, 0), f32x4(0, far, 0, 0));
  const right = <f32>(<f64>(a - row * columns) * step + step);
  triangle(a + 1, a + columns + 1, a + columns, f32x4(right, v, 0, 0), f32x4(0, far, 0, 0), f32x4(-far, far, 0, 0));
}

/** `at`: the texture's place of vertex a; `toB`, `toC`: the way from there to the places of the other two. */
function triangle(a: i32, b: i32, c: i32, at: v128, toB: v128, toC: v128): void {
  const ax = xOf(a);
  const ay = yOf(a);
  const bx = xOf(b);
  const by = yOf(b);
  const cx = xOf(c);
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
  const top = max(firstRow, rowFrom(highY));
  const end = min(endRow, rowFrom(lowY));
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
  const lit = gainOf(a);
  const deep = depthOf(a);
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
    const ends = endsAt(y, edgeX, edgeY, slopes, leftmost, rightmost);
    const one = i32x4.extract_lane(ends, 0);
    const other = i32x4.extract_lane(ends, 2);
    const from = min(one, other);
    const to = max(one, other);
    if (from >= to) continue;
    const pixel = f32x4.add(start, f32x4.add(moved(down, y - ay), moved(along, <f64>from - ax)));
    fill(row - bandTop, from, to, pixel, along);
  }
}

/**
 * Draws a cell in one piece where it is so nearly a parallelogram that its two triangles would show the same; tells whether it has.
 * Its edges are those that its neighbours have, whichever way they are drawn.
 */
function quad(a: i32, at: v128): bool {
  const b = a + 1;
  const c = a + columns;
  const d = c + 1;
  const ax = xOf(a);
  const ay = yOf(a);
  const bx = xOf(b);
  const by = yOf(b);
  const cx = xOf(c);
  const cy = yOf(c);
  const dx = xOf(d);
  const dy = yOf(d);
  const lit = gainOf(a);
  const litB = gainOf(b) - lit;
  const litC = gainOf(c) - lit;
  const litD = gainOf(d) - lit;
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  const isEven = abs(ax + dx - bx - cx) <= EVEN && abs(ay + dy - by - cy) <= EVEN && abs(litD - litB - litC) <= EVENLY_LIT;
  if (!isEven || area < LEAST_AREA) return false;
  // From the highest corner two ways lead down to the lowest, on the left and on the right.
  put(0, ax, ay);
  put(1, bx, by);
  put(2, dx, dy);
  put(3, cx, cy);
  let high: i32 = by < ay ? 1 : 0;
  let highest = min(ay, by);
  if (cy < highest) {
    high = 3;
    highest = cy;
  }
  if (dy < highest) {
    high = 2;
    highest = dy;
  }
  const low = max(max(ay, by), max(cy, dy));
  const top = max(firstRow, rowFrom(highest));
  const end = min(endRow, rowFrom(low));
  if (top >= end) return true;
  const inverse = f64x2.splat(1 / area);
  const byColumn = f32x4.demote_f64x2_zero(f64x2.mul(f64x2(cy - ay, ay - by), inverse));
  const byRow = f32x4.demote_f64x2_zero(f64x2.mul(f64x2(ax - cx, bx - ax), inverse));
  const deep = depthOf(a);
  const start = f32x4.replace_lane(f32x4.replace_lane(at, 2, lit), 3, deep);
  const wayB = f32x4(<f32>step, 0, litB, depthOf(b) - deep);
  const wayC = f32x4(0, <f32>step, litC, depthOf(c) - deep);
  const along = weighed(wayB, wayC, byColumn);
  const down = weighed(wayB, wayC, byRow);
  const leftmost = f64x2.splat(<f64>seenLeft);
  const rightmost = f64x2.splat(<f64>seenRight);
  let right = high;
  let left = high;
  let rightEnd: i32 = top;
  let leftEnd: i32 = top;
  let edgeX = f64x2.splat(0);
  let edgeY = f64x2.splat(0);
  let slopes = f64x2.splat(0);
  for (let row = top; row < end; row++) {
    while (row >= rightEnd) {
      const place = cornerAt(right++);
      const x = load<f64>(place);
      const y = load<f64>(place, 8);
      const next = cornerAt(right);
      const nextX = load<f64>(next);
      const nextY = load<f64>(next, 8);
      rightEnd = rowFrom(nextY);
      edgeX = f64x2.replace_lane(edgeX, 0, x);
      edgeY = f64x2.replace_lane(edgeY, 0, y);
      slopes = f64x2.replace_lane(slopes, 0, slope(x, y, nextX, nextY));
    }
    while (row >= leftEnd) {
      const place = cornerAt(left--);
      const x = load<f64>(place);
      const y = load<f64>(place, 8);
      const next = cornerAt(left);
      const nextX = load<f64>(next);
      const nextY = load<f64>(next, 8);
      leftEnd = rowFrom(nextY);
      edgeX = f64x2.replace_lane(edgeX, 1, x);
      edgeY = f64x2.replace_lane(edgeY, 1, y);
      slopes = f64x2.replace_lane(slopes, 1, slope(x, y, nextX, nextY));
    }
    const y = <f64>row;
    const ends = endsAt(y, edgeX, edgeY, slopes, leftmost, rightmost);
    const from = i32x4.extract_lane(ends, 2);
    const to = i32x4.extract_lane(ends, 0);
    if (from >= to) continue;
    const pixel = f32x4.add(start, f32x4.add(moved(down, y - ay), moved(along, <f64>from - ax)));
    fill(row - bandTop, from, to, pixel, along);
  }
  return true;
}

// @ts-ignore: decorator
@inline
function put(corner: i32, x: f64, y: f64): void {
  const place = cornerAt(corner);
  store<f64>(place, x);
  store<f64>(place, y, 8);
}

// @ts-ignore: decorator
@inline
function cornerAt(corner: i32): usize {
  return corners + (<usize>(corner & 3) << 4);
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
  const gain = gainOf(vertex) - lit;
  const depth = depthOf(vertex) - deep;
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
