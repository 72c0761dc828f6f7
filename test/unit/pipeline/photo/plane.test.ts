import { describe, expect, it } from "vitest";
import { type Plane, planeOf, resample, resize } from "../../../../src/pipeline/photo/plane.ts";

const planeWith = (width: number, height: number, value: (x: number, y: number) => number): Plane =>
  planeOf(
    width,
    height,
    Float32Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width))),
  );

describe("resize", () => {
  it("keeps an even plane even at any size", () => {
    for (const size of [5, 17, 40, 63, 200]) {
      for (const value of resize(
        planeWith(40, 31, () => 77),
        size,
        size,
      ).data)
        expect(value).toBeCloseTo(77, 3);
    }
  });

  it("keeps a slope where it is when enlarging and when reducing", () => {
    const slope = planeWith(40, 40, (x, y) => 3 * x + y);
    for (const factor of [0.5, 2, 4]) {
      const side = 40 * factor;
      const { data } = resize(slope, side, side);
      const middle = side / 2;
      const expected = 3 * ((middle + 0.5) / factor - 0.5) + (middle + 0.5) / factor - 0.5;
      expect(data[middle * side + middle]).toBeCloseTo(expected, 2);
    }
  });

  it("is the very same plane at its own size", () => {
    const plane = planeWith(9, 7, (x, y) => x * y);
    expect(resize(plane, 9, 7)).toBe(plane);
  });
});

describe("resample", () => {
  it("takes a part at an offset between pixels", () => {
    const slope = planeWith(30, 30, (x) => 10 * x);
    const part = resample(slope, { start: 10.25, step: 1, count: 4 }, { start: 3, step: 1, count: 2 });
    expect([...part.data.slice(0, 4)].map((value) => Math.round(10 * value) / 10)).toEqual([
      102.5, 112.5, 122.5, 132.5,
    ]);
  });

  it("goes on as the nearest pixel beyond the edge, also of planes smaller than its kernel", () => {
    const dot = planeWith(1, 1, () => 9);
    for (const value of resample(dot, { start: -3, step: 0.5, count: 8 }, { start: 0, step: 1, count: 1 }).data)
      expect(value).toBeCloseTo(9, 4);
  });
});
