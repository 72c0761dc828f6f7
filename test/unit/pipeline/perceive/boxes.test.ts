import { describe, expect, it } from "vitest";
import { containment, overlap, withoutOverlaps } from "../../../../src/pipeline/perceive/boxes.ts";

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

describe("overlap", () => {
  it("is 1 for the same box, 0 for boxes that only touch", () => {
    expect(overlap(box(1, 2, 3, 4), box(1, 2, 3, 4))).toBe(1);
    expect(overlap(box(0, 0, 2, 2), box(2, 0, 2, 2))).toBe(0);
  });

  it("is shared over covered area", () => {
    expect(overlap(box(0, 0, 2, 2), box(1, 0, 2, 2))).toBeCloseTo(1 / 3);
  });
});

describe("containment", () => {
  it("is 1 for a box within a larger one, whichever comes first", () => {
    expect(containment(box(0, 0, 10, 10), box(2, 2, 3, 3))).toBe(1);
    expect(containment(box(2, 2, 3, 3), box(0, 0, 10, 10))).toBe(1);
  });
});

describe("withoutOverlaps", () => {
  it("keeps the best of each crowd, best first", () => {
    const crowd = [
      { box: box(0, 0, 10, 10), score: 0.5 },
      { box: box(1, 1, 10, 10), score: 0.9 },
      { box: box(50, 0, 10, 10), score: 0.6 },
    ];
    expect(withoutOverlaps(crowd, 0.3)).toEqual([crowd[1], crowd[2]]);
  });
});
