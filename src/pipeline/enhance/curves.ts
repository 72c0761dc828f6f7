import type { Ridges } from "./ridges.ts";

/** The middle of a line, pixel by pixel from one end to the other, all of it bright or all of it dark. */
export interface Curve {
  readonly pixels: readonly number[];
  /** Pixels along its course, with the gaps that it was followed across. */
  readonly length: number;
  readonly dark: boolean;
}

export interface Tracing {
  /** A line begins where it stands out so much (levels), and goes on where it does so much. */
  readonly start: number;
  readonly faintest: number;
  /** The longest gap that it is followed across, pixels. */
  readonly gap: number;
}

/** Cosine of how much a line may turn from one pixel to the next, and across a gap. */
const TURN = 0.6;
const TURN_OVER_GAP = 0.88;
/** Its direction is that of so many of its last pixels. */
const MEMORY = 7;

/** Follows the lines of a picture from their clearest pixels on, the clearest first; no pixel is in two of them. */
export function traceCurves(ridges: Ridges, { start, faintest, gap }: Tracing): Curve[] {
  const { contrast, width } = ridges;
  const taken = new Uint8Array(contrast.length);
  const seeds: number[] = [];
  for (let i = 0; i < contrast.length; i++) if (Math.abs(contrast[i]!) >= start) seeds.push(i);
  seeds.sort((a, b) => Math.abs(contrast[b]!) - Math.abs(contrast[a]!));
  const curves: Curve[] = [];
  for (const seed of seeds) {
    if (taken[seed] === 1) continue;
    taken[seed] = 1;
    const one = follow(ridges, taken, [seed], 1, faintest, gap);
    const both = follow(ridges, taken, one.reverse(), -1, faintest, gap);
    if (both.length < 4) continue;
    let length = 1;
    for (let k = 1; k < both.length; k++) length += Math.hypot(...offset(both[k - 1]!, both[k]!, width));
    curves.push({ pixels: both, length, dark: contrast[seed]! < 0 });
  }
  return curves;
}

/** How far one pixel lies from another, across and down. */
export const offset = (from: number, to: number, width: number): [number, number] => [
  (to % width) - (from % width),
  Math.floor(to / width) - Math.floor(from / width),
];

/** Goes on from a curve's last pixel; `sense` is the way to go from the first one, along its line or back. */
function follow(
  ridges: Ridges,
  taken: Uint8Array,
  course: number[],
  sense: 1 | -1,
  faintest: number,
  gap: number,
): number[] {
  const { width } = ridges;
  for (;;) {
    const last = course.at(-1)!;
    const [dx, dy] = heading(ridges, course, sense);
    const allowed = Math.min(gap, 1.5 + course.length / 3);
    const next =
      nearest(ridges, taken, last, dx, dy, faintest) ?? beyond(ridges, taken, last, dx, dy, faintest, allowed);
    if (next === null) return course;
    taken[next] = 1;
    // What lies right beside the course is the same line, seen twice.
    for (const aside of [1, -1, width, -width])
      if (
        ridges.contrast[next + aside]! * ridges.contrast[next]! > 0 &&
        Math.abs(ridges.contrast[next + aside]!) < Math.abs(ridges.contrast[next]!)
      )
        taken[next + aside] = Math.max(taken[next + aside]!, 2);
    course.push(next);
  }
}

function heading({ alongX, alongY, width }: Ridges, course: readonly number[], sense: number): [number, number] {
  const last = course.at(-1)!;
  if (course.length === 1) return [sense * alongX[last]!, sense * alongY[last]!];
  return direction(course.at(-Math.min(MEMORY, course.length))!, last, width);
}

/** The clearest of the neighbours ahead. */
function nearest(
  ridges: Ridges,
  taken: Uint8Array,
  from: number,
  dx: number,
  dy: number,
  faintest: number,
): number | null {
  const { contrast, width } = ridges;
  const sign = Math.sign(contrast[from]!);
  let best: number | null = null;
  let most = 0;
  for (let v = -1; v <= 1; v++)
    for (let u = -1; u <= 1; u++) {
      const ahead = (u * dx + v * dy) / (Math.hypot(u, v) || 1);
      if (ahead < TURN) continue;
      const k = from + v * width + u;
      const value = sign * (contrast[k] ?? 0);
      if (value < faintest || taken[k] === 1 || value * ahead <= most) continue;
      best = k;
      most = value * ahead;
    }
  return best;
}

