import { smoothstep } from "../../../math.ts";
import { fitHead } from "../../../perceive/pose.ts";
import { MASK_SIZE } from "../../../perceive/segment.ts";
import type { Mesh } from "../../../types.ts";
import { type Hanging, hangingFrom } from "../hanging.ts";
import { headOutline } from "../head/depth.ts";
import { facePixels } from "../head/face-pixels.ts";

/** Somebody else in the picture: their mesh in texture pixels, and whether their head has been taken off the picture already. */
export interface OtherPerson {
  readonly mesh: Mesh;
  readonly takenOff: boolean;
}

/** Sizes of outlines over the usual head's: within the first all surely belongs to the person, big hair reaches up to the second. */
const SURE_HEAD = 0.8;
const MOST_HEAD = 1.4;

/** A part of the body below the chin, cm, and how far it reaches to either side. */
interface Strip {
  readonly from: number;
  readonly to: number;
  readonly halfWidth: number;
}

/** What surely is neck and chest, and what hides those behind. */
const NECK: Strip = { from: 0, to: 6, halfWidth: 3.5 };
const CHEST: Strip = { from: 6, to: 26, halfWidth: 7 };
const SHOULDERS: Strip = { from: -4, to: 60, halfWidth: 14 };
/** Below this probability a cell of the mask shows nobody. */
const NOBODY = 0.2;
/** What a step over one cell costs beside the change of colour (levels) that it meets. */
const STEP = 3;
const SWEEPS = 3;
/** No seed lies farther from its person's chin, cm. */
const REACH_CM = 30;

/** Seeds: cells of which it is sure whose they are. */
const OWN = 1;
const OTHERS = 2;

/**
 * Takes other people out of the person mask (256 x 256, 0..1). Ways start at everybody's head and chest, and each step costs as
 * much as the colour changes; a cell belongs to whoever has the cheaper way to it (geodesic distances: Bai and Sapiro 2009).
 */
export function ownPerson(
  mask: Float32Array,
  texture: Uint8Array,
  side: number,
  own: Mesh,
  neighbours: readonly OtherPerson[],
): Float32Array {
  if (neighbours.length === 0) return mask;
  const seeds = plantSeeds(mask, side, own, neighbours);
  const costs = stepCosts(shrink(texture, side));
  const toOwn = distances(costs, seeds, OWN);
  const toOther = distances(costs, seeds, OTHERS);
  return mask.map((person, i) => {
    const share = toOther[i]! / (toOwn[i]! + toOther[i]! + 1e-6);
    return person * smoothstep(0.42, 0.58, share);
  });
}

function plantSeeds(mask: Float32Array, side: number, own: Mesh, neighbours: readonly OtherPerson[]): Uint8Array {
  const seeds = Uint8Array.from(mask, (person) => (person < NOBODY ? OTHERS : 0));
  const scale = MASK_SIZE / side;
  const self = partsOf(own.map((value) => value * scale));
  const contested: number[] = [];
  for (const { mesh, takenOff } of neighbours) {
    const other = partsOf(mesh.map((value) => value * scale));
    other.eachCell((i, x, y, inFace) => {
      const head = !takenOff && (inFace || other.head(x, y));
      // This person's hair and shoulders hide the body of somebody who stands behind.
      const trunk = takenOff ? other.chest(x, y) : other.trunk(x, y) && !self.wide(x, y);
      if (head || trunk) seeds[i] = OTHERS;
      if (inFace && !takenOff) contested.push(i);
    });
  }
  const theirs = new Set(contested);
  self.eachCell((i, x, y, inFace) => {
    if (!inFace && !self.head(x, y) && !self.trunk(x, y)) return;
    // This person's hair may hide a part of a neighbour's face: a cell in both gets no seed, and the colours decide.
    seeds[i] = inFace || !theirs.has(i) ? OWN : 0;
  });
  return seeds;
}

type Part = (x: number, y: number) => boolean;

/** Where the parts of somebody lie. */
interface Parts {
  readonly head: Part;
  readonly chest: Part;
  readonly trunk: Part;
  /** As far as hair and shoulders may reach. */
  readonly wide: Part;
  /** Visits the cells of the mask that any part but the last may lie in. */
  eachCell(visit: (i: number, x: number, y: number, inFace: boolean) => void): void;
}

