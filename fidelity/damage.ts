import type { Plane } from "../src/pipeline/photo/plane.ts";
import { lumaOf } from "../src/pipeline/photo/raster.ts";

/** How a photo was treated badly. */
export const DAMAGES = ["scratches", "dark scratches", "crack", "crease", "dust", "everything"] as const;
export type Damage = (typeof DAMAGES)[number];

export interface Drawn {
  /** Red, green and blue with the damage in them. */
  readonly rgb: readonly Plane[];
  /** Number of the mark that each pixel clearly belongs to, from 1; 0 for none. */
  readonly truth: Uint8Array;
  readonly marks: readonly DrawnMark[];
}

export interface DrawnMark {
  readonly kind: "line" | "speck";
  readonly dark: boolean;
}

/** A pixel that a mark changes by less than this (levels) nobody sees. */
const CLEAR = 20;
/** Random numbers in 0..1, the same for the same seed. */
type Random = () => number;

interface Stroke extends DrawnMark {
  /** Points of its course, and half its width, in the region's pixels; how much it covers, along its course. */
  readonly points: readonly (readonly [number, number])[];
  readonly radius: number;
  readonly strength: readonly number[];
  readonly level: number;
}

/** Draws damage into the picture of a head whose face is `size` pixels large: the same for the same seed. */
export function damage(rgb: readonly Plane[], size: number, kind: Damage, seed: number): Drawn {
  const [{ width, height }] = rgb as readonly [Plane];
  const random = randomFrom(seed);
  const picture = { width, height, size, random };
  const groups = strokesOf(kind, picture);
  const planes = rgb.map((plane) => ({ ...plane, data: Float32Array.from(plane.data) }));
  const truth = new Uint8Array(width * height);
  for (const [k, group] of groups.entries()) {
    const cover = new Float32Array(width * height);
    for (const stroke of group) draw(stroke, cover, width, height);
    apply(planes, cover, group[0]!.level, truth, k + 1);
  }
  return { rgb: planes, truth, marks: groups.map(([first]) => ({ kind: first!.kind, dark: first!.dark })) };
}

interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly random: Random;
}

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: Math.round(count) }, make);

function strokesOf(kind: Damage, canvas: Canvas): Stroke[][] {
  const { random } = canvas;
  const some = (low: number, high: number): number => Math.floor(between(random, low, high + 1));
  switch (kind) {
    case "scratches":
      return times(some(1, 4), () => [scratch(canvas, false)]);
    case "dark scratches":
      return times(some(1, 4), () => [scratch(canvas, true)]);
    case "crack":
      return [crack(canvas), ...times(some(0, 4), () => [speck(canvas, false)])];
    case "crease":
      return [[crease(canvas)], ...times(some(0, 4), () => [speck(canvas, random() < 0.3)])];
    case "dust": {
      const dark = random() < 0.4;
      return [...times(some(8, 20), () => [speck(canvas, dark)]), ...times(some(1, 5), () => [fibre(canvas, dark)])];
    }
    case "everything":
      return [
        ...times(some(1, 3), () => [scratch(canvas, random() < 0.4)]),
        ...(random() < 0.5 ? [crack(canvas)] : [[crease(canvas)]]),
        ...times(some(3, 10), () => [speck(canvas, random() < 0.3)]),
        ...times(some(0, 2), () => [fibre(canvas, random() < 0.3)]),
      ];
  }
}

const levelOf = (random: Random, dark: boolean): number => (dark ? between(random, 5, 45) : between(random, 228, 255));

/** A long, nearly straight line through the head, of uneven strength, now and then broken. */
function scratch({ width, height, size, random }: Canvas, dark: boolean): Stroke {
  const angle = between(random, 0, Math.PI);
  const length = between(random, 0.4, 1.8) * size;
  const bend = between(random, -0.4, 0.4);
  const x = width / 2 + between(random, -0.4, 0.4) * size;
  const y = height / 2 + between(random, -0.35, 0.5) * size;
  const points = walk(x, y, angle, length, (at) => bend * at);
  const radius = (between(random, 0.003, 0.012) * size) / 2;
  return {
    kind: "line",
    dark,
    points,
    radius,
    strength: unevenly(random, points.length, 0.35),
    level: levelOf(random, dark),
  };
}

/** A fold across the whole picture. */
function crease({ width, height, random, size }: Canvas): Stroke {
  const upright = random() < 0.5;
  const angle = (upright ? Math.PI / 2 : 0) + between(random, -0.12, 0.12);
  const x = width / 2 + between(random, -0.35, 0.35) * size;
  const y = height / 2 + between(random, -0.3, 0.45) * size;
  const jitter = wave(random, 600, 25);
  const points = walk(x, y, angle, 1.3 * Math.hypot(width, height), (_, k) => 0.12 * (jitter[k % 600]! - 0.5));
  const radius = (between(random, 0.005, 0.014) * size) / 2;
  return {
    kind: "line",
    dark: false,
    points,
    radius,
    strength: unevenly(random, points.length, 0.3),
    level: levelOf(random, false),
  };
}

