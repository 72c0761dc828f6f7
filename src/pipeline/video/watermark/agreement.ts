import { Fourier } from "./fourier.ts";
import type { Wave } from "./waves.ts";

/** The waves of a picture that stand for those of the mark, one after the other. */
export interface WavesOfPicture {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Where the waves of a picture agree best with the mark's, and how well: see `Comparison`. */
export interface Agreement {
  readonly z: number;
  /** With those of the mark mirrored. */
  readonly mirrored: boolean;
  /** Where in the tile, from 0 to 1 to the right and down. */
  readonly x: number;
  readonly y: number;
}

/** Where a wave, and what the other direction of the same wave makes of it, stands among the frequencies of a tile. */
interface Slot {
  readonly at: number;
  readonly back: number;
  /** Which wave of the picture is this one in a mirror, and whether it is read from behind. */
  readonly mirror: number;
  readonly behind: boolean;
  readonly cos: number;
  readonly sin: number;
}

/**
 * Compares the phases of a picture's waves with the mark's.
 *
 * An agreement is Σ w cos(difference) / √(½ Σ w²) over all waves, at the best of all places of the tile: w is the root of a wave's strength in
 * the picture. Whatever is in a picture that knows nothing of the mark, its phases differ from the mark's by chance; for one place such
 * a sum exceeds z with a probability below exp(-z²/2).
 */
export class Comparison {
  readonly waves: WavesOfPicture;
  readonly #marks: readonly Wave[];
  readonly #slots: readonly Slot[];
  readonly #side: number;
  readonly #fourier: Fourier;
  readonly #re: Float64Array;
  readonly #im: Float64Array;

  /** @param side how many places of the tile are compared, on each side: a power of two, more than twice the waves' periods. */
  constructor(waves: readonly Wave[], side: number) {
    this.#marks = waves;
    this.#side = side;
    this.waves = { re: new Float64Array(waves.length), im: new Float64Array(waves.length) };
    this.#fourier = new Fourier(side);
    this.#re = new Float64Array(side ** 2);
    this.#im = new Float64Array(side ** 2);
    const at = (x: number, y: number): number => side * ((y + side) % side) + ((x + side) % side);
    const numbers = new Map(waves.map(({ right, down }, i) => [`${right} ${down}`, i]));
    this.#slots = waves.map(({ right, down, phase }, i) => {
      const mirror = numbers.get(`${-right} ${down}`);
      const [cos, sin] = [Math.cos(phase), Math.sin(phase)];
      return {
        at: at(right, down),
        back: at(-right, -down),
        mirror: mirror ?? i,
        behind: mirror === undefined,
        cos,
        sin,
      };
    });
  }

  /**
   * The best agreement of what was written into `waves`. Both sums are made in one transform: one becomes its real part, the other its
   * imaginary one.
   */
  best(): Agreement {
    const [re, im] = [this.#re.fill(0), this.#im.fill(0)];
    const squares = this.#add();
    this.#fourier.square(im, re);
    let [plain, mirrored] = [0, 0];
    for (let i = 1; i < re.length; i++) {
      if (re[i]! > re[plain]!) plain = i;
      if (im[i]! > im[mirrored]!) mirrored = i;
    }
    const isMirrored = im[mirrored]! > re[plain]!;
    const [place, sum] = isMirrored ? [mirrored, im[mirrored]!] : [plain, re[plain]!];
    const side = this.#side;
    return {
      z: squares === 0 ? 0 : sum / 2 / Math.sqrt(squares / 2),
      mirrored: isMirrored,
      x: Math.floor(place / side) / side,
      y: (place % side) / side,
    };
  }

  /** How well what was written into `waves` agrees at one place. */
  at({ mirrored, x, y }: Omit<Agreement, "z">): number {
    let [sum, squares] = [0, 0];
    for (const [i, { right, down, phase }] of this.#marks.entries()) {
      const { mirror, behind } = this.#slots[i]!;
      const from = mirrored ? mirror : i;
      const [re, im] = [this.waves.re[from]!, this.waves.im[from]! * (mirrored && behind ? -1 : 1)];
      const strength = Math.hypot(re, im);
      squares += strength;
      sum += Math.sqrt(strength) * Math.cos(Math.atan2(im, re) - phase + 2 * Math.PI * (right * x + down * y));
    }
    return squares === 0 ? 0 : sum / Math.sqrt(squares / 2);
  }

  /** Writes the sums' frequencies, and returns the sum of the weights' squares: the same for both, since the waves are. */
  #add(): number {
    const { re: fromRe, im: fromIm } = this.waves;
    const [re, im] = [this.#re, this.#im];
    let squares = 0;
    for (let i = 0; i < this.#slots.length; i++) {
      const { at, back, mirror, behind, cos, sin } = this.#slots[i]!;
      const [x, y] = [fromRe[i]!, fromIm[i]!];
      const strength = Math.sqrt(x * x + y * y);
      squares += strength;
      const weight = strength === 0 ? 0 : 1 / Math.sqrt(strength);
      const [plainRe, plainIm] = [weight * (x * cos + y * sin), weight * (y * cos - x * sin)];
      const [u, v] = [fromRe[mirror]!, behind ? -fromIm[mirror]! : fromIm[mirror]!];
      const other = Math.sqrt(u * u + v * v);
      const share = other === 0 ? 0 : 1 / Math.sqrt(other);
      const [mirrorRe, mirrorIm] = [share * (u * cos + v * sin), share * (v * cos - u * sin)];
      re[at] = plainRe - mirrorIm;
      im[at] = plainIm + mirrorRe;
      re[back] = plainRe + mirrorIm;
      im[back] = mirrorRe - plainIm;
    }
    return squares;
  }
}
