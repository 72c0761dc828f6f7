import { describe, expect, it } from "vitest";
import { type Grid, sampleField, vertexCount } from "../../../../../../src/pipeline/mesh/rig/grid.ts";
import { type ShapeField, shapeFields } from "../../../../../../src/pipeline/mesh/rig/head/shapes.ts";
import { makeSpread, type Spread } from "../../../../../../src/pipeline/mesh/rig/head/spread.ts";
import { BLENDSHAPES } from "../../../../../../src/pipeline/motion/channels.ts";
import { faceBasis } from "../../../../../../src/pipeline/perceive/face-basis.ts";
import { LIP_PAIRS } from "../../../../../../src/pipeline/perceive/mesh-parts.ts";
import { mouthIsClosed, mouthOpening } from "../../../../../../src/pipeline/perceive/openness.ts";
import { fitHead } from "../../../../../../src/pipeline/perceive/pose.ts";
import type { Mesh } from "../../../../../../src/pipeline/types.ts";
import { canonicalMesh, shutMouth } from "../canonical-face.ts";

const basis = faceBasis();
const grid: Grid = { columns: 67, rows: 67, step: 3 };
const SCALE = 10;
const open = canonicalMesh({ scale: SCALE, x: 100, y: 100 });
const shut = shutMouth(open);

const spreads = new Map<Mesh, Spread>();
function fieldsOf(mesh: Mesh, names: readonly string[]): ShapeField[] {
  const spread = spreads.get(mesh) ?? makeSpread(mesh, basis.triangles, grid, 60);
  spreads.set(mesh, spread);
  return shapeFields(names, basis, fitHead(mesh), mesh, spread, grid);
}

/** How far a shape carries a place: one field an axis. */
function motionOf({ vertices, displacement }: ShapeField): (x: number, y: number) => [number, number] {
  const [dx, dy] = [new Float32Array(vertexCount(grid)), new Float32Array(vertexCount(grid))];
  vertices.forEach((vertex, k) => {
    dx[vertex] = displacement[3 * k]!;
    dy[vertex] = displacement[3 * k + 1]!;
  });
  return (x, y) => [sampleField(grid, dx, x, y), sampleField(grid, dy, x, y)];
}

function motionAt(field: ShapeField, mesh: Mesh, point: number): [number, number] {
  return motionOf(field)(mesh[3 * point]!, mesh[3 * point + 1]!);
}

describe("mouthOpening", () => {
  it("is the gap between the lips over the mouth's width", () => {
    expect(mouthOpening(shut)).toBeCloseTo(0, 6);
    expect(mouthOpening(open)).toBeCloseTo(0.13, 2);
    expect(mouthOpening(canonicalMesh({ shapes: { jawOpen: 0.5 } }))).toBeGreaterThan(0.4);
    expect(mouthIsClosed(shut)).toBe(true);
    expect(mouthIsClosed(open)).toBe(false);
  });

  it("does not depend on how large or how turned a face is", () => {
    expect(mouthOpening(canonicalMesh({ scale: 3, yaw: 30, roll: 40 }))).toBeCloseTo(mouthOpening(open), 4);
  });
});

describe("shapeFields", () => {
  it("gives one field for each shape that the basis knows", () => {
    const names = fieldsOf(open, ["jawOpen", "noSuchShape", "mouthSmileLeft"]).map(({ name }) => name);
    expect(names).toEqual(["jawOpen", "mouthSmileLeft"]);
  });

  it("moves the chin down when the jaw opens, by the measured way, and leaves the brows", () => {
    const [jaw] = fieldsOf(open, ["jawOpen"]);
    const [dx, dy] = motionAt(jaw!, open, 199);
    expect(Math.abs(dx)).toBeLessThan(2);
    expect(dy).toBeCloseTo(-SCALE * basis.shapes["jawOpen"]!["199"]![1]!, -0.7);
    expect(dy).toBeGreaterThan(8);
    expect(motionAt(jaw!, open, 107).map(Math.abs)).toEqual([expect.closeTo(0, 1), expect.closeTo(0, 1)]);
  });

  it("parts open lips further when the jaw opens", () => {
    const [jaw] = fieldsOf(open, ["jawOpen"]);
    expect(motionAt(jaw!, open, 14)[1] - motionAt(jaw!, open, 13)[1]).toBeGreaterThan(5);
  });

  it("draws the left corner of the mouth to image right and up in a smile to the left", () => {
    const [left, right] = fieldsOf(open, ["mouthSmileLeft", "mouthSmileRight"]);
    const [dx, dy] = motionAt(left!, open, 291);
    expect(dx).toBeGreaterThan(2);
    expect(dy).toBeLessThan(-2);
    expect(motionAt(left!, open, 61).map(Math.abs)).toEqual([expect.closeTo(0, 0), expect.closeTo(0, 0)]);
    expect(motionAt(right!, open, 61)[0]).toBeCloseTo(-dx, 0);
  });

  it("turns the motion with the head", () => {
    const leant = canonicalMesh({ scale: SCALE, x: 100, y: 100, roll: 90 });
    const [jaw] = fieldsOf(leant, ["jawOpen"]);
    const [dx, dy] = motionAt(jaw!, leant, 199);
    // The crown points to image right: the chin goes to image left.
    expect(dx).toBeLessThan(-8);
    expect(Math.abs(dy)).toBeLessThan(2);
  });

  it("never parts lips that are shut", () => {
    const torn = fieldsOf(shut, BLENDSHAPES).map((field) => {
      const motion = motionOf(field);
      const gaps = LIP_PAIRS.map(([upper, lower]) => {
        const [a, b] = [upper, lower].map((point) => motion(shut[3 * point]!, shut[3 * point + 1]!));
        return Math.hypot(a![0] - b![0], a![1] - b![1]);
      });
      return { name: field.name, gap: Math.max(...gaps) };
    });
    expect(torn).toHaveLength(Object.keys(basis.shapes).filter((name) => BLENDSHAPES.some((b) => b === name)).length);
    expect(torn.filter(({ gap }) => gap > 1e-3)).toEqual([]);
  });

  it("moves lips that are shut by the mean of what the upper and the lower lip would do", () => {
    const [jaw] = fieldsOf(shut, ["jawOpen"]);
    const [upper, lower] = [13, 14].map((point) => -SCALE * basis.shapes["jawOpen"]![String(point)]![1]!);
    expect(motionAt(jaw!, shut, 13)[1]).toBeCloseTo((upper! + lower!) / 2, -0.7);
  });

  it("keeps the motion of every shape to the face and what is next to it", () => {
    for (const { vertices, name } of fieldsOf(open, ["jawOpen", "browInnerUp", "mouthSmileLeft"])) {
      const far = [...vertices].filter((vertex) => {
        const [x, y] = [(vertex % grid.columns) * grid.step, Math.floor(vertex / grid.columns) * grid.step];
        return Math.hypot(x - 100, y - 100) > 150;
      });
      expect({ name, far }).toEqual({ name, far: [] });
    }
  });
});
