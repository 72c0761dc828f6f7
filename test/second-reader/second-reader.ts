import { createHash } from "node:crypto";

/**
 * A second reader of the invisible mark, written after docs/marks.md alone: it shares no line with `src`, and does some steps another
 * way. If it finds what the first one finds, the page describes the mark truly.
 */

/** Brightness of a picture, or of the mean of some frames. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly levels: ArrayLike<number>;
}

const [LOW, HIGH] = [4, 16];
/** Places of the tile on each side, and pixels a picture is reduced to. */
const N = 64;
const PIXELS = 240 * 240;

interface Wave {
  readonly a: number;
  readonly b: number;
  readonly phase: number;
}

const waves: Wave[] = [];
for (let a = -HIGH; a <= HIGH; a++) {
  for (let b = 0; b <= HIGH; b++) {
    const length = Math.sqrt(a * a + b * b);
    if (length < LOW || length > HIGH || (b === 0 && a < 0)) continue;
    const digest = createHash("sha256").update(`keepsake ${a} ${b}`).digest("hex");
    waves.push({ a, b, phase: (2 * Math.PI * Number.parseInt(digest.slice(0, 8), 16)) / 0x1_0000_0000 });
  }
}

/** The largest agreement z, and the trials that it was the largest of. */
export function lookForMark(picture: Picture): { readonly z: number; readonly found: boolean } {
  const small = whitened(reduced(picture));
  const asItIs = agreement(small, 1, 0);
  if (exceeds(asItIs, 8192)) return { z: asItIs, found: true };
  let best = asItIs;
  const trials = 8192 * 111 * 13;
  for (let turn = 0; turn < 13; turn++) {
    // 0, 0.6, -0.6, 1.2, …
    const degrees = 0.6 * Math.ceil(turn / 2) * (turn % 2 === 0 ? -1 : 1);
    for (let scale = 0.58; scale < 1.75; scale *= 1.01) {
      best = Math.max(best, agreement(small, scale, (degrees * Math.PI) / 180));
      if (exceeds(best, trials)) return { z: best, found: true };
    }
  }
  return { z: best, found: false };
}

/** Whether the odds, with all the ways to look and all scenes of a video counted, are below one in a million. */
function exceeds(z: number, trials: number): boolean {
  return 9 * trials * Math.exp((-z * z) / 2) < 1e-6;
}

/** Means over blocks that are as nearly alike as whole pixels let them be. */
function reduced({ width, height, levels }: Picture): Picture {
  const factor = Math.max(1, Math.sqrt((width * height) / PIXELS));
  const [w, h] = [Math.round(width / factor), Math.round(height / factor)];
  const out = new Float64Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++)
      out[y * w + x] = areaMean(levels, width, [x * width, (x + 1) * width, w], [y * height, (y + 1) * height, h]);
  }
  return { width: w, height: h, levels: out };
}

type Stretch = readonly [from: number, to: number, divisor: number];

function areaMean(levels: ArrayLike<number>, width: number, across: Stretch, down: Stretch): number {
  const [left, right, top, bottom] = [
    across[0] / across[2],
    across[1] / across[2],
    down[0] / down[2],
    down[1] / down[2],
  ];
  let [sum, area] = [0, 0];
  for (let y = Math.floor(top); y < bottom; y++) {
    const high = Math.min(y + 1, bottom) - Math.max(y, top);
    for (let x = Math.floor(left); x < right; x++) {
      const share = high * (Math.min(x + 1, right) - Math.max(x, left));
      sum += share * levels[y * width + x]!;
      area += share;
    }
  }
  return sum / area;
}

function whitened({ width, height, levels }: Picture): Picture {
  const kernel = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((d) => Math.exp((-d * d) / (2 * 1.4 * 1.4)));
  const total = kernel.reduce((sum, value) => sum + value);
  const smooth = (field: ArrayLike<number>): Float64Array => {
    const pass = (source: ArrayLike<number>, step: number, count: number, place: (i: number) => number): Float64Array =>
      Float64Array.from({ length: width * height }, (_, i) => {
        const k = place(i);
        let sum = 0;
        for (let d = -4; d <= 4; d++) {
          const clamped = Math.min(count - 1, Math.max(0, k + d));
          sum += kernel[d + 4]! * source[i + (clamped - k) * step]!;
        }
        return sum / total;
      });
    return pass(
      pass(field, 1, width, (i) => i % width),
      width,
      height,
      (i) => Math.floor(i / width),
    );
  };
  const mean = smooth(levels);
  const square = smooth(Float64Array.from(levels, (level) => level * level));
  const out = mean.map((m, i) => (levels[i]! - m) / (Math.max(0, square[i]! - m * m) + 0.5) ** 0.75);
  return { width, height, levels: out };
}

