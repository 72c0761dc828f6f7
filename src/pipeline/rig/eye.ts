import type { Mesh } from "../types.ts";
import { curveAt, type EyeContour, eyeContour, eyeOpenness, type Side } from "./eye-contour.ts";
import { harmonicFill } from "./fill.ts";
import { fitLids } from "./fit-lids.ts";
import { fineStructure, measureGrain } from "./grain.ts";
import { clamp, smoothstep } from "./math.ts";
import { skinTone } from "./skin-tone.ts";

/** A patch of the texture round one eye, with all that lids and gaze need; every array has one entry (or three) a pixel. */
export interface EyeRig {
  readonly side: Side;
  readonly contour: EyeContour;
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
  readonly height: number;
  /** Place of each pixel in the eye's own axes, and v of the upper and lower edge at its u. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly upper: Float32Array;
  readonly lower: Float32Array;
  /** The patch of the photo, the new skin of the lids, and the eyeball continued beyond the opening: RGB 0..255. */
  readonly photo: Float32Array;
  readonly skin: Float32Array;
  readonly ball: Float32Array;
  /** Photo over skin, about 1 on skin and below it on lashes and liner: what rides on the lids' edges. */
  readonly lashes: Float32Array;
  /** Height of the lash bands: above the upper edge, below the lower one, texture pixels. */
  readonly upperBand: number;
  readonly lowerBand: number;
  /** Whether there is an open eye to close: too narrow or hidden eyes are left alone. */
  readonly open: boolean;
}

/** Of the eye's width: how far the patch reaches beyond the opening, and the lashes' bands. */
const MARGIN_U = 0.22;
const MARGIN_ABOVE = 0.42;
const MARGIN_BELOW = 0.55;
const UPPER_BAND = 0.13;
const LOWER_BAND = 0.11;
/** Reach of the neighbourhood from which the skin's tone is taken, of the eye's width. */
const TONE_REACH = 0.1;
/** Lashes darken; what is lighter than the skin in their bands is a glint or a bit of eyeball that the contour missed. */
const BRIGHTEST = 4;
/** Above this openness an eye counts as open; below it, it is closed already or as good as closed. */
export const OPEN_EYE = 0.085;

/** Prepares one eye of the texture (`side * side * 3` bytes) for lids and gaze. */
export function makeEyeRig(texture: Uint8Array, side: number, mesh: Mesh, which: Side): EyeRig {
  const contour = fitLids(eyeContour(mesh, which), texture, side);
  const box = patchBox(contour, side);
  const { x0, y0, width, height } = box;
  const count = width * height;
  const u = new Float32Array(count);
  const v = new Float32Array(count);
  const photo = new Float32Array(3 * count);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const px = x0 + x - contour.originX;
      const py = y0 + y - contour.originY;
      u[i] = px * contour.cos + py * contour.sin;
      v[i] = py * contour.cos - px * contour.sin;
      for (let c = 0; c < 3; c++) photo[3 * i + c] = texture[3 * ((y0 + y) * side + x0 + x) + c]!;
    }
  }
  const upperBand = Math.max(2, UPPER_BAND * contour.width);
  const lowerBand = Math.max(1.5, LOWER_BAND * contour.width);
  const upper = u.map((along) => curveAt(contour.upper, along, contour.width));
  const lower = u.map((along) => curveAt(contour.lower, along, contour.width));
  const patch = { contour, width, height, u, v, upper, lower, photo, upperBand, lowerBand };
  const skin = lidSkin(patch);
  return {
    ...patch,
    side: which,
    x0,
    y0,
    skin,
    ball: eyeball(patch),
    lashes: photo.map((value, i) => clamp((value + 1) / (skin[i]! + 1), 0.1, BRIGHTEST)),
    open: eyeOpenness(contour) > OPEN_EYE,
  };
}

type Patch = Pick<
  EyeRig,
  "contour" | "width" | "height" | "u" | "v" | "upper" | "lower" | "photo" | "upperBand" | "lowerBand"
>;

function patchBox(contour: EyeContour, side: number): { x0: number; y0: number; width: number; height: number } {
  const { originX, originY, cos, sin, width } = contour;
  const top = Math.min(...contour.upper) - MARGIN_ABOVE * width;
  const bottom = Math.max(...contour.lower) + MARGIN_BELOW * width;
  const [left, right] = [-MARGIN_U * width, (1 + MARGIN_U) * width];
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([u, v]) => [originX + u! * cos - v! * sin, originY + u! * sin + v! * cos] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const within = (value: number): number => Math.min(side - 1, Math.max(0, Math.round(value)));
  const x0 = within(Math.min(...xs));
  const y0 = within(Math.min(...ys));
  return { x0, y0, width: within(Math.max(...xs)) - x0 + 1, height: within(Math.max(...ys)) - y0 + 1 };
}

