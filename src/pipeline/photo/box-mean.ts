import { clamp } from "../math.ts";

/**
 * The mean round each pixel of a field, over a square of `2 * radius + 1` pixels a side, by running sums. Beyond its edges the field
 * goes on as its last pixel.
 */
export function boxMean(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const rows = new Float32Array(values.length);
  for (let start = 0; start < rows.length; start += width) rowMean(values, rows, start, width, radius);
  return columnMeans(rows, width, height, radius);
}

function rowMean(from: Float32Array, to: Float32Array, start: number, length: number, radius: number): void {
  let sum = 0;
  for (let k = -radius; k <= radius; k++) sum += from[start + clamp(k, 0, length - 1)]!;
  for (let k = 0; k < length; k++) {
    to[start + k] = sum / (2 * radius + 1);
    const enters = Math.min(length - 1, k + radius + 1);
    const leaves = Math.max(0, k - radius);
    sum += from[start + enters]! - from[start + leaves]!;
  }
}

/** All columns at once, row by row: one after the other each would fetch every row anew. */
function columnMeans(from: Float32Array, width: number, height: number, radius: number): Float32Array {
  const out = new Float32Array(from.length);
  const sums = new Float64Array(width);
  for (let k = -radius; k <= radius; k++) {
    const row = width * clamp(k, 0, height - 1);
    for (let x = 0; x < width; x++) sums[x]! += from[row + x]!;
  }
  for (let y = 0; y < height; y++) {
    const enters = width * Math.min(height - 1, y + radius + 1);
    const leaves = width * Math.max(0, y - radius);
    for (let x = 0, i = y * width; x < width; x++, i++) {
      out[i] = sums[x]! / (2 * radius + 1);
      sums[x]! += from[enters + x]! - from[leaves + x]!;
    }
  }
  return out;
}
