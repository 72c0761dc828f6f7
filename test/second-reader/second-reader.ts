/**
 * A second reader of Keepsake's invisible mark, written from the description in marks.md and from nothing else. It is
 * there to show that the description is enough. It looks at a picture as it is, and over scales, turns and mirrored.
 * The third way, slants and perspective, is left out, as the description allows: what only that way finds is not found.
 */
import { createHash } from "node:crypto";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Brightness from 0 to 255, row by row, of a picture or of the mean of some frames. */
  readonly levels: ArrayLike<number>;
}

/** Complex numbers on a grid, row by row. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** One wave of the pattern: a periods across the tile, b down, and the phase that is its part of the key. */
interface Wave {
  readonly a: number;
  readonly b: number;
  readonly phase: number;
}

/** The picture's Fourier transform, and R, the side of a square as large as the picture. */
interface Spectrum {
  readonly grid: Grid;
  readonly side: number;
}

const REDUCED_SIDE = 240;
const BLUR = 1.4;
const BLUR_REACH = 6;
const TILES_PER_SIDE = 4;
const SLOWEST = 4;
const FASTEST = 16;
const PLACES = 64;

const SMALLEST_SCALE = 0.58;
const SCALE_STEP = 1.01;
const SCALES = 111;
const TURN_STEP = (0.6 * Math.PI) / 180;
const TURNS_EACH_WAY = 6;

/** Each way is paid for by the number of its trials, three ways, and three scenes, since this may be of a video. */
const SEARCHES = 3 * 3;
const WORST_ODDS = 1e-6;
const TRIALS_AS_IT_IS = 2 * PLACES * PLACES;
const TRIALS_OF_SCALES = TRIALS_AS_IT_IS * SCALES * (2 * TURNS_EACH_WAY + 1);

const WAVES = listWaves();

/** Looks for the mark. z is the largest agreement that was met, found whether chance would hardly ever reach it. */
export function lookForMark(picture: Picture): { readonly z: number; readonly found: boolean } {
  if (picture.width * picture.height === 0) return { z: 0, found: false };
  const spectrum = transform(flatten(reduce(picture)));
  const asItIs = agreement(spectrum, 1, 0);
  if (asItIs >= threshold(TRIALS_AS_IT_IS)) return { z: asItIs, found: true };
  let z = asItIs;
  for (let step = 0; step < SCALES; step++) {
    const scale = SMALLEST_SCALE * SCALE_STEP ** step;
    for (let turn = -TURNS_EACH_WAY; turn <= TURNS_EACH_WAY; turn++) {
      z = Math.max(z, agreement(spectrum, scale, turn * TURN_STEP));
    }
  }
  return { z, found: z >= threshold(TRIALS_OF_SCALES) };
}

/** The z from which on trials * exp(-z² / 2), the bound of a false alarm's odds, is small enough. */
function threshold(trials: number): number {
  return Math.sqrt(2 * Math.log((trials * SEARCHES) / WORST_ODDS));
}

/** The waves of the pattern. A wave and its opposite are the same wave, so only one half of the plane is listed. */
function listWaves(): readonly Wave[] {
  const waves: Wave[] = [];
  for (let b = 0; b <= FASTEST; b++) {
    for (let a = b === 0 ? 1 : -FASTEST; a <= FASTEST; a++) {
      const length2 = a * a + b * b;
      if (length2 < SLOWEST ** 2 || length2 > FASTEST ** 2) continue;
      const number = createHash("sha256").update(`keepsake ${a} ${b}`).digest().readUInt32BE(0);
      waves.push({ a, b, phase: (2 * Math.PI * number) / 2 ** 32 });
    }
  }
  return waves;
}

/** Reduces a picture by area to as many pixels as a square of 240 has. A smaller one stays as it is. */
function reduce({ width, height, levels }: Picture): Picture {
  const factor = Math.min(1, REDUCED_SIDE / Math.sqrt(width * height));
  const toWidth = Math.max(1, Math.round(width * factor));
  const toHeight = Math.max(1, Math.round(height * factor));
  const columns = shrinkRows(levels, width, height, toWidth);
  return { width: toWidth, height: toHeight, levels: shrinkRows(columns, height, toWidth, toHeight) };
}

/**
 * Reduces each row: each new pixel is the mean of what it covers, parts of pixels counted as parts. Rows are given back
 * as columns, so that doing it twice reduces both sides.
 */
