import { type Agreement, Comparison } from "./agreement.ts";
import type { Evened } from "./even.ts";
import { Folding, type Geometry } from "./folding.ts";
import { Spectrum } from "./spectrum.ts";
import { TILES_ACROSS, type Wave } from "./waves.ts";

/** A picture's place in the clip, by numbers that steps can change: logarithm of the scale, turn in radians, stretch, shear, and perspective. */
export type Place = readonly [scale: number, turn: number, stretch: number, shear: number, p: number, q: number];

/** What came of one place. */
export interface Candidate extends Agreement {
  readonly place: Place;
}

/** A picture in which the mark is looked for, and what is made of it once. */
export class Searched {
  readonly picture: Evened;
  readonly #spectrum: Spectrum;
  readonly #folding = new Folding();

  constructor(picture: Evened) {
    this.picture = picture;
    this.#spectrum = new Spectrum(picture);
  }

  /** Writes the waves that the picture has if it lies in the clip like that. */
  read(waves: readonly Wave[], place: Place, into: Comparison["waves"]): void {
    const geometry = this.#geometryOf(place);
    if (geometry.p === 0 && geometry.q === 0) this.#spectrum.read(waves, geometry, into);
    else this.#folding.read(waves, this.picture, geometry, into);
  }

  #geometryOf([scale, turn, stretch, shear, p, q]: Place): Geometry {
    const side = Math.sqrt(this.picture.width * this.picture.height);
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
}

/** Tries places of a picture by some of the mark's waves. */
export class Tries {
  readonly #picture: Searched;
  readonly #waves: readonly Wave[];
  readonly #comparison: Comparison;

  /** @param side how many places of the tile are compared, on each side: see `Comparison`. */
  constructor(picture: Searched, waves: readonly Wave[], side: number) {
    this.#picture = picture;
    this.#waves = waves;
    this.#comparison = new Comparison(waves, side);
  }

  at(place: Place): Candidate {
    this.#picture.read(this.#waves, place, this.#comparison.waves);
    return { place, ...this.#comparison.best() };
  }

  /** The same place of the picture and of the tile, by these waves. */
  again(candidate: Candidate): Candidate {
    this.#picture.read(this.#waves, candidate.place, this.#comparison.waves);
    return { ...candidate, z: this.#comparison.at(candidate) };
  }

  /** The best place that small steps lead to, of the first so many numbers of a place. */
  climbed(start: Place, numbers: number): Candidate {
    let now = this.at(start);
    for (let step = 0.012; step > 0.001; step /= 2) {
      for (let round = 0; round < 3; round++) {
        const before = now;
        for (let k = 0; k < numbers; k++) {
          for (const sign of [1, -1]) {
            const place = now.place.map((value, i) => (i === k ? value + sign * step : value)) as unknown as Place;
            const next = this.at(place);
            if (next.z > now.z) now = next;
          }
        }
        if (now === before) break;
      }
    }
    return now;
  }
}
