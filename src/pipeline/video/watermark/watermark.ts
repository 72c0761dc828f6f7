import { clamp } from "../../math.ts";
import { boxMean } from "../../photo/box-mean.ts";
import type { Addition } from "../planes.ts";
import { Fourier } from "./fourier.ts";
import { TILES_ACROSS, WAVES } from "./waves.ts";

/**
 * How strong the mark is, as its standard deviation in levels of brightness: where nothing hides it, and where much does. Clips that are
 * smaller than 720 pixels a side get up to so much more, for they hold fewer pixels.
 */
const WEAKEST = 0.3;
const STRONGEST = 1;
const MORE_WHEN_SMALL = 1.18;
/** Its share of what changes from pixel to pixel anyway. */
const SHARE = 0.13;
/**
 * What is left of it where something moves, at 720 pixels; more in smaller clips, up to `MOST_LEFT`. There a video has to send it anew
 * with each frame, and it would lie on a face like dust on glass.
 */
const LEFT_WHERE_MOVED = 0.4;
const MOST_LEFT = 0.8;
/** The side of the tile in samples, a power of two, and over how many of a clip's pixels (of 720) changes are measured. */
const SAMPLES = 256;
const USUAL_SIDE = 720;
const DETAIL = 4;
const SURROUNDINGS = 8;

/**
 * What to add to the brightness of every frame so that a reader finds the mark, for a clip whose first frame has this brightness. It is
 * stronger where the picture hides it, and stays in its place: so it costs a video little, and a reader can take a mean of frames.
 */
export function watermarkFor(brightness: Uint8Array, width: number, height: number): Addition {
  const side = Math.sqrt(width * height);
  const strength = strengthFor(brightness, width, height);
  const left = clamp((LEFT_WHERE_MOVED * USUAL_SIDE) / side, LEFT_WHERE_MOVED, MOST_LEFT);
  const step = (SAMPLES * TILES_ACROSS) / side;
  const columns = placesAlong(width, step);
  const rows = placesAlong(height, step);
  tile ??= tileOf();
  const mark = new Int8Array(brightness.length);
  const faint = new Int8Array(brightness.length);
  for (let y = 0, i = 0; y < height; y++) {
    const [above, below, down] = [SAMPLES * rows.before[y]!, SAMPLES * rows.after[y]!, rows.between[y]!];
    for (let x = 0; x < width; x++, i++) {
      const [before, after, across] = [columns.before[x]!, columns.after[x]!, columns.between[x]!];
      const top = tile[above + before]! * (1 - across) + tile[above + after]! * across;
      const bottom = tile[below + before]! * (1 - across) + tile[below + after]! * across;
      const value = strength[i]! * (top * (1 - down) + bottom * down);
      mark[i] = Math.round(value);
      faint[i] = Math.round(left * value);
    }
  }
  return { mark, faint };
}

/** Between which two samples of the tile each pixel of a row or a column lies, and how far from the first. */
interface Places {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  readonly between: Float64Array;
}

function placesAlong(pixels: number, step: number): Places {
  const places = { before: new Uint16Array(pixels), after: new Uint16Array(pixels), between: new Float64Array(pixels) };
  for (let k = 0; k < pixels; k++) {
    const sample = Math.floor(k * step);
    places.before[k] = sample % SAMPLES;
    places.after[k] = (sample + 1) % SAMPLES;
    places.between[k] = k * step - sample;
  }
  return places;
}

function strengthFor(brightness: Uint8Array, width: number, height: number): Float32Array {
  const side = Math.sqrt(width * height);
  const radius = (of720: number): number => Math.max(1, Math.round((of720 * side) / USUAL_SIDE));
  const more = clamp(Math.sqrt(USUAL_SIDE / side), 1, MORE_WHEN_SMALL);
  const squares = boxMean(new Float32Array(brightness), width, height, radius(DETAIL));
  for (let i = 0; i < squares.length; i++) squares[i] = (brightness[i]! - squares[i]!) ** 2;
  const strength = boxMean(squares, width, height, radius(SURROUNDINGS));
  for (let i = 0; i < strength.length; i++)
    strength[i] = more * clamp(WEAKEST + SHARE * Math.sqrt(Math.max(0, strength[i]!)), WEAKEST, STRONGEST);
  return strength;
}

/** Made once: it is the same in all clips. */
let tile: Float64Array | undefined;

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
