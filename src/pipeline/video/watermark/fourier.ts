/** Square fields of complex numbers and their frequencies: a fast Fourier transform in two dimensions. */
export class Fourier {
  readonly #side: number;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  readonly #reversed: Uint16Array;

  /** @param side a power of two. */
  constructor(side: number) {
    this.#side = side;
    const angle = (k: number): number => (2 * Math.PI * k) / side;
    this.#cos = Float64Array.from({ length: side / 2 }, (_, k) => Math.cos(angle(k)));
    this.#sin = Float64Array.from({ length: side / 2 }, (_, k) => -Math.sin(angle(k)));
    const bits = Math.log2(side);
    this.#reversed = Uint16Array.from({ length: side }, (_, k) => {
      let turned = 0;
      for (let bit = 0; bit < bits; bit++) turned |= ((k >> bit) & 1) << (bits - 1 - bit);
      return turned;
    });
  }

  /** Replaces `side * side` values, row by row, by their frequencies: F(k) = Σ f(x) exp(-2πi k·x / side). */
  forward(re: Float64Array, im: Float64Array): void {
    const side = this.#side;
    for (let row = 0; row < side; row++) this.#line(re, im, row * side, 1);
    for (let column = 0; column < side; column++) this.#line(re, im, column, side);
  }

  /** The way back, without the division by `side * side`: f(x) = Σ F(k) exp(2πi k·x / side). */
  backward(re: Float64Array, im: Float64Array): void {
    this.forward(im, re);
  }

  #line(re: Float64Array, im: Float64Array, from: number, step: number): void {
    const side = this.#side;
    for (let k = 0; k < side; k++) {
      const other = this.#reversed[k]!;
      if (other <= k) continue;
      const [a, b] = [from + k * step, from + other * step];
      const [realPart, imaginary] = [re[a]!, im[a]!];
      re[a] = re[b]!;
      im[a] = im[b]!;
      re[b] = realPart;
      im[b] = imaginary;
    }
    for (let half = 1; half < side; half *= 2) {
      const turn = side / (2 * half);
      for (let start = 0; start < side; start += 2 * half) {
        for (let k = 0; k < half; k++) {
          const a = from + (start + k) * step;
          const b = a + half * step;
          const [cos, sin] = [this.#cos[k * turn]!, this.#sin[k * turn]!];
          const realPart = re[b]! * cos - im[b]! * sin;
          const imaginary = re[b]! * sin + im[b]! * cos;
          re[b] = re[a]! - realPart;
          im[b] = im[a]! - imaginary;
          re[a]! += realPart;
          im[a]! += imaginary;
        }
      }
    }
  }
}
