import { describe, expect, it } from "vitest";
import { portraitSquare } from "../../../src/pipeline/portrait-square.ts";

const PHOTO = { width: 1000, height: 1000 };

describe("portraitSquare", () => {
  it("becomes a little smaller where it would reach over the photo's edge by a little", () => {
    const { y, width, height } = portraitSquare(PHOTO, { x: 300, y: 120, width: 300, height: 400 });
    expect(y).toBe(0);
    expect(width).toBeCloseTo(940, 6);
    expect(height).toBe(width);
  });

  it("keeps its size where it would have to become much smaller", () => {
    const { y, width } = portraitSquare(PHOTO, { x: 300, y: 20, width: 300, height: 400 });
    expect(y).toBe(-120);
    expect(width).toBe(1000);
  });
});
