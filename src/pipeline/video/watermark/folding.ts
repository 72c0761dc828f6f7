import { Fourier } from "./fourier.ts";
import { WAVES } from "./waves.ts";

/** A picture in which the mark is looked for: what is left of its brightness when all that is large or strong is taken away. */
export interface Evened {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/**
 * Where the pixels of a picture lie in the tile, by `x' = (a x + b y) / w`, `y' = (c x + d y) / w`, `w = 1 + p x + q y`, with x and y
 * counted from the picture's middle in pixels and x' and y' in tiles.
 */
export interface Geometry {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly p: number;
  readonly q: number;
}

/** How well the waves of a picture agree with the mark's: see `Folding`. */
export interface Agreement {
  readonly plain: number;
  readonly mirrored: number;
}

const SIDE = 64;
/** So many tiles are added to every place, which changes none: rounding towards zero is rounding down then, and much faster. */
const FAR = 4096;

/**
 * Lays all tiles of a picture over each other and compares the phases of what comes out with the mark's.
 *
 * An agreement is Σ w cos(difference) / √(½ Σ w²) over all waves, at the best of 64 x 64 places: w is the root of a wave's strength in the picture.
 * Whatever is in a picture that knows nothing of the mark, its phases differ from the mark's by chance; for one place such a sum
 * exceeds z with a probability below exp(-z²/2).
 */
export class Folding {
  readonly #fourier = new Fourier(SIDE);
  readonly #re = new Float64Array(SIDE ** 2);
  readonly #im = new Float64Array(SIDE ** 2);
  readonly #sumRe = new Float64Array(SIDE ** 2);
  readonly #sumIm = new Float64Array(SIDE ** 2);
  readonly #waves = WAVES.map(({ right, down, phase }) => {
    const at = (x: number, y: number): number => SIDE * ((y + SIDE) % SIDE) + ((x + SIDE) % SIDE);
    const [cos, sin] = [Math.cos(phase), Math.sin(phase)];
    return {
      at: at(right, down),
      back: at(-right, -down),
      mirrored: at(-right, down),
      mirroredBack: at(right, -down),
      cos,
      sin,
    };
  });

  agreement(picture: Evened, geometry: Geometry): Agreement {
    const tile = this.#re.fill(0);
    this.#im.fill(0);
    if (geometry.p === 0 && geometry.q === 0) foldStraight(picture, geometry, tile);
    else foldSlanted(picture, geometry, tile);
    this.#fourier.forward(this.#re, this.#im);
    return this.#compared();
  }

  /** Both sums in one transform: one becomes its real part, the other its imaginary one. */
  #compared(): Agreement {
    const [re, im] = [this.#sumRe.fill(0), this.#sumIm.fill(0)];
    let [plainWeights, mirroredWeights] = [0, 0];
    for (const wave of this.#waves) {
      plainWeights += this.#add(wave.at, wave.back, wave, false);
      mirroredWeights += this.#add(wave.mirrored, wave.mirroredBack, wave, true);
    }
    if (plainWeights === 0 || mirroredWeights === 0) return { plain: 0, mirrored: 0 };
    this.#fourier.backward(re, im);
    let [plain, mirrored] = [0, 0];
    for (let i = 0; i < re.length; i++) {
      if (re[i]! > plain) plain = re[i]!;
      if (im[i]! > mirrored) mirrored = im[i]!;
    }
    return {
      plain: plain / 2 / Math.sqrt(plainWeights / 2),
      mirrored: mirrored / 2 / Math.sqrt(mirroredWeights / 2),
    };
  }

  /** Adds a wave's part to the sums' frequencies, and returns its weight's square. */
  #add(at: number, back: number, { cos, sin }: Phase, mirrored: boolean): number {
    const [x, y] = [this.#re[at]!, this.#im[at]!];
    const strength = Math.sqrt(x * x + y * y);
    if (strength === 0) return 0;
    const turned = 1 / Math.sqrt(strength);
    const real = turned * (x * cos + y * sin);
    const imaginary = turned * (y * cos - x * sin);
    const [re, im] = [this.#sumRe, this.#sumIm];
    if (mirrored) {
      re[at]! -= imaginary;
      im[at]! += real;
      re[back]! += imaginary;
      im[back]! += real;
    } else {
      re[at]! += real;
      im[at]! += imaginary;
      re[back]! += real;
      im[back]! -= imaginary;
    }
    return strength;
  }
}

/** Of a wave of the mark. */
interface Phase {
  readonly cos: number;
  readonly sin: number;
}

function foldStraight({ width, height, data }: Evened, { a, b, c, d }: Geometry, tile: Float64Array): void {
  const [stepX, stepY] = [SIDE * a, SIDE * c];
  for (let row = 0, i = 0; row < height; row++) {
    const [x, y] = [0.5 - width / 2, row + 0.5 - height / 2];
    let across = SIDE * (a * x + b * y + FAR);
    let down = SIDE * (c * x + d * y + FAR);
    for (let column = 0; column < width; column++, i++) {
      tile[((down & (SIDE - 1)) << 6) | (across & (SIDE - 1))]! += data[i]!;
      across += stepX;
      down += stepY;
    }
  }
}

function foldSlanted({ width, height, data }: Evened, { a, b, c, d, p, q }: Geometry, tile: Float64Array): void {
  for (let row = 0, i = 0; row < height; row++) {
    const y = row + 0.5 - height / 2;
    for (let column = 0; column < width; column++, i++) {
      const x = column + 0.5 - width / 2;
      const w = 1 / (1 + p * x + q * y);
      const across = SIDE * ((a * x + b * y) * w + FAR);
      const down = SIDE * ((c * x + d * y) * w + FAR);
      tile[((down & (SIDE - 1)) << 6) | (across & (SIDE - 1))]! += data[i]!;
    }
  }
}
