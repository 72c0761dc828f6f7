import { describe, expect, it } from "vitest";
import { drawEye, type EyeState, type Texture } from "../../../../../src/pipeline/mesh/render/eye-layer.ts";
import { type EyeRig, makeEyeRig } from "../../../../../src/pipeline/mesh/rig/eye/eye.ts";
import {
  ALMOND,
  type Almond,
  almondMesh,
  almondPicture,
  lowerEdge,
  SKIN,
  toEye,
  upperEdge,
} from "../rig/almond-eye.ts";

const SIDE = 200;
const REST: EyeState = { closure: 0, squint: 0, gazeU: 0, gazeV: 0 };

interface Seen {
  readonly u: number;
  readonly v: number;
  readonly rgb: readonly [number, number, number];
}

interface Subject {
  readonly eye: Almond;
  readonly picture: Uint8Array;
  readonly rig: EyeRig;
}

function subjectOf(eye: Almond): Subject {
  const picture = almondPicture(eye, SIDE);
  return { eye, picture, rig: makeEyeRig(picture, SIDE, almondMesh(eye), "right") };
}

function textureOf(picture: Uint8Array): Texture {
  const rgba = new Float32Array(4 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++)
    rgba.set([picture[3 * i]!, picture[3 * i + 1]!, picture[3 * i + 2]!, 0.75], 4 * i);
  return { rgba, side: SIDE };
}

/** The pixels of the eye's patch after drawing. */
function draw({ eye, picture, rig }: Subject, state: Partial<EyeState>): Seen[] {
  const texture = textureOf(picture);
  drawEye(rig, { ...REST, ...state }, texture);
  const seen: Seen[] = [];
  for (let y = rig.y0; y < rig.y0 + rig.height; y++)
    for (let x = rig.x0; x < rig.x0 + rig.width; x++) {
      const [u, v] = toEye(eye, x, y);
      const o = 4 * (y * SIDE + x);
      seen.push({ u, v, rgb: [texture.rgba[o]!, texture.rgba[o + 1]!, texture.rgba[o + 2]!] });
    }
  return seen;
}

const isWhite = ({ rgb }: Seen): boolean => rgb[2] > 180;
const isDark = ({ rgb }: Seen): boolean => rgb[2] < 55;
const whites = (subject: Subject, state: Partial<EyeState>): number => draw(subject, state).filter(isWhite).length;

const upright = subjectOf(ALMOND);
const leaning = subjectOf({ ...ALMOND, roll: 25, x: 70, y: 80 });
const both = [
  ["upright", upright],
  ["leaning", leaning],
] as const;

