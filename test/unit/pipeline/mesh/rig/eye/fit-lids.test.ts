import { describe, expect, it } from "vitest";
import { fitLids } from "../../../../../../src/pipeline/mesh/rig/eye/fit-lids.ts";
import { type EyeContour, eyeContour } from "../../../../../../src/pipeline/perceive/eye-contour.ts";
import { ALMOND, type Almond, almondMesh, almondPicture, lowerEdge, upperEdge } from "../almond-eye.ts";

const SIDE = 200;

/** Largest distance of the fitted lids from an almond's, in the middle four fifths. */
function error({ upper, lower }: EyeContour, eye: Almond): { upper: number; lower: number } {
  const worst = (curve: Float32Array, edge: (eye: Almond, u: number) => number): number =>
    Math.max(...Array.from(curve, (v, k) => (k < 7 || k > 57 ? 0 : Math.abs(v - edge(eye, (k / 64) * eye.width)))));
  return { upper: worst(upper, upperEdge), lower: worst(lower, lowerEdge) };
}

describe("fitLids", () => {
  it("leaves a contour that is right as it is", () => {
    const fitted = fitLids(eyeContour(almondMesh(ALMOND), "right"), almondPicture(ALMOND, SIDE), SIDE);
    expect(error(fitted, ALMOND).upper).toBeLessThan(2);
    expect(error(fitted, ALMOND).lower).toBeLessThan(2);
  });

  it.each([0, 30])(
    "moves lids that lie inside a wide-open eye outwards to its edge (leaning by %d degrees)",
    (roll) => {
      const wide = { ...ALMOND, up: 23, down: 12, roll };
      const model = eyeContour(almondMesh({ ...wide, up: 18, down: 8 }), "right");
      const fitted = fitLids(model, almondPicture(wide, SIDE), SIDE);
      expect(error(model, wide).upper).toBeGreaterThan(4.5);
      expect(error(fitted, wide).upper).toBeLessThan(2.5);
      expect(error(fitted, wide).lower).toBeLessThan(2.5);
      expect(fitted.opening).toBeGreaterThan(31);
    },
  );

  it("leaves an eye alone that is too small to see its edges, or shows none", () => {
    const small = { ...ALMOND, width: 20, up: 4, down: 2, irisU: 10, irisV: -1, irisRadius: 3 };
    const contour = eyeContour(almondMesh(small), "right");
    expect(fitLids(contour, almondPicture(ALMOND, SIDE), SIDE)).toBe(contour);
    const plain = fitLids(eyeContour(almondMesh(ALMOND), "right"), new Uint8Array(3 * SIDE * SIDE).fill(90), SIDE);
    expect(error(plain, ALMOND).upper).toBeLessThan(0.5);
  });
});
