import type { Plane } from "../photo/plane.ts";
import { valueAt } from "../photo/raster.ts";
import { type Curve, joinCurves, offset, traceCurves } from "./curves.ts";
import { BRIGHT_LINE, BRIGHT_SPECK, DARK_LINE, DARK_SPECK, weigh } from "./damage-odds.ts";
import type { FaceZones } from "./face-zones.ts";
import { LineGauge } from "./line-measures.ts";
import { findRidges, type Ridges } from "./ridges.ts";
import { findSpecks, type Speck } from "./specks.ts";

/** On smaller faces (pixels) a scratch cannot be told from a feature. */
const LEAST_FACE = 60;
/** A line begins where it stands out so much (levels), goes on where it does so much, and may be broken for so much of the face's size. */
const START = 16;
const FAINTEST = 7;
const GAP = 0.08;
/** Pieces of it may lie so far apart, of the face's size. */
const BREAK = 0.55;
/** Shorter lines, of the face's size and in pixels, may be anything. */
const SHORT = 0.06;
const SHORTEST = 6;

/** From here on (logarithm of odds) a mark is damage whatever else there is; dark ones have more that looks like them, but score less. */
const SURE = { bright: 1.3, dark: 0.9 };
/** In a picture with such a mark, others need only be likely; what lies on the same line, hardly that. */
const LIKELY = 0.6;
const SAME_LINE = -1.5;
/** A dark line that lies on the face alone is a wrinkle or a strand of hair up to here. */
const WRINKLE = 2;
const ALL_ON_FACE = 0.95;
/** A speck is sure from here on. A dark one may yet be a mole: unless several are sure, or lie elsewhere. */
const SURE_SPECK = 1.7;
const SEVERAL = 3;

/** Share of a line that may lie on eyes, lips and the nose's end, and on brows and glasses. */
const MOST_KEPT = 0.6;
const MOST_DELICATE = 0.6;
/** A shorter line that ends at the mouth is held by it, of the face's size. */
const HELD = 0.6;
/** A shorter line that hangs beside the face, below the eyes, is an earring or a tassel. */
const EARRING = 0.35;
const TOUCHING = 0.03;
/** What lies on the course of a scratch: so far beyond its ends, and so far aside, of the face's size. */
const REACH = 0.35;
const ASIDE = 0.03;
/** In the gaps of a line that is found, what stands out so much (levels) belongs to it. */
const REMNANT = 4;
/** A mark's pixels are those that stand out by this share of what its middle does. */
const FLANK = 0.25;

interface Line {
  readonly curve: Curve;
  readonly score: number;
}

/**
 * Scratches, cracks, creases and dust on the picture of a head: 1 for each pixel that belongs to one. Each line and speck is
 * measured, and weighed for and against its being damage. Where some surely is, less is asked of the rest. `light` must be
 * without noise; `size` is the face's, in its pixels.
 */
export function findMarks(light: Plane, zones: FaceZones, size: number): Uint8Array {
  const out = new Uint8Array(light.data.length);
  if (size < LEAST_FACE) return out;
  const ridges = findRidges(light, [1, Math.max(1.6, 1 + size / 200)]);
  const pieces = traceCurves(ridges, { start: START, faintest: FAINTEST, gap: GAP * size });
  const long = pieces.filter(({ length }) => length >= Math.max(SHORTEST, SHORT * size));
  const gauge = new LineGauge(light, ridges, zones, size);
  const lines = joinCurves(long, light.width, BREAK * size)
    .map((curve) => ({ curve, score: weigh(gauge.measure(curve), curve.dark ? DARK_LINE : BRIGHT_LINE) }))
    .filter((line) => line.score >= SAME_LINE && !belongs(line, zones, size, light.width));
  const scratches = damagedLines(lines, size, light.width);
  for (const { curve } of scratches) {
    const course = withGaps(curve, ridges);
    markLine(course.slice(...outside(course, zones.kept)), curve.dark, ridges, light, out);
  }
  const scratched = scratches.some(({ curve }) => !curve.dark);
  for (const { pixels } of damagedSpecks(findSpecks(light, gauge, zones, size), zones, scratched))
    for (const i of pixels) out[i] = 1;
  return out;
}

/** Whether a line belongs to the face by where it lies, however much it looks like a scratch. */
function belongs(
  { curve: { pixels, length, dark }, score }: Line,
  zones: FaceZones,
  size: number,
  width: number,
): boolean {
  const share = (zone: Uint8Array): number => pixels.reduce((sum, i) => sum + zone[i]!, 0) / pixels.length;
  if (share(zones.kept) > MOST_KEPT || share(zones.delicate) > MOST_DELICATE) return true;
  if (dark && score < WRINKLE && share(zones.face) > ALL_ON_FACE) return true;
  // What ends at the mouth is held by it: a cigarette, a pipe. A scratch goes on.
  const ends = [pixels[0]!, pixels.at(-1)!];
  if (length < HELD * size && ends.some((i) => zones.mouth[i] === 1)) return true;
  const middle = pixels[pixels.length >> 1]!;
  const below = Math.floor(middle / width) > Math.floor(zones.delicate.lastIndexOf(1) / width);
  return below && length < EARRING * size && share(zones.face) < TOUCHING;
}

