import { describe, expect, it } from "vitest";
import { makeEyeRig } from "../../../../../../src/pipeline/mesh/rig/eye/eye.ts";
import { ALMOND, almondMesh, almondPicture, lowerEdge, SKIN, toEye, upperEdge } from "../almond-eye.ts";

const SIDE = 200;

/** The almond's picture, changed at each place (v from the lids' edges, pixels) by a factor. */
function shaded(factor: (above: number, below: number) => number) {
  const picture = almondPicture(ALMOND, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [u, v] = toEye(ALMOND, i % SIDE, Math.floor(i / SIDE));
    const by = factor(upperEdge(ALMOND, u) - v, v - lowerEdge(ALMOND, u));
    for (let c = 0; c < 3; c++) picture[3 * i + c]! *= by;
  }
  return makeEyeRig(picture, SIDE, almondMesh(ALMOND), "right");
}

/** Mean green of the new skin in the middle of the opening. */
function lidGreen({ skin, u, v, upper, lower, contour }: ReturnType<typeof shaded>): number {
  const inside = [...u.keys()].filter(
    (i) => Math.abs(u[i]! / contour.width - 0.5) < 0.2 && v[i]! > upper[i]! && v[i]! < lower[i]!,
  );
  return inside.reduce((sum, i) => sum + skin[3 * i + 1]!, 0) / inside.length;
}

describe("the lid's new skin", () => {
  it("has the tone of the skin around where that is even", () => {
    expect(Math.abs(lidGreen(shaded(() => 1)) - SKIN[1])).toBeLessThan(4);
  });

  it("is as light as the lid that shows above the lashes, though the socket round it lies in shadow", () => {
    const hollow = shaded((above, below) => ((above > 3 && above < 11) || (above < 0 && below < 0) ? 1 : 0.62));
    expect(lidGreen(hollow)).toBeGreaterThan(0.79 * SKIN[1]);
  });

  it("keeps the skin's hue where what shows of the lid is painted, or lies behind a frame's glare", () => {
    const picture = almondPicture(ALMOND, SIDE);
    for (let i = 0; i < SIDE * SIDE; i++) {
      const [u, v] = toEye(ALMOND, i % SIDE, Math.floor(i / SIDE));
      const above = upperEdge(ALMOND, u) - v;
      if (above > 3 && above < 11 && u > 0 && u < ALMOND.width) picture.fill(150, 3 * i, 3 * i + 3);
    }
    const { skin, u, v, upper, lower, contour } = makeEyeRig(picture, SIDE, almondMesh(ALMOND), "right");
    const inside = [...u.keys()].filter(
      (i) => Math.abs(u[i]! / contour.width - 0.5) < 0.2 && v[i]! > upper[i]! && v[i]! < lower[i]!,
    );
    const mean = (c: number): number => inside.reduce((sum, i) => sum + skin[3 * i + c]!, 0) / inside.length;
    expect(mean(0) / mean(2)).toBeGreaterThan(0.9 * (SKIN[0] / SKIN[2]));
  });

  it("is as light as the lid between lashes and fold, of which a wide-open eye shows little", () => {
    const liner = shaded((above) => (above > 2 && above < 14 ? 0.35 : 1));
    expect(lidGreen(liner)).toBeGreaterThan(0.93 * SKIN[1]);
  });

  it("takes nothing from what lies beyond the face, and leaves that as it is", () => {
    const picture = almondPicture(ALMOND, SIDE);
    const edge = 0.8 * ALMOND.width;
    const wall = [240, 120, 20] as const;
    for (let i = 0; i < SIDE * SIDE; i++)
      if (toEye(ALMOND, i % SIDE, Math.floor(i / SIDE))[0] > edge) picture.set(wall, 3 * i);
    const { skin, photo, u, v, upper, lower } = makeEyeRig(picture, SIDE, almondMesh(ALMOND, edge), "right");
    const near = [...u.keys()].filter(
      (i) => u[i]! > 0.65 * ALMOND.width && u[i]! < edge - 2 && v[i]! > upper[i]! && v[i]! < lower[i]!,
    );
    const mean = (c: number): number => near.reduce((sum, i) => sum + skin[3 * i + c]!, 0) / near.length;
    expect(Math.abs(mean(0) / mean(2) - SKIN[0] / SKIN[2])).toBeLessThan(0.15);
    for (let i = 0; i < u.length; i++)
      if (u[i]! > edge + 2 && u[i]! < 1.05 * ALMOND.width && v[i]! < upper[i]! - 12)
        expect(skin[3 * i]).toBeCloseTo(photo[3 * i]!, 1);
  });

  it("is round: darker where it turns away, at the lashes and under the brow, than in its middle", () => {
    const { skin, u, v, upper, lower, contour } = shaded(() => 1);
    const light = (from: number, to: number): number => {
      const strip = [...u.keys()].filter((i) => {
        const down = (v[i]! - upper[i]!) / (lower[i]! - upper[i]!);
        return Math.abs(u[i]! / contour.width - 0.5) < 0.2 && down > from && down < to;
      });
      return strip.reduce((sum, i) => sum + skin[3 * i + 1]!, 0) / strip.length;
    };
    expect(light(0.85, 1)).toBeLessThan(0.95 * light(0.35, 0.65));
    expect(light(0, 0.15)).toBeLessThan(light(0.35, 0.65));
  });

  it("stays in the shadow in which the whole eye lies", () => {
    const dark = lidGreen(shaded(() => 0.5));
    expect(dark).toBeGreaterThan(0.45 * SKIN[1]);
    expect(dark).toBeLessThan(0.55 * SKIN[1]);
  });

  it("lets a fold above the eye grow shallow, and leaves what lies beyond the lid alone", () => {
    const fold = 0.2 * ALMOND.width;
    const rig = shaded((above) => (Math.abs(above - fold) < 1.5 ? 0.5 : 1));
    const { skin, photo, u, v, upper, contour, lidHeight } = rig;
    for (let i = 0; i < u.length; i++) {
      const above = upper[i]! - v[i]!;
      if (Math.abs(u[i]! / contour.width - 0.5) > 0.2) continue;
      if (Math.abs(above - fold) < 0.5) expect(skin[3 * i + 1]).toBeGreaterThan(0.75 * SKIN[1]);
      if (above > lidHeight) expect(skin[3 * i + 1]).toBeCloseTo(photo[3 * i + 1]!, 2);
    }
  });
});

describe("lashes", () => {
  it("are as dark as the line of the upper lid, and there are none where there is no line", () => {
    expect(shaded(() => 1).lashes.darkest).toBeLessThan(0.5);
    const plain = new Uint8Array(3 * SIDE * SIDE).map((_, k) => SKIN[k % 3]!);
    expect(makeEyeRig(plain, SIDE, almondMesh(ALMOND), "right").lashes.darkest).toBeGreaterThan(0.95);
  });

  it("are no finer than the photo is sharp", () => {
    const sharp = almondPicture(ALMOND, SIDE);
    const soft = Uint8Array.from(sharp, (_, k) => {
      let sum = 0;
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) sum += sharp[k + 3 * (dy * SIDE + dx)] ?? sharp[k]!;
      return sum / 25;
    });
    const softness = (picture: Uint8Array) => makeEyeRig(picture, SIDE, almondMesh(ALMOND), "right").lashes.softness;
    expect(softness(soft)).toBeGreaterThan(1.5 * softness(sharp));
  });
});
