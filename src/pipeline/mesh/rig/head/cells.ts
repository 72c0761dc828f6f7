import type { EyeRig } from "../eye/eye.ts";
import type { Framing } from "../framing.ts";
import { clipPart } from "../framing.ts";
import type { Grid } from "../grid.ts";

interface MovingHead {
  readonly grid: Grid;
  readonly weights: Float32Array;
  readonly trunk: Float32Array;
  /** 1 for each vertex that an expression may move. */
  readonly skin: Uint8Array;
  readonly coverage: Float32Array;
  readonly eyes: readonly EyeRig[];
}

/** Pixels round a cell that its resampling can reach. */
const REACH = 2;

/**
 * The cells that can move or be painted on and show anything (others are never drawn), and the clip's picture without them:
 * the photo where nothing ever moves, what lies behind the person elsewhere.
 */
export function movingCells(
  head: MovingHead,
  texture: Uint8Array,
  behind: Uint8Array,
  framing: Framing,
): { cells: Uint32Array; base: Uint8Array } {
  const { grid, coverage } = head;
  const side = framing.size + 2 * framing.pad;
  const loose = looseVertices(head);
  const shown = shownPixels(coverage, texture, behind);
  const picture = new Uint8Array(texture);
  const cells: number[] = [];
  for (let row = 0; row < grid.rows - 1; row++) {
    // Where the cells that are loose beside each other begin; the picture loses them together.
    let first = -1;
    for (let column = 0; column < grid.columns; column++) {
      const a = row * grid.columns + column;
      const c = a + grid.columns;
      const inside = column < grid.columns - 1;
      if (inside && (loose[a] || loose[a + 1] || loose[c] || loose[c + 1])) {
        if (first < 0) first = column;
        if (anyShown(shown, cellBox(grid, column, row, side), side)) cells.push(a);
      } else if (first >= 0) {
        const { left } = cellBox(grid, first, row, side);
        copyBox(behind, picture, { ...cellBox(grid, column - 1, row, side), left }, side);
        first = -1;
      }
    }
  }
  return { cells: Uint32Array.from(cells), base: clipPart(picture, framing) };
}

interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels whose middles lie in a cell, ends excluded. */
function cellBox({ step }: Grid, column: number, row: number, side: number): CellBox {
  // Vertices are kept in 32 bits, and it is they that decide to which cell a pixel on a line belongs.
  const edge = (k: number): number => Math.min(side, Math.ceil(Math.fround(k * step)));
  return { left: edge(column), top: edge(row), right: edge(column + 1), bottom: edge(row + 1) };
}

function copyBox(from: Uint8Array, to: Uint8Array, box: CellBox, side: number): void {
  for (let y = box.top; y < box.bottom; y++) {
    const start = 3 * (y * side + box.left);
    to.set(from.subarray(start, start + 3 * (box.right - box.left)), start);
  }
}

/** 1 where the moving head shows anything: the person, and beside it what the photo has and the filled background lacks. */
function shownPixels(coverage: Float32Array, texture: Uint8Array, behind: Uint8Array): Uint8Array {
  const shown = new Uint8Array(coverage.length);
  for (let i = 0, k = 0; i < shown.length; i++, k += 3)
    if (
      coverage[i]! > 0 ||
      texture[k] !== behind[k] ||
      texture[k + 1] !== behind[k + 1] ||
      texture[k + 2] !== behind[k + 2]
    )
      shown[i] = 1;
  return shown;
}

function anyShown(shown: Uint8Array, box: CellBox, side: number): boolean {
  const right = Math.min(side, box.right + REACH);
  const [left, bottom] = [Math.max(0, box.left - REACH), Math.min(side, box.bottom + REACH)];
  for (let y = Math.max(0, box.top - REACH); y < bottom; y++)
    for (let i = y * side + left, end = y * side + right; i < end; i++) if (shown[i] === 1) return true;
  return false;
}

function looseVertices({ grid, weights, trunk, skin, eyes }: MovingHead): Uint8Array {
  const loose = Uint8Array.from(skin, (moved, i) => (moved === 1 || weights[i]! > 0 || trunk[i]! > 0 ? 1 : 0));
  for (const { x0, y0, width, height } of eyes)
    for (let row = Math.floor(y0 / grid.step); row <= Math.ceil((y0 + height) / grid.step); row++)
      for (let column = Math.floor(x0 / grid.step); column <= Math.ceil((x0 + width) / grid.step); column++)
        if (row < grid.rows && column < grid.columns) loose[row * grid.columns + column] = 1;
  return loose;
}
