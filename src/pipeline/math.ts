/** Row-major 3x3 matrix. */
export type Matrix3 = Float64Array;

const RADIANS = Math.PI / 180;

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The even number next to a length, at least 2: encoders want such sides. */
export const even = (length: number): number => Math.max(2, 2 * Math.round(length / 2));

/** To the nearest of so many parts of a whole. Adding 0 turns -0 into 0, which is shorter in a file. */
export const rounded = (value: number, parts: number): number => Math.round(parts * value) / parts + 0;

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Standard deviation. */
export function deviation(values: ArrayLike<number>): number {
  const middle = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - middle) ** 2;
  return Math.sqrt(squares / values.length);
}

/** The value in the middle of all when sorted, of an even number the upper one; 0 of none. Leaves them in their order. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

/** What would stand at a place, 0.., if some numbers were sorted; mixes them (Hoare 1961: much faster than sorting all). */
export function ranked(values: Float32Array, place: number): number {
  for (let [left, right] = [0, values.length - 1]; left < right; ) {
    const middle = values[(left + right) >> 1]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i]! < middle) i++;
      while (values[j]! > middle) j--;
      if (i > j) break;
      const higher = values[i]!;
      values[i++] = values[j]!;
      values[j--] = higher;
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return values[place]!;
}

/** 0 below `from`, 1 above `to`, with a smooth (cubic) way between; `from` may be the larger one. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

export function multiply(a: Matrix3, b: Matrix3): Matrix3 {
  const out = new Float64Array(9);
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++)
      for (let k = 0; k < 3; k++) out[3 * row + column]! += a[3 * row + k]! * b[3 * k + column]!;
  return out;
}

export function transpose(m: Matrix3): Matrix3 {
  return Float64Array.of(m[0]!, m[3]!, m[6]!, m[1]!, m[4]!, m[7]!, m[2]!, m[5]!, m[8]!);
}

/**
 * The turn of a head in its own frame (x to the subject's left, y up, z forward), angles in degrees as in `Pose`:
 * roll first, then pitch, then yaw.
 */
export function headTurn(yaw: number, pitch: number, roll: number): Matrix3 {
  const [cy, sy] = [Math.cos(yaw * RADIANS), Math.sin(yaw * RADIANS)];
  const [cp, sp] = [Math.cos(pitch * RADIANS), Math.sin(pitch * RADIANS)];
  const [cr, sr] = [Math.cos(roll * RADIANS), Math.sin(roll * RADIANS)];
  const yawTurn = Float64Array.of(cy, 0, sy, 0, 1, 0, -sy, 0, cy);
  const pitchTurn = Float64Array.of(1, 0, 0, 0, cp, sp, 0, -sp, cp);
  const rollTurn = Float64Array.of(cr, sr, 0, -sr, cr, 0, 0, 0, 1);
  return multiply(yawTurn, multiply(pitchTurn, rollTurn));
}
