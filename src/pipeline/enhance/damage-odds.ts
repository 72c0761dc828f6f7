import type { LineMeasures } from "./line-measures.ts";

/** What is measured of a speck, to tell dust from what belongs to the picture. */
export interface SpeckMeasures {
  /** Logarithm of how much it stands out (levels) from the nearest level round it. */
  readonly contrast: number;
  /** How far it is beyond the skin's brightest (or darkest) levels. */
  readonly beyond: number;
  /** How much what is round it differs from place to place, over its contrast. */
  readonly rough: number;
  /** How much else that is thin lies near. */
  readonly clutter: number;
  readonly face: number;
}

type Weights<Measures> = Readonly<Record<keyof Measures, number>> & { readonly bias: number };

/**
 * How much each measure speaks for damage, as logarithm of odds; bright and dark lines have weights of their own. A logistic
 * regression gave them: it was shown damage that was drawn into photos, and all lines of undamaged ones. Only `straight` was
 * set by hand: it brings no line of an undamaged photo nearer to being sure than the other weights do. `fidelity/scratches.ts`
 * measures how well damage is found.
 */
export const BRIGHT_LINE: Weights<LineMeasures> = {
  bias: -4,
  length: 1.35,
  contrast: 1.75,
  beyond: 0.75,
  crossing: 2.2,
  uneven: -1.6,
  edge: -1.85,
  bend: -2.7,
  straight: 1.4,
  parallel: -7,
  face: 1.4,
  around: 1.15,
  kept: -1.1,
};
export const DARK_LINE: Weights<LineMeasures> = {
  bias: -3.9,
  length: 1.8,
  contrast: 1.15,
  beyond: 0.3,
  crossing: 1.55,
  uneven: -1.85,
  edge: -0.9,
  bend: -9.9,
  straight: 1,
  parallel: -2.2,
  face: 1.95,
  around: 1.2,
  kept: -1.4,
};
const BRIGHT_SPECK: Weights<SpeckMeasures> = {
  bias: -3,
  contrast: 0.9,
  beyond: 1,
  rough: -0.7,
  clutter: -15,
  face: 2,
};
const DARK_SPECK: Weights<SpeckMeasures> = {
  bias: -8.4,
  contrast: 2,
  beyond: 1.3,
  rough: -0.6,
  clutter: -9.7,
  face: 1.4,
};

/** From here on something is likely to be damage where other damage is sure. */
export const LIKELY = 0.6;

/** As `weigh`, of a bright or a dark speck. */
export function weighSpeck(measures: SpeckMeasures, dark: boolean): number {
  return weigh(measures, dark ? DARK_SPECK : BRIGHT_SPECK);
}

/** The logarithm of the odds that something with these measures is damage. */
export function weigh<Measures extends object>(measures: Measures, weights: Weights<Measures>): number {
  const keys = Object.keys(measures) as (keyof Measures & string)[];
  return keys.reduce((sum, key) => sum + weights[key] * Number(measures[key]), weights.bias);
}
