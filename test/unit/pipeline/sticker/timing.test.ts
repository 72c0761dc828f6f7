import { describe, expect, it } from "vitest";
import { planOf } from "../../../../src/pipeline/sticker/timing.ts";

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
});
