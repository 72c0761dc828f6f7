import { clamp, deviation, mean, smoothstep } from "../math.ts";
import type { Plane } from "../photo/plane.ts";
import { valueAt } from "../photo/raster.ts";
import { type Curve, offset } from "./curves.ts";
import type { FaceZones } from "./face-zones.ts";
import type { Ridges } from "./ridges.ts";

/** What is measured of a line, to tell a scratch from what belongs to the picture. */
export interface LineMeasures {
  /** Logarithm of its length over the face's size. */
  readonly length: number;
  /** Logarithm of how much it stands out from both its sides, where it is faint (levels). */
  readonly contrast: number;
  /** How far it is beyond the skin's brightest (or darkest) levels. */
  readonly beyond: number;
  /** How much its surroundings change along it: a scratch goes on over skin, hair and background alike … */
  readonly crossing: number;
  /** … and how much it changes itself: it has one colour. */
  readonly uneven: number;
  /** How much its two sides differ, over its contrast: an edge has something else on each. */
  readonly edge: number;
  /** Its mean turn from one piece to the next, radians. */
  readonly bend: number;
  /** How far it runs straight on, 0..1: hardly anything on a head does so for more than half of the face. */
  readonly straight: number;
  /** How many lines run beside it the same way: hair, whiskers, cloth, an engraving. Square root of their density. */
  readonly parallel: number;
  /** Shares of it on the face, near it, and on eyes, lips and the nose's end. */
  readonly face: number;
  readonly around: number;
  readonly kept: number;
}

const LEVELS = 40;
/** How far round a line others count as beside it, and how long the pieces are whose turns are measured: of the face's size. */
const BESIDE = 0.05;
const PIECE = 0.04;
/** How far a line is seen to run, of the face's size, to be somewhat straight and surely so, and how far it strays from its chord on the way. */
const FAR = [0.45, 0.9] as const;
const STRAYS = [0.04, 0.02] as const;
/** Share of the skin's pixels that are beyond what counts as its brightest (darkest) level. */
const EXTREME = 0.03;

/** What lines are measured against: the picture of a head. */
export class LineGauge {
  /** The skin's darkest and brightest levels. */
  private readonly skin: readonly [black: number, white: number];
  /** Sums of all lines' contrast above and left of each pixel: plain, and by direction (doubled angle). */
  private readonly sums: readonly [Float64Array, Float64Array, Float64Array];

  constructor(
    private readonly light: Plane,
    private readonly ridges: Ridges,
    private readonly zones: FaceZones,
    private readonly size: number,
  ) {
    this.skin = skinLevels(light, zones);
    this.sums = sumsOf(ridges);
  }

  /** Measures one of the picture's lines. */
  measure({ pixels, length, dark }: Curve): LineMeasures {
    const { size, zones } = this;
    const { contrast } = this.ridges;
    const strength = Float32Array.from(pixels, (i) => Math.abs(contrast[i]!)).sort();
    const faint = strength[Math.floor(0.2 * (strength.length - 1))]!;
    const typical = strength[strength.length >> 1]!;
    const levels = Float32Array.from(pixels, (i) => this.light.data[i]!);
    const sides = pixels.map((i) => this.sidesOf(i));
    const around = Float32Array.from(sides, ([one, other]) => (one + other) / 2);
    const differ = mean(Float32Array.from(sides, ([one, other]) => Math.abs(one - other)));
    return {
      length: Math.log(length / size),
      contrast: Math.log(faint + 4),
      beyond: this.beyondSkin(mean(levels), dark),
      crossing: deviation(around) / LEVELS,
      uneven: deviation(levels) / LEVELS,
      edge: differ / (typical + 1),
      bend: this.bendOf(pixels),
      straight: this.straightnessOf(pixels, length),
      parallel: Math.sqrt(this.parallelTo(pixels, typical)),
      face: share(pixels, zones.face),
      around: share(pixels, zones.around),
      kept: share(pixels, zones.kept),
    };
  }

  /** How far a level is beyond the skin's brightest (or darkest), in units of `LEVELS`, -2..2. */
  beyondSkin(level: number, dark: boolean): number {
    const [black, white] = this.skin;
    return clamp((dark ? black - level : level - white) / LEVELS, -2, 2);
  }

  /** Mean contrast of the lines near a speck (its first pixel is its middle), its own left out. */
  clutterRound(pixels: readonly number[], reach: number): number {
    const { width, height, contrast } = this.ridges;
    const [x, y] = [pixels[0]! % width, Math.floor(pixels[0]! / width)];
    const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    const all = inBox(this.sums[0], width + 1, left, top, right, bottom);
    const own = new Set(pixels.flatMap((k) => [k, k + 1, k - 1, k + width, k - width]));
    let other = all;
    for (const k of own) other -= Math.abs(contrast[k]!);
    return Math.max(0, other) / ((right - left) * (bottom - top) - own.size);
  }

