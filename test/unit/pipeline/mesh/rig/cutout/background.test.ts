import { describe, expect, it } from "vitest";
import { fillBackground } from "../../../../../../src/pipeline/mesh/rig/cutout/background.ts";
import { noise } from "../../render/small-rig.ts";

const SIDE = 120;
const fromMiddle = (i: number): number => Math.hypot((i % SIDE) - 60, Math.floor(i / SIDE) - 60);
/** A person: a disc of 30 pixels. */
const disc = Float32Array.from({ length: SIDE * SIDE }, (_, i) => (fromMiddle(i) < 30 ? 1 : 0));

function paint(colour: (x: number, y: number) => number): Uint8Array {
  const picture = new Uint8Array(3 * SIDE * SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) picture.fill(colour(i % SIDE, Math.floor(i / SIDE)), 3 * i, 3 * i + 3);
  return picture;
}

describe("fillBackground", () => {
  it("continues a gradient behind a person, whatever the person looks like", () => {
    const gradient = paint((x, y) => Math.round(40 + x + 0.5 * y));
    const picture = Uint8Array.from(gradient, (level, k) => (disc[Math.floor(k / 3)] === 1 ? 255 - level : level));
    const filled = fillBackground(picture, disc, SIDE);
    const errors = [...filled]
      .map((level, k) => Math.abs(level - gradient[k]!))
      .filter((_, k) => disc[Math.floor(k / 3)] === 1);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(5);
    expect(Math.max(...errors)).toBeLessThan(22);
  });

  it("fills a plain background plainly", () => {
    const filled = fillBackground(
      paint((x, y) => (Math.hypot(x - 60, y - 60) < 30 ? 10 : 180)),
      disc,
      SIDE,
    );
    expect(filled.every((level) => Math.abs(level - 180) <= 1)).toBe(true);
  });

  it("leaves every pixel well outside the person untouched", () => {
    const picture = noise(SIDE * SIDE);
    const filled = fillBackground(picture, disc, SIDE);
    let [outside, changed] = [0, 0];
    for (let i = 0; i < SIDE * SIDE; i++) {
      if (fromMiddle(i) < 34) continue;
      outside++;
      if ([0, 1, 2].some((c) => filled[3 * i + c] !== picture[3 * i + c])) changed++;
    }
    expect(outside).toBeGreaterThan(8000);
    expect(changed).toBe(0);
  });

  it("gives what it fills the grain of what is around", () => {
    const grainy = noise(SIDE * SIDE).map((level) => 100 + (level >> 3));
    const filled = fillBackground(grainy, disc, SIDE);
    const inside = [...filled.keys()].filter((k) => k % 3 === 1 && fromMiddle(Math.floor(k / 3)) < 25);
    const mean = inside.reduce((sum, k) => sum + filled[k]!, 0) / inside.length;
    const deviation = Math.sqrt(inside.reduce((sum, k) => sum + (filled[k]! - mean) ** 2, 0) / inside.length);
    // Uniform noise over 32 levels deviates by 9.
    expect(deviation).toBeGreaterThan(6);
    expect(deviation).toBeLessThan(14);
  });

  it("has an answer where the person fills the picture", () => {
    expect(fillBackground(noise(SIDE * SIDE), new Float32Array(SIDE * SIDE).fill(1), SIDE)).toHaveLength(
      3 * SIDE * SIDE,
    );
  });
});
