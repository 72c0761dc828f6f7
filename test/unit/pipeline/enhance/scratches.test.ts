import { describe, expect, it } from "vitest";
import type { FaceZones } from "../../../../src/pipeline/enhance/face-zones.ts";
import { mend } from "../../../../src/pipeline/enhance/mend.ts";
import { findMarks } from "../../../../src/pipeline/enhance/scratches.ts";
import { type Plane, planeOf } from "../../../../src/pipeline/photo/plane.ts";

const SIDE = 200;
const FACE = 120;
const SKIN = 150;
const BACKGROUND = 80;

type Point = readonly [x: number, y: number];

const disc = (x: number, y: number, radius: number): Uint8Array =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) =>
    Math.hypot((i % SIDE) - x, Math.floor(i / SIDE) - y) < radius ? 1 : 0,
  );
const or = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((flag, i) => Math.max(flag, b[i]!));

/** A round face of 120 pixels in the middle of a dark picture, with the zones of eyes and mouth. */
const zones: FaceZones = {
  face: disc(100, 100, 60),
  around: disc(100, 100, 75),
  kept: or(or(disc(78, 90, 9), disc(122, 90, 9)), disc(100, 132, 13)),
  delicate: or(disc(78, 86, 15), disc(122, 86, 15)),
  mouth: disc(100, 132, 22),
};

interface Drawing {
  readonly points: readonly Point[];
  readonly level: number;
  readonly thick?: number;
}

const WHITE = 250;
const BLACK = 15;
const line = (level: number, ...points: Point[]): Drawing => ({ points, level });

/** The picture with lines drawn into it, and 1 where they are. */
function scene(drawings: readonly Drawing[]): { light: Plane; drawn: Uint8Array } {
  const data = Float32Array.from(zones.face, (inside, i) => (inside === 1 ? SKIN + 0.2 * (i % SIDE) : BACKGROUND));
  const drawn = new Uint8Array(SIDE * SIDE);
  for (const { points, level, thick = 2 } of drawings)
    for (const [k, [fromX, fromY]] of points.entries()) {
      const [toX, toY] = points[k + 1] ?? [fromX, fromY];
      for (let step = 0; step <= 400; step++) {
        const x = Math.round(fromX + ((toX - fromX) * step) / 400);
        const y = Math.round(fromY + ((toY - fromY) * step) / 400);
        for (let v = 0; v < thick; v++)
          for (let u = 0; u < thick; u++) {
            data[(y + v) * SIDE + x + u] = level;
            drawn[(y + v) * SIDE + x + u] = 1;
          }
      }
    }
  return { light: planeOf(SIDE, SIDE, data), drawn };
}

const sum = (flags: Uint8Array): number => flags.reduce((total, flag) => total + flag, 0);

/** The share of what is drawn that is found. */
function found(...drawings: Drawing[]): number {
  const { light, drawn } = scene(drawings);
  const marks = findMarks(light, zones, FACE);
  return sum(marks.map((mark, i) => mark & drawn[i]!)) / sum(drawn);
}

/** How many pixels of `features` are taken for damage, in a picture with scratches, where less is asked of a mark. */
function takenFrom(...features: Drawing[]): number {
  const { light } = scene([...features, SCRATCH, DARK_SCRATCH]);
  const { drawn } = scene(features);
  const marks = findMarks(light, zones, FACE);
  expect(sum(marks)).toBeGreaterThan(0);
  return sum(marks.map((mark, i) => mark & drawn[i]!));
}

const SCRATCH = line(WHITE, [146, 10], [156, 190]);
const DARK_SCRATCH = line(BLACK, [139, 10], [143, 190]);

describe("findMarks finds", () => {
  it("a white scratch from the background across the forehead", () => {
    expect(found(line(WHITE, [25, 40], [180, 72]))).toBeGreaterThan(0.9);
  });

  it("a dark one from cheek to background", () => {
    expect(found(line(BLACK, [105, 100], [185, 165]))).toBeGreaterThan(0.9);
  });

  it("a scratch with gaps, as one", () => {
    const pieces = [0, 1, 2, 3].map((k) => line(WHITE, [25 + 40 * k, 45 + 8 * k], [50 + 40 * k, 50 + 8 * k]));
    expect(found(...pieces)).toBeGreaterThan(0.9);
  });

  it("a crack that turns and branches", () => {
    const crack = line(WHITE, [30, 30], [60, 52], [90, 55], [120, 70], [185, 75]);
    expect(found(crack, line(WHITE, [90, 55], [120, 40]))).toBeGreaterThan(0.8);
  });

  it("a scratch through an eye, also in the eye", () => {
    expect(found(line(WHITE, [60, 20], [95, 165]))).toBeGreaterThan(0.9);
  });

  it("white dust on the cheek", () => {
    expect(found(line(WHITE, [70, 115]), line(WHITE, [128, 112]))).toBeGreaterThan(0.9);
  });

  it("dark dust, if there is much of it", () => {
    const dust = (
      [
        [70, 115],
        [128, 112],
        [100, 60],
        [85, 70],
      ] as const
    ).map((at) => line(BLACK, at));
    expect(found(...dust)).toBeGreaterThan(0.9);
  });
});

