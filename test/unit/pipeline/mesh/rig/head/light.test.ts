import { describe, expect, it } from "vitest";
import { type LightWork, makeLightWork, relight } from "../../../../../../src/pipeline/mesh/render/relight.ts";
import { makeVertexBuffers, type VertexBuffers } from "../../../../../../src/pipeline/mesh/render/vertices.ts";
import {
  eachVertex,
  type Grid,
  sampleField,
  vertexCount,
  wholeGrid,
} from "../../../../../../src/pipeline/mesh/rig/grid.ts";
import { headDepth } from "../../../../../../src/pipeline/mesh/rig/head/depth.ts";
import { fitLight, gridNormals, type Light } from "../../../../../../src/pipeline/mesh/rig/head/light.ts";
import { makeSpread } from "../../../../../../src/pipeline/mesh/rig/head/spread.ts";
import { faceBasis } from "../../../../../../src/pipeline/perceive/face-basis.ts";
import { fitHead } from "../../../../../../src/pipeline/perceive/pose.ts";
import { smallRig } from "../../render/small-rig.ts";
import { canonicalMesh } from "../canonical-face.ts";

const SIDE = 200;
const grid: Grid = { columns: 51, rows: 51, step: 4 };
const mesh = canonicalMesh({ scale: 9, x: 100, y: 100 });
const spread = makeSpread(mesh, faceBasis().triangles, grid, 40);
const rest = makeVertexBuffers(vertexCount(grid));
eachVertex(grid, (i, x, y) => {
  rest.x[i] = x;
  rest.y[i] = y;
});
rest.z.set(headDepth(mesh, fitHead(mesh), spread, grid));

/** The face as it looks in light from `direction` (texture axes) on top of as much from everywhere. */
function litFrom(direction: readonly [number, number, number]): Uint8Array {
  const normals = new Float32Array(3 * vertexCount(grid));
  gridNormals(grid, rest.x, rest.y, rest.z, normals);
  const light = Float32Array.from({ length: vertexCount(grid) }, (_, i) =>
    Math.max(0.1, 1 + [0, 1, 2].reduce((sum, k) => sum + direction[k]! * normals[3 * i + k]!, 0)),
  );
  const texture = new Uint8Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++)
    texture.fill(140 * sampleField(grid, light, i % SIDE, Math.floor(i / SIDE)) ** (1 / 2.2), 3 * i, 3 * i + 3);
  return texture;
}

const lightOf = (texture: Uint8Array): Light => fitLight(texture, SIDE, mesh, spread, grid, rest);

/** Gain at rest's own places after the face has been turned by `degrees` towards image right about its middle. */
function gainAfterTurn(light: Light, degrees: number, work: LightWork = makeLightWork({ grid, light })): VertexBuffers {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turned = makeVertexBuffers(vertexCount(grid));
  for (let i = 0; i < turned.x.length; i++) {
    const [x, z] = [rest.x[i]! - 100, rest.z[i]!];
    turned.x[i] = 100 + cos * x - sin * z;
    turned.y[i] = rest.y[i]!;
    turned.z[i] = sin * x + cos * z;
  }
  relight({ ...smallRig(), grid, light }, turned, work);
  return turned;
}

describe("gridNormals", () => {
  it("points to the viewer on a flat sheet and leans with a slope", () => {
    const sheet = (slope: number): number[] => {
      const normals = new Float32Array(3 * vertexCount(grid));
      gridNormals(
        grid,
        rest.x,
        rest.y,
        rest.x.map((x) => slope * x),
        normals,
      );
      return [...normals.subarray(3 * 1300, 3 * 1301)].map((value) => Math.round(1e4 * value) / 1e4 + 0);
    };
    expect(sheet(0)).toEqual([0, 0, -1]);
    // Farther to the right: the surface faces right.
    expect(sheet(1)).toEqual([0.7071, 0, -0.7071]);
  });
});

describe("fitLight", () => {
  it("finds where the light comes from", () => {
    const left = lightOf(litFrom([-0.5, 0, 0]));
    expect(left.direction[0]).toBeLessThan(-0.25);
    expect(lightOf(litFrom([0.5, 0, 0])).direction[0]).toBeGreaterThan(0.25);
    expect(lightOf(litFrom([0, -0.5, 0])).direction[1]).toBeLessThan(-0.25);
    expect(Math.abs(left.direction[1])).toBeLessThan(0.1);
  });

  it("finds none on a face that is evenly lit", () => {
    const { direction } = lightOf(new Uint8Array(3 * SIDE * SIDE).fill(120));
    expect(Math.hypot(...direction)).toBeLessThan(0.05);
  });

  it("relights the face alone", () => {
    const { share } = lightOf(litFrom([-0.5, 0, 0]));
    expect(sampleField(grid, share, 100, 100)).toBeCloseTo(1, 5);
    expect(sampleField(grid, share, 8, 100)).toBe(0);
  });

  it("keeps calm over a black picture", () => {
    const { ambient, direction } = lightOf(new Uint8Array(3 * SIDE * SIDE));
    expect([ambient, ...direction]).toEqual([1, 0, 0, 0]);
  });
});

describe("relight", () => {
  const left = lightOf(litFrom([-0.5, 0, 0]));

  it("changes nothing at rest", () => {
    expect(gainAfterTurn(left, 0).gain.every((gain) => Math.abs(gain - 1) < 1e-3)).toBe(true);
  });

  it("darkens a face that turns away from the light and lightens one that turns to it", () => {
    const at = (degrees: number): number => sampleField(grid, gainAfterTurn(left, degrees).gain, 100, 90);
    expect(at(15)).toBeLessThan(0.97);
    expect(at(-15)).toBeGreaterThan(1.03);
  });

  it("keeps within a third and off the background", () => {
    for (const degrees of [-60, 60]) {
      const { gain } = gainAfterTurn(left, degrees);
      expect(Math.max(...gain)).toBeLessThanOrEqual(1.3501);
      expect(Math.min(...gain)).toBeGreaterThan(0.74);
      expect(sampleField(grid, gain, 6, 6)).toBe(1);
    }
  });

  it("gives the part that it looks at the light that looking at everything gives", () => {
    const work = makeLightWork({ grid, light: left });
    expect(work.part.width * work.part.height).toBeLessThan(vertexCount(grid));
    const { gain } = gainAfterTurn(left, 15, { ...work, part: wholeGrid(grid) });
    expect(gainAfterTurn(left, 15, work).gain).toEqual(gain);
  });
});
