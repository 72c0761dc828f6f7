import { describe, expect, it } from "vitest";
import { type Body, type BodySpace, bodyReach, makeBody } from "../../../../../src/pipeline/mesh/rig/body.ts";
import { makeGrid } from "../../../../../src/pipeline/mesh/rig/grid.ts";
import { makeSpread } from "../../../../../src/pipeline/mesh/rig/head/spread.ts";
import { faceBasis } from "../../../../../src/pipeline/perceive/face-basis.ts";
import { fitHead } from "../../../../../src/pipeline/perceive/pose.ts";
import { canonicalMesh } from "../../../../support/meshes.ts";

/** 6 pixels a cm: the chin lies at about (250, 170), the picture ends 55 cm below it. */
const SIDE = 500;
const SCALE = 6;
const CHIN = { x: 250, y: 120 + 8.5 * SCALE };
const mesh = canonicalMesh({ yaw: 0, pitch: 0, roll: 0 }, { scale: SCALE, at: [250, 120] });
const fit = fitHead(mesh);
const grid = makeGrid(SIDE);
const spread = makeSpread(mesh, faceBasis().triangles, grid, 6 * SCALE);
const whole: BodySpace = {
  coverage: new Float32Array(SIDE * SIDE).fill(1),
  side: SIDE,
  room: { x: -SIDE, y: -SIDE, width: 3 * SIDE, height: 3 * SIDE },
  neighbours: [],
};

/** Value of a field nearest to a place below the chin and to image right of it, cm. */
function at(field: Float32Array, below: number, right = 0): number {
  const [x, y] = [CHIN.x + right * SCALE, CHIN.y + below * SCALE];
  return field[Math.round(y / grid.step) * grid.columns + Math.round(x / grid.step)]!;
}

const bodyIn = (space: Partial<BodySpace>): Body => makeBody(fit, grid, spread, { ...whole, ...space });

describe("makeBody", () => {
  it("lets shoulders and chest breathe, the chest more, and the face not at all", () => {
    const { breath } = bodyIn({});
    expect(at(breath, -6)).toBe(0);
    const [shoulders, chest] = [at(breath, 9, 8), at(breath, 25)];
    expect(chest).toBeGreaterThan(0.15 * SCALE);
    expect(chest).toBeLessThan(0.25 * SCALE);
    expect(shoulders / chest).toBeGreaterThan(0.45);
    expect(shoulders / chest).toBeLessThan(0.65);
  });

  it("shrugs with the shoulders alone", () => {
    const { shrug } = bodyIn({});
    expect(at(shrug, 9, 14)).toBeGreaterThan(0.8 * SCALE);
    expect(at(shrug, 9)).toBe(0);
    expect(at(shrug, 26, 14)).toBeLessThan(0.05 * SCALE);
  });

  it("fades to nothing at the person's outline, and leaves what lies beyond alone", () => {
    // Somebody whose right edge in the picture lies 10 cm beside the chin.
    const edge = CHIN.x + 10 * SCALE;
    const { trunk } = bodyIn({ coverage: whole.coverage.map((_, i) => (i % SIDE < edge ? 1 : 0)) });
    expect(at(trunk, 15)).toBeGreaterThan(0.95);
    expect(at(trunk, 15, 9.3)).toBeLessThan(0.1);
    expect(at(trunk, 15, 10.5)).toBe(0);
    expect(at(trunk, 15, 14)).toBe(0);
  });

  it("fades to nothing at the photo's edge", () => {
    const { trunk } = bodyIn({ room: { x: 0, y: 0, width: SIDE, height: CHIN.y + 20 * SCALE } });
    expect(at(trunk, 14)).toBeGreaterThan(0.9);
    expect(at(trunk, 19.5)).toBeLessThan(0.1);
    expect(at(trunk, 22)).toBe(0);
  });

  it("moves nobody else's shoulders", () => {
    const { trunk } = bodyIn({ neighbours: [{ x: CHIN.x + 24 * SCALE, y: CHIN.y }] });
    expect(at(trunk, 15, 4)).toBeGreaterThan(0.9);
    expect(at(trunk, 15, 16)).toBe(0);
  });

  it("moves nothing where nobody knows what is the person", () => {
    const { breath, shrug, trunk } = makeBody(fit, grid, spread, null);
    expect([...breath, ...shrug, ...trunk].every((value) => value === 0)).toBe(true);
  });

  it("lets nothing of the face come late, a little of the hair, and all of the neck", () => {
    const { trail } = bodyIn({});
    expect(at(trail, -9)).toBe(0);
    expect(at(trail, -24)).toBeGreaterThan(0.35);
    expect(at(trail, -24)).toBeLessThan(0.45);
    expect(at(trail, 9)).toBe(1);
  });
});

describe("bodyReach", () => {
  it("holds the shoulders of somebody who stands in the whole photo", () => {
    const { x, y, width, height } = bodyReach(fit);
    expect(x).toBeLessThan(CHIN.x - 19 * SCALE);
    expect(x + width).toBeGreaterThan(CHIN.x + 19 * SCALE);
    expect(y).toBeCloseTo(CHIN.y, -1);
    expect(y + height).toBeGreaterThan(CHIN.y + 15 * SCALE);
  });
});