/** The first pixel beyond a gap that lies straight ahead and runs the same way. */
function beyond(
  { contrast, alongX, alongY, width, height }: Ridges,
  taken: Uint8Array,
  from: number,
  dx: number,
  dy: number,
  faintest: number,
  gap: number,
): number | null {
  const sign = Math.sign(contrast[from]!);
  const [x, y] = [from % width, Math.floor(from / width)];
  for (let far = 2; far <= gap; far++) {
    const wide = Math.min(2, 0.25 * far);
    for (const aside of [0, -wide, wide]) {
      const u = Math.round(x + far * dx - aside * dy);
      const v = Math.round(y + far * dy + aside * dx);
      if (u < 1 || v < 1 || u >= width - 1 || v >= height - 1) continue;
      const k = v * width + u;
      const same = Math.abs(alongX[k]! * dx + alongY[k]! * dy);
      if (sign * contrast[k]! >= faintest && taken[k] !== 1 && same > TURN_OVER_GAP) return k;
    }
  }
  return null;
}

/** Cosine of how much the pieces of one broken line may differ in direction. */
const SAME_WAY = 0.95;
/** How far aside of the other's course a piece may lie, of the distance between them, and in pixels at least. */
const ASIDE = 0.12;
const LEAST_ASIDE = 2;
/** The ends of two pieces may lie so far beside each other, pixels. */
const OVERLAP = 4;

/**
 * Joins pieces that are one line with gaps longer than can be followed: those that lie on one course, no farther than `gap`
 * from each other, and are all bright or all dark. The longest pieces first; each curve is in one of the results.
 */
export function joinCurves(curves: readonly Curve[], width: number, gap: number): Curve[] {
  const rest = [...curves].sort((a, b) => b.length - a.length);
  const joined: Curve[] = [];
  while (rest.length > 0) {
    let line = rest.shift()!;
    for (let k = 0; k < rest.length; k++) {
      const longer = rest[k]!.dark === line.dark ? join(line, rest[k]!, width, gap) : null;
      if (longer === null) continue;
      line = longer;
      rest.splice(k, 1);
      // What lay too far away may be near now.
      k = -1;
    }
    joined.push(line);
  }
  return joined;
}

/** Two pieces as one, or null if they do not lie on one course. */
function join(line: Curve, piece: Curve, width: number, gap: number): Curve | null {
  for (const before of [false, true])
    for (const turned of [false, true]) {
      const ends = turned ? [...piece.pixels].reverse() : piece.pixels;
      const [first, second] = before ? [ends, line.pixels] : [line.pixels, ends];
      if (!continues(first, second, width, gap)) continue;
      return { pixels: [...first, ...second], length: line.length + piece.length, dark: line.dark };
    }
  return null;
}

/** Whether a course that ends somewhere goes on in one that begins elsewhere. */
function continues(first: readonly number[], second: readonly number[], width: number, gap: number): boolean {
  const [end, start] = [first.at(-1)!, second[0]!];
  const [dx, dy] = offset(end, start, width);
  const far = Math.hypot(dx, dy);
  if (far > gap) return false;
  const reach = Math.max(8, Math.round(far));
  const [ax, ay] = direction(first.at(-Math.min(first.length, reach))!, end, width);
  const [bx, by] = direction(start, second[Math.min(second.length, reach) - 1]!, width);
  if (ax * bx + ay * by < SAME_WAY || ax * dx + ay * dy < -OVERLAP) return false;
  const most = Math.max(LEAST_ASIDE, ASIDE * far);
  return Math.abs(ax * dy - ay * dx) < most && Math.abs(bx * dy - by * dx) < most;
}

function direction(from: number, to: number, width: number): [number, number] {
  const [x, y] = offset(from, to, width);
  const norm = Math.hypot(x, y) || 1;
  return [x / norm, y / norm];
}