/** The mesh in cells of the mask. */
function partsOf(mesh: Mesh): Parts {
  const fit = fitHead(mesh);
  const hanging = hangingFrom(fit);
  const below = (strip: Strip): Part => partBelow(hanging, strip);
  const [neck, chest, shoulders] = [below(NECK), below(CHEST), below(SHOULDERS)];
  const hair = headOutline(fit, MOST_HEAD);
  return {
    head: headOutline(fit, SURE_HEAD),
    chest,
    trunk: (x, y) => neck(x, y) || chest(x, y),
    wide: (x, y) => hair(x, y) || shoulders(x, y),
    eachCell: (visit) => {
      const [cx, cy] = hanging.chin;
      const reach = REACH_CM * fit.scale;
      const [left, right] = [Math.max(0, Math.floor(cx - reach)), Math.min(MASK_SIZE, Math.ceil(cx + reach))];
      const [top, bottom] = [Math.max(0, Math.floor(cy - reach)), Math.min(MASK_SIZE, Math.ceil(cy + reach))];
      if (left >= right || top >= bottom) return;
      const face = facePixels(mesh, MASK_SIZE);
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) visit(y * MASK_SIZE + x, x, y, face[y * MASK_SIZE + x] === 1);
    },
  };
}

/** A strip of the body that hangs below a head. */
function partBelow({ below, beside }: Hanging, { from, to, halfWidth }: Strip): Part {
  return (x, y) => {
    const height = below(x, y);
    return height >= from && height <= to && Math.abs(beside(x, y)) <= halfWidth;
  };
}

/** The texture's mean colours in cells of the mask. */
function shrink(texture: Uint8Array, side: number): Float32Array {
  const out = new Float32Array(3 * MASK_SIZE * MASK_SIZE);
  for (let y = 0, o = 0; y < MASK_SIZE; y++) {
    const [top, bottom] = cell(y, side);
    for (let x = 0; x < MASK_SIZE; x++, o += 3) {
      const [left, right] = cell(x, side);
      for (let py = top; py < bottom; py++)
        for (let px = left; px < right; px++)
          for (let c = 0; c < 3; c++) out[o + c]! += texture[3 * (py * side + px) + c]!;
      for (let c = 0; c < 3; c++) out[o + c]! /= (bottom - top) * (right - left);
    }
  }
  return out;
}

function cell(k: number, side: number): [number, number] {
  const start = Math.min(side - 1, Math.floor((k * side) / MASK_SIZE));
  return [start, Math.max(start + 1, Math.floor(((k + 1) * side) / MASK_SIZE))];
}

/** What the step costs from each cell to the one before it in its row, and to the three nearest in the row above. */
interface StepCosts {
  readonly before: Float64Array;
  readonly aboveBefore: Float64Array;
  readonly above: Float64Array;
  readonly aboveAfter: Float64Array;
}

/** A step costs by its length, and as much as the colour changes. Each is taken many times, so it is counted once. */
function stepCosts(picture: Float32Array): StepCosts {
  const towards = (back: number, length: number): Float64Array => {
    const costs = new Float64Array(picture.length / 3);
    for (let i = back, p = 3 * back, q = 0; i < costs.length; i++, p += 3, q += 3)
      costs[i] =
        length * STEP +
        Math.abs(picture[p]! - picture[q]!) +
        Math.abs(picture[p + 1]! - picture[q + 1]!) +
        Math.abs(picture[p + 2]! - picture[q + 2]!);
    return costs;
  };
  return {
    before: towards(1, 1),
    aboveBefore: towards(MASK_SIZE + 1, Math.SQRT2),
    above: towards(MASK_SIZE, 1),
    aboveAfter: towards(MASK_SIZE - 1, Math.SQRT2),
  };
}

/** Geodesic distance of every cell from the nearest seed of a kind, by sweeps forth and back (Toivanen 1996). */
function distances(costs: StepCosts, seeds: Uint8Array, from: number): Float32Array {
  const out = new Float32Array(seeds.length);
  for (let i = 0; i < out.length; i++) out[i] = seeds[i] === from ? 0 : 1e9;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    sweepDown(costs, out);
    sweepUp(costs, out);
  }
  return out;
}

function sweepDown({ before, aboveBefore, above, aboveAfter }: StepCosts, out: Float32Array): void {
  for (let i = MASK_SIZE + 1, up = 1; i < out.length; i++, up++) {
    let least = out[i]!;
    const one = out[i - 1]! + before[i]!;
    if (one < least) least = one;
    const two = out[up - 1]! + aboveBefore[i]!;
    if (two < least) least = two;
    const three = out[up]! + above[i]!;
    if (three < least) least = three;
    const four = out[up + 1]! + aboveAfter[i]!;
    if (four < least) least = four;
    out[i] = least;
  }
}

/** The way back: the same steps, taken from their other ends. */
function sweepUp({ before, aboveBefore, above, aboveAfter }: StepCosts, out: Float32Array): void {
  for (let down = out.length - 2, i = down - MASK_SIZE; i >= 0; i--, down--) {
    let least = out[i]!;
    const one = out[i + 1]! + before[i + 1]!;
    if (one < least) least = one;
    const two = out[down + 1]! + aboveBefore[down + 1]!;
    if (two < least) least = two;
    const three = out[down]! + above[down]!;
    if (three < least) least = three;
    const four = out[down - 1]! + aboveAfter[down - 1]!;
    if (four < least) least = four;
    out[i] = least;
  }
}
