import { clamp } from "../../math.ts";
import type { Addition } from "../planes.ts";
import { boxMean } from "./blur.ts";
import { Fourier } from "./fourier.ts";
import { TILES_ACROSS, WAVES } from "./waves.ts";

/** How strong the mark is, as its standard deviation in levels of brightness: where nothing hides it, and where much does. */
const WEAKEST = 0.3;
const STRONGEST = 1;
/** Its share of what changes from pixel to pixel anyway. */
const SHARE = 0.13;
/** What is left of it where something moves: there a video would have to send it anew with each frame, and it would lie on a face like dust on glass. */
const LEFT_WHERE_MOVED = 0.4;
/** The side of the tile in samples, and over how many of a clip's pixels (of 720) changes are measured. */
const SAMPLES = 256;
const DETAIL = 4;
const SURROUNDINGS = 8;

/**
 * What to add to the brightness of every frame so that a reader finds the mark, for a clip whose first frame has this brightness. It is
 * stronger where the picture hides it, and stays in its place: so it costs a video little, and a reader can take a mean of frames.
 */
export function watermarkFor(brightness: Uint8Array, width: number, height: number): Addition {
  const strength = strengthFor(Float32Array.from(brightness), width, height);
  const tile = tileOf();
  const step = (SAMPLES * TILES_ACROSS) / Math.sqrt(width * height);
  const mark = new Int8Array(brightness.length);
  const faint = new Int8Array(brightness.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const value = strength[i]! * between(tile, x * step, y * step);
      mark[i] = Math.round(value);
      faint[i] = Math.round(LEFT_WHERE_MOVED * value);
    }
  }
  return { mark, faint };
}

function strengthFor(brightness: Float32Array, width: number, height: number): Float32Array {
  const radius = (of720: number): number => Math.max(1, Math.round((of720 * Math.sqrt(width * height)) / 720));
  const smooth = boxMean(brightness, width, height, radius(DETAIL));
  const squares = brightness.map((level, i) => (level - smooth[i]!) ** 2);
  const activity = boxMean(squares, width, height, radius(SURROUNDINGS));
  return activity.map((square) => clamp(WEAKEST + SHARE * Math.sqrt(Math.max(0, square)), WEAKEST, STRONGEST));
}

/** The tile, drawn on samples, with a standard deviation of one. */
function tileOf(): Float64Array {
  const [re, im] = [new Float64Array(SAMPLES ** 2), new Float64Array(SAMPLES ** 2)];
  for (const { right, down, phase } of WAVES) {
    const at = SAMPLES * down + ((right + SAMPLES) % SAMPLES);
    re[at] = Math.cos(phase);
    im[at] = Math.sin(phase);
  }
  new Fourier(SAMPLES).backward(re, im);
  // Each wave's square has a mean of one half.
  const one = Math.sqrt(WAVES.length / 2);
  return re.map((value) => value / one);
}

/** The tile between its samples, bilinear, repeated without end. */
function between(tile: Float64Array, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (column: number, row: number): number => tile[SAMPLES * (row % SAMPLES) + (column % SAMPLES)]!;
  const upper = at(left, top) + (x - left) * (at(left + 1, top) - at(left, top));
  const lower = at(left, top + 1) + (x - left) * (at(left + 1, top + 1) - at(left, top + 1));
  return upper + (y - top) * (lower - upper);
}