/** A jagged line that branches. */
function crack({ width, height, size, random }: Canvas): Stroke[] {
  const level = levelOf(random, false);
  const radius = (between(random, 0.004, 0.015) * size) / 2;
  const jagged = (x: number, y: number, angle: number, length: number, thin: number): Stroke => {
    const jitter = wave(random, 400, 7);
    const points = walk(x, y, angle, length, (_, k) => 1.6 * (jitter[k % 400]! - 0.5));
    return {
      kind: "line",
      dark: false,
      points,
      radius: radius * thin,
      strength: unevenly(random, points.length, 0.25),
      level,
    };
  };
  const x = width / 2 + between(random, -0.4, 0.4) * size;
  const y = height / 2 + between(random, -0.4, 0.5) * size;
  const angle = between(random, 0, Math.PI);
  const main = jagged(x, y, angle, between(random, 0.6, 2) * size, 1);
  const branches = times(between(random, 0, 3), () => {
    const [bx, by] = main.points[Math.floor(random() * main.points.length)]!;
    const aside = between(random, 0.4, 1.1) * (random() < 0.5 ? -1 : 1);
    const length = between(random, 0.15, 0.6) * size;
    const [dx, dy] = [Math.cos(angle + aside) * length, Math.sin(angle + aside) * length];
    return jagged(bx + dx / 2, by + dy / 2, angle + aside, length, 0.7);
  });
  return [main, ...branches];
}

/** A short bent hair. */
function fibre({ width, height, size, random }: Canvas, dark: boolean): Stroke {
  const bend = between(random, -1.5, 1.5);
  const points = walk(
    between(random, 0.15, 0.85) * width,
    between(random, 0.15, 0.85) * height,
    between(random, 0, Math.PI),
    between(random, 0.08, 0.35) * size,
    (at) => bend * at,
  );
  const radius = (between(random, 0.003, 0.006) * size) / 2;
  return { kind: "line", dark, points, radius, strength: points.map(() => 0.85), level: levelOf(random, dark) };
}

function speck({ width, height, size, random }: Canvas, dark: boolean): Stroke {
  const x = between(random, 0.15, 0.85) * width;
  const y = between(random, 0.15, 0.85) * height;
  const length = between(random, 0, 0.012) * size;
  const points = walk(x, y, between(random, 0, Math.PI), length, () => 0);
  const radius = Math.max(0.6, (between(random, 0.004, 0.016) * size) / 2);
  return { kind: "speck", dark, points, radius, strength: points.map(() => 0.95), level: levelOf(random, dark) };
}

/** Points half a pixel apart on a course whose direction turns by `turn` of the way gone, from its middle on both ways. */
function walk(x: number, y: number, angle: number, length: number, turn: (at: number, step: number) => number) {
  const count = Math.max(1, Math.round(length));
  const half = (sign: 1 | -1): [number, number][] => {
    const points: [number, number][] = [];
    let [px, py] = [x, y];
    for (let k = 0; k < count; k++) {
      const at = angle + turn((sign * k) / count, k);
      px += (sign * Math.cos(at)) / 2;
      py += (sign * Math.sin(at)) / 2;
      points.push([px, py]);
    }
    return points;
  };
  return [...half(-1).reverse(), [x, y] as const, ...half(1)];
}

/** Strength along a course: it changes slowly, and falls to nothing in about `broken` of two places in three. */
function unevenly(random: Random, count: number, broken: number): number[] {
  const slow = wave(random, count, 40);
  const gaps = wave(random, count, 30);
  return slow.map((value, i) => (gaps[i]! < broken / 2 ? 0 : 0.55 + 0.45 * value));
}

/** Smooth random numbers in 0..1, new every `period`. */
function wave(random: Random, count: number, period: number): number[] {
  const knots = times(count / period + 2, random);
  return Array.from({ length: count }, (_, i) => {
    const k = Math.floor(i / period);
    const t = i / period - k;
    const smooth = t * t * (3 - 2 * t);
    return knots[k]! * (1 - smooth) + knots[k + 1]! * smooth;
  });
}

/** Adds a stroke's cover, with an edge as soft as a pixel is wide. */
function draw({ points, radius, strength }: Stroke, cover: Float32Array, width: number, height: number): void {
  const reach = Math.ceil(radius + 1);
  // Thinner than a pixel, it covers only that share of it.
  const most = Math.min(1, 2 * radius);
  for (const [k, [x, y]] of points.entries())
    for (let v = Math.floor(y) - reach; v <= y + reach; v++)
      for (let u = Math.floor(x) - reach; u <= x + reach; u++) {
        if (u < 0 || v < 0 || u >= width || v >= height) continue;
        const inside = Math.max(0.5, radius) + 0.5 - Math.hypot(u + 0.5 - x, v + 0.5 - y);
        const value = most * strength[k]! * Math.min(1, Math.max(0, inside));
        cover[v * width + u] = Math.max(cover[v * width + u]!, value);
      }
}

function apply(planes: readonly Plane[], cover: Float32Array, level: number, truth: Uint8Array, mark: number): void {
  for (const [i, share] of cover.entries()) {
    if (share === 0) continue;
    const before = lumaOf(planes[0]!.data[i]!, planes[1]!.data[i]!, planes[2]!.data[i]!);
    if (Math.abs(level - before) * share >= CLEAR) truth[i] = mark;
    for (const { data } of planes) data[i]! += share * (level - data[i]!);
  }
}

/** Mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
