import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gramOf, linearOf, solveNnls } from "../../../../src/pipeline/record/nnls.ts";

function solve(columns: readonly number[][], target: readonly number[], options = {}): number[] {
  const typed = columns.map((column) => Float64Array.from(column));
  const weights = new Float64Array(target.length).fill(1);
  const gram = gramOf(typed, weights);
  return [...solveNnls({ gram, linear: linearOf(typed, weights, Float64Array.from(target)) }, options)];
}

describe("solveNnls", () => {
  it("finds coefficients that made the target", () => {
    const columns = [
      [1, 0, 2, 1],
      [0, 1, 1, 3],
      [1, 1, 0, 0],
    ];
    const target = [0.5 + 0.25, 0.25, 1, 0.5];
    const [a, b, c] = solve(columns, target);
    expect(a).toBeCloseTo(0.5, 6);
    expect(b).toBeCloseTo(0, 6);
    expect(c).toBeCloseTo(0.25, 6);
  });

  it("gives the known answer of Lawson and Hanson's kind of problem, where plain least squares goes negative", () => {
    // Unconstrained: (-2, 3). With the first coefficient held at 0, the second is 10 / 14.
    const columns = [
      [1, 1, 1],
      [1, 2, 3],
    ];
    const target = [1, 0, 3].map((_, i) => -2 + 3 * [1, 2, 3][i]!);
    const [a, b] = solve(columns, target);
    expect(a).toBe(0);
    expect(b).toBeCloseTo((1 * 1 + 2 * 4 + 3 * 7) / 14, 8);
  });

  it("keeps to the upper bound and lets the price of a coefficient push small ones to 0", () => {
    expect(solve([[1, 0]], [3, 0], { most: 1 })).toEqual([1]);
    expect(solve([[1, 0]], [0.1, 0], { sparsity: 0.2 })).toEqual([0]);
    expect(solve([[1, 0]], [0.5, 0], { sparsity: 0.2 })[0]).toBeCloseTo(0.3, 9);
  });

  it("satisfies the conditions of an optimum wherever it starts", () => {
    const value = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
        fc.array(value, { minLength: 6, maxLength: 6 }),
        (columns, target) => {
          // A little identity keeps the problem well posed.
          const posed = columns.map((column, i) => [...column, ...columns.map((_, k) => (i === k ? 1 : 0))]);
          const whole = [...target, ...columns.map(() => 0)];
          const solution = solve(posed, whole, { start: columns.map(() => 5) });
          const residual = whole.map(
            (v, r) => v - posed.reduce((sum, column, i) => sum + column[r]! * solution[i]!, 0),
          );
          posed.forEach((column, i) => {
            const slope = column.reduce((sum, v, r) => sum + v * residual[r]!, 0);
            if (solution[i]! > 1e-6) expect(Math.abs(slope)).toBeLessThan(1e-5);
            else expect(slope).toBeLessThan(1e-5);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuses a gram matrix of the wrong size", () => {
    expect(() => solveNnls({ gram: new Float64Array(3), linear: new Float64Array(2) })).toThrow(RangeError);
  });
});
