import { describe, expect, it } from "vitest";
import { cropTexture } from "../../../../src/pipeline/mesh/rig/crop-texture.ts";
import { chooseFraming, mostUpscale } from "../../../../src/pipeline/mesh/rig/framing.ts";
import { pastePatch } from "../../../../src/pipeline/photo/patch.ts";
import type { Patch, Photo } from "../../../../src/pipeline/types.ts";

const even = (count: number, level: number): Uint8Array => new Uint8Array(3 * count).fill(level);
const photo: Photo = { width: 60, height: 50, rgb: even(3000, 90), damaged: false };
/** 20 x 10 photo pixels, four times as fine. */
const patch: Patch = {
  changes: ["enlarged"],
  box: { x: 10, y: 20, width: 20, height: 10 },
  width: 80,
  height: 40,
  rgb: even(3200, 200),
  weight: new Float32Array(3200).fill(1),
};

/** Levels found at photo positions of a texture. */
function levelAt(rgb: Uint8Array, side: number, x: number, y: number): number {
  return rgb[3 * (y * side + x)]!;
}

describe("pastePatch", () => {
  it("lands where its part of the photo lies, at any scale, and nowhere else", () => {
    for (const scale of [0.5, 1, 2, 3]) {
      const side = 60 * scale;
      const rgb = even(side * side, 90);
      pastePatch({ width: side, height: side, rgb, originX: 5, originY: 5, scale }, patch);
      expect(levelAt(rgb, side, Math.floor(15 * scale), Math.floor(20 * scale))).toBe(200);
      expect(levelAt(rgb, side, Math.floor(3 * scale), Math.floor(20 * scale))).toBe(90);
      expect(levelAt(rgb, side, Math.floor(15 * scale), Math.floor(12 * scale))).toBe(90);
      expect(levelAt(rgb, side, Math.floor(15 * scale), Math.floor(27 * scale))).toBe(90);
    }
  });

  it("leaves the picture alone to the last level where its weight is 0", () => {
    const rgb = Uint8Array.from({ length: 60 * 60 * 3 }, (_, i) => i % 251);
    const before = rgb.slice();
    const view = { width: 60, height: 60, rgb, originX: 0, originY: 0, scale: 1 };
    pastePatch(view, { ...patch, weight: new Float32Array(3200) });
    expect(rgb).toEqual(before);
  });

  it("keeps grey grey, whatever the weights", () => {
    const rgb = Uint8Array.from({ length: 60 * 60 * 3 }, (_, i) => (7 * Math.floor(i / 3)) % 256);
    const weight = Float32Array.from({ length: 3200 }, (_, i) => (i % 9) / 8);
    const grey = Uint8Array.from({ length: 9600 }, (_, i) => (13 * Math.floor(i / 3)) % 256);
    pastePatch({ width: 60, height: 60, rgb, originX: 2, originY: 3, scale: 1.37 }, { ...patch, rgb: grey, weight });
    for (let i = 0; i < rgb.length; i += 3) expect([rgb[i + 1], rgb[i + 2]]).toEqual([rgb[i], rgb[i]]);
  });
});

describe("a patched photo", () => {
  it("may be enlarged as far as its patch is fine", () => {
    expect(mostUpscale(photo)).toBe(2);
    expect(mostUpscale({ patches: [patch] })).toBe(4);
    const face = { x: 20, y: 15, width: 14, height: 16 };
    expect(chooseFraming({ ...photo, patches: [patch] }, face).size).toBe(2 * chooseFraming(photo, face).size);
  });

  it("is cut with its patches", async () => {
    const framing = { originX: 0, originY: 0, scale: 1, size: 40, pad: 5 };
    const plain = await cropTexture(photo, framing);
    const patched = await cropTexture({ ...photo, patches: [patch] }, framing);
    expect(levelAt(plain, 50, 20, 25)).toBe(90);
    expect(levelAt(patched, 50, 20, 25)).toBe(200);
    expect(levelAt(patched, 50, 45, 45)).toBe(90);
  });
});