const cos = Float64Array.from({ length: N }, (_, k) => Math.cos((2 * Math.PI * k) / N));
const sin = Float64Array.from({ length: N }, (_, k) => Math.sin((2 * Math.PI * k) / N));
const SPAN = 2 * HIGH + 1;

/** The best agreement over all places, plain or mirrored. */
function agreement({ width, height, levels }: Picture, scale: number, turn: number): number {
  const tile = (Math.sqrt(width * height) * scale) / 4;
  const [c, s] = [Math.cos(turn) / tile, Math.sin(turn) / tile];
  const sum = new Float64Array(N * N);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [px, py] = [x + 0.5 - width / 2, y + 0.5 - height / 2];
      const [u, v] = [c * px - s * py, s * px + c * py];
      const place = Math.floor((v - Math.floor(v)) * N) * N + Math.floor((u - Math.floor(u)) * N);
      sum[place]! += levels[y * width + x]!;
    }
  }
  const spectrum = coefficients(sum);
  return Math.max(bestPlace(spectrum, 1), bestPlace(spectrum, -1));
}

interface Spectrum {
  readonly re: (a: number, b: number) => number;
  readonly im: (a: number, b: number) => number;
}

/** F(a, b) for the waves' numbers only: rows first, then columns. */
function coefficients(tile: Float64Array): Spectrum {
  const rows = Array.from({ length: 2 }, () => new Float64Array(N * SPAN));
  const both = Array.from({ length: 2 }, () => new Float64Array((HIGH + 1) * SPAN));
  for (let a = -HIGH; a <= HIGH; a++) {
    for (let y = 0; y < N; y++) {
      let [re, im] = [0, 0];
      for (let x = 0; x < N; x++) {
        const k = (a * x) & (N - 1);
        re += tile[y * N + x]! * cos[k]!;
        im -= tile[y * N + x]! * sin[k]!;
      }
      rows[0]![y * SPAN + a + HIGH] = re;
      rows[1]![y * SPAN + a + HIGH] = im;
    }
    for (let b = 0; b <= HIGH; b++) {
      let [re, im] = [0, 0];
      for (let y = 0; y < N; y++) {
        const k = (b * y) & (N - 1);
        const [r, i] = [rows[0]![y * SPAN + a + HIGH]!, rows[1]![y * SPAN + a + HIGH]!];
        re += r * cos[k]! + i * sin[k]!;
        im += i * cos[k]! - r * sin[k]!;
      }
      both[0]![b * SPAN + a + HIGH] = re;
      both[1]![b * SPAN + a + HIGH] = im;
    }
  }
  return { re: (a, b) => both[0]![b * SPAN + a + HIGH]!, im: (a, b) => both[1]![b * SPAN + a + HIGH]! };
}

function bestPlace({ re, im }: Spectrum, direction: 1 | -1): number {
  // Of each wave weight times exp(i (arg F - φ)), summed over b for each place down first, then over a.
  const down = Array.from({ length: 2 }, () => new Float64Array(N * SPAN));
  let squares = 0;
  for (const { a, b, phase } of waves) {
    // With b = 0 the other direction is the same wave seen from behind.
    const from = direction * a;
    const [x, y] = b === 0 && direction < 0 ? [re(a, 0), -im(a, 0)] : [re(from, b), im(from, b)];
    const strength = Math.hypot(x, y);
    if (strength === 0) continue;
    const weight = Math.sqrt(strength);
    squares += strength;
    const angle = Math.atan2(y, x) - phase;
    const at = b === 0 && direction < 0 ? -a : from;
    const [c, s] = [weight * Math.cos(angle), weight * Math.sin(angle)];
    for (let place = 0; place < N; place++) {
      const k = (b * place) & (N - 1);
      down[0]![place * SPAN + at + HIGH]! += c * cos[k]! - s * sin[k]!;
      down[1]![place * SPAN + at + HIGH]! += c * sin[k]! + s * cos[k]!;
    }
  }
  if (squares === 0) return 0;
  let best = 0;
  for (let y = 0; y < N; y++) {
    for (let x = 0; x < N; x++) {
      let sum = 0;
      for (let a = -HIGH; a <= HIGH; a++) {
        const k = (a * x) & (N - 1);
        const at = y * SPAN + a + HIGH;
        sum += down[0]![at]! * cos[k]! - down[1]![at]! * sin[k]!;
      }
      if (sum > best) best = sum;
    }
  }
  return best / Math.sqrt(squares / 2);
}
