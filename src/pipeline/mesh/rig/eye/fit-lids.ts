import { clamp, smoothstep } from "../../../math.ts";
import { CONTOUR_SAMPLES, type EyeContour } from "../../../perceive/eye-contour.ts";
import { type Raster, sampleInto } from "../../../photo/raster.ts";

/** Every second sample of the contour is fitted, the corners stay. */
const COLUMNS = Array.from({ length: 27 }, (_, k) => 6 + 2 * k);
/** Offsets tried: this many to either side, of this part of the eye's width each. */
const OFFSETS = 12;
const STEP = 0.01;
/** What it costs to leave the model's contour (outwards, inwards), and to differ from the neighbouring column. */
const PRIOR_OUT = 0.012;
const PRIOR_IN = 0.05;
const SMOOTH = 0.8;
/** A lid is a smooth arc: passes of a binomial filter over the fitted offsets. */
const SMOOTHING = 14;
/** Narrower eyes (texture pixels) show too little to fit. */
const LEAST_WIDTH = 22;
/** Colours per class. */
const CLUSTERS = 3;

type Colour = readonly [number, number, number];

/**
 * Moves the lids' edges to where the picture changes from eyeball to skin. The model's contour is the prior; it is exact on
 * most people but lies inside the lids where an eye is opened very wide or drawn large. Eyeball and skin are told apart by
 * their colours in this very eye; dynamic programming finds the edge along the lid that parts them best.
 * `texture` is `side * side * 3` bytes.
 */
export function fitLids(contour: EyeContour, texture: Uint8Array, side: number): EyeContour {
  if (contour.width < LEAST_WIDTH) return contour;
  const picture: Raster = { width: side, height: side, channels: 3, data: texture };
  const colourAt = (u: number, v: number): Colour => sample(contour, picture, u, v);
  const { eyeball, skin } = colourClasses(contour, colourAt);
  if (eyeball.length < CLUSTERS || skin.length < CLUSTERS) return contour;
  const skinness = (u: number, v: number): number => {
    const colour = colourAt(u, v);
    const toEyeball = nearest(eyeball, colour);
    const toSkin = nearest(skin, colour);
    return (toEyeball - toSkin) / (toEyeball + toSkin + 8);
  };
  const upper = moved(contour.upper, offsetsAlong(contour, contour.upper, -1, skinness));
  const lower = moved(contour.lower, offsetsAlong(contour, contour.lower, 1, skinness));
  for (let k = 0; k < CONTOUR_SAMPLES; k++) lower[k] = Math.max(lower[k]!, upper[k]!);
  return { ...contour, upper, lower, opening: Math.max(...lower.map((low, k) => low - upper[k]!)) };
}

function colourClasses(
  contour: EyeContour,
  colourAt: (u: number, v: number) => Colour,
): { eyeball: Colour[]; skin: Colour[] } {
  const { width, upper, lower } = contour;
  const inside: Colour[] = [];
  const outside: Colour[] = [];
  for (const k of COLUMNS) {
    const u = (k / (CONTOUR_SAMPLES - 1)) * width;
    const [top, bottom] = [upper[k]!, lower[k]!];
    for (const t of [0.3, 0.45, 0.6, 0.75, 0.85]) inside.push(colourAt(u, top + t * (bottom - top)));
    for (const d of [0.16, 0.2, 0.24]) outside.push(colourAt(u, bottom + d * width), colourAt(u, top - d * width));
  }
  return { eyeball: clusters(inside), skin: clusters(outside) };
}

/** A few typical colours (k-means from evenly ranked starts). */
function clusters(colours: readonly Colour[]): Colour[] {
  const light = ([r, g, b]: Colour): number => r + 2 * g + b;
  const ranked = [...colours].sort((a, b) => light(a) - light(b));
  let centres = Array.from({ length: CLUSTERS }, (_, k) => ranked[Math.floor(((k + 0.5) * ranked.length) / CLUSTERS)]!);
  for (let round = 0; round < 6; round++) {
    const sums = centres.map(() => [0, 0, 0, 0]);
    for (const colour of ranked) {
      const best = centres.reduce(
        (b, centre, k) => (distance(centre, colour) < distance(centres[b]!, colour) ? k : b),
        0,
      );
      const sum = sums[best]!;
      for (let c = 0; c < 3; c++) sum[c]! += colour[c]!;
      sum[3]! += 1;
    }
    centres = centres.map((centre, k) => {
      const [r, g, b, n] = sums[k] as [number, number, number, number];
      return n === 0 ? centre : ([r / n, g / n, b / n] as const);
    });
  }
  return centres;
}

