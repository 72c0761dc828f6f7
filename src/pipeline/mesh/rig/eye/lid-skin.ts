import { clamp, median, smoothstep } from "../../../math.ts";
import type { EyeContour } from "../../../perceive/eye-contour.ts";
import { fineStructure } from "../../../photo/grain.ts";
import { lumaAt, lumaOf } from "../../../photo/raster.ts";
import { harmonicFill } from "../fill.ts";
import { skinTone } from "./skin-tone.ts";

/** A patch of the texture round one eye; every array has one entry (or three) a pixel. */
export interface EyePixels {
  readonly contour: EyeContour;
  readonly width: number;
  readonly height: number;
  /** Place of each pixel in the eye's own axes, and v of the upper and lower edge at its u. */
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly upper: Float32Array;
  readonly lower: Float32Array;
  /** The patch of the photo, RGB 0..255. */
  readonly photo: Float32Array;
  /** 1 within the face's outline, 0 beyond it. */
  readonly face: Uint8Array;
  /** Height of the lash bands: above the upper edge, below the lower one, texture pixels. */
  readonly upperBand: number;
  readonly lowerBand: number;
  /** How far above the upper edge new skin has run out into the photo, texture pixels. */
  readonly lidHeight: number;
}

/** Reach of the neighbourhood from which the skin's tone is taken, of the eye's width. */
const TONE_REACH = 0.1;
/** How far below the eye skin is looked at, of the eye's width. */
const RING_BELOW = 0.25;
/** Sockets are dark because they are hollow; a closed lid is round and catches the light that the skin beside them has. */
const CATCHES_LIGHT = 0.9;
const MOST_LIGHT = 1.9;
/** Over the skin below the eye: much lighter lids look painted. */
const LIGHTEST = 1.35;
/** A lid lies on a ball: towards its upper and lower ends it turns away from the light, and is darker there by about so much. */
const ROUNDNESS = 0.18;
const FACING = 0.87;
/** Places along the eye at which light is measured. */
const PLACES = 5;
/** Of the eye's width: height of the strip below the eye that lends its texture, and how fine that is. */
const TEXTURE_SPAN = 0.28;
const TEXTURE_REACH = 0.04;
/** Lines along the eye of at least this part of its width are creases, no texture. */
const CREASE_REACH = 0.08;
/** How far texture may stand out, of its usual strength. */
const MOST_TEXTURE = 1.8;

/**
 * Skin for the closed lid: the opening and its lash bands are taken out, outliers round them (lash tips, liner) too, and the
 * broad tone of the skin around runs smoothly in, as light as a lid that faces forward; then the fine structure of the skin
 * below the eye goes on top. Above the lash band it turns into the photo little by little, so that folds grow shallow
 * towards the eye, as they do when a lid unfolds. What lies beyond the face's outline lends nothing and stays as it is. RGB 0..255,
 * three a pixel.
 */
export function lidSkin(eye: EyePixels): Float32Array {
  const { width, height, photo, contour } = eye;
  const { opening, ring, beyond } = classify(eye);
  const unknown = new Uint8Array(opening);
  for (const i of [...outliers(photo, ring), ...beyond]) unknown[i] = 1;
  const known = ring.filter((i) => unknown[i] === 0);
  const skin = skinTone(photo, width, height, known, unknown, Math.max(2, Math.round(TONE_REACH * contour.width)));
  harmonicFill(skin, width, height, unknown);
  catchLight(eye, opening, known, skin);
  addTexture(eye, opening, ring, skin);
  runOut(eye, opening, skin);
  for (const i of beyond) for (const c of CHANNELS) skin[3 * i + c] = photo[3 * i + c]!;
  return skin;
}

/** The pixels of the opening and its lash bands, those of the skin round it, and those round it that show no face. */
function classify(eye: EyePixels): { opening: Uint8Array; ring: number[]; beyond: number[] } {
  const { width, height, contour, u, v, upper, lower, upperBand, lowerBand, lidHeight, face } = eye;
  const opening = new Uint8Array(width * height);
  const ring: number[] = [];
  const beyond: number[] = [];
  for (let i = 0; i < opening.length; i++) {
    const above = upper[i]! - v[i]!;
    const below = v[i]! - lower[i]!;
    const along = u[i]! / contour.width;
    if (along < -0.06 || along > 1.06) continue;
    const taper = 0.4 + 0.6 * smoothstep(-0.06, 0.12, along) * smoothstep(1.06, 0.88, along);
    if (above < upperBand * taper && below < lowerBand * taper) opening[i] = 1;
    else if (above < lidHeight && below < RING_BELOW * contour.width) (face[i] === 1 ? ring : beyond).push(i);
  }
  return { opening, ring, beyond };
}

