import { mean, median } from "../math.ts";
import type { Plane } from "../photo/plane.ts";
import { AREA, cosineTransform, inverseCosineTransform, SIDE, type Window } from "./cosine.ts";

/** How far a window moves from one to the next: each pixel is seen by 16 of them, and by 4 in a picture of more than `LARGE` pixels. */
const STEP = 2;
const LARGE = 100_000;
/** In a picture of more pixels windows need not overlap for there to be enough of them. */
const PLENTY = 40_000;
/** The noise is measured on this share of the windows, the flattest, where there is little else. */
const FLAT_SHARE = 0.2;
/** What is less than this many times the noise is noise (Yu and Sapiro 2011 take 2.7 to 3). */
const THRESHOLD = 2.7;
/** Noise of few and large grains is at most so much stronger in the coarse half than in the middle. */
const COARSER = 1.5;
/** From this fineness on there is nothing of a face, and this much of it is taken for noise, levels. */
const FINEST = SIDE + 2;
const DOTS = 4;
/** Block borders differ; those that are seen are about three times the mean. */
const BLOCK_STEP = 3;

/** Standard deviation of the noise in each coefficient of a window's cosine transform, levels; 0 for the mean. */
export type NoiseSpectrum = Float32Array;

/**
 * The noise's strength by fineness, from the flattest windows: film grain, scanner noise and the marks of a JPEG differ in how
 * coarse they are, and each is taken as it is. `blocks` is how much the picture jumps at a JPEG's block borders (`blockJump`).
 */
export function noiseSpectrum(plane: Plane, blocks = 0): NoiseSpectrum {
  const windows: { energy: number; values: Window }[] = [];
  const step = plane.width * plane.height > PLENTY ? SIDE : SIDE / 2;
  eachWindow(plane, step, (x, y) => {
    const values = take(plane, x, y, new Float64Array(AREA));
    cosineTransform(values);
    let energy = 0;
    for (let k = 1; k < AREA; k++) energy += values[k]! ** 2;
    windows.push({ energy, values });
  });
  // Windows of one level throughout are a frame, or burnt out: they say nothing of the rest.
  const alive = windows.filter(({ energy }) => energy > 0.5).sort((a, b) => a.energy - b.energy);
  const flat = alive.slice(0, Math.ceil(FLAT_SHARE * alive.length));
  const spectrum = Float32Array.from({ length: AREA }, (_, k) => {
    return k === 0 ? 0 : 1.48 * median(flat.map(({ values }) => Math.abs(values[k]!)));
  });
  // In the coarse half even a flat window has something of the picture: noise is not much coarser than it is fine.
  const most = COARSER * Math.sqrt(mean(band(spectrum, SIDE / 2 + 1, SIDE).map((sigma) => sigma ** 2)));
  for (let k = 1; k < AREA; k++) spectrum[k] = Math.min(spectrum[k]!, most);
  // The network would make a weave of what is left of dots and dithering.
  for (let k = 1; k < AREA; k++)
    if ((k % SIDE) + Math.floor(k / SIDE) >= FINEST) spectrum[k] = Math.max(spectrum[k]!, DOTS);
  // A step of height h across a window has coefficients of about 3.6 h / k along one axis, and none beside it.
  for (let k = 1; k < SIDE; k++)
    for (const at of [k, k * SIDE]) spectrum[at] = Math.max(spectrum[at]!, (BLOCK_STEP * blocks) / k);
  return spectrum;
}

/** The values of a spectrum whose frequencies, down and across, add up to `from`..`to`. */
function band(spectrum: NoiseSpectrum, from: number, to: number): Float32Array {
  return spectrum.filter((_, k) => {
    const fineness = (k % SIDE) + Math.floor(k / SIDE);
    return fineness >= from && fineness <= to;
  });
}

/**
 * How many levels more the picture jumps at the borders of a JPEG's 8 x 8 blocks than within them; about 0 where there are none,
 * 2 where they can be seen. `left` and `top` are the plane's place in the file's picture, whose size it must have.
 */
export function blockJump({ width, height, data }: Plane, left: number, top: number): number {
  const sums = new Float64Array(4);
  const add = (i: number, step: number, atBorder: boolean): void => {
    const across = Math.abs(data[i]! - data[i - step]!);
    const beside = (Math.abs(data[i - step]! - data[i - 2 * step]!) + Math.abs(data[i + step]! - data[i]!)) / 2;
    sums[atBorder ? 0 : 2]! += across - beside;
    sums[atBorder ? 1 : 3]! += 1;
  };
  for (let y = 2; y < height - 1; y++)
    for (let x = 2; x < width - 1; x++) {
      add(y * width + x, 1, (left + x) % SIDE === 0);
      add(y * width + x, width, (top + y) % SIDE === 0);
    }
  if (sums[1] === 0 || sums[3] === 0) return 0;
  return Math.max(0, sums[0]! / sums[1]! - sums[2]! / sums[3]!);
}

/** The noise's standard deviation in levels, as one number: of its finer half, in which a picture has least of its own. */
export function noiseLevel(spectrum: NoiseSpectrum): number {
  return Math.sqrt(mean(band(spectrum, SIDE / 2, 2 * SIDE).map((sigma) => sigma ** 2)));
}

/** A plane without its noise: in overlapping windows, what does not stand out of the noise is left out. */
export function denoise(plane: Plane, spectrum: NoiseSpectrum): Plane {
  const { width, height } = plane;
  const sum = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  const values = new Float64Array(AREA);
  const limits = spectrum.map((sigma) => THRESHOLD * sigma);
  eachWindow(plane, width * height > LARGE ? 2 * STEP : STEP, (x, y) => {
    cosineTransform(take(plane, x, y, values));
    let kept = 1;
    for (let k = 1; k < AREA; k++)
      if (Math.abs(values[k]!) < limits[k]!) values[k] = 0;
      else kept++;
    // The fewer coefficients say it all, the surer is the answer.
    const share = 1 / kept;
    inverseCosineTransform(values);
    for (let row = 0, k = 0; row < SIDE; row++)
      for (let i = (y + row) * width + x, end = i + SIDE; i < end; i++, k++) {
        sum[i]! += share * values[k]!;
        weight[i]! += share;
      }
  });
  return { ...plane, data: sum.map((value, i) => (weight[i]! > 0 ? value / weight[i]! : plane.data[i]!)) };
}

function eachWindow({ width, height }: Plane, step: number, visit: (x: number, y: number) => void): void {
  if (width < SIDE || height < SIDE) return;
  for (let y = 0; ; y = Math.min(y + step, height - SIDE)) {
    for (let x = 0; ; x = Math.min(x + step, width - SIDE)) {
      visit(x, y);
      if (x === width - SIDE) break;
    }
    if (y === height - SIDE) break;
  }
}

function take({ width, data }: Plane, left: number, top: number, window: Window): Window {
  for (let row = 0, k = 0; row < SIDE; row++)
    for (let i = (top + row) * width + left, end = i + SIDE; i < end; i++, k++) window[k] = data[i]!;
  return window;
}