describe("drawEye", () => {
  it.each(both)("gives the photo back exactly at rest (%s)", (_, { picture, rig }) => {
    const texture = textureOf(picture);
    texture.rgba.forEach((_value, k) => {
      if (k % 4 !== 3) texture.rgba[k] = 0;
    });
    drawEye(rig, REST, texture);
    let wrong = 0;
    for (let y = rig.y0; y < rig.y0 + rig.height; y++)
      for (let x = rig.x0; x < rig.x0 + rig.width; x++)
        for (let c = 0; c < 3; c++)
          if (texture.rgba[4 * (y * SIDE + x) + c] !== picture[3 * (y * SIDE + x) + c]) wrong++;
    expect(wrong).toBe(0);
    expect(rig.width * rig.height).toBeGreaterThan(80 * 60);
  });

  it("touches neither coverage nor what lies outside the patch", () => {
    const { picture, rig } = upright;
    const texture = textureOf(picture);
    drawEye(rig, { closure: 0.6, squint: 0.2, gazeU: 3, gazeV: 1 }, texture);
    const touched = [...texture.rgba.keys()].filter((k) => {
      const [x, y] = [Math.floor(k / 4) % SIDE, Math.floor(k / 4 / SIDE)];
      const inside = x >= rig.x0 && x < rig.x0 + rig.width && y >= rig.y0 && y < rig.y0 + rig.height;
      if (k % 4 === 3) return texture.rgba[k] !== 0.75;
      return !inside && texture.rgba[k] !== picture[3 * Math.floor(k / 4) + (k % 4)];
    });
    expect(touched).toEqual([]);
  });

  it.each(both)("shows no white of a closed eye, and skin where the eye was (%s)", (_, subject) => {
    expect(whites(subject, {})).toBeGreaterThan(600);
    const shut = draw(subject, { closure: 1 });
    expect(shut.filter(isWhite)).toEqual([]);
    const lid = shut.filter(({ u, v }) => {
      if (u < 0.2 * ALMOND.width || u > 0.8 * ALMOND.width) return false;
      const [top, bottom] = [upperEdge(ALMOND, u), lowerEdge(ALMOND, u)];
      return v > top + 0.2 * (bottom - top) && v < top + 0.6 * (bottom - top);
    });
    expect(lid.length).toBeGreaterThan(300);
    for (const [c, level] of SKIN.entries()) {
      const mean = lid.reduce((sum, { rgb }) => sum + rgb[c]!, 0) / lid.length;
      expect(mean / level).toBeGreaterThan(0.9);
      expect(mean / level).toBeLessThan(1.12);
    }
    // Nothing of the iris shines through.
    expect(lid.filter(isDark)).toEqual([]);
  });

  it("shows below a half-closed lid an iris as dark as the open eye's, though its lower rim is pale", () => {
    // An iris that the upper lid's shade darkens, as it does in most photos.
    const picture = almondPicture(ALMOND, SIDE);
    for (let i = 0; i < SIDE * SIDE; i++) {
      const [u, v] = toEye(ALMOND, i % SIDE, Math.floor(i / SIDE));
      if (Math.hypot(u - ALMOND.irisU, v - ALMOND.irisV) >= ALMOND.irisRadius) continue;
      for (let c = 0; c < 3; c++) picture[3 * i + c]! *= 1 + 0.8 * Math.max(0, (v - ALMOND.irisV) / ALMOND.irisRadius);
    }
    const subject = { eye: ALMOND, picture, rig: makeEyeRig(picture, SIDE, almondMesh(ALMOND), "right") };
    const iris = (closure: number): number => {
      const seen = draw(subject, { closure }).filter(({ u, v }) => {
        const [top, bottom] = [upperEdge(ALMOND, u), lowerEdge(ALMOND, u)];
        const within = Math.hypot(u - ALMOND.irisU, v - ALMOND.irisV) < 0.85 * ALMOND.irisRadius;
        return within && v > top + 0.88 * closure * (bottom - top) + 2 && v < bottom - 2;
      });
      expect(seen.length).toBeGreaterThan(15);
      return seen.reduce((sum, { rgb }) => sum + rgb[1], 0) / seen.length;
    };
    for (const closure of [0.3, 0.4, 0.5, 0.6]) {
      expect(iris(closure) / iris(0)).toBeLessThan(1.1);
      expect(iris(closure) / iris(0)).toBeGreaterThan(0.85);
    }
  });

  it.each(both)("closes steadily (%s)", (_, subject) => {
    const counts = Array.from({ length: 11 }, (_value, k) => whites(subject, { closure: k / 10 }));
    for (let k = 1; k < counts.length; k++) expect(counts[k]).toBeLessThanOrEqual(counts[k - 1]! + 2);
    expect(counts[5]! / counts[0]!).toBeGreaterThan(0.2);
    expect(counts[5]! / counts[0]!).toBeLessThan(0.75);
    expect(counts[10]).toBe(0);
  });

  it("lets the upper lid come down while the lower one hardly rises", () => {
    const half = draw(upright, { closure: 0.6 }).filter(({ u }) => u > 10 && u < 20);
    const white = half
      .filter(isWhite)
      .map(({ u, v }) => (v - upperEdge(ALMOND, u)) / (lowerEdge(ALMOND, u) - upperEdge(ALMOND, u)));
    expect(Math.min(...white)).toBeGreaterThan(0.4);
    expect(Math.max(...white)).toBeGreaterThan(0.85);
  });

  it.each([
    [6, 0],
    [-7, 0],
    [4, 2],
    [0, -2],
  ])("moves the iris by the %d, %d pixels that are asked for", (gazeU, gazeV) => {
    for (const [, subject] of both) {
      const [before, after] = [irisMiddle(draw(subject, {})), irisMiddle(draw(subject, { gazeU, gazeV }))];
      expect(Math.abs(after.u - before.u - gazeU)).toBeLessThan(0.8);
      expect(Math.abs(after.v - before.v - gazeV)).toBeLessThan(1);
    }
  });

  it("keeps white at the corner that the iris goes to, and the lids where they are", () => {
    const looking = draw(upright, { gazeU: 8 });
    expect(looking.filter((pixel) => isWhite(pixel) && pixel.u > 64).length).toBeGreaterThan(40);
    const rest = draw(upright, {});
    const changed = looking.filter(({ u, v, rgb }, i) => {
      if (u >= 0 && u <= 80 && v > upperEdge(ALMOND, u) - 3 && v < lowerEdge(ALMOND, u) + 3) return false;
      return Math.abs(rgb[2] - rest[i]!.rgb[2]) > 2;
    });
    expect(changed).toEqual([]);
  });

  it.each([{ gazeU: 0.03 }, { gazeV: -0.03 }, { closure: -0.002 }, { closure: 0.002 }, { squint: 0.002 }])(
    "starts to move without a jump (%o)",
    (state) => {
      const rest = draw(upright, {});
      const jumps = draw(upright, state).map(({ rgb }, i) => Math.abs(rgb[2] - rest[i]!.rgb[2]));
      expect(Math.max(...jumps)).toBeLessThan(20);
    },
  );

  it("shows more of an eye that is opened wider, and less of one that squints", () => {
    const rest = whites(upright, {});
    expect(whites(upright, { closure: -0.15 })).toBeGreaterThan(rest);
    expect(whites(upright, { squint: 0.3 })).toBeLessThan(0.9 * rest);
  });
});

/** Middle of the dark pixels about the iris; lashes lie higher. */
function irisMiddle(pixels: Seen[]): { u: number; v: number } {
  const dark = pixels.filter((pixel) => isDark(pixel) && pixel.rgb[0] < 70 && pixel.rgb[2] < 36);
  const mean = (of: (pixel: Seen) => number): number => dark.reduce((sum, pixel) => sum + of(pixel), 0) / dark.length;
  return { u: mean(({ u }) => u), v: mean(({ v }) => v) };
}