/** Pixels of the ring much darker or lighter than its middle values: lash tips, liner, glints, white that the contour missed. */
function outliers(photo: Float32Array, ring: readonly number[]): number[] {
  if (ring.length < 16) return [];
  const middle = median(ring.map((i) => lumaAt(photo, i)));
  return ring.filter((i) => lumaAt(photo, i) < 0.62 * middle || lumaAt(photo, i) > 1.35 * middle);
}

/**
 * Lightens the new skin to what the visible part of the lid shows, for a closed lid is more of the same; without much of it
 * in sight, to the skin below the eye. Five places along the eye are compared, and what lies between them goes evenly.
 */
function catchLight(eye: EyePixels, opening: Uint8Array, known: readonly number[], skin: Float32Array): void {
  const { u, v, upper, lower, contour, lidHeight, upperBand } = eye;
  const gains = lightGains(eye, opening, known, skin);
  for (let i = 0; i < opening.length; i++) {
    const along = u[i]! / contour.width;
    const share =
      smoothstep(lidHeight, 0, upper[i]! - v[i]!) *
      smoothstep(RING_BELOW * contour.width, 0, v[i]! - lower[i]!) *
      smoothstep(-0.1, 0.2, along) *
      smoothstep(1.1, 0.8, along);
    const place = clamp(along * PLACES - 0.5, 0, PLACES - 1.001);
    const left = gains[Math.floor(place)]!;
    const right = gains[Math.floor(place) + 1]!;
    const down = clamp((v[i]! - upper[i]! + upperBand) / (lower[i]! - upper[i]! + upperBand), 0, 1);
    const round = 1 + ROUNDNESS * (Math.sin(Math.PI * down) - FACING);
    for (const c of CHANNELS)
      skin[3 * i + c]! *= 1 + (round * (left[c] + (place % 1) * (right[c] - left[c])) - 1) * share;
  }
}

type Colour = readonly [number, number, number];
type Channel = 0 | 1 | 2;
const CHANNELS: readonly Channel[] = [0, 1, 2];
const perChannel = (value: (channel: Channel) => number): Colour => [value(0), value(1), value(2)];

/** By what the new skin's red, green and blue have to be multiplied at each of the places along the eye. */
function lightGains(eye: EyePixels, opening: Uint8Array, known: readonly number[], skin: Float32Array): Colour[] {
  const { u, v, upper, lower, contour, photo, lidHeight } = eye;
  const perPlace = (): number[][] => Array.from({ length: PLACES }, () => []);
  const [lid, below, own] = [perPlace(), perPlace(), perPlace()];
  const placeOf = (i: number): number => Math.floor((u[i]! / contour.width) * PLACES);
  const inset = 0.03 * contour.width;
  const highest = Math.min(0.22 * contour.width, 0.8 * lidHeight);
  for (let i = 0; i < opening.length; i++) {
    const above = upper[i]! - v[i]!;
    if (above > inset && above < highest) lid[placeOf(i)]?.push(i);
    if (opening[i] === 1) own[placeOf(i)]?.push(i);
  }
  for (const i of known) if (v[i]! > lower[i]!) below[placeOf(i)]?.push(i);
  // What shows of the lid itself may be make-up, a frame of spectacles or their glare: it lends its light, but not its hue.
  const hue = hueOf(photo, known);
  const gains = own.map((pixels, place): Colour => {
    if (pixels.length < 4) return [1, 1, 1];
    const now = toneOf(skin, pixels, 0, 1);
    const under = below[place]!.length > 3 ? toneOf(skin, below[place]!, 0.4, 0.8) : now;
    const light = lumaOf(...under);
    const over = lid[place]!.length > 3 ? lightOfStrip(photo, lid[place]!, light) : light;
    // Much lighter than the skin below is no lid but white that the contour missed, or a glint.
    const wanted = over < light ? 0.5 * (over + light) : Math.min(over, LIGHTEST * light);
    const gain = clamp(1 + CATCHES_LIGHT * (wanted / lumaOf(...now) - 1), 0.9, MOST_LIGHT);
    return perChannel((c) => (gain * hue[c] * lumaOf(...now)) / now[c]);
  });
  const at = (place: number): Colour => gains[clamp(place, 0, PLACES - 1)]!;
  return gains.map((gain, k) => perChannel((c) => (at(k - 1)[c] + 2 * gain[c] + at(k + 1)[c]) / 4));
}

/**
 * How light the visible strip of a lid is, beside skin below the eye that is `below` light. A strip that is darker is for the most part
 * lashes, liner and fold, so its lightest quarter tells what the lid is like; where a shadow lies on the lid, that is dark, too.
 */
