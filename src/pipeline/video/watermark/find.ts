import type { Plane } from "../../photo/plane.ts";
import { evened } from "./even.ts";
import { type Candidate, type Place, Searched, Tries } from "./tries.ts";
import { WAVES } from "./waves.ts";

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

/** How a picture may lie in a clip: what is cut off, or set round it, and how far it is turned, degrees. */
const SCALES = geometric(0.58, 1.75, 1.01);
const TURNS = [0, 0.6, -0.6, 1.2, -1.2, 1.8, -1.8, 2.4, -2.4, 3, -3, 3.6, -3.6];
/** Places of a tile, twice for mirrors, at which each geometry is compared. */
const SIDE = 64;
const PLACES = 2 * SIDE ** 2;
/** From how many places steps are taken that keep a picture flat, and from how many of the best of those such that slant it. */
const STARTS = { flat: 20, slanted: 4 } as const;
/**
 * How much could agree by accident in each of the three ways to look: at the picture as it is; at all scales and turns; where the slow waves
 * say that the mark is, which are no trials for the fast ones.
 */
const TRIALS = { asItIs: PLACES, grid: PLACES * SCALES.length * TURNS.length, slanted: STARTS.slanted } as const;

/** Slow waves, which still agree where a picture's place is met less exactly, and the others. */
const SLOW_PERIODS = 10;
const SLOW = WAVES.filter(({ right, down }) => Math.hypot(right, down) <= SLOW_PERIODS);
const FAST = WAVES.filter((wave) => !SLOW.includes(wave));
const SLOW_SIDE = 32;

const WHOLE: Place = [0, 0, 0, 0, 0, 0];
const UPRIGHT: readonly Place[] = TURNS.flatMap((turn) =>
  SCALES.map((scale): Place => [Math.log(scale), (turn * Math.PI) / 180, 0, 0, 0, 0]),
);
/** How a picture may lie that is seen at a slant, roughly: turned, stretched and sheared by so much. */
const STEPS = [0, 0.022, -0.022, 0.044, -0.044];
const SLANTS: readonly Place[] = geometric(0.75, 1.34, 1.022).flatMap((scale) =>
  [...STEPS, 0.066, -0.066].flatMap((turn) =>
    STEPS.flatMap((stretch) => STEPS.map((shear): Place => [Math.log(scale), turn, stretch, shear, 0, 0])),
  ),
);

/**
 * Looks for the mark in a picture's brightness, in a mean of frames best: as it is, cut, mirrored, turned by up to 3.6 degrees, and seen
 * at a slant. Where it is found as it is that takes a tenth of a second; where it is not found at all about one.
 * @param windows in how many pictures altogether it is looked for, >= 1: each is another chance to find it by accident.
 */
export function findWatermark(brightness: Plane, windows = 1): Sighting {
  let surest: Sighting | null = null;
  for (const seen of sightings(brightness, windows)) {
    if (surest === null || seen.odds < surest.odds) surest = seen;
    if (surest.odds < FOUND_BELOW) break;
  }
  return surest!;
}

/** What each of the three ways to look comes to, the quickest first. */
export function* sightings(brightness: Plane, windows = 1): Generator<Sighting, void> {
  const picture = new Searched(evened(brightness));
  const all = new Tries(picture, WAVES, SIDE);
  yield sighting(all.at(WHOLE), windows * TRIALS.asItIs);
  yield sighting(
    best(
      UPRIGHT.map((place) => all.at(place)),
      1,
    )[0]!,
    windows * TRIALS.grid,
  );
  yield sighting(seenSlanted(picture), windows * TRIALS.slanted);
}

/** Where the slow waves say that the mark is, and how well the fast ones agree there. */
function seenSlanted(picture: Searched): Candidate {
  const slow = new Tries(picture, SLOW, SLOW_SIDE);
  const fast = new Tries(picture, FAST, SIDE);
  const starts = best(
    SLANTS.map((place) => slow.at(place)),
    STARTS.flat,
  );
  const flat = best(
    starts.map(({ place }) => slow.climbed(place, 4)),
    STARTS.slanted,
  );
  const slanted = flat.map(({ place }) => slow.climbed(place, place.length));
  return best(
    slanted.map((candidate) => fast.again(candidate)),
    1,
  )[0]!;
}

/** Each of so many sums exceeds z by accident with a probability below exp(-z²/2), and there are three ways to look. */
function sighting({ z, mirrored, place: [scale, turn] }: Candidate, trials: number): Sighting {
  const odds = z <= 0 ? 1 : Math.min(1, Object.keys(TRIALS).length * trials * Math.exp((-z * z) / 2));
  return { agreement: z, odds, scale: Math.exp(scale), turn: (turn * 180) / Math.PI, mirrored };
}

function best(candidates: Iterable<Candidate>, count: number): Candidate[] {
  return [...candidates].sort((a, b) => b.z - a.z).slice(0, count);
}

/** Numbers from `low` to `high` by equal factors, those next to 1 first. */
function geometric(low: number, high: number, factor: number): readonly number[] {
  const powers = Array.from({ length: 1000 }, (_, k) => (k % 2 === 0 ? k / 2 : -(k + 1) / 2));
  return powers.map((k) => factor ** k).filter((value) => value >= low && value <= high);
}
