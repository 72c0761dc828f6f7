import { planeOf } from "../../photo/plane.ts";
import { valueAt } from "../../photo/raster.ts";
import type { Box } from "../../types.ts";

/** A regular grid of vertices over the texture, `step` pixels apart, the first at (0, 0), the last at or beyond its far corner. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
}

/** About this many cells a side: 7 texture pixels at full size, fine enough for lids and lips, coarse enough to be quick. */
const CELLS = 124;
/** Small faces in whole photos get larger cells, of so many pixels at least: with smaller ones their clips look the same, and take longer. */
const LEAST_STEP = 3;

export function makeGrid(side: number): Grid {
  const step = Math.max(LEAST_STEP, side / CELLS);
  const count = Math.ceil(side / step - 1e-9) + 1;
  return { columns: count, rows: count, step };
}

export const vertexCount = (grid: Grid): number => grid.columns * grid.rows;

/** Calls `visit(i, x, y)` for every vertex, x and y in texture pixels. */
export function eachVertex(grid: Grid, visit: (i: number, x: number, y: number) => void): void {
  for (let row = 0, i = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++, i++) visit(i, column * grid.step, row * grid.step);
}

/** Value of a field (one number per vertex) at a point of the texture, bilinear, clamped at the border. */
export function sampleField(grid: Grid, field: Float32Array, x: number, y: number): number {
  return valueAt(planeOf(grid.columns, grid.rows, field), x / grid.step, y / grid.step);
}

/** All vertices of a grid; a part of it is a box of columns and rows. */
export const wholeGrid = ({ columns, rows }: Grid): Box => ({ x: 0, y: 0, width: columns, height: rows });

/**
 * Smooths a field by the binomial kernel (1 2 1) in both directions, `passes` times, in place: all of it, or a part whose outermost
 * vertices keep their values.
 */
export function smoothField(grid: Grid, field: Float32Array, passes: number, part: Box = wholeGrid(grid)): void {
  const { columns } = grid;
  const { x, y, width, height } = part;
  const first = y * columns + x;
  const line = new Float32Array(Math.max(width, height));
  const run = (start: number, stride: number, length: number): void => {
    for (let k = 0; k < length; k++) line[k] = field[start + k * stride]!;
    for (let k = 1; k < length - 1; k++)
      field[start + k * stride] = 0.25 * line[k - 1]! + 0.5 * line[k]! + 0.25 * line[k + 1]!;
  };
  for (let pass = 0; pass < passes; pass++) {
    for (let row = 0; row < height; row++) run(first + row * columns, 1, width);
    for (let column = 0; column < width; column++) run(first + column, columns, height);
  }
}

/**
 * Lowers, in place, what lies by more than `most` above a neighbour beside, above or below it, or by more than its diagonal above
 * one across: no slope of the field is steeper. Where `kept` is 1 it stays as it is.
 */
export function limitSlopes({ columns, rows }: Grid, field: Float32Array, most: number, kept?: Float32Array): void {
  const across = most * Math.SQRT2;
  const limit = (r: number, c: number, step: number): number =>
    r < 0 || r >= rows || c < 0 || c >= columns ? Infinity : field[r * columns + c]! + step;
  const visit = (row: number, column: number, back: number): void => {
    const i = row * columns + column;
    if (kept?.[i] === 1) return;
    const beside = Math.min(field[i]!, limit(row, column - back, most), limit(row - back, column, most));
    field[i] = Math.min(beside, limit(row - back, column - 1, across), limit(row - back, column + 1, across));
  };
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) visit(row, column, 1);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) visit(row, column, -1);
}
