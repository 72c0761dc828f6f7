import { describe, expect, it } from "vitest";
import { eachVertex, type Grid } from "../../../../../../src/pipeline/mesh/rig/grid.ts";
import { makeSpread, spreadValues } from "../../../../../../src/pipeline/mesh/rig/head/spread.ts";
import { faceBasis } from "../../../../../../src/pipeline/perceive/face-basis.ts";
import { FACE_OVAL } from "../../../../../../src/pipeline/perceive/mesh-parts.ts";
import { canonicalMesh } from "../canonical-face.ts";

const mesh = canonicalMesh({ scale: 5, x: 100, y: 100 });
const grid: Grid = { columns: 41, rows: 41, step: 5 };
const spread = makeSpread(mesh, faceBasis().triangles, grid, 40);
const outline = FACE_OVAL.map((point) => [mesh[3 * point]!, mesh[3 * point + 1]!] as const);

/** Distance of a place to the outline's points, negative inside; good enough to tell inside from outside. */
function outside(x: number, y: number): number {
  const nearest = Math.min(...outline.map(([px, py]) => Math.hypot(x - px, y - py)));
  let inside = false;
  for (const [k, [ax, ay]] of outline.entries()) {
    const [bx, by] = outline[(k + 1) % outline.length]!;
    if (ay <= y !== by <= y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) inside = !inside;
  }
  return inside ? -nearest : nearest;
}

describe("spreadValues", () => {
  it("gives every vertex within the face the value of a constant", () => {
    const field = spreadValues(spread, grid, () => 4, 40, 0);
    let inside = 0;
    eachVertex(grid, (i, x, y) => {
      if (outside(x, y) > -1) return;
      inside++;
      expect(field[i]).toBeCloseTo(4, 4);
    });
    expect(inside).toBeGreaterThan(200);
  });

  it("reproduces a linear field within the face", () => {
    const field = spreadValues(spread, grid, (point) => 0.1 * mesh[3 * point]! - 0.2 * mesh[3 * point + 1]!, 40, 0);
    eachVertex(grid, (i, x, y) => {
      if (outside(x, y) < -1) expect(field[i]).toBeCloseTo(0.1 * x - 0.2 * y, 3);
    });
  });

  it("dies away beyond the outline and is gone at `fade`", () => {
    const field = spreadValues(spread, grid, () => 1, 25, 0);
    let before = 1;
    const row = 20;
    for (let column = 20; column < 41; column++) {
      const value = field[row * 41 + column]!;
      expect(value).toBeLessThanOrEqual(before + 1e-6);
      expect(value).toBeGreaterThanOrEqual(0);
      before = value;
    }
    eachVertex(grid, (i, x, y) => {
      if (outside(x, y) > 29) expect(field[i]).toBe(0);
    });
    expect(field.some((value) => value > 0.2 && value < 0.8)).toBe(true);
  });

  it("takes beyond the outline what the nearest part of it has", () => {
    // 1 on the right half of the image, 0 on the left.
    const field = spreadValues(spread, grid, (point) => (mesh[3 * point]! > 100 ? 1 : 0), 1000, 0);
    const beside = (x: number): number => field[20 * 41 + x / 5]!;
    expect(beside(145)).toBeGreaterThan(0.85);
    expect(beside(55)).toBeLessThan(0.15);
  });

  it("gives the nearer of two folds that lie on each other", () => {
    // A far and a near triangle on the same spot.
    const folded = new Float32Array(478 * 3);
    folded.set([0, 0, 9, 40, 0, 9, 0, 40, 9, 0, 0, 1, 40, 0, 1, 0, 40, 1]);
    const two = makeSpread(
      folded,
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
      { columns: 5, rows: 5, step: 5 },
      0,
    );
    expect(spreadValues(two, { columns: 5, rows: 5, step: 5 }, (point) => (point < 3 ? 9 : 1), 1, 0)[6]).toBeCloseTo(
      1,
      5,
    );
  });
});
