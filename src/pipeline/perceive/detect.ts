import type { ModelOptions } from "../models/onnx.ts";
import type { Box, Detection, Photo } from "../types.ts";
import { containment, overlap, withoutOverlaps } from "./boxes.ts";
import { type Look, lookFullRange, lookShortRange, SHORT_RANGE_SIZE } from "./detect-models.ts";
import { SURE_SCORE } from "./find-mesh.ts";
import { resized, roundUp, type ScaledCopy, scaledCopy, valuesOf } from "./scaled-copy.ts";

/**
 * Longer sides, in pixels, of the copies of a photo that are searched as a whole: a detector knows faces of some sizes better than of
 * others.
 */
const LEVELS = [136, 192, 384] as const;

/**
 * A larger copy, for smaller faces: searched in windows, and only where the next smaller copy showed something small, however faint.
 * That takes a third of the time that the whole copy does, in most photos.
 */
interface FineSearch {
  /** Longer side of the copy, and side of a window. */
  readonly level: number;
  readonly window: number;
  /** Down to this score something is looked at again: of the faces that only this copy shows clearly, none was fainter in the smaller one… */
  readonly faintest: number;
  /** … and up to this share of the photo's longer side: what is larger needs no closer look. */
  readonly share: number;
}

/** In the last one a face of 20 px in a photo of 2,000 px still has 14. What a small window shows stands out more: the second asks for more. */
const FINE_SEARCHES: readonly FineSearch[] = [
  { level: 768, window: 128, faintest: 0.02, share: 1 / 14 },
  { level: 1408, window: 256, faintest: 0.12, share: 1 / 16 },
];
const LARGEST_LEVEL = 1408;
/** A copy that is hardly larger than the one before shows nothing new. */
const LEAST_LARGER = 1.2;
/** Between those, for photos in which nothing sure was found: a detector's answers change with the scale. */
const LEVELS_BETWEEN = [272, 544] as const;
/** Copies up to this size are searched in one go, where all of them is. */
const LARGEST_WHOLE = 1024;
/** By how much the windows of larger ones overlap: more than the faces that only these copies show. */
const QUARTERS_OVERLAP = 64;
/** A small photo is enlarged at most this much: beyond it, grain begins to look like faces. */
const MOST_ENLARGED = 2.1;
/** Up to this level a copy gets a border, so that a face that fills the photo has surroundings. */
const BORDERED_LEVEL = 192;
/** The border, as a share of the copy's longer side. */
const BORDER = 0.25;
/** Low, since what is found here is looked at again; see `findMesh`. */
const LEAST_SCORE = 0.3;
const MOST_OVERLAP = 0.3;
/** More are not looked at again, whatever a picture is tiled with: they would take longer than anybody waits. */
const MOST_CANDIDATES = 120;
/** What lies in a sure face by this much is its eye or mouth. */
const WITHIN = 0.7;
/** A face of this score and share of the photo's longer side is plain to see. */
const PLAIN_SCORE = 0.6;
const PLAIN_SHARE = 0.15;
/** In a small window even a faded print's faces stand out: there others may yet be missed up to this score. */
const PLAIN_IN_WINDOW = 0.85;
/** What the closer search finds counts at most this much. */
const UNSURE_SCORE = 0.7;
/** A closer search: windows of the size that a detector was trained on, over copies of these longer sides. */
interface CloseSearch {
  readonly look: Look;
  readonly size: number;
  readonly levels: readonly number[];
}

const CLOSE_SEARCHES: readonly CloseSearch[] = [
  { look: lookFullRange, size: 192, levels: [384, 544, 768] },
  { look: lookShortRange, size: SHORT_RANGE_SIZE, levels: [160, 232, 320, 457, 640] },
];

/**
 * Whatever looks like a face at some size, best first: every real one with few exceptions, and some that are none, which
 * `findFaces` sorts out. Finds faces tilted up to about 45°, and many that lie
 * otherwise, whose tilt it then tells wrongly. At most `MOST_CANDIDATES`: those that are large and sure.
 */
