import { describe, expect, it } from "vitest";
import { drawLips } from "../../../../../src/pipeline/mesh/render/lips-layer.ts";
import { type Lips, makeLips } from "../../../../../src/pipeline/mesh/rig/head/lips.ts";
import type { Mesh } from "../../../../../src/pipeline/types.ts";
import { canonicalMesh, shutMouth } from "../rig/canonical-face.ts";

const SIDE = 200;
const face = { scale: 14, x: 100, y: 50 };
const shut = shutMouth(canonicalMesh(face));
const meeting = Math.round(shut[3 * 13 + 1]!);
/** Where the photo's own dark line lies: a little below the mesh's. */
const LINE = meeting + 2;
const width = shut[3 * 308]! - shut[3 * 78]!;

/** A photo of light skin that gets lighter downwards, with a dark line where lips meet. */
const photo = new Uint8Array(3 * SIDE * SIDE);
for (let y = 0; y < SIDE; y++)
  for (let x = 0; x < SIDE; x++)
    photo.set(y === LINE ? [80, 40, 40] : [120 + y / 4, 100 + y / 4, 90 + y / 4], 3 * (y * SIDE + x));

function parted(lips: Lips, part: number, cover = 1): Float32Array {
  const rgba = new Float32Array(4 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) rgba.set([...photo.subarray(3 * i, 3 * i + 3), cover], 4 * i);
  drawLips(lips, part, photo, { rgba, side: SIDE });
  return rgba;
}

const lipsOf = (mesh: Mesh): Lips => makeLips(photo, SIDE, mesh)!;
/** Red down the middle of the mouth. */
const middle = (rgba: Float32Array): number[] => Array.from({ length: SIDE }, (_, y) => rgba[4 * (y * SIDE + 100)]!);

describe("makeLips", () => {
  it("finds where the photo's lips meet, which is not quite where the mesh says", () => {
    const lips = lipsOf(shut);
    const at = lips.y0 + lips.seam[Math.round(100 - lips.x0)]!;
    expect(Math.abs(at - LINE)).toBeLessThan(0.5);
  });

  it("lets lips part by no more than six hundredths of the mouth's width, and not at its corners", () => {
    const { gap } = lipsOf(shut);
    expect(Math.max(...gap)).toBeCloseTo(0.06 * width, 1);
    expect([gap[0], gap.at(-1)]).toEqual([0, 0]);
  });

  it("has nothing to part in a mouth that is open, or too small, or that lies on its side", () => {
    expect(makeLips(photo, SIDE, canonicalMesh({ ...face, shapes: { jawOpen: 0.5 } }))).toBeNull();
    expect(makeLips(photo, SIDE, shutMouth(canonicalMesh({ ...face, scale: 3 })))).toBeNull();
    const lying = shut.map((value, i) => (i % 3 === 0 ? 150 - shut[i + 1]! : i % 3 === 1 ? shut[i - 1]! : value));
    expect(makeLips(photo, SIDE, lying)).toBeNull();
  });
});

describe("drawLips", () => {
  it("shows the photo where lips are together, also after they were parted", () => {
    const rgba = parted(lipsOf(shut), 1);
    drawLips(lipsOf(shut), 0, photo, { rgba, side: SIDE });
    expect(rgba).toEqual(parted(lipsOf(shut), 0));
    for (let i = 0; i < SIDE * SIDE; i++) expect(rgba[4 * i]).toBe(photo[3 * i]);
  });

  it("opens a slit as high as asked, darker than the line it was, and leaves nose and chin alone", () => {
    const lips = lipsOf(shut);
    const [half, whole] = [middle(parted(lips, 0.5)), middle(parted(lips, 1))];
    const dark = (column: number[]): number => column.filter((red) => red < 80).length;
    expect(dark(whole)).toBeGreaterThan(0.06 * width - 1);
    expect(dark(whole)).toBeLessThan(0.06 * width + 3);
    expect(dark(half)).toBeLessThan(dark(whole));
    expect(Math.min(...whole)).toBeCloseTo(0.55 * 80, 0);
    for (const y of [LINE - Math.ceil(0.3 * width), LINE + Math.ceil(0.5 * width)])
      expect(whole[y]).toBe(photo[3 * (y * SIDE + 100)]);
  });

  it("keeps what is half background as it is", () => {
    const rgba = parted(lipsOf(shut), 1, 0.5);
    for (let i = 0; i < SIDE * SIDE; i++) expect(rgba[4 * i]).toBe(photo[3 * i]);
  });
});
