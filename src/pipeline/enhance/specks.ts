import { deviation } from "../math.ts";
import type { Plane } from "../photo/plane.ts";
import { LIKELY, type SpeckMeasures, weighSpeck } from "./damage-odds.ts";
import type { FaceZones } from "./face-zones.ts";
import type { LineGauge } from "./line-measures.ts";

/** A small round thing, brighter or darker than all that is round it. */
export interface Speck {
  readonly pixels: readonly number[];
  readonly dark: boolean;
  readonly measures: SpeckMeasures;
}

/** Radius of the ring with which a speck is compared, of the face's size and pixels. */
const RING = 0.022;
const LEAST_RING = 3;
/** Places on the ring. */
const PLACES = 12;
/** What stands out less (levels) is none. */
const CONTRAST = 24;
/** How far round a speck other things are counted, in rings. */
const NEAR = 3;

/** The small round things in a picture of a head that may be dust. */
export function findSpecks(light: Plane, gauge: LineGauge, zones: FaceZones, size: number): Speck[] {
  const { width, height, data } = light;
  const radius = Math.max(LEAST_RING, Math.round(RING * size));
  const ring = Int32Array.from({ length: PLACES }, (_, k) => {
    const angle = (2 * Math.PI * k) / PLACES;
    return Math.round(radius * Math.cos(angle)) + width * Math.round(radius * Math.sin(angle));
  });
  const found: Speck[] = [];
  for (let y = radius + 1; y < height - radius - 1; y++)
    for (let i = y * width + radius + 1; i < y * width + width - radius - 1; i++) {
      const here = data[i]!;
      const dark = here < data[i - 1]!;
      const sense = dark ? -1 : 1;
      // Nearly every pixel fails one of these: the cheapest test is the first.
      if (sense * (here - data[i + ring[0]!]!) < CONTRAST || !isExtreme(data, i, width, sense)) continue;
      const speck = speckAt(i, dark, { light, gauge, zones, ring, radius });
      if (speck) found.push(speck);
    }
  return found;
}

interface Search {
  readonly light: Plane;
  readonly gauge: LineGauge;
  readonly zones: FaceZones;
  /** The ring's radius, pixels, and its places as steps from its middle. */
  readonly radius: number;
  readonly ring: Int32Array;
}

/** The speck whose middle an extreme is, or null if it is none or surely no dust. Apart from the loop, which would pay for its closures. */
function speckAt(i: number, dark: boolean, { light, gauge, zones, ring, radius }: Search): Speck | null {
  const { data } = light;
  const here = data[i]!;
  const sense = dark ? -1 : 1;
  const around = Float32Array.from(ring, (step) => sense * (here - data[i + step]!));
  const contrast = Math.min(...around);
  if (contrast < CONTRAST) return null;
  const pixels = blob(light, i, radius, sense * here - 0.75 * contrast, sense);
  if (pixels === null) return null;
  const own = {
    contrast: Math.log(contrast),
    beyond: gauge.beyondSkin(here, dark),
    rough: deviation(around) / contrast,
    face: zones.face[i]!,
  };
  // What lies near can only speak against its being dust, and takes longest to be counted.
  if (weighSpeck({ ...own, clutter: 0 }, dark) < LIKELY) return null;
  const clutter = Math.sqrt(gauge.clutterRound(pixels, NEAR * radius) / contrast);
  return { pixels, dark, measures: { ...own, clutter } };
}

/** Whether a pixel is the brightest of its neighbourhood, or with `sense` -1 the darkest; of equals the first counts. */
function isExtreme(data: Float32Array, i: number, width: number, sense: number): boolean {
  const here = sense * data[i]!;
  const over = (at: number): number => here - sense * data[at]!;
  if (over(i - 1) <= 0 || over(i + 1) < 0 || over(i - width) <= 0 || over(i + width) < 0) return false;
  const [above, below] = [i - width, i + width];
  return over(above - 1) > 0 && over(above + 1) > 0 && over(below - 1) >= 0 && over(below + 1) >= 0;
}

/** The pixels round an extreme that are beyond a level, or null if they go on farther than a speck does. */
function blob({ data, width }: Plane, from: number, radius: number, level: number, sense: number): number[] | null {
  const pixels = [from];
  const seen = new Set(pixels);
  const [x, y] = [from % width, Math.floor(from / width)];
  for (let next = 0; next < pixels.length; next++)
    for (const step of [1, -1, width, -width]) {
      const k = pixels[next]! + step;
      if (seen.has(k) || sense * data[k]! < level) continue;
      if (Math.hypot((k % width) - x, Math.floor(k / width) - y) >= radius) return null;
      seen.add(k);
      pixels.push(k);
    }
  return pixels;
}
