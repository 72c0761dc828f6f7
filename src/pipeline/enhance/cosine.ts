/** Side of a window, and how many values it has. */
export const SIDE = 8;
export const AREA = SIDE * SIDE;

/** A window's values, row by row; once transformed, how much of each cosine is in them, in the same order. */
export type Window = Float64Array;

/** Half of cos(k pi / 16): the factors of an orthonormal transform of eight values. */
const half = (k: number): number => Math.cos((k * Math.PI) / 16) / 2;
const [C1, C2, C3, C4, C5, C6, C7] = [half(1), half(2), half(3), half(4), half(5), half(6), half(7)];

/** The orthonormal cosine transform (DCT-II) of a window, in place: the share of (down, across) lies at 8 * down + across. */
export function cosineTransform(window: Window): void {
  for (let row = 0; row < AREA; row += SIDE) forward(window, row, 1);
  for (let column = 0; column < SIDE; column++) forward(window, column, SIDE);
}

/** The way back, in place. */
export function inverseCosineTransform(window: Window): void {
  for (let column = 0; column < SIDE; column++) backward(window, column, SIDE);
  for (let row = 0; row < AREA; row += SIDE) backward(window, row, 1);
}

// Both run a hundred thousand times a picture: eight numbers of their own, and no arrays of two to exchange them.

/** Of eight values, `s` apart: the sums of opposite ones make the even shares, their differences the odd ones. */
function forward(w: Window, at: number, s: number): void {
  const v0 = w[at]!;
  const v1 = w[at + s]!;
  const v2 = w[at + 2 * s]!;
  const v3 = w[at + 3 * s]!;
  const v4 = w[at + 4 * s]!;
  const v5 = w[at + 5 * s]!;
  const v6 = w[at + 6 * s]!;
  const v7 = w[at + 7 * s]!;
  const a0 = v0 + v7;
  const a1 = v1 + v6;
  const a2 = v2 + v5;
  const a3 = v3 + v4;
  const b0 = v0 - v7;
  const b1 = v1 - v6;
  const b2 = v2 - v5;
  const b3 = v3 - v4;
  w[at] = C4 * (a0 + a1 + a2 + a3);
  w[at + s] = C1 * b0 + C3 * b1 + C5 * b2 + C7 * b3;
  w[at + 2 * s] = C2 * (a0 - a3) + C6 * (a1 - a2);
  w[at + 3 * s] = C3 * b0 - C7 * b1 - C1 * b2 - C5 * b3;
  w[at + 4 * s] = C4 * (a0 - a1 - a2 + a3);
  w[at + 5 * s] = C5 * b0 - C1 * b1 + C7 * b2 + C3 * b3;
  w[at + 6 * s] = C6 * (a0 - a3) - C2 * (a1 - a2);
  w[at + 7 * s] = C7 * b0 - C5 * b1 + C3 * b2 - C1 * b3;
}

/** The transform's matrix is orthonormal, so this is `forward` with rows and columns exchanged. */
function backward(w: Window, at: number, s: number): void {
  const x1 = w[at + s]!;
  const x3 = w[at + 3 * s]!;
  const x5 = w[at + 5 * s]!;
  const x7 = w[at + 7 * s]!;
  const sum = C4 * (w[at]! + w[at + 4 * s]!);
  const difference = C4 * (w[at]! - w[at + 4 * s]!);
  const outer = C2 * w[at + 2 * s]! + C6 * w[at + 6 * s]!;
  const inner = C6 * w[at + 2 * s]! - C2 * w[at + 6 * s]!;
  const a0 = sum + outer;
  const a1 = difference + inner;
  const a2 = difference - inner;
  const a3 = sum - outer;
  const b0 = C1 * x1 + C3 * x3 + C5 * x5 + C7 * x7;
  const b1 = C3 * x1 - C7 * x3 - C1 * x5 - C5 * x7;
  const b2 = C5 * x1 - C1 * x3 + C7 * x5 + C3 * x7;
  const b3 = C7 * x1 - C5 * x3 + C3 * x5 - C1 * x7;
  w[at] = a0 + b0;
  w[at + 7 * s] = a0 - b0;
  w[at + s] = a1 + b1;
  w[at + 6 * s] = a1 - b1;
  w[at + 2 * s] = a2 + b2;
  w[at + 5 * s] = a2 - b2;
  w[at + 3 * s] = a3 + b3;
  w[at + 4 * s] = a3 - b3;
}