  /** The levels on a line's two sides. */
  private sidesOf(i: number): [number, number] {
    const { width, alongX, alongY, side } = this.ridges;
    const [x, y] = [i % width, Math.floor(i / width)];
    const [dx, dy] = [-side[i]! * alongY[i]!, side[i]! * alongX[i]!];
    return [valueAt(this.light, x + dx, y + dy), valueAt(this.light, x - dx, y - dy)];
  }

  private bendOf(pixels: readonly number[]): number {
    const { width } = this.ridges;
    const piece = Math.max(3, Math.round(PIECE * this.size));
    let [sum, count] = [0, 0];
    for (let k = piece; k + piece < pixels.length; k += piece >> 1) {
      const [before, here, after] = [pixels[k - piece]!, pixels[k]!, pixels[k + piece]!];
      const [ax, ay] = offset(before, here, width);
      const [bx, by] = offset(here, after, width);
      sum += Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by));
      count++;
    }
    return count === 0 ? 0 : sum / count;
  }

  private straightnessOf(pixels: readonly number[], length: number): number {
    const { width } = this.ridges;
    const [from, to] = [pixels[0]!, pixels.at(-1)!];
    const [dx, dy] = offset(from, to, width);
    const chord = Math.hypot(dx, dy);
    let strays = 0;
    for (const i of pixels) {
      const [x, y] = offset(from, i, width);
      strays += Math.abs(x * dy - y * dx) / chord / pixels.length;
    }
    return chord === 0
      ? 0
      : smoothstep(...FAR, Math.min(length, chord) / this.size) * smoothstep(...STRAYS, strays / chord);
  }

  /** Density of other lines that run the same way, weighted by their contrast over this one's. */
  private parallelTo(pixels: readonly number[], typical: number): number {
    const { width, height, alongX, alongY, contrast } = this.ridges;
    const reach = Math.max(5, Math.round(BESIDE * this.size));
    let [found, count] = [0, 0];
    for (let k = 0; k < pixels.length; k += 3) {
      const i = pixels[k]!;
      const [x, y] = [i % width, Math.floor(i / width)];
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
      const [all, first, second] = this.sums.map((sums) => inBox(sums, width + 1, left, top, right, bottom));
      const [cos, sin] = [alongX[i]! ** 2 - alongY[i]! ** 2, 2 * alongX[i]! * alongY[i]!];
      // Cosine squared of the angle between, summed over all lines; then less what is of this one.
      let parallel = (all! + first! * cos + second! * sin) / 2;
      for (let q = Math.max(0, k - 2 * reach); q < Math.min(pixels.length, k + 2 * reach + 1); q++) {
        const own = pixels[q]!;
        if (Math.abs((own % width) - x) > reach || Math.abs(Math.floor(own / width) - y) > reach) continue;
        parallel -= Math.abs(contrast[own]!) * (alongX[i]! * alongX[own]! + alongY[i]! * alongY[own]!) ** 2;
      }
      found += Math.max(0, parallel) / ((right - left) * (bottom - top) * typical);
      count++;
    }
    return found / count;
  }
}

function skinLevels({ data }: Plane, { face, kept }: FaceZones): [black: number, white: number] {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let i = 0; i < data.length; i++) {
    if (face[i] === 0 || kept[i] === 1) continue;
    counts[Math.min(255, Math.max(0, Math.round(data[i]!)))]!++;
    total++;
  }
  let below = 0;
  const levels = counts.map((count) => (below += count));
  const level = (share: number): number => levels.findIndex((count) => count > share * total);
  return total === 0 ? [0, 255] : [level(EXTREME), level(1 - EXTREME)];
}

function sumsOf({ contrast, alongX, alongY, width, height }: Ridges): [Float64Array, Float64Array, Float64Array] {
  const make = (): Float64Array => new Float64Array((width + 1) * (height + 1));
  const [plain, first, second] = [make(), make(), make()];
  for (let y = 0; y < height; y++) {
    let [row0, row1, row2] = [0, 0, 0];
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const value = Math.abs(contrast[i]!);
      if (value > 0) {
        row0 += value;
        row1 += value * (alongX[i]! ** 2 - alongY[i]! ** 2);
        row2 += value * 2 * alongX[i]! * alongY[i]!;
      }
      const k = (y + 1) * (width + 1) + x + 1;
      const above = k - width - 1;
      plain[k] = plain[above]! + row0;
      first[k] = first[above]! + row1;
      second[k] = second[above]! + row2;
    }
  }
  return [plain, first, second];
}

const inBox = (sums: Float64Array, stride: number, left: number, top: number, right: number, bottom: number): number =>
  sums[bottom * stride + right]! -
  sums[top * stride + right]! -
  sums[bottom * stride + left]! +
  sums[top * stride + left]!;

const share = (pixels: readonly number[], zone: Uint8Array): number =>
  pixels.reduce((sum, i) => sum + zone[i]!, 0) / pixels.length;
