import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clamp,
  headTurn,
  type Matrix3,
  median,
  multiply,
  ranked,
  smoothstep,
  transpose,
} from "../../../src/pipeline/math.ts";

/** A head that looks at the viewer, drawn: x to its own left is image right, y up is image up. */
function turned(m: Matrix3, [x, y, z]: readonly [number, number, number]): { right: number; up: number; near: number } {
  const row = (k: number): number => m[3 * k]! * x + m[3 * k + 1]! * y + m[3 * k + 2]! * z;
  return { right: row(0), up: row(1), near: row(2) };
}
const NOSE = [0, 0, 1] as const;
const CROWN = [0, 1, 0] as const;
const angle = fc.double({ min: -90, max: 90, noNaN: true });

describe("ranked", () => {
  it("is what stands at a place of the sorted numbers", () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, fc.nat(), (values, n) => {
        const place = n % values.length;
        expect(ranked(Float32Array.from(values), place)).toBe(Float32Array.from(values).sort()[place]);
      }),
    );
  });
});

describe("median", () => {
  it("is the value in the middle, of an even number the upper one, and leaves the values in their order", () => {
    const values = [9, 10, -3];
    expect(median(values)).toBe(9);
    expect(values).toEqual([9, 10, -3]);
    expect(median([4, 1, 3, 2])).toBe(3);
    expect(median([])).toBe(0);
  });
});

describe("headTurn", () => {
  it("carries the nose to image right when yaw grows", () => {
    expect(turned(headTurn(30, 0, 0), NOSE).right).toBeCloseTo(0.5, 9);
    expect(turned(headTurn(30, 0, 0), NOSE).up).toBeCloseTo(0, 9);
    expect(turned(headTurn(-30, 0, 0), NOSE).right).toBeCloseTo(-0.5, 9);
  });

  it("carries the nose up when pitch grows", () => {
    expect(turned(headTurn(0, 30, 0), NOSE).up).toBeCloseTo(0.5, 9);
    expect(turned(headTurn(0, 30, 0), NOSE).right).toBeCloseTo(0, 9);
    expect(turned(headTurn(0, -30, 0), NOSE).up).toBeCloseTo(-0.5, 9);
  });

  it("leans the crown clockwise, to image right, when roll grows", () => {
    expect(turned(headTurn(0, 0, 30), CROWN).right).toBeCloseTo(0.5, 9);
    expect(turned(headTurn(0, 0, 30), CROWN).up).toBeCloseTo(Math.sqrt(0.75), 9);
    expect(turned(headTurn(0, 0, 90), NOSE).near).toBeCloseTo(1, 9);
  });

  it("rolls first, then pitches, then yaws", () => {
    // Leant over by 90 degrees the crown points to image right, where looking up changes nothing and turning goes away.
    const crown = turned(headTurn(90, 45, 90), CROWN);
    expect(crown.near).toBeCloseTo(-1, 9);
  });

  it("is a rotation whatever the angles", () => {
    fc.assert(
      fc.property(angle, angle, angle, (yaw, pitch, roll) => {
        const m = headTurn(yaw, pitch, roll);
        const square = multiply(m, transpose(m));
        [1, 0, 0, 0, 1, 0, 0, 0, 1].forEach((value, i) => expect(square[i]).toBeCloseTo(value, 9));
        expect(determinant(m)).toBeCloseTo(1, 9);
      }),
      { numRuns: 30 },
    );
  });

  it("leaves everything where it is at rest", () => {
    expect([...headTurn(0, 0, 0)].map((value) => value + 0)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });
});

function determinant(m: Matrix3): number {
  const [a, b, c, d, e, f, g, h, i] = [...m] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

describe("multiply", () => {
  it("applies the right matrix first", () => {
    const scale = Float64Array.of(2, 0, 0, 0, 3, 0, 0, 0, 4);
    const swap = Float64Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1);
    expect([...multiply(scale, swap)]).toEqual([0, 2, 0, 3, 0, 0, 0, 0, 4]);
  });
});

describe("smoothstep", () => {
  it.each([
    [0, 10, -5, 0],
    [0, 10, 0, 0],
    [0, 10, 2.5, 0.15625],
    [0, 10, 5, 0.5],
    [0, 10, 10, 1],
    [0, 10, 50, 1],
    [10, 0, 12, 0],
    [10, 0, 7.5, 0.15625],
    [10, 0, -3, 1],
  ])("from %d to %d is at %d %d", (from, to, value, expected) => {
    expect(smoothstep(from, to, value)).toBeCloseTo(expected, 9);
  });
});

describe("clamp", () => {
  it("keeps a value within its bounds", () => {
    expect([-1, 0.5, 2].map((value) => clamp(value, 0, 1))).toEqual([0, 0.5, 1]);
  });
});