function shrinkRows(from: ArrayLike<number>, width: number, height: number, toWidth: number): Float64Array {
  const to = new Float64Array(toWidth * height);
  const ratio = width / toWidth;
  for (let x = 0; x < toWidth; x++) {
    const begin = x * ratio;
    const end = Math.min(width, begin + ratio);
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (let i = Math.floor(begin); i < end; i++) {
        sum += (Math.min(i + 1, end) - Math.max(i, begin)) * (from[y * width + i] ?? 0);
      }
      to[x * height + y] = sum / (end - begin);
    }
  }
  return to;
}

/** Takes away what is the picture rather than the mark: edges then count little and quiet places much. */
function flatten({ width, height, levels }: Picture): Picture {
  const values = Float64Array.from(levels);
  const means = blur(values, width, height);
  const squares = values.map((value) => value * value);
  const meanSquares = blur(squares, width, height);
  const flat = values.map((value, i) => {
    const mean = means[i] ?? 0;
    // Rounding may leave a variance of nothing a little below zero.
    const variance = Math.max(0, (meanSquares[i] ?? 0) - mean * mean);
    return (value - mean) / (variance + 0.5) ** 0.75;
  });
  return { width, height, levels: flat };
}

/** The mean round each pixel, weighed by a Gaussian. */
function blur(values: Float64Array, width: number, height: number): Float64Array {
  return blurRows(blurRows(values, width, height), height, width);
}

/** Blurs each row, and gives rows back as columns. Beyond its edges the picture goes on as its last pixel. */
function blurRows(from: Float64Array, width: number, height: number): Float64Array {
  const to = new Float64Array(from.length);
  let total = 0;
  for (let offset = -BLUR_REACH; offset <= BLUR_REACH; offset++) {
    const weight = Math.exp(-(offset ** 2) / (2 * BLUR ** 2));
    total += weight;
    for (let x = 0; x < width; x++) {
      const near = Math.max(0, Math.min(width - 1, x + offset));
      for (let y = 0; y < height; y++) {
        to[x * height + y] = (to[x * height + y] ?? 0) + weight * (from[y * width + near] ?? 0);
      }
    }
  }
  return to.map((sum) => sum / total);
}

/**
 * The picture's Fourier transform, at steps at least four times as fine as its sides ask for, so that values between
 * can be read off. The picture's middle lies at the grid's origin (wrapped round): so phases change slowly from step
 * to step.
 */
function transform({ width, height, levels }: Picture): Spectrum {
  const columns = 2 ** Math.ceil(Math.log2(4 * width));
  const rows = 2 ** Math.ceil(Math.log2(4 * height));
  const grid = emptyGrid(columns, rows);
  for (let y = 0; y < height; y++) {
    const row = (y - (height >> 1) + rows) % rows;
    for (let x = 0; x < width; x++) {
      const column = (x - (width >> 1) + columns) % columns;
      grid.re[row * columns + column] = levels[y * width + x] ?? 0;
    }
  }
  fourier2d(grid, -1);
  return { grid, side: Math.sqrt(width * height) };
}

function emptyGrid(columns: number, rows: number): Grid {
  return { columns, rows, re: new Float64Array(columns * rows), im: new Float64Array(columns * rows) };
}

/**
 * The largest agreement for a scale and a turn, of all places of the tile's corner, plain and mirrored. Both are read
 * from one transform: the sums are real, so that one can lie in its real part and the other in its imaginary part.
 */
function agreement(spectrum: Spectrum, scale: number, turn: number): number {
  const tile = (scale * spectrum.side) / TILES_PER_SIDE;
  const cos = Math.cos(turn) / tile;
  const sin = Math.sin(turn) / tile;
  const sums = emptyGrid(PLACES, PLACES);
  let plainPower = 0;
  let mirroredPower = 0;
  for (const wave of WAVES) {
    const { a, b } = wave;
    const [re, im] = weigh(readSpectrum(spectrum, a * cos + b * sin, b * cos - a * sin), wave);
    const mirrored = readSpectrum(spectrum, -a * cos + b * sin, b * cos + a * sin);
    const [mirroredRe, mirroredIm] = weigh(mirrored, wave);
    plainPower += re * re + im * im;
    mirroredPower += mirroredRe * mirroredRe + mirroredIm * mirroredIm;
    // Half of each goes to the wave and, conjugated, half to its opposite: that makes the sums real.
    const at = b * PLACES + ((a + PLACES) % PLACES);
    const opposite = ((PLACES - b) % PLACES) * PLACES + ((PLACES - a) % PLACES);
    sums.re[at] = (re - mirroredIm) / 2;
    sums.im[at] = (im + mirroredRe) / 2;
    sums.re[opposite] = (re + mirroredIm) / 2;
    sums.im[opposite] = (mirroredRe - im) / 2;
  }
  fourier2d(sums, 1);
  return Math.max(best(sums.re, plainPower), best(sums.im, mirroredPower));
}

