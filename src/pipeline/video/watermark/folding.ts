import type { WavesOfPicture } from "./agreement.ts";
import type { Evened } from "./even.ts";
import { Fourier } from "./fourier.ts";
import type { Flat } from "./spectrum.ts";
import type { Wave } from "./waves.ts";

/**
 * Where the pixels of a picture lie in the tile, by `x' = (a x + b y) / w`, `y' = (c x + d y) / w`, `w = 1 + p x + q y`, with x and y
 * counted from the picture's middle in pixels and x' and y' in tiles.
 */
export interface Geometry extends Flat {
  readonly p: number;
  readonly q: number;
}

const SIDE = 64;
/** So many tiles are added to every place, which changes none: rounding towards zero is rounding down then, and much faster. */
const FAR = 4096;

/** Lays all tiles of a picture over each other, also where it is seen at a slant: there no spectrum tells its waves. */
export class Folding {
  readonly #fourier = new Fourier(SIDE);
  readonly #re = new Float64Array(SIDE ** 2);
  readonly #im = new Float64Array(SIDE ** 2);

  /** Writes how strongly, and in which phase, each wave is in what comes out. */
  read(waves: readonly Wave[], picture: Evened, geometry: Geometry, into: WavesOfPicture): void {
    const [re, im] = [this.#re.fill(0), this.#im.fill(0)];
    fold(picture, geometry, re);
    this.#fourier.square(re, im);
    for (let i = 0; i < waves.length; i++) {
      const { right, down } = waves[i]!;
      const at = SIDE * ((right + SIDE) % SIDE) + down;
      into.re[i] = re[at]!;
      into.im[i] = im[at]!;
    }
  }
}

function fold({ width, height, data }: Evened, { a, b, c, d, p, q }: Geometry, tile: Float64Array): void {
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
