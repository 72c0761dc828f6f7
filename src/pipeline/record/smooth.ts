import { smoothstep } from "../math.ts";

/**
 * Savitzky-Golay smoothing (1964): each value becomes that of a parabola fitted to the `2 * reach + 1` values round it, so
 * that noise goes while peaks keep their height. Ends are mirrored. Reach 0 changes nothing.
 */
export function smooth(values: readonly number[], reach: number): number[] {
  if (reach === 0 || values.length < 2) return [...values];
  return weighted(values, parabolaKernel(reach));
}

/** Means of neighbours, weighted by a Gaussian with a deviation of `spread` values: what is quicker than that goes. Ends are mirrored. */
export function blur(values: readonly number[], spread: number): number[] {
  if (spread <= 0 || values.length < 2) return [...values];
  const reach = Math.ceil(3 * spread);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-0.5 * ((k - reach) / spread) ** 2));
  const whole = kernel.reduce((sum, weight) => sum + weight, 0);
  return weighted(values, kernel).map((sum) => sum / whole);
}

/** The sum round each value by a kernel's weights, its middle one for the value itself. Ends are mirrored. */
function weighted(values: readonly number[], kernel: readonly number[]): number[] {
  const reach = kernel.length >> 1;
  return values.map((_, i) => kernel.reduce((sum, weight, k) => sum + weight * mirroredAt(values, i + k - reach), 0));
}

/** The largest value within `reach` places of each. */
export function largestNear(values: readonly number[], reach: number): number[] {
  return values.map((_, i) => Math.max(...values.slice(Math.max(0, i - reach), i + reach + 1)));
}

/** Weights that give a least-squares parabola's value in its middle. */
function parabolaKernel(reach: number): number[] {
  const m = reach;
  const scale = ((4 * m * m - 1) * (2 * m + 3)) / 3;
  return Array.from({ length: 2 * m + 1 }, (_, k) => (3 * m * m + 3 * m - 1 - 5 * (k - m) ** 2) / scale);
}

function mirroredAt(values: readonly number[], index: number): number {
  const last = values.length - 1;
  const folded = Math.abs(index) % (2 * last);
  return values[folded > last ? 2 * last - folded : folded]!;
}

/** Values at another frame rate, linear between the old ones; the first and last moments are kept. */
export function resample(values: readonly number[], fps: number, newFps: number): number[] {
  const seconds = (values.length - 1) / fps;
  const frames = Math.max(1, Math.round(seconds * newFps) + 1);
  return Array.from({ length: frames }, (_, i) => {
    const at = Math.min((i / newFps) * fps, values.length - 1);
    const before = Math.floor(at);
    const after = Math.min(before + 1, values.length - 1);
    return values[before]! + (at - before) * (values[after]! - values[before]!);
  });
}

/** Gives each peak above a half, such as a blink's, to the resampled frame nearest to it: between two frames it would be cut off. */
export function carryPeaks(
  values: readonly number[],
  fps: number,
  resampled: readonly number[],
  newFps: number,
): number[] {
  const carried = [...resampled];
  values.forEach((value, i) => {
    if (value <= 0.5 || value < (values[i - 1] ?? 0) || value < (values[i + 1] ?? 0)) return;
    const at = Math.round((i / fps) * newFps);
    if (at < carried.length) carried[at] = Math.max(carried[at]!, value);
  });
  return carried;
}

/**
 * Makes a motion start and end at rest (0), so that it loops: it is faded in and out over `seconds`, by a smooth step.
 * What already rests at its ends hardly changes.
 */
export function fadeEnds(values: readonly number[], fps: number, seconds: number): number[] {
  const last = values.length - 1;
  const fade = Math.min(seconds * fps, last / 2);
  return values.map((value, i) => value * smoothstep(0, Math.max(fade, 1), Math.min(i, last - i)));
}