/** The largest sum as a number of standard deviations of a sum of random phases. */
function best(sums: Float64Array, power: number): number {
  // A picture of one colour has no power at all.
  if (power === 0) return 0;
  let largest = 0;
  for (const sum of sums) if (sum > largest) largest = sum;
  return largest / Math.sqrt(power / 2);
}

/** Turns a coefficient back by the phase of the key, and takes the root of its length as its weight. */
function weigh([re, im]: readonly [number, number], { phase }: Wave): readonly [number, number] {
  const length = Math.hypot(re, im);
  if (length === 0) return [0, 0];
  const angle = Math.atan2(im, re) - phase;
  return [Math.sqrt(length) * Math.cos(angle), Math.sqrt(length) * Math.sin(angle)];
}

/** The spectrum at a frequency, in periods a pixel, between the four nearest steps of its grid. */
function readSpectrum({ grid }: Spectrum, across: number, down: number): readonly [number, number] {
  // Pixels cannot show waves that are faster than this; what is read there would be another wave's.
  if (Math.abs(across) > 0.5 || Math.abs(down) > 0.5) return [0, 0];
  const x = across * grid.columns;
  const y = down * grid.rows;
  let re = 0;
  let im = 0;
  for (let row = Math.floor(y); row <= Math.floor(y) + 1; row++) {
    for (let column = Math.floor(x); column <= Math.floor(x) + 1; column++) {
      const share = (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
      const at = ((row + grid.rows) % grid.rows) * grid.columns + ((column + grid.columns) % grid.columns);
      re += share * (grid.re[at] ?? 0);
      im += share * (grid.im[at] ?? 0);
    }
  }
  return [re, im];
}

/** The two-dimensional Fourier sum in place, exp(sign 2πi ...), not divided. Both sides are powers of two. */
function fourier2d({ columns, rows, re, im }: Grid, sign: number): void {
  for (let row = 0; row < rows; row++) {
    fourier(re.subarray(row * columns, (row + 1) * columns), im.subarray(row * columns, (row + 1) * columns), sign);
  }
  const lineRe = new Float64Array(rows);
  const lineIm = new Float64Array(rows);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      lineRe[row] = re[row * columns + column] ?? 0;
      lineIm[row] = im[row * columns + column] ?? 0;
    }
    fourier(lineRe, lineIm, sign);
    for (let row = 0; row < rows; row++) {
      re[row * columns + column] = lineRe[row] ?? 0;
      im[row * columns + column] = lineIm[row] ?? 0;
    }
  }
}

/** The fast Fourier transform of one line, in place. */
function fourier(re: Float64Array, im: Float64Array, sign: number): void {
  const count = re.length;
  for (let i = 1, j = 0; i < count; i++) {
    let bit = count >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j] ?? 0, re[i] ?? 0];
      [im[i], im[j]] = [im[j] ?? 0, im[i] ?? 0];
    }
  }
  for (let half = 1; half < count; half *= 2) {
    for (let k = 0; k < half; k++) {
      const angle = (sign * Math.PI * k) / half;
      const cos = Math.cos(angle);
      const sin = Math.sin(angle);
      for (let p = k; p < count; p += 2 * half) {
        const q = p + half;
        const oddRe = (re[q] ?? 0) * cos - (im[q] ?? 0) * sin;
        const oddIm = (re[q] ?? 0) * sin + (im[q] ?? 0) * cos;
        re[q] = (re[p] ?? 0) - oddRe;
        im[q] = (im[p] ?? 0) - oddIm;
        re[p] = (re[p] ?? 0) + oddRe;
        im[p] = (im[p] ?? 0) + oddIm;
      }
    }
  }
}
