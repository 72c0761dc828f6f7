import { describe, expect, it } from "vitest";
import type { Texture } from "../../../../../src/pipeline/mesh/render/eye-layer.ts";
import { drawMouth } from "../../../../../src/pipeline/mesh/render/mouth-layer.ts";
import { eachVertex, type Grid, vertexCount } from "../../../../../src/pipeline/mesh/rig/grid.ts";
import { jawMotion, type MouthRig, makeMouth } from "../../../../../src/pipeline/mesh/rig/head/mouth.ts";
import { faceBasis } from "../../../../../src/pipeline/perceive/face-basis.ts";
import { fitHead } from "../../../../../src/pipeline/perceive/pose.ts";
import type { Mesh } from "../../../../../src/pipeline/types.ts";
import { canonicalMesh, shutMouth } from "../rig/canonical-face.ts";

const SIDE = 200;
const grid: Grid = { columns: 51, rows: 51, step: 4 };
const open = canonicalMesh({ scale: 14, x: 100, y: 50, shapes: { jawOpen: 0.5 } });
const shapes = [{ name: "jawOpen" }, { name: "mouthSmileLeft" }];

/** A photo whose levels tell the place: red runs to the right, green down, blue is plain. */
const photo = new Uint8Array(3 * SIDE * SIDE);
for (let i = 0; i < SIDE * SIDE; i++) photo.set([i % SIDE, Math.floor(i / SIDE), 90], 3 * i);

const rigOf = (mesh: Mesh): MouthRig => ({
  ...makeMouth(photo, SIDE, mesh)!,
  jawMotion: jawMotion(shapes, faceBasis(), fitHead(mesh)),
});
const mouth = rigOf(open);
const upperLip = open[3 * 13 + 1]!;
const lowerLip = open[3 * 14 + 1]!;

/** The texture after drawing the mouth while the skin moves by `d`. */
function draw(rig: MouthRig, d: (x: number, y: number) => readonly [number, number], coefficients = [0, 0]): Texture {
  const [dx, dy] = [new Float32Array(vertexCount(grid)), new Float32Array(vertexCount(grid))];
  eachVertex(grid, (i, x, y) => {
    [dx[i], dy[i]] = d(x, y) as [number, number];
  });
  const texture = { rgba: new Float32Array(4 * SIDE * SIDE).fill(-1), side: SIDE };
  drawMouth(rig, grid, { dx, dy }, Float32Array.from(coefficients), photo, texture);
  return texture;
}

/** Places between the lips, the margin's pixels off their edges. */
function inside(margin: number): [number, number][] {
  const places: [number, number][] = [];
  for (let y = Math.ceil(upperLip + margin); y < lowerLip - margin; y++)
    for (let x = 95; x <= 105; x++) places.push([x, y]);
  return places;
}
const redGreen = ({ rgba }: Texture, x: number, y: number): [number, number] => {
  const o = 4 * (y * SIDE + x);
  return [rgba[o]!, rgba[o + 1]!];
};

describe("makeMouth", () => {
  it("has nothing to show of a mouth that is shut", () => {
    const shut = shutMouth(open);
    expect(makeMouth(photo, SIDE, shut)).toBeNull();
  });

  it("knows the opening between the lips", () => {
    expect(lowerLip - upperLip).toBeGreaterThan(15);
    const at = (x: number, y: number): number => mouth.opening[(y - mouth.y0) * mouth.width + x - mouth.x0]!;
    for (const [x, y] of inside(4)) expect(at(x, y)).toBe(1);
    expect(at(100, Math.round(upperLip) - 3)).toBe(0);
    expect(at(100, Math.round(lowerLip) + 3)).toBe(0);
  });

  it("lets the lower half of a wide open mouth go with the jaw, by the chin's way", () => {
    const jawAt = (y: number): number => mouth.jaw[(y - mouth.y0) * mouth.width + 100 - mouth.x0]!;
    expect(jawAt(Math.ceil(upperLip) + 1)).toBe(0);
    expect(jawAt(Math.floor(lowerLip) - 1)).toBeGreaterThan(0.5);
    expect(mouth.jawMotion[1]).toBeCloseTo(-14 * faceBasis().shapes["jawOpen"]!["152"]![1]!, -0.5);
    expect([...mouth.jawMotion.subarray(2)]).toEqual([0, 0]);
    const little = rigOf(canonicalMesh({ scale: 14, x: 100, y: 50 }));
    expect(little.jaw.every((share) => share === 0)).toBe(true);
  });
});

describe("drawMouth", () => {
  it("shows the photo when nothing moves", () => {
    const still = draw(mouth, () => [0, 0]);
    for (let i = 0; i < SIDE * SIDE; i++)
      if (still.rgba[4 * i] !== -1)
        expect([...still.rgba.subarray(4 * i, 4 * i + 3)]).toEqual([...photo.subarray(3 * i, 3 * i + 3)]);
    expect(redGreen(still, 100, Math.round((upperLip + lowerLip) / 2))[0]).toBe(100);
  });

  it("takes teeth along with the upper lip's middle", () => {
    const shifted = draw(mouth, () => [5, -3]);
    for (const [x, y] of inside(2)) expect(redGreen(shifted, x, y).map(Math.round)).toEqual([x, y]);
  });

  it("keeps teeth where they are while the lips open and stretch over them", () => {
    // The skin stretches to both sides and down from the upper lip's middle: at the lower lip by a fifth.
    const d = (x: number, y: number): [number, number] => [0.15 * (x - 100), 0.2 * (y - upperLip)];
    const stretched = draw(mouth, d);
    let compared = 0;
    for (const [x, y] of inside(4)) {
      const [dx, dy] = d(x, y);
      if (y + dy > lowerLip - 3 || Math.hypot(dx, dy) < 0.6) continue;
      compared++;
      // The skin carries what is painted at x, y to x + dx, y + dy: there the photo's own must show.
      const [red, green] = redGreen(stretched, x, y);
      expect(Math.abs(red - x - dx)).toBeLessThan(0.6);
      expect(Math.abs(green - y - dy)).toBeLessThan(0.8);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("takes the inside of the corners along with them, so that a smile uncovers no dark", () => {
    const smile = draw(mouth, (x) => [0.3 * (x - 100), 0]);
    const y = Math.round((open[3 * 78 + 1]! + open[3 * 308 + 1]!) / 2);
    const corners = [Math.ceil(open[3 * 78]!) + 2, Math.floor(open[3 * 308]!) - 2];
    for (const x of corners) {
      expect(redGreen(smile, x, y)[0]).not.toBe(-1);
      expect(Math.abs(redGreen(smile, x, y)[0] - x)).toBeLessThan(2);
    }
  });

  it("moves what hangs on the jaw with the jaw", () => {
    // The skin opens as the jaw does; at the lower teeth nothing slides.
    const down = mouth.jawMotion[1]!;
    const jaw = draw(mouth, (_, y) => [0, y > (upperLip + lowerLip) / 2 ? 0.3 * down : 0], [0.3, 0]);
    const y = Math.floor(lowerLip) - 3;
    const share = mouth.jaw[(y - mouth.y0) * mouth.width + 100 - mouth.x0]!;
    expect(share).toBe(1);
    expect(Math.abs(redGreen(jaw, 100, y)[1] - y)).toBeLessThan(0.6);
  });

  it("leaves lips and skin to others", () => {
    const { rgba } = draw(mouth, (x) => [0.1 * x, 4]);
    for (const y of [Math.round(upperLip) - 4, Math.round(lowerLip) + 4]) expect(rgba[4 * (y * SIDE + 100)]).toBe(-1);
  });
});
