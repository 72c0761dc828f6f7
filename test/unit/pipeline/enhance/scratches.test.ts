import { describe, expect, it } from "vitest";
import type { FaceZones } from "../../../../src/pipeline/enhance/face-zones.ts";
import { mend } from "../../../../src/pipeline/enhance/mend.ts";
import type { Plane } from "../../../../src/pipeline/enhance/plane.ts";
import { findMarks } from "../../../../src/pipeline/enhance/scratches.ts";

const SIDE = 200;
/** A round face of 120 pixels in the middle of a dark picture, with one eye's and the mouth's zone. */
const inDisc = (i: number, x: number, y: number, radius: number): boolean =>
  Math.hypot((i % SIDE) - x, Math.floor(i / SIDE) - y) < radius;
const zone = (x: number, y: number, radius: number): Uint8Array =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (inDisc(i, x, y, radius) ? 1 : 0));
const zones: FaceZones = {
  face: zone(100, 100, 60),
  around: zone(100, 100, 75),
  kept: zone(80, 90, 9),
  delicate: zone(80, 90, 14),
  mouth: zone(100, 130, 20),
};

type Line = readonly [fromX: number, fromY: number, toX: number, toY: number];
/** Side by side beside the face: what says that the picture is damaged. */
const BESIDE: readonly Line[] = [
  [15, 20, 20, 60],
  [180, 120, 185, 170],
  [20, 120, 15, 170],
];

/** The picture, and 1 where one of the lines is. */
function scene(lines: readonly Line[], level = 250): { light: Plane; drawn: Uint8Array } {
  const data = Float32Array.from(zones.face, (inside, i) => (inside === 1 ? 150 + 0.2 * (i % SIDE) : 80));
  const drawn = new Uint8Array(SIDE * SIDE);
  for (const [fromX, fromY, toX, toY] of lines)
    for (let k = 0; k <= 400; k++) {
      const x = Math.round(fromX + ((toX - fromX) * k) / 400);
      const y = Math.round(fromY + ((toY - fromY) * k) / 400);
      for (const at of [y * SIDE + x, (y + 1) * SIDE + x]) {
        data[at] = level;
        drawn[at] = 1;
      }
    }
  return { light: { width: SIDE, height: SIDE, data }, drawn };
}

const found = (lines: readonly Line[], level?: number): number => {
  const { light, drawn } = scene(lines, level);
  const marks = findMarks(light, zones, 120);
  return marks.reduce((sum, mark, i) => sum + (drawn[i] === 1 ? mark : 0), 0) / drawn.reduce((a, b) => a + b, 0);
};

const FOREHEAD: Line = [70, 62, 130, 58];

describe("findMarks", () => {
  it("finds a scratch on the forehead, and what is like it beside the face", () => {
    expect(found([FOREHEAD, ...BESIDE])).toBeGreaterThan(0.9);
  });

  it("touches nothing where nothing else says that the picture is damaged", () => {
    expect(found([FOREHEAD])).toBe(0);
  });

  it("leaves what is no whiter than skin: a wrinkle's edge", () => {
    expect(found([FOREHEAD, ...BESIDE], 178)).toBe(0);
  });

  it("leaves a highlight in an eye, a cigarette and an earring", () => {
    const eye: Line = [77, 88, 82, 88];
    const cigarette: Line = [105, 132, 150, 137];
    const earring: Line = [166, 100, 167, 135];
    for (const feature of [eye, cigarette, earring]) {
      const { light } = scene([feature, ...BESIDE]);
      expect(findMarks(light, zones, 120).includes(1)).toBe(false);
    }
  });

  it("leaves many lines side by side: hair, whiskers, an engraving", () => {
    const strands = Array.from({ length: 9 }, (_, k): Line => [70, 50 + 5 * k, 130, 48 + 5 * k]);
    const { light } = scene([...strands, ...BESIDE]);
    const marks = findMarks(light, zones, 120);
    expect(marks.some((mark, i) => mark === 1 && zones.face[i] === 1)).toBe(false);
  });
});

describe("mend", () => {
  it("fills a scratch so that it cannot be told from its surroundings, and changes nothing else", () => {
    const { light, drawn } = scene([FOREHEAD]);
    const before = scene([]).light;
    const { rgb, filled } = mend([light, light, light], drawn, zones.kept);
    for (const { data } of rgb)
      data.forEach((value, i) => {
        if (filled[i] === 0) expect(value).toBe(light.data[i]);
        else expect(Math.abs(value - before.data[i]!)).toBeLessThan(4);
      });
    expect(filled.reduce((a, b) => a + b, 0)).toBeGreaterThan(drawn.reduce((a, b) => a + b, 0));
  });

  it("never fills what is kept", () => {
    const { light } = scene([]);
    const { filled } = mend([light, light, light], zones.delicate, zones.kept);
    expect(filled.some((flag, i) => flag === 1 && zones.kept[i] === 1)).toBe(false);
  });
});
