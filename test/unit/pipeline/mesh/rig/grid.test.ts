import { describe, expect, it } from "vitest";
import {
  eachVertex,
  type Grid,
  limitSlopes,
  makeGrid,
  sampleField,
  smoothField,
  vertexCount,
} from "../../../../../src/pipeline/mesh/rig/grid.ts";

const grid: Grid = { columns: 5, rows: 4, step: 10 };
function fieldOf(value: (x: number, y: number) => number, on = grid): Float32Array {
  const field = new Float32Array(vertexCount(on));
  eachVertex(on, (i, x, y) => {
    field[i] = value(x, y);
  });
  return field;
}

describe("makeGrid", () => {
  it.each([50, 247, 248, 480, 663, 864])(
    "covers a texture of %d pixels, the last vertex at its far corner or beyond",
    (side) => {
      const { columns, rows, step } = makeGrid(side);
      expect(columns).toBe(rows);
      expect((columns - 1) * step).toBeGreaterThanOrEqual(side - 1e-6);
      expect((columns - 2) * step).toBeLessThan(side);
      expect(step).toBeGreaterThanOrEqual(3);
      expect(columns).toBeLessThanOrEqual(126);
    },
  );
});

describe("sampleField", () => {
  const linear = fieldOf((x, y) => 2 * x - 3 * y + 5);

  it("gives a vertex its own value and reproduces a linear field between them", () => {
    expect(sampleField(grid, linear, 20, 10)).toBeCloseTo(15, 5);
    expect(sampleField(grid, linear, 13.7, 8.2)).toBeCloseTo(2 * 13.7 - 3 * 8.2 + 5, 4);
  });

  it("is clamped at the border", () => {
    expect(sampleField(grid, linear, -50, -50)).toBeCloseTo(5, 5);
    expect(sampleField(grid, linear, 500, 500)).toBeCloseTo(2 * 40 - 3 * 30 + 5, 1);
  });
});

describe("smoothField", () => {
  it("keeps a constant and, away from the border, a linear field", () => {
    const flat = fieldOf(() => 7);
    smoothField(grid, flat, 5);
    expect(flat.every((value) => Math.abs(value - 7) < 1e-5)).toBe(true);
    const slope = fieldOf((x, y) => x + y);
    smoothField(grid, slope, 1);
    expect(sampleField(grid, slope, 20, 10)).toBeCloseTo(30, 5);
  });

  it("spreads a single value by the binomial kernel", () => {
    const large: Grid = { columns: 7, rows: 7, step: 1 };
    const field = fieldOf((x, y) => (x === 3 && y === 3 ? 16 : 0), large);
    smoothField(large, field, 1);
    expect([field[24], field[23], field[17], field[16], field[22]]).toEqual([4, 2, 2, 1, 0]);
  });
});

describe("limitSlopes", () => {
  it("leaves no step that is steeper, across corners by as much more as they are farther", () => {
    const field = fieldOf((x, y) => (x === 20 && y === 10 ? 1 : 100));
    limitSlopes(grid, field, 2);
    expect([field[7], field[8], field[9], field[12]]).toEqual([1, 3, 5, 3]);
    expect(field[13]).toBeCloseTo(1 + 2 * Math.SQRT2, 5);
  });

  it("keeps what is to be kept", () => {
    const kept = fieldOf((x) => (x === 30 ? 1 : 0));
    const field = fieldOf((x) => (x === 0 ? 0 : 100));
    limitSlopes(grid, field, 2, kept);
    expect([...field.subarray(0, 5)]).toEqual([0, 2, 4, 100, 100]);
  });
});