/** The lines that are sure, those that are likely beside them, and those that go on where these stop. */
function damagedLines(lines: readonly Line[], size: number, width: number): Line[] {
  const found: Line[] = [];
  for (const dark of [false, true]) {
    const alike = lines.filter(({ curve }) => curve.dark === dark);
    const sure = alike.filter(({ score }) => score >= (dark ? SURE.dark : SURE.bright));
    if (sure.length === 0) continue;
    const likely = alike.filter(({ score }) => score >= LIKELY);
    const more = alike.filter(
      (line) => line.score < LIKELY && likely.some(({ curve }) => goesOn(curve, line.curve, size, width)),
    );
    found.push(...likely, ...more);
  }
  return found;
}

/** Whether a line lies on another's course, not far from its ends. */
function goesOn(line: Curve, other: Curve, size: number, width: number): boolean {
  const [from, to] = [line.pixels[0]!, line.pixels.at(-1)!];
  const [dx, dy] = offset(from, to, width);
  const chord = Math.hypot(dx, dy);
  if (chord < other.length) return false;
  return other.pixels.every((i) => {
    const [x, y] = offset(from, i, width);
    const along = (x * dx + y * dy) / chord;
    const across = Math.abs(y * dx - x * dy) / chord;
    return along > -REACH * size && along < chord + REACH * size && across < ASIDE * size + 1;
  });
}

/** The specks that are dust; `scratched` says whether there are bright lines that are damage. */
function damagedSpecks(specks: readonly Speck[], { around, kept, delicate }: FaceZones, scratched: boolean): Speck[] {
  const weighed = specks
    .filter(({ pixels }) => pixels.every((i) => kept[i] === 0 && delicate[i] === 0))
    .map((speck) => ({ speck, score: weigh(speck.measures, speck.dark ? DARK_SPECK : BRIGHT_SPECK) }))
    .filter(({ score }) => score >= LIKELY);
  const bright = weighed.filter(({ speck }) => !speck.dark);
  const dark = weighed.filter(({ speck }) => speck.dark);
  const elsewhere = dark.filter(({ speck, score }) => score >= SURE_SPECK || around[speck.pixels[0]!] === 0);
  const found = [
    ...(scratched || bright.some(({ score }) => score >= SURE_SPECK) ? bright : []),
    ...(elsewhere.length >= SEVERAL ? dark : []),
  ];
  return found.map(({ speck }) => speck);
}

/** A line's pixels, and those in its gaps where it is faint. */
function withGaps({ pixels, dark }: Curve, { width, contrast }: Ridges): number[] {
  const sense = dark ? -1 : 1;
  return pixels.flatMap((i, k) => {
    const next = pixels[k + 1] ?? i;
    const [dx, dy] = offset(i, next, width);
    const far = Math.hypot(dx, dy);
    const found = [i];
    for (let step = 1; step < far - 1; step++) {
      const [x, y] = [(i % width) + (dx * step) / far, Math.floor(i / width) + (dy * step) / far];
      const candidates = [0, 1, -1, 2, -2].map((aside) => {
        return Math.round(y + (aside * dx) / far) * width + Math.round(x - (aside * dy) / far);
      });
      const faint = candidates.find((at) => sense * (contrast[at] ?? 0) >= REMNANT);
      if (faint !== undefined) found.push(faint);
    }
    return found;
  });
}

/** From where to where a line is to be filled: what ends on an eye, on lips or the nose's end stays there, what crosses them goes. */
function outside(pixels: readonly number[], kept: Uint8Array): [number, number] {
  return [pixels.findIndex((i) => kept[i] === 0), pixels.findLastIndex((i) => kept[i] === 0) + 1];
}

/** Marks a line as wide as it is: across it, until the picture is nearly back at its sides' level. */
function markLine(
  pixels: readonly number[],
  dark: boolean,
  { alongX, alongY, side, contrast }: Ridges,
  light: Plane,
  out: Uint8Array,
): void {
  const { width, height } = light;
  const sense = dark ? -1 : 1;
  for (const i of pixels) {
    out[i] = 1;
    const [x, y] = [i % width, Math.floor(i / width)];
    const least = sense * light.data[i]! - (1 - FLANK) * Math.abs(contrast[i]!);
    for (const way of [-1, 1])
      for (let far = 0.5; far <= side[i]! + 1; far += 0.5) {
        const [u, v] = [x - way * far * alongY[i]!, y + way * far * alongX[i]!];
        if (sense * valueAt(light, u, v) < least) break;
        const [px, py] = [Math.round(u), Math.round(v)];
        if (px >= 0 && py >= 0 && px < width && py < height) out[py * width + px] = 1;
      }
  }
}
