import { describe, expect, it } from "vitest";
import { restoreFace } from "../../../../src/pipeline/enhance/restore.ts";
import { modelOf } from "../../../../src/pipeline/models/onnx.ts";
import { LEFT_EYE_CONTOUR, RIGHT_EYE_CONTOUR } from "../../../../src/pipeline/perceive/mesh-parts.ts";
import type { Plane } from "../../../../src/pipeline/photo/plane.ts";
import { oneNode } from "../../../support/tiny-onnx.ts";

const SIZE = 320;
/** A head on one side, in front of waves that no shift by a pixel leaves as they are. */
const picture: Plane = {
  width: SIZE,
  height: SIZE,
  channels: 1,
  data: Float32Array.from({ length: SIZE * SIZE }, (_, i) => {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    return 128 + 50 * Math.sin(x / 6) * Math.cos(y / 9);
  }),
};
const mesh = new Float32Array(478 * 3);
const place = (points: readonly number[], x: number, y: number): void => {
  for (const point of points) mesh.set([x, y, 0], 3 * point);
};
place(RIGHT_EYE_CONTOUR, 120, 150);
place(LEFT_EYE_CONTOUR, 190, 130);
place([4], 165, 180);
place([61], 143, 221);
place([291], 205, 204);

const everywhere = new Float32Array(SIZE * SIZE).fill(1);
const network = async (operator: string) => modelOf(oneNode(operator, [1, 3, 512, 512]), 1);
const at = ({ data }: Plane, x: number, y: number): number => data[y * SIZE + x]!;

describe("a face drawn anew", () => {
  it("is put back where it was taken from, turned and scaled as it was", async () => {
    const same = await restoreFace(picture, mesh, everywhere, await network("Identity"));
    const errors = same.data.map((value, i) => Math.abs(value - picture.data[i]!));
    expect(Math.max(...errors)).toBeLessThan(2);
  });

  it("shows what the network drew where that is wanted, and the picture elsewhere", async () => {
    const left = everywhere.map((_, i) => (i % SIZE < 160 ? 1 : 0));
    const negative = await restoreFace(picture, mesh, left, await network("Neg"));
    expect(at(negative, 140, 170)).toBeCloseTo(255 - at(picture, 140, 170), -0.5);
    expect(at(negative, 180, 170)).toBe(at(picture, 180, 170));
  });

  it("refuses a network of another kind", async () => {
    const other = {
      ...(await network("Identity")),
      run: async () => Promise.resolve({ taken: { data: new Float32Array(4), shape: [4] } }),
    };
    await expect(restoreFace(picture, mesh, everywhere, other)).rejects.toThrow(
      /output taken: expected 1 x 3 x 512 x 512/,
    );
  });
});
