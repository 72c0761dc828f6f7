import type { WavesOfPicture } from "./agreement.ts";
import type { Evened } from "./even.ts";
import { Fourier } from "./fourier.ts";
import type { Wave } from "./waves.ts";

/** Frequencies are kept so densely that those between can be read by a mean of four: more than four times as many as a picture has pixels. */
const SIZE = 1024;
const HALF = SIZE / 2;
/** One more row and column than are needed: places between have two neighbours. */
const ROWS = HALF + 2;

/**
 * All waves in a picture, made once. What is found by laying a picture's tiles over each other, at any scale and turn, is read from it: that is
 * a hundred times faster.
 */
export class Spectrum {
  /** Column by column, from the mean down to the fastest wave; of each place the real part and the imaginary one. */
  readonly #values = new Float32Array(2 * (SIZE + 1) * ROWS);

  constructor({ width, height, data }: Evened) {
    const fourier = new Fourier(SIZE);
    // Rows lie side by side as columns, with the picture's middle where counting begins.
    const [re, im] = [new Float64Array(SIZE * height), new Float64Array(SIZE * height)];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) re[placeOf(x, width) * height + y] = data[y * width + x]!;
    fourier.columns(re, im, height);
    const [lineRe, lineIm] = [new Float64Array(SIZE), new Float64Array(SIZE)];
    for (let column = 0; column <= SIZE; column++) {
      lineRe.fill(0);
      lineIm.fill(0);
      const from = (column % SIZE) * height;
      for (let y = 0; y < height; y++) {
        lineRe[placeOf(y, height)] = re[from + y]!;
        lineIm[placeOf(y, height)] = im[from + y]!;
      }
      fourier.columns(lineRe, lineIm, 1);
      for (let row = 0, i = 2 * column * ROWS; row < ROWS; row++) {
        this.#values[i++] = lineRe[row]!;
        this.#values[i++] = lineIm[row]!;
      }
    }
  }

  /**
   * Writes how strongly, and in which phase, each wave is in the picture, where a tile's waves lie in it by this geometry: `a`, `b`, `c`, `d`
   * say how many tiles to the right and down one goes with each pixel.
   */
  read(waves: readonly Wave[], { a, b, c, d }: Flat, into: WavesOfPicture): void {
    const values = this.#values;
    for (let i = 0; i < waves.length; i++) {
      const { right, down } = waves[i]!;
      let across = a * right + c * down;
      let along = b * right + d * down;
      const sign = along < 0 ? -1 : 1;
      across *= sign * SIZE;
      along *= sign * SIZE;
      if (along > HALF || across > HALF || across < -HALF) {
        into.re[i] = 0;
        into.im[i] = 0;
        continue;
      }
      if (across < 0) across += SIZE;
      const [column, row] = [across | 0, along | 0];
      const [right1, down1] = [across - column, along - row];
      const at = 2 * (column * ROWS + row);
      const next = at + 2 * ROWS;
      const [w00, w01] = [(1 - right1) * (1 - down1), (1 - right1) * down1];
      const [w10, w11] = [right1 * (1 - down1), right1 * down1];
      into.re[i] = w00 * values[at]! + w01 * values[at + 2]! + w10 * values[next]! + w11 * values[next + 2]!;
      into.im[i] =
        sign * (w00 * values[at + 1]! + w01 * values[at + 3]! + w10 * values[next + 1]! + w11 * values[next + 3]!);
    }
  }
}

/** A geometry without a slant: see `Geometry`. */
export interface Flat {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Where a pixel's number stands, counted from the picture's middle. */
function placeOf(pixel: number, length: number): number {
  return (pixel - (length >> 1) + SIZE) % SIZE;
}