describe("findMarks leaves alone", () => {
  it("a face without damage", () => {
    expect(sum(findMarks(scene([]).light, zones, FACE))).toBe(0);
  });

  it("lashes and brows", () => {
    const lashes = [0, 1, 2, 3].map((k) => line(30, [72 + 4 * k, 84], [70 + 4 * k, 78]));
    const brow = line(60, [66, 76], [78, 72], [90, 75]);
    expect(takenFrom(...lashes, brow)).toBe(0);
  });

  it("a catchlight in an eye", () => {
    expect(takenFrom(line(WHITE, [79, 89]))).toBe(0);
  });

  it("a wrinkle, and the highlight beside it", () => {
    expect(takenFrom(line(125, [70, 62], [85, 58], [100, 57], [115, 58], [130, 62]))).toBe(0);
    expect(takenFrom(line(185, [70, 118], [75, 125], [78, 134]))).toBe(0);
  });

  it("whiskers and hair: many lines side by side", () => {
    const strands = Array.from({ length: 11 }, (_, k) =>
      line(k % 2 === 0 ? 210 : 60, [60 + 6 * k, 142], [58 + 6 * k, 160]),
    );
    expect(takenFrom(...strands)).toBe(0);
  });

  it("the rims of glasses", () => {
    const rim = (x: number): Drawing => {
      const points = Array.from({ length: 25 }, (_, k): Point => {
        const angle = (2 * Math.PI * k) / 24;
        return [Math.round(x + 11 * Math.cos(angle)), Math.round(88 + 12 * Math.sin(angle))];
      });
      return line(40, ...points);
    };
    expect(takenFrom(rim(78), rim(122), line(40, [90, 86], [110, 86]))).toBe(0);
  });

  it("an earring", () => {
    expect(takenFrom(line(WHITE, [166, 108], [167, 128]))).toBe(0);
  });

  it("a cigarette", () => {
    expect(takenFrom({ ...line(WHITE, [92, 132], [38, 138]), thick: 3 })).toBe(0);
  });

  it("a mole", () => {
    expect(takenFrom(line(BLACK, [120, 115]))).toBe(0);
  });

  it("faces too small to tell", () => {
    expect(sum(findMarks(scene([SCRATCH]).light, zones, 50))).toBe(0);
  });
});

describe("mend", () => {
  it("fills a scratch so that it cannot be told from its surroundings, and changes nothing else", () => {
    const { light, drawn } = scene([line(WHITE, [70, 62], [130, 58])]);
    const before = scene([]).light;
    const { rgb, filled } = mend([light, light, light], drawn, 100);
    for (const { data } of rgb) {
      const wrong = data.filter(
        (value, i) => Math.abs(value - (filled[i] === 1 ? before : light).data[i]!) > 4 * filled[i]!,
      );
      expect(wrong).toHaveLength(0);
    }
    expect(sum(filled)).toBeGreaterThan(sum(drawn));
  });

  it("lets an edge go on through a scratch that crosses it", () => {
    const before = planeOf(
      40,
      40,
      Float32Array.from({ length: 1600 }, (_, i) => (i % 40 < 20 ? 50 : 200)),
    );
    const marks = Uint8Array.from(before.data, (_, i) => (Math.abs(Math.floor(i / 40) - 20) < 2 ? 1 : 0));
    const { rgb, filled } = mend([before, before, before], marks, 100);
    const wrong = rgb[0]!.data.filter((value, i) => filled[i] === 1 && Math.abs(value - before.data[i]!) > 40);
    // At most the two columns at the edge itself are softened.
    expect(wrong.length).toBeLessThanOrEqual(2 * 5);
  });

  it("gives what it fills the picture's grain", () => {
    const grain = (i: number): number => 8 * Math.sin(12.9898 * i + 7 * Math.sin(78.233 * i));
    const data = Float32Array.from({ length: 3600 }, (_, i) => 120 + grain(i));
    const marks = Uint8Array.from(data, (_, i) => (Math.abs((i % 60) - 30) < 3 ? 1 : 0));
    const plane = planeOf(60, 60, data);
    const { rgb, filled } = mend([plane, plane, plane], marks, 100);
    const spread = (flag: number): number => {
      const values = rgb[0]!.data.filter((_, i) => filled[i] === flag);
      const mean = values.reduce((total, value) => total + value, 0) / values.length;
      return Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length);
    };
    expect(spread(1)).toBeGreaterThan(0.7 * spread(0));
    expect(spread(1)).toBeLessThan(1.3 * spread(0));
  });
});