export async function detectFaces(photo: Photo, options: ModelOptions = {}): Promise<Detection[]> {
  const reduced = await reduce(photo);
  const [x, y] = [photo.width / reduced.width, photo.height / reduced.height];
  return mostPromising(await searchPhoto(reduced, options)).map(({ box, ...face }) => ({
    ...face,
    box: { x: box.x * x, y: box.y * y, width: box.width * x, height: box.height * y },
  }));
}

function mostPromising(found: readonly Detection[]): readonly Detection[] {
  if (found.length <= MOST_CANDIDATES) return found;
  const promise = ({ box, score }: Detection): number => score * box.width;
  const least = found.map(promise).sort((a, b) => b - a)[MOST_CANDIDATES - 1]!;
  return found.filter((face) => promise(face) >= least).slice(0, MOST_CANDIDATES);
}

/** A large photo at the size of its largest copy, from which all others are made: shrinking the original each time is slow. */
async function reduce(photo: Photo): Promise<Photo> {
  const scale = LARGEST_LEVEL / longerSide(photo);
  return scale < 1 ? { ...(await resized(photo, scale)), damaged: photo.damaged } : photo;
}

async function searchPhoto(photo: Photo, options: ModelOptions): Promise<Detection[]> {
  const [first] = FINE_SEARCHES as [FineSearch];
  let seen = await searchLevels(photo, withinReach(LEVELS, photo), first.faintest, options);
  const found = certain(seen);
  let plain = found.some((face) => isPlain(face, photo));
  let before: number = LEVELS.at(-1)!;
  for (const [k, search] of FINE_SEARCHES.entries()) {
    const level = k === 0 ? search.level : Math.min(search.level, longerSide(photo));
    if (level <= before * LEAST_LARGER || withinReach([level], photo).length === 0) break;
    const faintest = FINE_SEARCHES[k + 1]?.faintest ?? LEAST_SCORE;
    seen = await searchFinely(photo, { ...search, level }, { seen, found, faintest }, options);
    found.push(...certain(seen));
    plain ||= seen.some(({ score }) => score >= PLAIN_IN_WINDOW);
    before = level;
  }
  if (plain) return withoutOverlaps(found, MOST_OVERLAP);
  found.push(...(await searchLevels(photo, withinReach(LEVELS_BETWEEN, photo), LEAST_SCORE, options)));
  for (const search of CLOSE_SEARCHES) found.push(...(await searchClosely(photo, search, found, options)));
  return withoutOverlaps(found, MOST_OVERLAP);
}

const certain = (seen: readonly Detection[]): Detection[] => seen.filter(({ score }) => score >= LEAST_SCORE);

/** Whether a face was seen so well, or is so large, that the photo needs no closer search. */
function isPlain({ box, score }: Detection, photo: Photo): boolean {
  return score >= SURE_SCORE || (score >= PLAIN_SCORE && box.width >= PLAIN_SHARE * longerSide(photo));
}

async function searchLevels(
  photo: Photo,
  levels: readonly number[],
  leastScore: number,
  options: ModelOptions,
): Promise<Detection[]> {
  const found: Detection[] = [];
  for (const level of levels) {
    const border = level <= BORDERED_LEVEL ? BORDER * level : 0;
    const copy = await scaledCopy(photo, level / longerSide(photo), border);
    const whole = { x: 0, y: 0, width: copy.width, height: copy.height };
    found.push(...(await searchWindow(copy, whole, lookFullRange, leastScore, options)));
  }
  return found;
}

/** What is known when a larger copy is searched: what the next smaller one showed, all that was found, and how faint answers may be. */
interface Known {
  readonly seen: readonly Detection[];
  readonly found: readonly Detection[];
  readonly faintest: number;
}

/** Searches a large copy where the next smaller one showed something small and doubtful, or all of it where that is everywhere. */
async function searchFinely(
  photo: Photo,
  search: FineSearch,
  { seen, found, faintest }: Known,
  options: ModelOptions,
): Promise<Detection[]> {
  const sure = found.filter(({ score }) => score >= SURE_SCORE);
  const doubtful = seen.filter(
    ({ box, score }) =>
      score >= search.faintest &&
      score < SURE_SCORE &&
      box.width <= search.share * longerSide(photo) &&
      sure.every((face) => containment(face.box, box) <= WITHIN),
  );
  const copy = await scaledCopy(photo, search.level / longerSide(photo), 0, search.window);
  const windows = windowsAround(doubtful, copy, search.window);
  const few = windows.length * search.window ** 2 < copy.width * copy.height;
  const answers: Detection[] = [];
  for (const window of few ? windows : quartersOf(copy)) {
    answers.push(...(await searchWindow(copy, window, lookFullRange, faintest, options)));
  }
  return answers;
}

