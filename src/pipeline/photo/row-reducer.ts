import type { Size } from "./limits.ts";

/** What a picture shows where its rows are missing. */
const MID_GREY = 128;

/**
 * Reduces a picture while its rows come in, so that the full size is never in memory: each pixel becomes the average of
 * the area that it stands for. Areas are counted in whole units (a pixel of the file is `to.width` x `to.height` of them
 * and one of the result `from.width` x `from.height`), which makes the sums exact.
 */
export class RowReducer {
  readonly #from: Size;
  readonly #to: Size;
  readonly #direction: "downwards" | "upwards";
  readonly #rgb: Uint8Array;
  /** Sums of the columns over the rows of the result's row that is being filled, and the units of height in them. */
  readonly #columns: Int32Array;
  #filled = 0;
  #done = 0;

  /** `to` is at most as large as `from`; "upwards" is for pictures whose last row comes first. */
  constructor(from: Size, to: Size, direction: "downwards" | "upwards") {
    this.#from = from;
    this.#to = to;
    this.#direction = direction;
    this.#rgb = new Uint8Array(to.width * to.height * 3).fill(MID_GREY);
    this.#columns = new Int32Array(from.width * 3);
  }

  /** Takes the next row: interleaved RGB, `from.width * 3` bytes. */
  add(row: Uint8Array): void {
    const whole = this.#from.height;
    const inside = Math.min(this.#to.height, whole - this.#filled);
    this.#sum(row, inside);
    if (this.#filled < whole) return;
    this.#finishRow();
    if (inside < this.#to.height) this.#sum(row, this.#to.height - inside);
  }

  /** The reduced picture; rows that never came are mid-grey. */
  finish(): Uint8Array {
    if (this.#filled > 0) this.#finishRow();
    return this.#rgb;
  }

  #sum(row: Uint8Array, units: number): void {
    const columns = this.#columns;
    // At most 255 levels times 30,000 rows: these stay whole 32-bit numbers, which is fastest.
    for (let i = 0; i < columns.length; i++) columns[i] = (columns[i]! + Math.imul(row[i]!, units)) | 0;
    this.#filled += units;
  }

  #finishRow(): void {
    const columns = this.#columns;
    const area = this.#from.width * this.#filled;
    const y = this.#direction === "downwards" ? this.#done : this.#to.height - 1 - this.#done;
    const end = (y + 1) * this.#to.width * 3;
    let column = 0;
    let left = this.#to.width;
    for (let at = y * this.#to.width * 3; at < end; at += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let missing = this.#from.width; missing > 0; ) {
        const units = Math.min(left, missing);
        red += columns[column]! * units;
        green += columns[column + 1]! * units;
        blue += columns[column + 2]! * units;
        missing -= units;
        left -= units;
        if (left > 0) continue;
        column += 3;
        left = this.#to.width;
      }
      this.#rgb[at] = red / area + 0.5;
      this.#rgb[at + 1] = green / area + 0.5;
      this.#rgb[at + 2] = blue / area + 0.5;
    }
    columns.fill(0);
    this.#filled = 0;
    this.#done++;
  }
}
