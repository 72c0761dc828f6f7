import type { FaceBox, Landmarks68 } from "./face-api.ts";
import { distance, type Frame, type FramePoint } from "./frame.ts";

/** Which pixels of a frame count: 1 or 0 for each. */
export type Mask = Uint8Array;

function lumaAt(frame: Frame, pixel: number): number {
  const at = pixel * 3;
  return 0.299 * (frame.rgb[at] ?? 0) + 0.587 * (frame.rgb[at + 1] ?? 0) + 0.114 * (frame.rgb[at + 2] ?? 0);
}

/** The inside of a face: hull of its 68 points, the brows lifted a little so that some of the forehead counts. */
export function faceMask(frame: Frame, landmarks: Landmarks68): Mask {
  const chin = landmarks[8] ?? { x: 0, y: 0 };
  const bridge = landmarks[27] ?? chin;
  const up = { x: (bridge.x - chin.x) * 0.2, y: (bridge.y - chin.y) * 0.2 };
  const brows = landmarks.slice(17, 27).map((p) => ({ x: p.x + up.x, y: p.y + up.y }));
  const hull = convexHull([...landmarks, ...brows]);
  const mask = new Uint8Array(frame.width * frame.height);
  for (let y = 0; y < frame.height; y++) {
    const [from, to] = spanOf(hull, y + 0.5);
    const start = Math.max(0, Math.ceil(from - 0.5));
    const end = Math.min(frame.width, Math.floor(to - 0.5) + 1);
    if (end > start) mask.fill(1, y * frame.width + start, y * frame.width + end);
  }
  return mask;
}

/** Takes the eyes out of a mask: closing them takes contrast away that has nothing to do with sharpness. */
export function withoutEyes(mask: Mask, frame: Frame, landmarks: Landmarks68): Mask {
  const out = mask.slice();
  for (const from of [36, 42]) {
    const eye = landmarks.slice(from, from + 6);
    const outer = eye[0];
    const inner = eye[3];
    if (outer === undefined || inner === undefined) continue;
    const centre = { x: (outer.x + inner.x) / 2, y: (outer.y + inner.y) / 2 };
    const reach = distance(outer, inner) * 0.8;
    for (let y = Math.max(0, Math.floor(centre.y - reach)); y < Math.min(frame.height, centre.y + reach); y++) {
      for (let x = Math.max(0, Math.floor(centre.x - reach)); x < Math.min(frame.width, centre.x + reach); x++) {
        if (distance({ x, y }, centre) < reach) out[y * frame.width + x] = 0;
      }
    }
  }
  return out;
}

/** Variance of the 4-neighbour Laplacian of luma inside a mask: larger is sharper. */
export function laplacianVariance(frame: Frame, mask: Mask): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  const { width, height } = frame;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (mask[i] !== 1) continue;
      const round = lumaAt(frame, i - 1) + lumaAt(frame, i + 1) + lumaAt(frame, i - width) + lumaAt(frame, i + width);
      const value = round - 4 * lumaAt(frame, i);
      count++;
      sum += value;
      squares += value * value;
    }
  }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2;
}

/** Peak signal-to-noise ratio in dB over all three channels inside a mask; Infinity for equal pictures. */
export function psnr(a: Frame, b: Frame, mask: Mask): number {
  let squares = 0;
  let count = 0;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] !== 1) continue;
    for (let c = i * 3; c < i * 3 + 3; c++) squares += ((a.rgb[c] ?? 0) - (b.rgb[c] ?? 0)) ** 2;
    count += 3;
  }
  return 10 * Math.log10((255 * 255) / (squares / count));
}

const WINDOW = 8;

/**
 * Structural similarity (Wang et al. 2004) of luma, -1..1, over 8x8 windows every 4 pixels whose centre lies inside a mask.
 */
export function ssim(a: Frame, b: Frame, mask: Mask): number {
  let total = 0;
  let windows = 0;
  for (let y = 0; y + WINDOW <= a.height; y += WINDOW / 2) {
    for (let x = 0; x + WINDOW <= a.width; x += WINDOW / 2) {
      if (mask[(y + WINDOW / 2) * a.width + x + WINDOW / 2] !== 1) continue;
      total += ssimOf(a, b, x, y);
      windows++;
    }
  }
  return windows === 0 ? Number.NaN : total / windows;
}

function ssimOf(a: Frame, b: Frame, x: number, y: number): number {
  const n = WINDOW * WINDOW;
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const pixel = (y + Math.floor(i / WINDOW)) * a.width + x + (i % WINDOW);
    const va = lumaAt(a, pixel);
    const vb = lumaAt(b, pixel);
    sumA += va;
    sumB += vb;
    squaresA += va * va;
    squaresB += vb * vb;
    products += va * vb;
  }
  const [meanA, meanB] = [sumA / n, sumB / n];
  const varianceA = squaresA / n - meanA * meanA;
  const varianceB = squaresB / n - meanB * meanB;
  const covariance = products / n - meanA * meanB;
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  const structure = (2 * meanA * meanB + c1) * (2 * covariance + c2);
  return structure / ((meanA ** 2 + meanB ** 2 + c1) * (varianceA + varianceB + c2));
}

/** Largest change of any channel between two frames, 0..255; with a mask only where that is 1. */
export function largestChange(a: Frame, b: Frame, mask?: Mask): number {
  let largest = 0;
  for (let i = 0, at = 0; at < a.rgb.length; i++) {
    if (mask !== undefined && mask[i] !== 1) at += 3;
    else
      for (const end = at + 3; at < end; at++)
        largest = Math.max(largest, Math.abs((a.rgb[at] ?? 0) - (b.rgb[at] ?? 0)));
  }
  return largest;
}

/** Mean absolute change per channel between two frames, 0..255. */
export function meanChange(a: Frame, b: Frame): number {
  let sum = 0;
  for (let i = 0; i < a.rgb.length; i++) sum += Math.abs((a.rgb[i] ?? 0) - (b.rgb[i] ?? 0));
  return sum / a.rgb.length;
}

/** Cuts a box out of a frame; what lies outside repeats the edge. */
export function cutBox(frame: Frame, box: Omit<FaceBox, "score">): Frame {
  const [left, top] = [Math.round(box.x), Math.round(box.y)];
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const row = Math.min(Math.max(top + y, 0), frame.height - 1);
    for (let x = 0; x < width; x++) {
      const column = Math.min(Math.max(left + x, 0), frame.width - 1);
      const from = (row * frame.width + column) * 3;
      rgb.set(frame.rgb.subarray(from, from + 3), (y * width + x) * 3);
    }
  }
  return { width, height, rgb };
}

/** Corners of the smallest convex shape round points (Andrew's monotone chain). */
function convexHull(points: readonly FramePoint[]): FramePoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (order: readonly FramePoint[]): FramePoint[] => {
    const chain: FramePoint[] = [];
    for (const p of order) {
      for (;;) {
        const b = chain.at(-1);
        const a = chain.at(-2);
        if (a === undefined || b === undefined) break;
        if ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0) break;
        chain.pop();
      }
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Where a convex shape begins and ends on one line of the picture; an empty span where it does not reach. */
function spanOf(hull: readonly FramePoint[], y: number): readonly [number, number] {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length] ?? a;
    if (a.y <= y === b.y <= y) return;
    const x = a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
    from = Math.min(from, x);
    to = Math.max(to, x);
  });
  return [from, to];
}
