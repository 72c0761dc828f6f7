/**
 * Savitzky-Golay smoothing (1964): each value becomes that of a parabola fitted to the `2 * reach + 1` values round it, so
 * that noise goes while peaks keep their height. Ends are mirrored. Reach 0 changes nothing.
 */
export function smooth(values: readonly number[], reach: number): number[] {
  if (reach === 0 || values.length < 2) return [...values];
  const kernel = parabolaKernel(reach);
  return values.map((_, i) => kernel.reduce((sum, weight, k) => sum + weight * mirroredAt(values, i + k - reach), 0));
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

/**
 * Makes a motion start and end at rest (0), so that it loops: it is faded in and out over `seconds`, by a smooth step.
 * What already rests at its ends hardly changes.
 */
export function fadeEnds(values: readonly number[], fps: number, seconds: number): number[] {
  const last = values.length - 1;
  const fade = Math.min(seconds * fps, last / 2);
  return values.map((value, i) => value * smoothStep(Math.min(i, last - i) / Math.max(fade, 1)));
}

function smoothStep(at: number): number {
  const t = Math.min(1, Math.max(0, at));
  return t * t * (3 - 2 * t);
}
