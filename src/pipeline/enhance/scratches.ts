import type { FaceZones } from "./face-zones.ts";
import { brightness, darkness, type Piece, pieces, spread } from "./line-marks.ts";
import type { Plane } from "./plane.ts";

/** On smaller faces (pixels) a scratch cannot be told from a feature. */
const LEAST_FACE = 60;
/** Thin is what is narrower than twice this, of the face's size. */
const THIN = 0.02;
/** How much brighter than what surrounds it a mark is (levels), and how much its paler rim. */
const CONTRAST = 34;
const RIM_CONTRAST = 20;
/** A scratch is at least this long, of the face's size, and so many times as long as wide. */
const LONG = 0.1;
const SLENDER = 3.5;
/** A speck is at most so large, of the face's size. */
const SPECK = 0.03;
/** Fewer pixels than these may be anything. */
const LEAST_SPECK = 4;
/** This share of a mark lies on skin, and this share at least where no feature is near. */
const ON_FACE = 0.25;
const CLEAR = 0.4;
/** What only hangs beside the face, below the eyes, is an earring or a tassel. */
const TOUCHING = 0.03;
/** More than this share of thin bright and dark things round a mark: hair, a beard, cloth, an engraving. */
const MOST_CLUTTER = 0.1;
/** What lies on either side of a mark differs by less than this share of how much it stands out. */
const ONE_SURFACE = 0.6;
/** So many marks beside the head, where no feature can be mistaken for one, say that the picture is damaged at all. */
const DAMAGED = 3;
/** How far round a mark that is looked at, of the face's size. */
const CLUTTER_REACH = 0.09;
/** A scratch may go on beyond a gap, and wander aside, by so much of the face's size. */
const GAP = 0.35;
const ASIDE = 0.045;

/**
 * Scratches, cracks and specks of dust that lie on a face as bright marks: 1 for each pixel of the region that belongs to one.
 * Bright only: what is dark and thin on a face is a lash, a wrinkle, a hair or a mole. A mark is thin, whiter than the skin is
 * anywhere, and alone: where many thin things are together they belong to the picture. `light` must be without noise; `size` is
 * the face's, in its pixels.
 */
export function findMarks(light: Plane, zones: FaceZones, size: number): Uint8Array {
  if (size < LEAST_FACE) return new Uint8Array(light.data.length);
  const { width } = light;
  const radius = Math.max(2, Math.round(THIN * size));
  const bright = brightness(light, radius);
  const dark = darkness(light, radius);
  const white = whitest(light, bright, zones);
  const strong = bright.map((value, i) => (value > CONTRAST && light.data[i]! > white ? 1 : 0));
  const set = Uint8Array.from(bright, (value, i) => (value > RIM_CONTRAST && zones.kept[i] === 0 ? 1 : 0));
  const busy = Uint8Array.from(bright, (value, i) => (Math.max(value, dark[i]!) > CONTRAST ? 1 : 0));
  const reach = Math.max(4, Math.round(CLUTTER_REACH * size));
  const found = pieces(nearStrong(set, strong, light), width).filter(({ pixels }) =>
    pixels.some((i) => strong[i]! > 0),
  );
  const alone = found.filter((piece) => liesOn(piece, light) && clutter(piece, busy, light, reach) < MOST_CLUTTER);
  const beside = alone.filter((piece) => share(piece, zones.face) === 0);
  const out = new Uint8Array(set.length);
  if (beside.length < DAMAGED) return out;
  const marks = alone.filter((piece) => isMark(piece, size, zones, width));
  const lines = marks.filter((piece) => isLine(piece, size));
  const more = found.filter((piece) => lines.some((line) => goesOn(line, piece, size, width)));
  // Where a scratch crosses the face, what is like it beside the face is another.
  if (lines.length > 0) more.push(...beside);
  for (const { pixels } of [...marks, ...more]) for (const i of pixels) out[i] = 1;
  return out;
}

