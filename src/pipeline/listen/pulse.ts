import { beatTrack, type FluxResult, ODF, spectralFlux, tempo } from "@audio/beat";
import { clamp, deviation, mean, median } from "../math.ts";

/** A steady beat in some seconds of sound. */
export interface Pulse {
  /** Beats a minute. */
  readonly bpm: number;
  /** When they are, seconds, and how much each stands out, 0..2: 1 is the middle of all. */
  readonly beats: readonly { readonly at: number; readonly strength: number }[];
  /** How many times louder the beats set in than all else, on the average. */
  readonly contrast: number;
}

/** Sounds are listened to in windows of so many samples, one every so many: about a hundred times a second. */
const WINDOW = 1024;
const STEP = 220;
/** A window is loudest when what sets in has come so far into it. */
const HEARD_AT = 0.6;
/** Beats a minute between which people move to music. */
const SLOWEST = 55;
const FASTEST = 190;
/** Where two tempos fit equally well, people feel the one that is nearer to this; `WIDE` octaves from it that counts for half as much or so. */
const PREFERRED = 110;
const WIDE = 2;
/** Loud onsets must not outshout the others. */
const COMPRESSION = 0.5;
/** What else a tempo may be whose multiples or parts sound, too. */
const RELATIVES = [1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3] as const;
const CANDIDATES = 4;
/** How exactly the tempo is looked for round each candidate. */
const DETUNED = 0.025;
const DETUNING = 0.0025;
/** Beats are as much louder than all else at least, and a sound is as much like itself a beat, two or four later. Speech stays below 2.2 and 0.1. */
const LEAST_CONTRAST = 2.3;
const LEAST_LIKENESS = 0.2;

/** Onsets of a sound: how much sets in, `rate` times a second, as distances from the mean; and the same, each reaching as far as a drummer is inexact. */
interface Onsets {
  readonly rate: number;
  readonly sharp: Float64Array;
  readonly soft: Float64Array;
}

interface Grid {
  /** Places of the onsets between two beats. */
  readonly period: number;
  /** The mean of what sets in on it. */
  readonly loudness: number;
  readonly beats: number;
}

/** The beat of a sound (mono, -1..1, `fs` samples a second), or null where it has none. */
export function findPulse(samples: Float32Array, fs: number): Pulse | null {
  const flux = spectralFlux(samples, { fs, frameSize: WINDOW, hopSize: STEP });
  if (flux.nFrames === 0) return null;
  const onsets = onsetsOf(flux);
  const grid = bestGrid(candidatesOf(samples, flux, onsets), onsets);
  const contrast = grid.loudness / mean(onsets.soft);
  if (!(contrast >= LEAST_CONTRAST) || likeness(onsets.sharp, grid.period) < LEAST_LIKENESS) return null;
  const bpm = (60 * onsets.rate) / grid.period;
  return { bpm, contrast, beats: beatsOf(samples, { bpm, fs, onsets }) };
}

function onsetsOf({ odf, fs, hopSize }: FluxResult): Onsets {
  const compressed = odf.map((value) => value ** COMPRESSION);
  const middle = mean(compressed);
  const spread = deviation(compressed) || 1;
  const sharp = compressed.map((value) => (value - middle) / spread);
  const above = sharp.map((value) => Math.max(0, value));
  const soft = above.map((value, i) => {
    const near = 0.8 * Math.max(above[i - 1] ?? 0, above[i + 1] ?? 0);
    const farther = 0.4 * Math.max(above[i - 2] ?? 0, above[i + 2] ?? 0);
    return Math.max(value, near, farther);
  });
  return { rate: fs / hopSize, sharp, soft };
}

/** The library's tempos, and those that they could be taken for, as periods. */
function candidatesOf(samples: Float32Array, flux: FluxResult, { rate, sharp }: Onsets): readonly number[] {
  const known = { ...flux, odf: sharp.map((value) => Math.max(0, value)) };
  const options = { fs: flux.fs, minBpm: SLOWEST, maxBpm: FASTEST, candidates: CANDIDATES, [ODF]: known };
  const { candidates = [] } = tempo(samples, options);
  const all = candidates.flatMap(({ bpm }) => RELATIVES.map((factor) => bpm * factor));
  const possible = all.filter((bpm) => bpm >= SLOWEST && bpm <= FASTEST);
  return [...new Set(possible.map((bpm) => Math.round(2 * bpm) / 2))].map((bpm) => (60 * rate) / bpm);
}

/**
 * The grid on which most sets in. A grid of half as many beats must be louder by four tenths to win, and one of twice as many may be as much softer: what sounds
 * between two beats is a beat itself when it is nearly as loud.
 */
function bestGrid(periods: readonly number[], { rate, soft }: Onsets): Grid {
  const worth = ({ period, loudness, beats }: Grid): number =>
    loudness * Math.sqrt(beats) * Math.exp(-0.5 * (Math.log2((60 * rate) / period / PREFERRED) / WIDE) ** 2);
  return periods
    .map((period) => fitted(period, soft))
    .reduce((best, grid) => (worth(grid) > worth(best) ? grid : best), { period: 1, loudness: 0, beats: 0 });
}

/** The loudest grid of about a period. */
function fitted(about: number, soft: Float64Array): Grid {
  let best: Grid = { period: about, loudness: 0, beats: 0 };
  for (let detuned = -DETUNED; detuned <= DETUNED; detuned += DETUNING) {
    const period = about * (1 + detuned);
    for (let first = 0; first < period; first++) {
      let [sum, beats] = [0, 0];
      for (let place = first; place < soft.length - 1; place += period, beats++) sum += soft[Math.round(place)]!;
      if (sum / beats > best.loudness) best = { period, loudness: sum / beats, beats };
    }
  }
  return best;
}

/** How much the onsets are like themselves some beats later, -1..1. */
function likeness(sharp: Float64Array, period: number): number {
  const power = sharp.reduce((sum, value) => sum + value * value, 0);
  const later = (shift: number): number => {
    let sum = 0;
    for (let i = 0; i + shift < sharp.length; i++) sum += sharp[i]! * sharp[i + shift]!;
    return sum / power / (1 - shift / sharp.length);
  };
  const near = (shift: number): number[] => [-2, -1, 0, 1, 2].map((off) => Math.round(shift) + off);
  const shifts = [1, 2, 4].flatMap((beats) => near(beats * period)).filter((shift) => shift < sharp.length / 2);
  return Math.max(...shifts.map(later));
}

/** Beats of a known tempo, where they fall: whoever plays is not a clock. */
function beatsOf(
  samples: Float32Array,
  { bpm, fs, onsets: { rate, soft } }: { readonly bpm: number; readonly fs: number; readonly onsets: Onsets },
): Pulse["beats"] {
  const { beats } = beatTrack(samples, { fs, frameSize: WINDOW, hopSize: STEP, bpm });
  const places = [...beats].map((at) => Math.round(at * rate));
  const late = (HEARD_AT * WINDOW) / fs;
  const loudness = places.map((place) => soft[place] ?? 0);
  const usual = median(loudness) || 1;
  return places.map((place, i) => ({ at: place / rate + late, strength: clamp(loudness[i]! / usual, 0, 2) }));
}
