import type { Plane } from "../../photo/plane.ts";
import { evened } from "./even.ts";
import { type Evened, Folding, type Geometry } from "./folding.ts";
import { TILES_ACROSS } from "./waves.ts";

/** What a search for the mark came to. */
export interface Sighting {
  /** How well the picture agrees with the mark: about 4 by chance, 8 and more with it. */
  readonly agreement: number;
  /** An upper bound of the probability that a picture without the mark agrees so well anywhere; 0..1. */
  readonly odds: number;
  /** How many times as large as the picture the whole clip is (1 when nothing was cut off), and how far it is turned, degrees. */
  readonly scale: number;
  readonly turn: number;
  readonly mirrored: boolean;
}

/** With odds below this the mark counts as found. */
export const FOUND_BELOW = 1e-6;
/** No more need be looked for then. */
const SURE = 1e-12;

/** How a picture may lie in a clip: what is cut off, or set round it, and how far it is turned, degrees. */
const SCALES = geometric(0.58, 1.75, 1.01);
const TURNS = [0, 0.6, -0.6, 1.2, -1.2, 1.8, -1.8, 2.4, -2.4, 3, -3, 3.6, -3.6];
/** Places of a tile, twice for mirrors, at which each geometry is compared. */
const PLACES = 2 * 64 ** 2;
/**
 * How much could agree by accident in each of the three ways to look: at the picture as it is; at all scales and turns; by steps, which go
 * where it is better, so that each way they might take counts.
 */
const TRIALS = { asItIs: PLACES, grid: PLACES * SCALES.length * TURNS.length, steps: 1e15 } as const;
/** From how many places steps are taken. */
const STARTS = 3;

/** A picture's place in the clip, by numbers that steps can change: logarithm of the scale, turn in radians, stretch, shear, and perspective. */
type Place = readonly [scale: number, turn: number, stretch: number, shear: number, p: number, q: number];

interface Candidate {
  readonly place: Place;
  readonly agreement: number;
  readonly mirrored: boolean;
}

/**
 * Looks for the mark in a picture's brightness, in a mean of frames best: as it is, cut, mirrored, turned by up to 3.6 degrees, and seen
 * at a slant. A picture that has it is told in a fraction of a second, others take some two seconds.
 * @param windows in how many pictures altogether it is looked for, >= 1: each is another chance to find it by accident.
 */
export function findWatermark(brightness: Plane, windows = 1): Sighting {
  const picture = evened(brightness);
  const folding = new Folding();
  const asItIs = tried(folding, picture, [0, 0, 0, 0, 0, 0]);
  const seen = sighting(asItIs, windows * TRIALS.asItIs);
  if (seen.odds < FOUND_BELOW) return seen;
  const candidates: Candidate[] = [];
  for (const turn of TURNS) {
    for (const scale of SCALES) {
      const candidate = tried(folding, picture, [Math.log(scale), (turn * Math.PI) / 180, 0, 0, 0, 0]);
      candidates.push(candidate);
      const found = sighting(candidate, windows * TRIALS.grid);
      if (found.odds < SURE) return found;
    }
  }
  candidates.sort((a, b) => b.agreement - a.agreement);
  const [first] = candidates as [Candidate];
  const found = sighting(first, windows * TRIALS.grid);
  if (found.odds < FOUND_BELOW) return found;
  const climbs = candidates.slice(0, STARTS).map((candidate) => climbed(folding, picture, candidate));
  const best = climbs.reduce((a, b) => (b.agreement > a.agreement ? b : a));
  return [found, sighting(best, windows * TRIALS.steps)].reduce((a, b) => (b.odds < a.odds ? b : a), seen);
}

function tried(folding: Folding, picture: Evened, place: Place): Candidate {
  const { plain, mirrored } = folding.agreement(picture, geometryOf(picture, place));
  return { place, agreement: Math.max(plain, mirrored), mirrored: mirrored > plain };
}

function geometryOf({ width, height }: Evened, [scale, turn, stretch, shear, p, q]: Place): Geometry {
  const side = Math.sqrt(width * height);
  const tile = (side * Math.exp(scale)) / TILES_ACROSS;
  const [cos, sin] = [Math.cos(turn) / tile, Math.sin(turn) / tile];
  const [wide, high] = [Math.exp(stretch), Math.exp(-stretch)];
  return {
    a: cos * wide,
    b: (cos * shear - sin) * high,
    c: sin * wide,
    d: (sin * shear + cos) * high,
    p: p / side,
    q: q / side,
  };
}

/** The best place that small steps lead to. */
function climbed(folding: Folding, picture: Evened, start: Candidate): Candidate {
  let best = start;
  for (let step = 0.012; step > 0.001; step /= 2) {
    for (let round = 0; round < 3; round++) {
      const before = best;
      for (let k = 0; k < 6; k++) {
        for (const sign of [1, -1]) {
          const place = best.place.map((value, i) => (i === k ? value + sign * step : value)) as unknown as Place;
          const next = tried(folding, picture, place);
          if (next.agreement > best.agreement) best = next;
        }
      }
      if (best === before) break;
    }
  }
  return best;
}

/** Each of so many sums exceeds z by accident with a probability below exp(-z²/2), and there are three ways to look. */
function sighting({ agreement, mirrored, place: [scale, turn] }: Candidate, trials: number): Sighting {
  const odds = Math.min(1, Object.keys(TRIALS).length * trials * Math.exp((-agreement * agreement) / 2));
  return { agreement, odds, scale: Math.exp(scale), turn: (turn * 180) / Math.PI, mirrored };
}

/** Numbers from `low` to `high` by equal factors, those next to 1 first. */
function geometric(low: number, high: number, factor: number): readonly number[] {
  const powers = Array.from({ length: 1000 }, (_, k) => (k % 2 === 0 ? k / 2 : -(k + 1) / 2));
  return powers.map((k) => factor ** k).filter((value) => value >= low && value <= high);
}