function lightOfStrip(photo: Float32Array, strip: readonly number[], below: number): number {
  const usual = lumaOf(...toneOf(photo, strip, 0.5, 0.9));
  return usual < below ? Math.min(below, lumaOf(...toneOf(photo, strip, 0.75, 0.97))) : usual;
}

/** Red, green and blue over luma of the lighter ones of some pixels, which are as light as a lid: skin in shadow is more colourful. */
function hueOf(rgb: Float32Array, pixels: readonly number[]): Colour {
  const mean = toneOf(rgb, pixels, 0.6, 0.95);
  return perChannel((c) => mean[c] / lumaOf(...mean));
}

/** Mean colour of those pixels that stand between two parts, 0..1, of all when sorted by light. */
function toneOf(rgb: Float32Array, pixels: readonly number[], from: number, to: number): Colour {
  const sorted = [...pixels].sort((a, b) => lumaAt(rgb, a) - lumaAt(rgb, b));
  const chosen = sorted.slice(Math.floor(from * sorted.length), Math.ceil(to * sorted.length));
  return perChannel((c) => chosen.reduce((sum, i) => sum + rgb[3 * i + c]!, 1) / Math.max(1, chosen.length));
}

/**
 * Gives new skin the fine structure (grain, pores, brush strokes, halftone) of the skin below the eye, mirrored up as often
 * as needed: what the photo has there over its own blurred self, without lines.
 */
function addTexture(eye: EyePixels, opening: Uint8Array, ring: readonly number[], skin: Float32Array): void {
  const { width, height, photo, contour, v, lowerBand } = eye;
  const fine = withoutCreases(
    fineStructure(photo, width, height, Math.max(1, Math.round(TEXTURE_REACH * contour.width))),
    eye,
  );
  const most = 1 + MOST_TEXTURE * usualStrength(fine, ring);
  const start = Math.max(...contour.lower) + 1.5 * lowerBand;
  const span = Math.max(2, TEXTURE_SPAN * contour.width);
  const filled = [...ring, ...[...opening.keys()].filter((i) => opening[i] === 1)];
  for (const i of filled) {
    const shift = start + span - Math.abs(mod(v[i]! - start, 2 * span) - span) - v[i]!;
    const x = Math.round((i % width) - contour.sin * shift);
    const y = Math.round(Math.floor(i / width) + contour.cos * shift);
    if (x < 0 || x >= width || y < 0 || y >= height) continue;
    // Texture is a part of the light that falls on it: dark lids have little.
    const from = y * width + x;
    const light = Math.min(1, (lumaAt(skin, i) + 1) / (lumaAt(photo, from) + 1));
    for (let c = 0; c < 3; c++) skin[3 * i + c]! += light * clamp(fine[3 * from + c]!, -most, most);
  }
}

/** Takes out what runs along the eye: repeated up a lid, creases and the edge of the lower lid become lines on it. */
function withoutCreases(fine: Float32Array, { width, height, contour }: EyePixels): Float32Array {
  const reach = Math.max(2, Math.round(CREASE_REACH * contour.width));
  const out = new Float32Array(fine);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    let [red, green, blue, count] = [0, 0, 0, 0];
    for (let k = -reach; k <= reach; k++) {
      const [px, py] = [Math.round(x + k * contour.cos), Math.round(y + k * contour.sin)];
      if (px < 0 || px >= width || py < 0 || py >= height) continue;
      const at = 3 * (py * width + px);
      red += fine[at]!;
      green += fine[at + 1]!;
      blue += fine[at + 2]!;
      count++;
    }
    out[3 * i]! -= red / count;
    out[3 * i + 1]! -= green / count;
    out[3 * i + 2]! -= blue / count;
  }
  return out;
}

/** Standard deviation of the green of some pixels, told by its middle value, so that lashes and edges do not count. */
function usualStrength(fine: Float32Array, pixels: readonly number[]): number {
  return pixels.length === 0 ? 0 : 1.48 * median(pixels.map((i) => Math.abs(fine[3 * i + 1]!)));
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;

/** Turns skin into photo between the lash band and the lid's upper end: by powers of their ratio, so that dark folds fade evenly. */
function runOut(eye: EyePixels, opening: Uint8Array, skin: Float32Array): void {
  const { photo, upper, v, upperBand, lidHeight } = eye;
  for (let i = 0; i < opening.length; i++) {
    const above = upper[i]! - v[i]!;
    if (above <= 0) continue;
    const share = smoothstep(0.5 * upperBand, lidHeight, above) ** 2;
    for (let c = 0; c < 3; c++) {
      const ratio = (photo[3 * i + c]! + 1) / (skin[3 * i + c]! + 1);
      skin[3 * i + c] = (skin[3 * i + c]! + 1) * Math.max(0.05, ratio) ** share - 1;
    }
  }
}
