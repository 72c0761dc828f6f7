import { describe, expect, it } from "vitest";
import { cropTexture, mirror } from "../../../../../src/pipeline/mesh/rig/crop-texture.ts";
import { type Framing, meshInTexture } from "../../../../../src/pipeline/mesh/rig/framing.ts";
import type { Photo } from "../../../../../src/pipeline/types.ts";
import { noise } from "../render/small-rig.ts";

const photoOf = (width: number, height: number): Photo => ({
  width,
  height,
  rgb: noise(width * height),
  damaged: false,
});

describe("mirror", () => {
  it("reflects at both ends without repeating the edge", () => {
    expect([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map((i) => mirror(i, 4))).toEqual([3, 2, 1, 0, 1, 2, 3, 2, 1, 0]);
    expect([-1, 0, 5].map((i) => mirror(i, 1))).toEqual([0, 0, 0]);
  });
});

describe("cropTexture", () => {
  it("cuts the photo's own pixels at scale 1", async () => {
    const photo = photoOf(100, 80);
    const framing: Framing = { originX: 20, originY: 10, scale: 1, size: 40, pad: 4 };
    const texture = await cropTexture(photo, framing);
    for (let y = 0; y < 48; y++)
      expect(
        Buffer.compare(
          texture.subarray(144 * y, 144 * (y + 1)),
          photo.rgb.subarray(300 * (y + 10) + 60, 300 * (y + 10) + 204),
        ),
      ).toBe(0);
  });

  it("mirrors the photo beyond its ends", async () => {
    const photo = photoOf(60, 60);
    const texture = await cropTexture(photo, { originX: -5, originY: 30, scale: 1, size: 40, pad: 4 });
    const at = (x: number, y: number): number => texture[3 * (y * 48 + x)]!;
    expect(at(0, 0)).toBe(photo.rgb[3 * (30 * 60 + 5)]);
    expect(at(4, 0)).toBe(photo.rgb[3 * (30 * 60 + 1)]);
    expect(at(5, 0)).toBe(photo.rgb[3 * (30 * 60)]);
    expect(at(5, 32)).toBe(photo.rgb[3 * (56 * 60)]);
  });

  it("scales about pixel centres, as the mesh is scaled", async () => {
    // A ramp of two levels a photo pixel: at twice the size a texture pixel's level tells its place in the photo.
    const ramp: Photo = { width: 100, height: 100, rgb: new Uint8Array(30_000), damaged: false };
    for (let i = 0; i < 10_000; i++) ramp.rgb.fill(2 * (i % 100) + 20, 3 * i, 3 * i + 3);
    const framing: Framing = { originX: 20, originY: 20, scale: 2, size: 60, pad: 6 };
    const texture = await cropTexture(ramp, framing);
    for (const x of [10, 33, 52]) {
      const level = texture[3 * (30 * 72 + x)]!;
      const photoX = (level - 20) / 2 + 0.5;
      const [textureX] = meshInTexture(Float32Array.of(photoX, 0, 0), framing);
      expect(textureX).toBeCloseTo(x, -0.3);
      expect(Math.abs(textureX! - x)).toBeLessThan(0.6);
    }
  });
});
