import { clamp } from "../math.ts";
import { boxOfMesh } from "../perceive/mesh-place.ts";
import { lumaAt } from "../photo/raster.ts";
import type { Mesh, Photo, Point } from "../types.ts";
import { blur } from "./smooth.ts";

/** Backgrounds are compared at about this width, in pixels: a shaking hand moves them by fractions of one. */
const WIDTH = 144;
/** From one frame to the next a scene's brightness changes less, in levels, unless the video is cut. */
const CUT = 34;
/** Rounds of Gauss and Newton; a step below `STILL` pixels ends them. */
const ROUNDS = 8;
const STILL = 0.01;
/** A level by which a pixel of something that moves by itself differs: from there on it loses its say. */
const STRANGE = 12;
/** Squared levels a pixel: a wall without a mark tells nothing of the camera. */
const LEAST_TEXTURE = 6;
const LEAST_BACKGROUND = 0.06;
/** A camera that is carried along is no shake: only what is quicker than this, seconds, and within so much of the frame's width. */
const CARRIED_SECONDS = 0.5;
const MOST_SHAKE = 0.04;

interface Small {
  readonly width: number;
  readonly height: number;
  readonly levels: Float32Array;
}

/** Watches what stands still behind a face: how the camera moves, and where the video is cut. */
export class Camera {
  readonly #places: Point[] = [];
  readonly #cuts: number[] = [];
  #key: Small | null = null;
  #before: Small | null = null;
  #scale = 1;

  /** Looks at the next frame. Says whether the video was cut before it. */
  sees(photo: Photo): boolean {
    const small = reduced(photo);
    this.#scale = photo.width / small.width;
    const cut = this.#before !== null && difference(small, this.#before) > CUT;
    if (cut) this.#cuts.push(this.#places.length);
    this.#before = small;
    return cut;
  }

  /** Told where the face of the frame last seen is, measures where its background has gone to. */
  place(mesh: Mesh | null): void {
    const now = this.#before;
    const last = this.#places.at(-1) ?? { x: 0, y: 0 };
    const isNew = this.#cuts.at(-1) === this.#places.length;
    if (now === null || mesh === null || isNew) this.#key = null;
    if (now !== null && mesh !== null && this.#key === null) this.#key = now;
    if (now === null || mesh === null || this.#key === null) {
      this.#places.push(last);
      return;
    }
    const shift = shiftOf(this.#key, now, outside(now, mesh, this.#scale), scaledBy(last, 1 / this.#scale));
    this.#places.push(shift === null ? last : scaledBy(shift, this.#scale));
  }

  /** The frames before which the video is cut. */
  get cuts(): readonly number[] {
    return this.#cuts;
  }

  /** By how much each frame is shaken, in its pixels. */
  shakes(fps: number): readonly Point[] {
    const most = MOST_SHAKE * WIDTH * this.#scale;
    const quick = (values: readonly number[]): number[] => {
      const carried = blur(values, CARRIED_SECONDS * fps);
      return values.map((value, i) => clamp(value - carried[i]!, -most, most));
    };
    const [x, y] = [quick(this.#places.map((place) => place.x)), quick(this.#places.map((place) => place.y))];
    return x.map((value, i) => ({ x: value, y: y[i]! }));
  }
}

/** A mesh as it would lie in a frame that is not shaken. */
export function steadied(mesh: Mesh, { x, y }: Point): Mesh {
  return mesh.map((value, i) => (i % 3 === 0 ? value - x : i % 3 === 1 ? value - y : value));
}

const scaledBy = ({ x, y }: Point, factor: number): Point => ({ x: x * factor, y: y * factor });

/** Brightness at a small size: means of a few pixels of each square. */
function reduced({ width, height, rgb }: Photo): Small {
  const step = Math.max(1, width / WIDTH);
  const [w, h] = [Math.floor(width / step), Math.floor(height / step)];
  const levels = new Float32Array(w * h);
  const taps = Math.min(3, Math.ceil(step));
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      let sum = 0;
      for (let k = 0; k < taps * taps; k++) {
        const px = Math.floor((x + ((k % taps) + 0.5) / taps) * step);
        const py = Math.floor((y + (Math.floor(k / taps) + 0.5) / taps) * step);
        sum += lumaAt(rgb, py * width + px);
      }
      levels[y * w + x] = sum / (taps * taps);
    }
  return { width: w, height: h, levels };
}

function difference(a: Small, b: Small): number {
  if (a.levels.length !== b.levels.length) return Number.POSITIVE_INFINITY;
  return a.levels.reduce((sum, level, i) => sum + Math.abs(level - b.levels[i]!), 0) / a.levels.length;
}

/** Pixels that show neither a head nor the shoulders below it, as indices. */
function outside({ width, height }: Small, mesh: Mesh, scale: number): number[] {
  const box = boxOfMesh(mesh);
  const top = (box.y - 0.5 * box.height) / scale;
  const chin = (box.y + box.height) / scale;
  const [middle, head, shoulders] = [box.x + box.width / 2, 0.85 * box.width, 1.4 * box.width].map((x) => x / scale);
  const pixels: number[] = [];
  for (let y = 2; y < height - 2; y++) {
    const reach = y < top ? 0 : y < chin ? head! : shoulders!;
    for (let x = 2; x < width - 2; x++) if (Math.abs(x - middle!) > reach) pixels.push(y * width + x);
  }
  return pixels;
}

/** By how many pixels `now` lies beside `key` where they show the same, beginning at a guess; null where that cannot be told. */
function shiftOf(key: Small, now: Small, pixels: readonly number[], guess: Point): Point | null {
  if (pixels.length < LEAST_BACKGROUND * now.levels.length) return null;
  let { x, y } = guess;
  for (let round = 0; round < ROUNDS; round++) {
    let [xx, xy, yy, xd, yd, weights] = [0, 0, 0, 0, 0, 0];
    for (const pixel of pixels) {
      const level = levelAt(now, (pixel % now.width) + x, Math.floor(pixel / now.width) + y);
      if (level === null) continue;
      const dx = (key.levels[pixel + 1]! - key.levels[pixel - 1]!) / 2;
      const dy = (key.levels[pixel + key.width]! - key.levels[pixel - key.width]!) / 2;
      const off = key.levels[pixel]! - level;
      const weight = 1 / (1 + (off / STRANGE) ** 2);
      xx += weight * dx * dx;
      xy += weight * dx * dy;
      yy += weight * dy * dy;
      xd += weight * dx * off;
      yd += weight * dy * off;
      weights += weight;
    }
    const determinant = xx * yy - xy * xy;
    if (Math.min(xx, yy) < LEAST_TEXTURE * weights || determinant < 0.05 * xx * yy) return null;
    const step = { x: (yy * xd - xy * yd) / determinant, y: (xx * yd - xy * xd) / determinant };
    x += step.x;
    y += step.y;
    if (Math.hypot(step.x, step.y) < STILL) break;
  }
  return Math.hypot(x - guess.x, y - guess.y) > 0.1 * now.width ? null : { x, y };
}

function levelAt({ width, height, levels }: Small, x: number, y: number): number | null {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return null;
  const i = top * width + left;
  const upper = levels[i]! + (x - left) * (levels[i + 1]! - levels[i]!);
  const lower = levels[i + width]! + (x - left) * (levels[i + width + 1]! - levels[i + width]!);
  return upper + (y - top) * (lower - upper);
}
