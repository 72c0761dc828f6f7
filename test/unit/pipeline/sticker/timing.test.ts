import { describe, expect, it } from "vitest";
import { picked, planOf } from "../../../../src/pipeline/sticker/timing.ts";

describe("which frames of a clip a sticker shows", () => {
  it.each([
    ["a short clip's, at its own pace", 50, { count: 40, step: 1.25, cut: false }],
    ["one of four seconds, a little faster", 100, { count: 59, cut: false }],
    ["the first four seconds of a longer one", 160, { count: 59, step: 1.75, cut: true }],
  ])("%s", (_, frames, plan) => expect(planOf(frames, 25)).toMatchObject(plan));

  it("never longer than three seconds, nor more than the clip has", () => {
    for (let frames = 25; frames <= 250; frames++) {
      const { count, fps, step } = planOf(frames, 25);
      expect(count / fps).toBeLessThan(3);
      expect(Math.round((count - 1) * step)).toBeLessThan(frames);
    }
  });

  it("and nothing is made of those that it leaves out", async () => {
    async function* clip(): AsyncGenerator<Uint8Array> {
      for (let k = 0; k < 50; k++) yield await Promise.resolve(Uint8Array.of(k));
    }
    const made: number[] = [];
    const make = async (frame: Uint8Array) => {
      made.push(...frame);
      return Promise.resolve(Uint8Array.of(100 + frame[0]!));
    };
    const shown: number[] = [];
    for await (const picture of picked(clip(), planOf(50, 25), make, undefined)) shown.push(...picture);
    expect(made.slice(0, 6)).toEqual([0, 1, 3, 4, 5, 6]);
    expect(shown).toEqual(made.map((k) => 100 + k));
    expect(shown).toHaveLength(40);
  });
});