/** How far pixel i lies above the upper edge and below the lower one (negative: on the other side of it). */
function offsets({ upper, lower, v }: Patch, i: number): { above: number; below: number } {
  return { above: upper[i]! - v[i]!, below: v[i]! - lower[i]! };
}

/**
 * Skin for the closed lid: the opening and its lash bands are taken out, outliers round them (lash tips, liner) too, and the
 * broad tone of the skin around runs smoothly in; then the fine structure of the skin below the eye goes on top.
 */
function lidSkin(patch: Patch): Float32Array {
  const { width, height, photo, contour, u } = patch;
  const unknown = new Uint8Array(width * height);
  const ring: number[] = [];
  for (let i = 0; i < unknown.length; i++) {
    const { above, below } = offsets(patch, i);
    const along = u[i]! / contour.width;
    if (along < -0.06 || along > 1.06) continue;
    const taper = smoothstep(-0.06, 0.12, along) * smoothstep(1.06, 0.88, along);
    if (above < patch.upperBand * (0.4 + 0.6 * taper) && below < patch.lowerBand * (0.4 + 0.6 * taper)) unknown[i] = 1;
    else if (above < 0.3 * contour.width && below < 0.25 * contour.width) ring.push(i);
  }
  const opening = new Uint8Array(unknown);
  for (const i of outliers(photo, ring)) unknown[i] = 1;
  const known = ring.filter((i) => unknown[i] === 0);
  const skin = skinTone(photo, width, height, known, unknown, Math.max(2, Math.round(TONE_REACH * contour.width)));
  harmonicFill(skin, width, height, unknown);
  addTexture(patch, opening, ring, skin);
  return skin;
}

/**
 * Gives new skin the fine structure (grain, pores, brush strokes, halftone) of the skin as far below the eye as it lies above
 * the lower lashes: what the photo has there over its own blurred self, without lines.
 */
function addTexture(patch: Patch, opening: Uint8Array, ring: readonly number[], skin: Float32Array): void {
  const { width, height, photo, contour, lower, upper, lowerBand } = patch;
  const fine = fineStructure(photo, width, height, Math.max(1, Math.round(0.025 * contour.width)));
  const most = 1.6 * measureGrain(photo, width, height, opening) + 1;
  const filled = [...ring, ...[...opening.keys()].filter((i) => opening[i] === 1)];
  for (const i of filled) {
    const shift = Math.max(0, lower[i]! - upper[i]!) + 1.6 * lowerBand + 0.1 * contour.width;
    const x = Math.round((i % width) - contour.sin * shift);
    const y = Math.round(Math.floor(i / width) + contour.cos * shift);
    if (x < 0 || x >= width || y < 0) continue;
    const from = Math.min(height - 1, y) * width + x;
    for (let c = 0; c < 3; c++) skin[3 * i + c]! += clamp(fine[3 * from + c]!, -most, most);
  }
}

/** Pixels of the ring much darker or lighter than its middle values: lash tips, liner, glints, white that the contour missed. */
function outliers(photo: Float32Array, ring: readonly number[]): number[] {
  if (ring.length < 16) return [];
  const light = (i: number): number => 0.3 * photo[3 * i]! + 0.59 * photo[3 * i + 1]! + 0.11 * photo[3 * i + 2]!;
  const sorted = ring.map(light).sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1]!;
  return ring.filter((i) => light(i) < 0.62 * middle || light(i) > 1.35 * middle);
}

/** The eyeball, continued beyond the opening so that a moved iris or a raised lid has something to show. */
function eyeball(patch: Patch): Float32Array {
  const { width, height, photo, contour } = patch;
  const ball = new Float32Array(photo);
  const inset = Math.max(0.7, 0.025 * contour.width);
  const unknown = new Uint8Array(width * height);
  for (let i = 0; i < unknown.length; i++) {
    const { above, below } = offsets(patch, i);
    const along = patch.u[i]!;
    const inside = above < -inset * 1.4 && below < -inset && along > inset && along < contour.width - inset;
    if (!inside) unknown[i] = 1;
  }
  if (unknown.every((flag) => flag === 1)) return ball;
  harmonicFill(ball, width, height, unknown, 60);
  return ball;
}
