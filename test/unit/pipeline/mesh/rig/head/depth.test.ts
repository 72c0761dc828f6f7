import { describe, expect, it } from "vitest";
import { eachVertex, type Grid, sampleField } from "../../../../../../src/pipeline/mesh/rig/grid.ts";
import { ellipsoidDepth, headDepth, toTexture } from "../../../../../../src/pipeline/mesh/rig/head/depth.ts";
import { headWeights } from "../../../../../../src/pipeline/mesh/rig/head/head.ts";
import { makeSpread } from "../../../../../../src/pipeline/mesh/rig/head/spread.ts";
import { faceBasis } from "../../../../../../src/pipeline/perceive/face-basis.ts";
import { FACE_OVAL } from "../../../../../../src/pipeline/perceive/mesh-parts.ts";
import { fitHead } from "../../../../../../src/pipeline/perceive/pose.ts";
import { canonicalMesh } from "../canonical-face.ts";

/** Ten pixels a cm: the head's ellipsoid has its middle at (200, 170, 40), half axes of 90, 125 and 100 pixels. */
const mesh = canonicalMesh({ scale: 10, x: 200, y: 200 });
const fit = fitHead(mesh);
const grid: Grid = { columns: 81, rows: 81, step: 5 };
const weights = headWeights(fit, grid);
const weightAt = (x: number, y: number): number => sampleField(grid, weights, x, y);

describe("toTexture", () => {
  it("turns canonical centimetres into pixels: left is right, up is up, near is small", () => {
    const [x, y, z] = toTexture(fit, [1, 2, 3]);
    expect(x).toBeCloseTo(210, 3);
    expect(y).toBeCloseTo(180, 3);
    expect(z).toBeCloseTo(-30, 3);
  });
});

describe("ellipsoidDepth", () => {
  const depth = ellipsoidDepth(fit);

  it("is nearest in its middle, by its half axis less a little softness", () => {
    expect(depth(200, 170)).toBeGreaterThan(-60);
    expect(depth(200, 170)).toBeLessThan(-40);
    for (const [x, y] of [
      [170, 170],
      [230, 170],
      [200, 130],
      [200, 210],
    ] as const)
      expect(depth(x, y)).toBeGreaterThan(depth(200, 170));
  });

  it("ends at its outline as deep as its middle and stays so beyond", () => {
    for (const [x, y] of [
      [290, 170],
      [110, 170],
      [200, 45],
      [350, 170],
      [200, 390],
    ] as const)
      expect(depth(x, y)).toBeCloseTo(40, 0);
  });

  it("turns with the head: of a head turned to image right the left side comes nearer", () => {
    const right = ellipsoidDepth(fitHead(canonicalMesh({ scale: 10, x: 200, y: 200, yaw: 40 })));
    const [cx, cy] = toTexture(fitHead(canonicalMesh({ scale: 10, x: 200, y: 200, yaw: 40 })), [0, 3, -4]);
    expect(right(cx - 60, cy)).not.toBeCloseTo(right(cx + 60, cy), 0);
    expect(depth(140, 170)).toBeCloseTo(depth(260, 170), 3);
  });
});

describe("headDepth", () => {
  const spread = makeSpread(mesh, faceBasis().triangles, grid, 60);
  const depth = headDepth(mesh, fit, spread, grid);

  it("is the mesh's own within the face", () => {
    for (const point of [4, 50, 280, 9, 152]) {
      const own = mesh[3 * point + 2]!;
      expect(Math.abs(sampleField(grid, depth, mesh[3 * point]!, mesh[3 * point + 1]!) - own)).toBeLessThan(6);
    }
  });

  it("runs from the face into the skull without a cliff that a turn could fold over", () => {
    let steepest = 0;
    for (let row = 10; row < 70; row++)
      for (let column = 1; column < 81; column++)
        steepest = Math.max(steepest, Math.abs(depth[row * 81 + column]! - depth[row * 81 + column - 1]!));
    expect(steepest).toBeLessThan(15.1);
    expect(sampleField(grid, depth, 390, 170)).toBeCloseTo(40, 0);
  });
});

describe("headWeights", () => {
  it("is as good as 1 all over the face and 0 far away", () => {
    for (const point of FACE_OVAL) expect(weightAt(mesh[3 * point]!, mesh[3 * point + 1]!)).toBeGreaterThan(0.95);
    for (const [x, y] of [
      [2, 60],
      [398, 60],
      [200, 398],
      [5, 398],
      [398, 395],
    ] as const)
      expect(weightAt(x, y)).toBe(0);
  });

  it("falls off below the chin sooner than above the forehead", () => {
    expect(weightAt(200, 350)).toBeLessThan(0.35);
    expect(weightAt(200, 60)).toBeGreaterThan(0.9);
  });

  it("lies between 0 and 1 and never jumps", () => {
    let steepest = 0;
    eachVertex(grid, (i, x) => {
      if (x > 0) steepest = Math.max(steepest, Math.abs(weights[i]! - weights[i - 1]!));
    });
    expect(steepest).toBeLessThan(0.12);
    expect(Math.min(...weights)).toBe(0);
    expect(Math.max(...weights)).toBe(1);
  });

  it("leaves a neighbour's face alone and its own whole", () => {
    const neighbour = { x: 340, y: 190, radius: 60 };
    const beside = headWeights(fit, grid, [neighbour]);
    expect(sampleField(grid, weights, 320, 190)).toBeGreaterThan(0.5);
    for (const [x, y] of [
      [340, 190],
      [300, 190],
      [340, 240],
    ] as const)
      expect(sampleField(grid, beside, x, y)).toBeLessThan(0.05);
    expect(sampleField(grid, beside, 200, 190)).toBeCloseTo(1, 5);
    expect(sampleField(grid, beside, 120, 190)).toBeCloseTo(weightAt(120, 190), 5);
  });
});