/** The best offset (outwards positive, texture pixels) for each fitted column. `outwards` is the sign of v away from the eye. */
function offsetsAlong(
  { width }: EyeContour,
  curve: Float32Array,
  outwards: 1 | -1,
  skinness: (u: number, v: number) => number,
): Float32Array {
  const count = 2 * OFFSETS + 1;
  const cost = COLUMNS.map((k) => {
    const u = (k / (CONTOUR_SAMPLES - 1)) * width;
    // Everything inwards of the edge should look like eyeball, everything outwards like skin.
    const evidence = Array.from({ length: count }, (_, o) =>
      skinness(u, curve[k]! + outwards * (o - OFFSETS) * STEP * width),
    );
    const total = evidence.reduce((sum, value) => sum + value, 0);
    let inner = 0;
    return evidence.map((value, o) => {
      inner += value;
      const off = o - OFFSETS;
      return (2 * inner - total) / 4 + (off > 0 ? PRIOR_OUT : PRIOR_IN) * off * off;
    });
  });
  return Float32Array.from(cheapestPath(cost), (o) => (o - OFFSETS) * STEP * width * outwards);
}

/** Viterbi: the path through the columns with the least sum of costs and of squared steps between neighbours. */
function cheapestPath(cost: readonly (readonly number[])[]): number[] {
  const back: number[][] = [];
  let best = [...cost[0]!];
  for (const column of cost.slice(1)) {
    const from: number[] = [];
    best = column.map((own, o) => {
      let least = Infinity;
      let chosen = o;
      for (let p = Math.max(0, o - 4); p <= Math.min(best.length - 1, o + 4); p++) {
        const sum = best[p]! + SMOOTH * (o - p) ** 2;
        if (sum < least) [least, chosen] = [sum, p];
      }
      from.push(chosen);
      return least + own;
    });
    back.push(from);
  }
  const path = [best.indexOf(Math.min(...best))];
  for (const from of back.reverse()) path.unshift(from[path[0]!]!);
  return path;
}

/** The curve with the fitted columns' offsets, smoothed along the lid and fading towards the corners. */
function moved(curve: Float32Array, offsets: Float32Array): Float32Array {
  let smooth = Float32Array.from(offsets);
  for (let pass = 0; pass < SMOOTHING; pass++)
    smooth = smooth.map(
      (o, k) => 0.25 * (smooth[Math.max(0, k - 1)]! + smooth[Math.min(smooth.length - 1, k + 1)]!) + 0.5 * o,
    );
  return curve.map((v, k) => {
    const position = clamp((k - COLUMNS[0]!) / 2, 0, COLUMNS.length - 1.001);
    const i = Math.floor(position);
    const offset = smooth[i]! + (position - i) * (smooth[i + 1]! - smooth[i]!);
    const t = k / (CONTOUR_SAMPLES - 1);
    return v + offset * smoothstep(0, 0.12, t) * smoothstep(1, 0.88, t);
  });
}

/** The picture's colour at a place in the eye's own axes. */
function sample({ originX, originY, cos, sin }: EyeContour, picture: Raster, u: number, v: number): Colour {
  const colour = new Float32Array(3);
  sampleInto(picture, originX + u * cos - v * sin, originY + u * sin + v * cos, colour);
  return [colour[0]!, colour[1]!, colour[2]!];
}

const distance = (a: Colour, b: Colour): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const nearest = (centres: readonly Colour[], colour: Colour): number =>
  Math.min(...centres.map((centre) => distance(centre, colour)));
