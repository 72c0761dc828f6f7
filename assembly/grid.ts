// The layer that is drawn: the vertices of its grid, its size, and what is seen of it.

/** Of each vertex an f32. */
let xs: usize = 0;
let ys: usize = 0;
let zs: usize = 0;
let gains: usize = 0;
/** Vertices of a row, and how far they lie apart in the texture. */
export let columns: i32 = 0;
export let step: f64 = 0;
export let size: i32 = 0;
let pad: f64 = 0;
/** Which of its pixels lie within the picture. */
export let seenLeft: i32 = 0;
export let seenTop: i32 = 0;
export let seenRight: i32 = 0;
export let seenBottom: i32 = 0;

/** Chooses the layer whose cells are drawn next. */
export function useGrid(
  xsAt: usize,
  ysAt: usize,
  zsAt: usize,
  gainsAt: usize,
  gridColumns: i32,
  gridStep: f64,
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
  size = layerSize;
  pad = layerPad;
  seenLeft = left;
  seenTop = top;
  seenRight = right;
  seenBottom = bottom;
}

// @ts-ignore: decorator
@inline
export function xOf(vertex: i32): f64 {
  return <f64>load<f32>(xs + (<usize>vertex << 2)) - pad;
}

// @ts-ignore: decorator
@inline
export function yOf(vertex: i32): f64 {
  return <f64>load<f32>(ys + (<usize>vertex << 2)) - pad;
}

// @ts-ignore: decorator
@inline
export function gainOf(vertex: i32): f32 {
  return load<f32>(gains + (<usize>vertex << 2));
}

// @ts-ignore: decorator
@inline
export function depthOf(vertex: i32): f32 {
  return load<f32>(zs + (<usize>vertex << 2));
}

/** The first row at or below a height, -1..size. */
// @ts-ignore: decorator
@inline
export function rowFrom(y: f64): i32 {
  return <i32>max<f64>(-1, min<f64>(<f64>size, ceil<f64>(y)));
}
