import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chooseFraming,
  clipPart,
  type Framing,
  meshInTexture,
  textureSize,
} from "../../../../../src/pipeline/mesh/rig/framing.ts";

/** The clip's square in photo pixels. */
function clipSquare({ originX, originY, scale, size, pad }: Framing): { left: number; top: number; side: number } {
  return { left: originX + pad / scale, top: originY + pad / scale, side: size / scale };
}

describe("chooseFraming", () => {
  it("shows head and shoulders, the face two fifths of the height, where there is room", () => {
    const framing = chooseFraming({ width: 2000, height: 2000 }, { x: 900, y: 900, width: 160, height: 200 });
    const { left, top, side } = clipSquare(framing);
    expect(side).toBeCloseTo(500, 0);
    expect(left + side / 2).toBeCloseTo(980, -0.5);
    expect((1000 - top) / side).toBeCloseTo(0.46, 2);
    expect(framing.size).toBe(720);
    expect(framing.scale).toBeCloseTo(720 / 500, 2);
  });

  it("scales a small face up by two at most", () => {
    const framing = chooseFraming({ width: 2000, height: 2000 }, { x: 900, y: 900, width: 30, height: 40 });
    expect(framing).toMatchObject({ size: 200, scale: 2 });
  });

  it("takes the whole of a photo that is filled by a face", () => {
    const framing = chooseFraming({ width: 800, height: 800 }, { x: 150, y: 150, width: 480, height: 490 });
    expect(clipSquare(framing).side).toBeCloseTo(800, -0.5);
  });

  it("makes even sides, twice the photo's at most, and keeps within the photo as far as it may move", () => {
    const sizes = fc.record({
      width: fc.integer({ min: 200, max: 3000 }),
      height: fc.integer({ min: 200, max: 3000 }),
      face: fc.integer({ min: 24, max: 900 }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(sizes, ({ width, height, face, x, y }) => {
        const least = Math.min(width, height);
        const side = Math.min(face, 0.9 * least);
        const box = { x: x * (width - side), y: y * (height - side), width: side, height: side };
        const framing = chooseFraming({ width, height }, box);
        expect(framing.size % 2).toBe(0);
        expect(framing.size).toBeLessThanOrEqual(720);
        expect(framing.scale).toBeLessThanOrEqual(2);
        expect(textureSize(framing) / framing.scale).toBeCloseTo(Math.round(textureSize(framing) / framing.scale), 6);
        const square = clipSquare(framing);
        expect(box.x - square.left).toBeGreaterThanOrEqual(-1);
        expect(square.left + square.side - box.x - side).toBeGreaterThanOrEqual(-1);
        if (square.side > least) return;
        // It moves by an eighth of its side at most to keep within the photo; a pixel or so goes into rounding.
        const middle = box.x + side / 2 - square.side / 2;
        const limit = 0.12 * square.side;
        expect(square.left).toBeGreaterThan(Math.min(0, middle + limit) - 1.5);
        expect(square.left).toBeLessThan(Math.max(width - square.side, middle - limit) + 1.5);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps within the photo by moving when the face is near its edge", () => {
    const { left, top, side } = clipSquare(
      chooseFraming({ width: 1000, height: 1000 }, { x: 110, y: 110, width: 200, height: 200 }),
    );
    expect(side).toBeCloseTo(500, 0);
    expect(left).toBeCloseTo(0, -0.5);
    expect(top).toBeCloseTo(0, -0.5);
  });
});

describe("meshInTexture", () => {
  it("lets pixel 0 of the texture, which covers 0..1 of the photo's, have its middle at 0", () => {
    const framing: Framing = { originX: 10, originY: -20, scale: 1, size: 40, pad: 4 };
    expect([...meshInTexture(Float32Array.of(10.5, -19.5, 7), framing)]).toEqual([0, 0, 7]);
  });

  it("scales place and depth alike", () => {
    const framing: Framing = { originX: 10, originY: 20, scale: 2, size: 40, pad: 4 };
    expect([...meshInTexture(Float32Array.of(15, 20, 3), framing)]).toEqual([9.5, -0.5, 6]);
  });
});

describe("clipPart", () => {
  it("leaves the padding out", () => {
    const framing: Framing = { originX: 0, originY: 0, scale: 1, size: 4, pad: 2 };
    const texture = Uint8Array.from({ length: 3 * 64 }, (_, i) => Math.floor(i / 3));
    const reds = [...clipPart(texture, framing)].filter((_, i) => i % 3 === 0);
    expect(reds).toEqual([18, 19, 20, 21, 26, 27, 28, 29, 34, 35, 36, 37, 42, 43, 44, 45]);
  });
});
