import { describe, expect, it } from "vitest";
import { CONTOUR_SAMPLES, curveAt, eyeContour, eyeOpenness } from "../../../../src/pipeline/perceive/eye-contour.ts";
import { ALMOND, almondMesh, lowerEdge, upperEdge } from "../mesh/rig/almond-eye.ts";
import { canonicalMesh } from "../mesh/rig/canonical-face.ts";

describe("eyeContour", () => {
  it.each([0, 25, -70])("reads an almond's edges in the eye's own axes, leaning by %d degrees", (roll) => {
    const contour = eyeContour(almondMesh({ ...ALMOND, roll }), "right");
    expect(contour.width).toBeCloseTo(80, 3);
    expect(contour.originX).toBeCloseTo(60, 3);
    expect(contour.originY).toBeCloseTo(100, 3);
    expect(Math.atan2(contour.sin, contour.cos)).toBeCloseTo((roll * Math.PI) / 180, 5);
    for (let k = 0; k < CONTOUR_SAMPLES; k++) {
      expect(Math.abs(contour.upper[k]! - upperEdge(ALMOND, (80 * k) / 64))).toBeLessThan(0.15);
      expect(Math.abs(contour.lower[k]! - lowerEdge(ALMOND, (80 * k) / 64))).toBeLessThan(0.15);
    }
    expect(contour.opening).toBeCloseTo(26, 0);
  });

  it("knows where the iris is and how large", () => {
    const { iris } = eyeContour(almondMesh({ ...ALMOND, roll: 25 }), "right");
    expect(iris.u).toBeCloseTo(42, 3);
    expect(iris.v).toBeCloseTo(-4, 3);
    expect(iris.radius).toBeGreaterThan(12);
    expect(iris.radius).toBeLessThan(13.5);
  });

  it("never lets the lower lid lie above the upper one", () => {
    const { upper, lower } = eyeContour(almondMesh({ ...ALMOND, up: -6, down: -10 }), "right");
    expect(lower.every((v, k) => v >= upper[k]!)).toBe(true);
  });

  it("reads both eyes of a face from image left to image right", () => {
    const mesh = canonicalMesh({ scale: 20, x: 200, y: 200 });
    const [right, left] = [eyeContour(mesh, "right"), eyeContour(mesh, "left")];
    expect(right.originX).toBeLessThan(left.originX);
    for (const { cos, upper, lower } of [right, left]) {
      expect(cos).toBeGreaterThan(0.9);
      expect(upper[32]).toBeLessThan(lower[32]!);
    }
  });
});

describe("eyeOpenness", () => {
  it("is the mean height of the opening's middle half over its width", () => {
    // The mean of a sine arch over its middle half is 0.9 of its height.
    expect(eyeOpenness(eyeContour(almondMesh(ALMOND), "right"))).toBeCloseTo((0.9 * 26) / 80, 2);
    expect(eyeOpenness(eyeContour(almondMesh({ ...ALMOND, up: 0, down: 0 }), "right"))).toBeCloseTo(0, 6);
  });
});

describe("curveAt", () => {
  const ramp = Float32Array.from({ length: CONTOUR_SAMPLES }, (_, k) => k);

  it("is linear between the samples and stays at its ends", () => {
    expect(curveAt(ramp, 40, 80)).toBeCloseTo(32, 5);
    expect(curveAt(ramp, 0.625, 80)).toBeCloseTo(0.5, 5);
    expect(curveAt(ramp, -9, 80)).toBe(0);
    expect(curveAt(ramp, 99, 80)).toBe(64);
  });
});
