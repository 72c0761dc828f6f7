import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cropTexture } from "../../../../src/pipeline/mesh/rig/crop-texture.ts";
import { textureSize } from "../../../../src/pipeline/mesh/rig/framing.ts";
import { makeGrid } from "../../../../src/pipeline/mesh/rig/grid.ts";
import { headReach, headWeights } from "../../../../src/pipeline/mesh/rig/head/head.ts";
import { rearFirst } from "../../../../src/pipeline/mesh/scene.ts";
import { chooseRegion, faceInPicture, wholePicture } from "../../../../src/pipeline/mesh/whole.ts";
import { fitHead } from "../../../../src/pipeline/perceive/pose.ts";
import type { Face, Photo } from "../../../../src/pipeline/types.ts";
import { noise } from "./render/small-rig.ts";
import { canonicalMesh } from "./rig/canonical-face.ts";

const photoOf = (width: number, height: number): Photo => ({
  width,
  height,
  rgb: noise(width * height),
  damaged: false,
});

describe("wholePicture", () => {
  it.each([
    [2000, 1500, 1280, 960],
    [1497, 2001, 958, 1280],
    [300, 201, 600, 402],
    [1280, 719, 1280, 718],
    [3000, 10, 1280, 4],
  ])("makes %i x %i a clip of %i x %i", async (width, height, wide, high) => {
    const blank = { width, height, rgb: new Uint8Array(3 * width * height), damaged: false };
    const picture = await wholePicture(blank);
    expect([picture.width, picture.height]).toEqual([wide, high]);
    expect(picture.rgb).toHaveLength(3 * wide * high);
    expect(picture.scale).toBeCloseTo(Math.min(2, 1280 / Math.max(width, height)), 6);
  });

  it("leaves the photo's pixels alone where they fit as they are", async () => {
    const photo = photoOf(1280, 6);
    const picture = await wholePicture(photo);
    expect(Buffer.compare(picture.rgb, photo.rgb)).toBe(0);
    picture.rgb.fill(0);
    expect(photo.rgb.some((level) => level > 0)).toBe(true);
  });

  it("takes a face along", async () => {
    const picture = await wholePicture(photoOf(50, 40));
    const face = { box: { x: 5, y: 6, width: 10, height: 12 }, mesh: Float32Array.of(7, 8, -2) } as unknown as Face;
    expect(faceInPicture(face, picture)).toMatchObject({
      box: { x: 10, y: 12, width: 20, height: 24 },
      mesh: Float32Array.of(14, 16, -4),
    });
  });
});

describe("headReach", () => {
  it("holds all that a head takes along, however it is turned", () => {
    const poses = fc.record({
      yaw: fc.integer({ min: -60, max: 60 }),
      pitch: fc.integer({ min: -40, max: 40 }),
      roll: fc.integer({ min: -180, max: 180 }),
    });
    fc.assert(
      fc.property(poses, (pose) => {
        const fit = fitHead(canonicalMesh({ scale: 3, x: 120, y: 120, ...pose }));
        const { x, y, width, height } = headReach(fit);
        const grid = makeGrid(240);
        const weights = headWeights(fit, grid);
        for (let i = 0; i < weights.length; i++) {
          if (weights[i] === 0) continue;
          const [px, py] = [(i % grid.columns) * grid.step, Math.floor(i / grid.columns) * grid.step];
          expect(px >= x - 1 && px <= x + width + 1 && py >= y - 1 && py <= y + height + 1).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("chooseRegion", () => {
  it("covers what a head can move of the picture, and is no larger than the picture's longer side", () => {
    const places = fc.record({
      width: fc.integer({ min: 60, max: 700 }),
      height: fc.integer({ min: 60, max: 700 }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      scale: fc.double({ min: 1, max: 12, noNaN: true }),
    });
    fc.assert(
      fc.property(places, ({ width, height, x, y, scale }) => {
        const mesh = canonicalMesh({ scale, x: x * width, y: y * height });
        const { originX, originY, size, pad } = chooseRegion({ width, height }, mesh);
        const reach = headReach(fitHead(mesh));
        const [left, top] = [originX + pad, originY + pad];
        expect(size).toBeLessThanOrEqual(Math.max(width, height));
        expect([left, top, size].every(Number.isInteger)).toBe(true);
        expect(left).toBeLessThanOrEqual(Math.max(0, reach.x));
        expect(top).toBeLessThanOrEqual(Math.max(0, reach.y));
        expect(left + size).toBeGreaterThanOrEqual(Math.min(width, reach.x + reach.width));
        expect(top + size).toBeGreaterThanOrEqual(Math.min(height, reach.y + reach.height));
      }),
    );
  });

  it("is cut out of the picture pixel by pixel", async () => {
    const picture = photoOf(90, 80);
    const region = chooseRegion(picture, canonicalMesh({ scale: 0.5, x: 40, y: 40 }));
    const texture = await cropTexture(picture, region);
    const side = textureSize(region);
    for (const [x, y] of [
      [0, 0],
      [side - 1, 3],
      [7, side - 1],
    ] as const) {
      const at = 3 * ((region.originY + y) * picture.width + region.originX + x);
      expect(texture.subarray(3 * (y * side + x), 3 * (y * side + x) + 3)).toEqual(picture.rgb.subarray(at, at + 3));
    }
  });
});

describe("rearFirst", () => {
  const mover = (name: string, y: number, height: number) => ({ name, box: { x: 0, y, width: height, height } });

  it("puts who is larger or lower in the picture before the others", () => {
    const order = (...movers: ReturnType<typeof mover>[]) => rearFirst(movers).map(({ name }) => name);
    expect(order(mover("lower", 60, 20), mover("higher", 30, 20))).toEqual(["higher", "lower"]);
    expect(order(mover("larger", 30, 40), mover("smaller", 30, 20))).toEqual(["smaller", "larger"]);
    // A child before its parents: smaller, but so much lower.
    expect(order(mover("child", 100, 30), mover("parent", 20, 40))).toEqual(["parent", "child"]);
    // Somebody who holds the camera: higher, but so much larger.
    expect(order(mover("friend", 60, 40), mover("holder", 40, 90))).toEqual(["friend", "holder"]);
  });
});
