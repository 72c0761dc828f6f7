import { describe, expect, it } from "vitest";
import type { Channel } from "../../../../src/pipeline/motion/channels.ts";
import { lipMotion, talking, withoutWords } from "../../../../src/pipeline/record/lips.ts";

const FPS = 30;
const SECONDS = 5;
type Shape = (t: number) => number;
type Shapes = Readonly<Partial<Record<Channel, Shape>>>;

function motionOf(shapes: Shapes): Partial<Record<Channel, readonly number[]>> {
  const frames = Array.from({ length: SECONDS * FPS }, (_, i) => i / FPS);
  return Object.fromEntries(Object.entries(shapes).map(([channel, shape]) => [channel, frames.map(shape)]));
}

/** 0, then 1 for so many seconds from `from` on, then 0, each in a fifth of a second. */
const held =
  (from: number, seconds: number): Shape =>
  (t) =>
    Math.min(1, Math.max(0, (t - from) / 0.2)) * Math.min(1, Math.max(0, (from + seconds - t) / 0.2));

/** So many syllables a second, no two alike: an opening, lips that round and spread, and teeth that show. */
function talk(rate: number): Shapes {
  const syllable: Shape = (t) => 0.5 - 0.5 * Math.cos(2 * Math.PI * rate * t);
  const loud: Shape = (t) => 0.6 + 0.4 * Math.sin(7.3 * Math.floor(rate * t));
  return {
    jawOpen: (t) => 0.4 * syllable(t) * loud(t),
    mouthFunnel: (t) => 0.3 * syllable(t + 0.4 / rate) * loud(t + 1),
    mouthLowerDownLeft: (t) => 0.35 * syllable(t + 0.1 / rate),
    mouthLowerDownRight: (t) => 0.35 * syllable(t + 0.1 / rate),
    mouthStretchLeft: (t) => 0.3 * syllable(t + 0.7 / rate) * loud(t + 2),
    mouthPressLeft: (t) => 0.5 * (1 - syllable(t)),
    mouthClose: (t) => 0.3 * (1 - syllable(t)),
  };
}

describe("a mouth that talks", () => {
  it.each([3, 4, 5, 6, 7])("at %i syllables a second keeps next to nothing that could be read", (rate) => {
    const said = motionOf(talk(rate));
    const left = withoutWords(said, FPS);
    expect(lipMotion(left, FPS)).toBeLessThan(0.03 * lipMotion(said, FPS));
    const middle = (left.jawOpen ?? []).slice(FPS, -FPS);
    expect(Math.max(...middle), "the jaw").toBeLessThan(0.06);
    expect(Math.max(...(left.mouthPressLeft ?? []), ...(left.mouthClose ?? [])), "lips that meet").toBe(0);
  });

  it("is told from one that rests, smiles, kisses or is surprised", () => {
    const sure = (shapes: Shapes): number => Math.max(...talking(motionOf(shapes), FPS));
    expect(sure(talk(4))).toBeGreaterThan(0.95);
    expect(sure({ jawOpen: () => 0.02 })).toBe(0);
    expect(sure({ jawOpen: held(2, 1) })).toBe(0);
    expect(sure({ mouthPucker: (t) => held(1, 0.8)(t) + held(2.4, 0.8)(t) })).toBeLessThan(0.2);
  });

  it("still smiles between its words", () => {
    const left = withoutWords(motionOf({ ...talk(5), mouthSmileLeft: (t) => 0.3 * held(2, 1.5)(t) }), FPS);
    expect(Math.max(...(left.mouthSmileLeft ?? []))).toBeGreaterThan(0.27);
  });
});

describe("what is no talking stays", () => {
  const kept = (shapes: Shapes, channel: Channel): number =>
    Math.max(...(withoutWords(motionOf(shapes), FPS)[channel] ?? []));

  it("a smile", () => {
    expect(kept({ mouthSmileLeft: (t) => 0.8 * held(1, 2)(t) }, "mouthSmileLeft")).toBeGreaterThan(0.78);
  });

  it("a kiss", () => {
    expect(kept({ mouthPucker: (t) => 0.9 * held(2, 1)(t) }, "mouthPucker")).toBeGreaterThan(0.8);
  });

  it("surprise: brows, and a mouth that falls open", () => {
    expect(kept({ jawOpen: (t) => 0.6 * held(2, 1.2)(t), browInnerUp: held(2, 1.2) }, "jawOpen")).toBeGreaterThan(0.53);
    expect(kept({ browInnerUp: held(2, 1.2) }, "browInnerUp")).toBe(1);
  });

  it("a laugh: a broad smile over an open mouth with its teeth, however it shakes", () => {
    const shaking: Shape = (t) => held(1, 3)(t) * (0.4 + 0.12 * Math.sin(2 * Math.PI * 5 * t));
    const laugh: Shapes = {
      mouthSmileLeft: (t) => 0.85 * held(1, 3)(t),
      mouthSmileRight: (t) => 0.85 * held(1, 3)(t),
      jawOpen: shaking,
      mouthUpperUpLeft: shaking,
    };
    expect(kept(laugh, "jawOpen")).toBeGreaterThan(0.36);
    expect(kept(laugh, "mouthUpperUpLeft")).toBeGreaterThan(0.36);
  });
});
