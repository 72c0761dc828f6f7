/** A fast Fourier transform of many lines of complex numbers at once: F(k) = Σ f(x) exp(-2πi k x / length). */
export class Fourier {
  readonly #length: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #reversed: Uint16Array;

  /** @param length a power of two, up to 65536. */
  constructor(length: number) {
    this.#length = length;
    const angle = (k: number): number => (2 * Math.PI * k) / length;
    this.#cos = Float64Array.from({ length: length / 2 }, (_, k) => Math.cos(angle(k)));
    this.#sin = Float64Array.from({ length: length / 2 }, (_, k) => -Math.sin(angle(k)));
    const bits = Math.log2(length);
    this.#reversed = Uint16Array.from({ length }, (_, k) => {
      let turned = 0;
      for (let bit = 0; bit < bits; bit++) turned |= ((k >> bit) & 1) << (bits - 1 - bit);
      return turned;
    });
  }

  /**
   * Replaces each column of a field that is `width` wide and as high as a line is long by its frequencies. Side by side columns are quick:
   * each factor serves a whole row. With the two parts exchanged it is the way back, without the division by the length.
   */
  columns(re: Float64Array, im: Float64Array, width: number): void {
    const length = this.#length;
    for (let row = 0; row < length; row++) {
      const other = this.#reversed[row]!;
      if (other <= row) continue;
      exchange(re, row * width, other * width, width);
      exchange(im, row * width, other * width, width);
    }
    let half = 1;
    // Two steps in one, as long as there are two: each number is fetched half as often.
    for (; 4 * half <= length; half *= 4)
      for (let start = 0; start < length; start += 4 * half)
        for (let k = 0; k < half; k++) this.#twoSteps(re, im, width, half, start + k);
    if (half === length) return;
    for (let k = 0; k < half; k++) this.#oneStep(re, im, width, half, k);
  }

  /**
   * Replaces a square field, as wide and as high as a line is long, by its frequencies, with rows and columns exchanged: that to the right says
   * in which row one stands, that down in which column. With the two parts exchanged it is the way back, as with `columns`.
   */
  square(re: Float64Array, im: Float64Array): void {
    this.columns(re, im, this.#length);
    transpose(re, this.#length);
    transpose(im, this.#length);
    this.columns(re, im, this.#length);
  }

  /** Of rows that lie `half` apart: what half as long lines came to is put together. */
  #oneStep(re: Float64Array, im: Float64Array, width: number, half: number, row: number): void {
    const turn = (row * this.#length) / (2 * half);
    const cos = this.#cos[turn]!;
    const sin = this.#sin[turn]!;
    const end = (row + 1) * width;
    for (let a = end - width, b = a + half * width; a < end; a++, b++) {
      const real = re[b]! * cos - im[b]! * sin;
      const imaginary = re[b]! * sin + im[b]! * cos;
      re[b] = re[a]! - real;
      im[b] = im[a]! - imaginary;
      re[a] = re[a]! + real;
      im[a] = im[a]! + imaginary;
    }
  }

  /** The same for four rows, twice: first by the factors of lines `2 * half` long, then by those of lines twice as long. */
  #twoSteps(re: Float64Array, im: Float64Array, width: number, half: number, row: number): void {
    const k = row % half;
    const far = (k * this.#length) / (4 * half);
    const cos = this.#cos[2 * far]!;
    const sin = this.#sin[2 * far]!;
    const farCos = this.#cos[far]!;
    const farSin = this.#sin[far]!;
    const step = half * width;
    const end = (row + 1) * width;
    for (let a = end - width; a < end; a++) {
      const b = a + step;
      const c = b + step;
      const d = c + step;
      const re1 = re[b]! * cos - im[b]! * sin;
      const im1 = re[b]! * sin + im[b]! * cos;
      const re3 = re[d]! * cos - im[d]! * sin;
      const im3 = re[d]! * sin + im[d]! * cos;
      const sumRe = re[c]! + re3;
      const sumIm = im[c]! + im3;
      const apartRe = re[c]! - re3;
      const apartIm = im[c]! - im3;
      const re2 = sumRe * farCos - sumIm * farSin;
      const im2 = sumRe * farSin + sumIm * farCos;
      // A quarter of a turn further.
      const re4 = apartRe * farSin + apartIm * farCos;
      const im4 = apartIm * farSin - apartRe * farCos;
      const nearRe = re[a]! + re1;
      const nearIm = im[a]! + im1;
      const otherRe = re[a]! - re1;
      const otherIm = im[a]! - im1;
      re[a] = nearRe + re2;
      im[a] = nearIm + im2;
      re[b] = otherRe + re4;
      im[b] = otherIm + im4;
      re[c] = nearRe - re2;
      im[c] = nearIm - im2;
      re[d] = otherRe - re4;
      im[d] = otherIm - im4;
    }
  }
}

/** Exchanges rows and columns of a square field. */
function transpose(field: Float64Array, side: number): void {
  for (let y = 1; y < side; y++) {
    for (let x = 0; x < y; x++) {
      const kept = field[y * side + x]!;
      field[y * side + x] = field[x * side + y]!;
      field[x * side + y] = kept;
    }
  }
}

function exchange(field: Float64Array, one: number, other: number, length: number): void {
  for (let i = 0; i < length; i++) {
    const kept = field[one + i]!;
    field[one + i] = field[other + i]!;
    field[other + i] = kept;
  }
}
