import { clamp } from "../../math.ts";
import { boxMean } from "../../photo/box-mean.ts";
import type { Addition } from "../planes.ts";
import { Fourier, transpose } from "./fourier.ts";
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
  const { strength, left } = strengthFor(Float32Array.from(brightness), width, height);
  const tile = tileOf();
  const step = (SAMPLES * TILES_ACROSS) / side;
  const mark = new Int8Array(brightness.length);
  const faint = new Int8Array(brightness.length);
  for (let y = 0, i = 0; y < height; y++) {
    const upper = Math.floor(y * step);
    const [above, below] = [SAMPLES * (upper % SAMPLES), SAMPLES * ((upper + 1) % SAMPLES)];
    const down = y * step - upper;
    for (let x = 0; x < width; x++, i++) {
      const place = x * step;
      const before = place | 0;
      const across = place - before;
      const [column, next] = [before & (SAMPLES - 1), (before + 1) & (SAMPLES - 1)];
      const top = tile[above + column]! * (1 - across) + tile[above + next]! * across;
      const bottom = tile[below + column]! * (1 - across) + tile[below + next]! * across;
      const value = strength[i]! * (top * (1 - down) + bottom * down);
      mark[i] = Math.round(value);
      faint[i] = Math.round(left * value);
    }
  }
  return { mark, faint };
}

/** How strong the mark is at each pixel, and what is left of it where something moves. */
function strengthFor(brightness: Float32Array, width: number, height: number) {
  const side = Math.sqrt(width * height);
  const radius = (of720: number): number => Math.max(1, Math.round((of720 * side) / USUAL_SIDE));
  const more = clamp(Math.sqrt(USUAL_SIDE / side), 1, MORE_WHEN_SMALL);
  const smooth = boxMean(brightness, width, height, radius(DETAIL));
  const squares = brightness.map((level, i) => (level - smooth[i]!) ** 2);
  const activity = boxMean(squares, width, height, radius(SURROUNDINGS));
  const light = brightness.reduce((sum, level) => sum + level, 0) / brightness.length;
  const day = clamp((light - DUSK.from) / (DUSK.to - DUSK.from), 0, 1);
  const at = (name: keyof typeof BY_DAY): number => BY_NIGHT[name] + day * (BY_DAY[name] - BY_NIGHT[name]);
  const [strongest, share] = [at("strongest"), at("share")];
  const strength = activity.map(
    (square) => more * Math.min(strongest, WEAKEST + share * Math.sqrt(Math.max(0, square))),
  );
  return { strength, left: clamp((at("left") * USUAL_SIDE) / side, at("left"), MOST_LEFT) };
}

/** The tile, drawn on samples, with a standard deviation of one. */
function tileOf(): Float64Array {
  const [re, im] = [new Float64Array(SAMPLES ** 2), new Float64Array(SAMPLES ** 2)];
  for (const { right, down, phase } of WAVES) {
    const at = SAMPLES * down + ((right + SAMPLES) % SAMPLES);
    re[at] = Math.cos(phase);
    im[at] = Math.sin(phase);
  }
  const fourier = new Fourier(SAMPLES);
  fourier.columns(im, re, SAMPLES);
  transpose(re, SAMPLES);
  transpose(im, SAMPLES);
  fourier.columns(im, re, SAMPLES);
  transpose(re, SAMPLES);
  // Each wave's square has a mean of one half.
  const one = Math.sqrt(WAVES.length / 2);
  return re.map((value) => value / one);
}
