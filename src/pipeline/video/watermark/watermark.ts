import { clamp } from "../../math.ts";
import { boxMean } from "../../photo/box-mean.ts";
import type { Addition } from "../planes.ts";
import { Fourier } from "./fourier.ts";
import { TILES_ACROSS, WAVES } from "./waves.ts";

/**
 * How strong the mark is, as its standard deviation in levels of brightness: where nothing hides it, where much does, and its share of what
 * changes from pixel to pixel between these; and what is left of it where something moves, at 720 pixels: there a video has to send it anew
 * with each frame, and it would lie on a face like dust on glass. Of dark clips little is sent but the mark, so it is weaker there.
 */
const WEAKEST = 0.3;
const BY_DAY = { strongest: 1.3, share: 0.18, left: 0.6 } as const;
const BY_NIGHT = { strongest: 1, share: 0.13, left: 0.4 } as const;
/** A clip's mean brightness up to which it is night, and from which it is day, in levels. */
const DUSK = { from: 48, to: 80 } as const;
/** Clips that are smaller than 720 pixels a side get up to so much more, for they hold fewer pixels. */
const MORE_WHEN_SMALL = 1.18;
/** In them more of it is left where something moves, up to this. */
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
  const { strength, left } = strengthFor(brightness, width, height);
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

/** How strong the mark is at each pixel, and what is left of it where something moves. */
function strengthFor(brightness: Uint8Array, width: number, height: number) {
  const side = Math.sqrt(width * height);
  const radius = (of720: number): number => Math.max(1, Math.round((of720 * side) / USUAL_SIDE));
  const more = clamp(Math.sqrt(USUAL_SIDE / side), 1, MORE_WHEN_SMALL);
  const light = brightness.reduce((sum, level) => sum + level, 0) / brightness.length;
  const day = clamp((light - DUSK.from) / (DUSK.to - DUSK.from), 0, 1);
  const at = (name: keyof typeof BY_DAY): number => BY_NIGHT[name] + day * (BY_DAY[name] - BY_NIGHT[name]);
  const [strongest, share] = [at("strongest"), at("share")];
  const squares = boxMean(new Float32Array(brightness), width, height, radius(DETAIL));
  for (let i = 0; i < squares.length; i++) squares[i] = (brightness[i]! - squares[i]!) ** 2;
  const strength = boxMean(squares, width, height, radius(SURROUNDINGS));
  for (let i = 0; i < strength.length; i++)
    strength[i] = more * Math.min(strongest, WEAKEST + share * Math.sqrt(Math.max(0, strength[i]!)));
  return { strength, left: clamp((at("left") * USUAL_SIDE) / side, at("left"), MOST_LEFT) };
}

/** Made once: it is the same in all clips. */
let tile: Float64Array | undefined;

/** The tile, drawn on samples, with a standard deviation of one. */
function tileOf(): Float64Array {
  const [re, im] = [new Float64Array(SAMPLES ** 2), new Float64Array(SAMPLES ** 2)];
  for (const { right, down, phase } of WAVES) {
    // Columns first: they become rows between the two halves of the transform.
    const at = SAMPLES * ((right + SAMPLES) % SAMPLES) + down;
    re[at] = Math.cos(phase);
    im[at] = Math.sin(phase);
  }
  new Fourier(SAMPLES).square(im, re);
  // Each wave's square has a mean of one half.
  const one = Math.sqrt(WAVES.length / 2);
  return re.map((value) => value / one);
}