/** For each face the window in whose middle it lies most. */
function windowsAround(faces: readonly Detection[], copy: ScaledCopy, size: number): Box[] {
  const nearest = (starts: readonly number[], middle: number): number =>
    starts.reduce((best, start) =>
      Math.abs(start + size / 2 - middle) < Math.abs(best + size / 2 - middle) ? start : best,
    );
  const [columns, rows] = [windowStarts(copy.width, size), windowStarts(copy.height, size)];
  const windows = new Map<string, Box>();
  for (const { box } of faces) {
    const x = nearest(columns, (box.x + box.width / 2) * copy.scaleX + copy.left);
    const y = nearest(rows, (box.y + box.height / 2) * copy.scaleY + copy.top);
    windows.set(`${x},${y}`, { x, y, width: size, height: size });
  }
  return [...windows.values()];
}

/**
 * Searches a photo window by window for what is not `known` yet. What surrounds a face dampens a detector, a bright and faded
 * print most of all; in a small window even its faces stand out. What only this finds is never sure.
 */
async function searchClosely(
  photo: Photo,
  { look, size, levels }: CloseSearch,
  known: readonly Detection[],
  options: ModelOptions,
): Promise<Detection[]> {
  const found: Detection[] = [];
  for (const level of withinReach(levels, photo)) {
    const copy = await scaledCopy(photo, level / longerSide(photo), 0, size);
    for (const y of windowStarts(copy.height, size)) {
      for (const x of windowStarts(copy.width, size)) {
        found.push(...(await searchWindow(copy, { x, y, width: size, height: size }, look, LEAST_SCORE, options)));
      }
    }
  }
  return found
    .filter(({ box }) => known.every((other) => overlap(other.box, box) <= MOST_OVERLAP))
    .map((face) => ({ ...face, score: Math.min(face.score, UNSURE_SCORE) }));
}

/** The whole of a copy, or a large one in four overlapping windows: the detector's memory grows with the area it sees. */
function quartersOf({ width, height }: ScaledCopy): Box[] {
  if (Math.max(width, height) <= LARGEST_WHOLE) return [{ x: 0, y: 0, width, height }];
  const [w, h] = [width, height].map((side) => Math.min(side, roundUp(side / 2 + QUARTERS_OVERLAP / 2))) as [
    number,
    number,
  ];
  return [0, height - h].flatMap((y) => [0, width - w].map((x) => ({ x, y, width: w, height: h })));
}

/** Where windows begin along a side, so that they cover it and overlap by a quarter at least. */
function windowStarts(length: number, size: number): number[] {
  const gaps = Math.max(0, Math.ceil((length - size) / (size * 0.75)));
  return Array.from({ length: gaps + 1 }, (_, i) => (gaps === 0 ? 0 : Math.round(((length - size) * i) / gaps)));
}

function longerSide({ width, height }: Photo): number {
  return Math.max(width, height);
}

/** The levels that do not enlarge a photo too much; the smallest of them suit any. */
function withinReach(levels: readonly number[], photo: Photo): number[] {
  return levels.filter((level) => level <= Math.max(BORDERED_LEVEL, longerSide(photo) * MOST_ENLARGED));
}

/** Faces in a part of a copy, in photo pixels. */
async function searchWindow(
  copy: ScaledCopy,
  window: Box,
  look: Look,
  leastScore: number,
  options: ModelOptions,
): Promise<Detection[]> {
  const { width, height } = window;
  const seen = await look({ values: valuesOf(copy, window), width, height }, leastScore, options);
  return withoutOverlaps(seen, MOST_OVERLAP).map(({ box, score, roll }) => ({
    box: {
      x: (box.x + window.x - copy.left) / copy.scaleX,
      y: (box.y + window.y - copy.top) / copy.scaleY,
      width: box.width / copy.scaleX,
      height: box.height / copy.scaleY,
    },
    score,
    roll,
  }));
}
