import { ranked } from "../math.ts";
import { type Plane, planeOf, resize } from "../photo/plane.ts";
import type { Box } from "../types.ts";

/** Sizes that a face is reduced to and enlarged again from, to see whether anything is lost. */
const TRIALS = [0.71, 0.5, 0.35, 0.25] as const;
/** What must be lost, of the face's own contrast, for a size to have been too small. */
const LOSS = 0.02;

/**
 * How much of a plane's resolution its picture really uses, 0.25..1: at the size given back, nothing of it is lost that stands
 * out. Measured inside `part` as the strongest edges lost against the part's contrast; noise must have been taken off.
 */
export function usedResolution(plane: Plane, part: Box): number {
  const inside = cut(plane, part);
  const contrast = spread(inside.data);
  if (contrast < 1) return 1;
  let used = 1;
  for (const trial of TRIALS) {
    if (lossAt(inside, trial) / contrast > LOSS) break;
    used = trial;
  }
  return used;
}

/** The 98th percentile of what is lost when a plane is reduced and enlarged again, levels. */
export function lossAt(plane: Plane, share: number): number {
  const small = resize(
    plane,
    Math.max(4, Math.round(share * plane.width)),
    Math.max(4, Math.round(share * plane.height)),
  );
  const back = resize(small, plane.width, plane.height).data;
  const lost = plane.data.map((value, i) => Math.abs(value - back[i]!));
  return ranked(lost, Math.floor(0.98 * (lost.length - 1)));
}

function spread(data: Float32Array): number {
  const mixed = data.slice();
  const at = (share: number): number => ranked(mixed, Math.floor(share * (mixed.length - 1)));
  return at(0.95) - at(0.05);
}

/** The part of a plane inside a box; at least four pixels wide and high. */
export function cut(plane: Plane, { x, y, width, height }: Box): Plane {
  const left = Math.max(0, Math.min(plane.width - 4, Math.round(x)));
  const top = Math.max(0, Math.min(plane.height - 4, Math.round(y)));
  const columns = Math.max(4, Math.min(plane.width - left, Math.round(width)));
  const rows = Math.max(4, Math.min(plane.height - top, Math.round(height)));
  const data = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const from = (top + row) * plane.width + left;
    data.set(plane.data.subarray(from, from + columns), row * columns);
  }
  return planeOf(columns, rows, data);
}
