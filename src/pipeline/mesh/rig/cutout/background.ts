import { grainAt, measureGrain } from "../../../photo/grain.ts";
import { doubledRow, type Raster } from "../../../photo/raster.ts";

/** Above this coverage a pixel belongs to the person and says nothing about what lies behind. */
const PERSON = 0.02;
/** Pixels next to the person's edge that still carry its colour, of the texture's side. */
const EDGE_SHARE = 0.006;

/** One floor of the pyramid, square. */
interface Level extends Raster {
  readonly data: Float32Array;
  /** 1 where the colour is known, less where only a part of the pixel was, 0 where nothing is known. */
  readonly known: Float32Array;
}

/** Where a texture is a part of a picture with other people in it. */
export interface Surroundings {
  /** Pixels next to the person's edge that may carry its colour. */
  readonly reach: number;
  /** 1 on the face: calm skin tells the picture's grain where the rest is full of detail. */
  readonly face: Float32Array;
}

/**
 * What lies behind the person: the colours round it run smoothly in (pull-push over a pyramid, Gortler et al. 1996) with the
 * picture's own grain. Returns `side * side * 3` bytes; pixels well outside the person are the photo's own.
 */
export function fillBackground(
  texture: Uint8Array,
  coverage: Float32Array,
  side: number,
  surroundings?: Surroundings,
): Uint8Array {
  const known = knownPixels(coverage, side, surroundings?.reach ?? 0);
  const levels: Level[] = [pullFirst(texture, known, side)];
  for (let level = levels[0]!; level.width > 2; ) {
    level = pull(level);
    levels.push(level);
  }
  for (let k = levels.length - 2; k >= 0; k--) push(levels[k + 1]!, levels[k]!);
  const grain = measureGrain(texture, side, side, (i) => known[i] === 1);
  const calm = surroundings ? measureGrain(texture, side, side, (i) => surroundings.face[i] === 1) : grain;
  return filledFrom(levels[0]!, texture, known, Math.min(grain, calm));
}

/** 1 where a pixel and all within reach of it are background. */
function knownPixels(coverage: Float32Array, side: number, least: number): Uint8Array {
  const reach = Math.max(2, least, Math.round(EDGE_SHARE * side));
  const rows = new Uint8Array(coverage.length);
  for (let start = 0; start < rows.length; start += side) {
    const end = start + side;
    for (let i = start, until = -1; i < end; i++) {
      if (coverage[i]! > PERSON) until = i + reach;
      if (i <= until) rows[i] = 1;
    }
    for (let i = end - 1, until = rows.length; i >= start; i--) {
      if (coverage[i]! > PERSON) until = i - reach;
      if (i >= until) rows[i] = 1;
    }
  }
  const known = new Uint8Array(coverage.length);
  // How many of the rows within reach are marked in each column; a row enters below as another leaves above.
  const marked = new Uint16Array(side);
  for (let y = -reach; y < side; y++) {
    const [enters, leaves] = [y + reach, y - reach - 1];
    if (enters < side) for (let x = 0, i = enters * side; x < side; x++, i++) marked[x]! += rows[i]!;
    if (leaves >= 0) for (let x = 0, i = leaves * side; x < side; x++, i++) marked[x]! -= rows[i]!;
    if (y >= 0) for (let x = 0, i = y * side; x < side; x++, i++) known[i] = marked[x] === 0 ? 1 : 0;
  }
  return known;
}

/** The first level at half size, straight from the bytes. */
function pullFirst(texture: Uint8Array, known: Uint8Array, side: number): Level {
  const half = Math.ceil(side / 2);
  const rgb = new Float32Array(3 * half * half);
  const weight = new Float32Array(half * half);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const i = y * side + x;
      if (known[i] === 0) continue;
      const o = (y >> 1) * half + (x >> 1);
      weight[o]! += 1;
      for (let c = 0; c < 3; c++) rgb[3 * o + c]! += texture[3 * i + c]!;
    }
  }
  return normalised(rgb, weight, half);
}

function pull(from: Level): Level {
  const half = Math.ceil(from.width / 2);
  const rgb = new Float32Array(3 * half * half);
  const weight = new Float32Array(half * half);
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < from.width; x++) {
      const i = y * from.width + x;
      const o = (y >> 1) * half + (x >> 1);
      const w = from.known[i]!;
      weight[o]! += w;
      for (let c = 0; c < 3; c++) rgb[3 * o + c]! += w * from.data[3 * i + c]!;
    }
  }
  return normalised(rgb, weight, half);
}

function normalised(rgb: Float32Array, weight: Float32Array, side: number): Level {
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i]!;
    if (w === 0) continue;
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = rgb[3 * i + c]! / w;
    weight[i] = Math.min(1, w);
  }
  return { width: side, height: side, channels: 3, data: rgb, known: weight };
}

/** Completes a level from the coarser one where its own colours are missing. */
function push(coarse: Level, fine: Level): void {
  const row = new Float32Array(6 * coarse.width);
  for (let y = 0; y < fine.height; y++) {
    doubledRow(coarse, y, row);
    for (let x = 0; x < fine.width; x++) {
      const i = y * fine.width + x;
      const w = fine.known[i]!;
      if (w >= 1) continue;
      for (let c = 0; c < 3; c++) fine.data[3 * i + c] = w * fine.data[3 * i + c]! + (1 - w) * row[3 * x + c]!;
    }
  }
}

/** The texture with what is not known of it taken from the level at half its size, and given grain. */
function filledFrom(level: Level, texture: Uint8Array, known: Uint8Array, grain: number): Uint8Array {
  const out = new Uint8ClampedArray(texture);
  const side = Math.sqrt(known.length);
  const row = new Float32Array(6 * level.width);
  for (let y = 0, i = 0; y < side; y++) {
    doubledRow(level, y, row);
    for (let x = 0; x < side; x++, i++) {
      if (known[i] === 1) continue;
      const noise = grainAt(i, grain);
      for (let c = 0; c < 3; c++) out[3 * i + c] = row[3 * x + c]! + noise;
    }
  }
  return new Uint8Array(out.buffer);
}
