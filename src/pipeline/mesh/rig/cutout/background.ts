import { addGrain, measureGrain } from "../../../photo/grain.ts";
import { type Raster, sampleInto } from "../../../photo/raster.ts";

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
  const filled = new Float32Array(texture);
  const unknown = known.map((flag) => 1 - flag);
  fillFrom(levels[0]!, filled, unknown, side);
  const grain = measureGrain(filled, side, side, unknown);
  const calm = surroundings?.face.map((face) => 1 - face);
  addGrain(filled, unknown, calm ? Math.min(grain, measureGrain(filled, side, side, new Uint8Array(calm))) : grain);
  return new Uint8Array(new Uint8ClampedArray(filled).buffer);
}

/** 1 where a pixel and all within reach of it are background. */
function knownPixels(coverage: Float32Array, side: number, least: number): Uint8Array {
  const reach = Math.max(2, least, Math.round(EDGE_SHARE * side));
  const rows = new Uint8Array(coverage.length);
  for (let y = 0; y < side; y++)
    for (let x = 0, end = 0; x < side; x++) {
      const i = y * side + x;
      if (coverage[i]! <= PERSON) continue;
      // What was marked for the person's pixel before need not be marked again.
      const from = Math.max(end, y * side, i - reach);
      end = Math.min((y + 1) * side, i + reach + 1);
      rows.fill(1, from, end);
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
  const colour = new Float32Array(3);
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const i = y * fine.width + x;
      const w = fine.known[i]!;
      if (w >= 1) continue;
      sampleInto(coarse, (x - 0.5) / 2, (y - 0.5) / 2, colour);
      for (let c = 0; c < 3; c++) fine.data[3 * i + c] = w * fine.data[3 * i + c]! + (1 - w) * colour[c]!;
    }
  }
}

function fillFrom(level: Level, rgb: Float32Array, unknown: Uint8Array, side: number): void {
  for (let y = 0, i = 0; y < side; y++)
    for (let x = 0; x < side; x++, i++)
      if (unknown[i] === 1) sampleInto(level, (x - 0.5) / 2, (y - 0.5) / 2, rgb, 3 * i);
}
