import { describe, expect, it } from "vitest";
import { crisp } from "../../../../src/pipeline/enhance/crisp.ts";
import type { Plane } from "../../../../src/pipeline/photo/plane.ts";

/** From `dark` to `light` over about ten pixels, the same in every row. */
const edge = (dark: number, light: number): Plane => ({
  width: 40,
  height: 12,
  channels: 1,
  data: Float32Array.from({ length: 480 }, (_, i) => dark + (light - dark) / (1 + Math.exp((20 - (i % 40)) / 2))),
});
const row = ({ data }: Plane): number[] => [...data.subarray(240, 280)];
const steepest = (plane: Plane): number =>
  Math.max(...row(plane).map((value, x, all) => value - (all[x - 1] ?? value)));

describe("steeper edges", () => {
  it("are steeper, without halos", () => {
    const soft = edge(60, 180);
    const sharp = crisp(soft, 3, 1);
    expect(steepest(sharp)).toBeGreaterThan(1.2 * steepest(soft));
    expect(Math.min(...sharp.data)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...sharp.data)).toBeLessThanOrEqual(180);
  });

  it("are not made of shading, nor of anything when nothing is asked for", () => {
    const shading = edge(100, 112);
    expect([...crisp(shading, 3, 1).data]).toEqual([...shading.data]);
    const soft = edge(60, 180);
    expect([...crisp(soft, 3, 0).data]).toEqual([...soft.data]);
  });
});