/** The skin's highest level in any area broader than a mark. */
function whitest(light: Plane, bright: Float32Array, { face, kept }: FaceZones): number {
  const levels = light.data.filter((_, i) => face[i] === 1 && kept[i] === 0 && bright[i]! < RIM_CONTRAST).sort();
  return levels[Math.floor(0.97 * (levels.length - 1))] ?? 255;
}

/** The pixels of a mark, and its paler rim. */
function nearStrong(set: Uint8Array, strong: Float32Array, size: Plane): Uint8Array {
  const near = spread(strong, size, 5, Math.max);
  return set.map((flag, i) => (flag === 1 && near[i]! > 0 ? 1 : 0));
}

const isLine = ({ length, width }: Piece, size: number): boolean =>
  length >= Math.max(6, LONG * size) && length >= SLENDER * width;

const isSpeck = ({ length }: Piece, size: number): boolean => length <= Math.max(3, SPECK * size);

const share = ({ pixels }: Piece, zone: Uint8Array): number =>
  pixels.reduce((sum, i) => sum + zone[i]!, 0) / pixels.length;

const lowestRow = (zone: Uint8Array, columns: number): number => Math.floor(zone.lastIndexOf(1) / columns);

function isMark(piece: Piece, size: number, zones: FaceZones, columns: number): boolean {
  if (share(piece, zones.mouth) > 0) return false;
  if (isLine(piece, size)) {
    const hangs = share(piece, zones.face) < TOUCHING && piece.y > lowestRow(zones.delicate, columns);
    return !hangs && share(piece, zones.around) >= ON_FACE && share(piece, zones.delicate) <= 1 - CLEAR;
  }
  return (
    piece.pixels.length >= LEAST_SPECK &&
    isSpeck(piece, size) &&
    share(piece, zones.delicate) === 0 &&
    share(piece, zones.face) === 1
  );
}

/** Whether a mark lies on one surface: an edge, a rim or a strand has something else on either side. */
function liesOn({ pixels, width, alongX, alongY }: Piece, { width: columns, data }: Plane): boolean {
  const away = width / 2 + 3;
  const step = Math.round(away * alongX) * columns - Math.round(away * alongY);
  const differences: number[] = [];
  const heights: number[] = [];
  for (const i of pixels) {
    const [a, b] = [data[i + step], data[i - step]];
    if (a === undefined || b === undefined) continue;
    differences.push(Math.abs(a - b));
    heights.push(data[i]! - Math.max(a, b));
  }
  return median(heights) > CONTRAST / 2 && median(differences) < ONE_SURFACE * median(heights);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** A piece that lies on a scratch's line, not far from its end, is more of the same scratch. */
function goesOn(line: Piece, piece: Piece, size: number, width: number): boolean {
  const offset = (i: number): [number, number] => {
    const [dx, dy] = [(i % width) - line.x, Math.floor(i / width) - line.y];
    return [Math.abs(dx * line.alongX + dy * line.alongY), Math.abs(dy * line.alongX - dx * line.alongY)];
  };
  const near = piece.pixels.filter((i) => {
    const [along, across] = offset(i);
    return along < line.length / 2 + GAP * size && across < ASIDE * size + 1;
  });
  return near.length > 0.7 * piece.pixels.length;
}

/** Share of thin things, other than itself, round a mark. */
function clutter({ pixels }: Piece, busy: Uint8Array, { width, height }: Plane, reach: number): number {
  const own = new Set<number>();
  for (const i of pixels)
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) own.add(i + dy * width + dx);
  const seen = new Set<number>();
  let found = 0;
  for (const i of pixels) {
    const [x, y] = [i % width, Math.floor(i / width)];
    for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v += 2)
      for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u += 2) {
        const k = v * width + u;
        if (own.has(k) || seen.has(k)) continue;
        seen.add(k);
        found += busy[k]!;
      }
  }
  return seen.size === 0 ? 0 : found / seen.size;
}
