import { describe, expect, it } from "vitest";
import { deviation } from "../../../../src/pipeline/math.ts";
import { randomFrom } from "../../../../src/pipeline/motion/vary.ts";
import { blinkingTogether, cleaned } from "../../../../src/pipeline/record/clean.ts";
import { carryPeaks, resample } from "../../../../src/pipeline/record/smooth.ts";

const FPS = 30;

/** Values of five seconds with the noise of a measurement. */
function measured(shape: (t: number) => number, noise: number): number[] {
  const random = randomFrom(7);
  return Array.from({ length: 5 * FPS }, (_, i) => shape(i / FPS) + noise * (random() + random() + random() - 1.5) * 2);
}

describe("cleaned", () => {
  it("makes a head that rests rest, to a part of what an eye can see", () => {
    const jitter = measured(() => 0, 0.25);
    // A degree moves a nose by 3.7 pixels in a clip of 720: this is 0.15 of one.
    expect(deviation(cleaned("headYaw", jitter, FPS))).toBeLessThan(0.08);
  });

  it("lets it rest before and after a nod as well", () => {
    const nod = (t: number): number => 8 * Math.exp(-(((t - 2.5) / 0.18) ** 2));
    // What a tracked face that rests shows, measured on twelve of them.
    const values = cleaned("headYaw", measured(nod, 0.07), FPS);
    const restOf = (from: number, to: number): number => deviation(values.slice(from * FPS, to * FPS));
    expect(3.7 * restOf(0.2, 1.8)).toBeLessThan(0.04);
    expect(3.7 * restOf(3.2, 4.8)).toBeLessThan(0.04);
    expect(Math.max(...values)).toBeGreaterThan(7);
  });

  it("lets a nod be as large and as quick as it was", () => {
    const nod = (t: number): number => 8 * Math.exp(-(((t - 2.5) / 0.18) ** 2));
    const values = cleaned("headPitch", measured(nod, 0.25), FPS);
    expect(Math.max(...values)).toBeGreaterThan(7);
    expect(Math.max(...values.slice(0, FPS)), "before it").toBeLessThan(0.4);
  });

  it.each(Array.from({ length: 8 }, (_, i) => i / 8))(
    "keeps a blink of 120 ms that begins %f of a frame late",
    (late) => {
      const from = 2 + late / FPS;
      const blink = (t: number): number => Math.max(0, 1 - Math.abs(t - from - 0.06) / 0.06);
      const values = cleaned(
        "eyeBlinkLeft",
        measured((t) => 0.06 + 0.94 * blink(t), 0.01),
        FPS,
      );
      const played = carryPeaks(values, FPS, resample(values, FPS, 25), 25);
      expect(Math.max(...played)).toBeGreaterThan(0.95);
      expect(Math.max(...played.slice(0, 45), ...played.slice(60)), "open lids").toBe(0);
    },
  );
});

describe("two eyes", () => {
  const closing = [0, 0.3, 0.7, 1, 0.5, 0];
  it("blink alike where one of them is seen less well", () => {
    const { eyeBlinkLeft, eyeBlinkRight } = blinkingTogether({
      eyeBlinkLeft: closing,
      eyeBlinkRight: closing.map((value) => 0.6 * value),
    });
    expect([eyeBlinkRight?.[3], eyeBlinkLeft?.[3]]).toEqual([1, 1]);
  });

  it("do not when one of them winks", () => {
    const wink = { eyeBlinkLeft: closing, eyeBlinkRight: closing.map((value) => 0.25 * value) };
    expect(blinkingTogether(wink)).toEqual(wink);
  });
});
