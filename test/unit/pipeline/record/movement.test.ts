import { expect, it } from "vitest";
import type { Channel } from "../../../../src/pipeline/motion/channels.ts";
import { movementOf } from "../../../../src/pipeline/record/movement.ts";

const FPS = 25;
const FRAMES = 100;

/** How far a movement goes in some channels, of faces that go so far for a second and a half and come back. */
function farthest(reach: Readonly<Partial<Record<Channel, number>>>): Partial<Record<Channel, number>> {
  const there = (i: number): number => Math.sin(Math.PI * Math.min(1, Math.max(0, (i / FPS - 1.2) / 1.5))) ** 2;
  const played = (most: number): number[] => Array.from({ length: FRAMES }, (_, i) => most * there(i));
  const channels: Partial<Record<Channel, number[]>> = Object.fromEntries(
    Object.entries({ headYaw: 0, ...reach }).map(([channel, most]) => [channel, played(most)]),
  );
  const { tracks } = movementOf({ fps: FPS, channels, neutral: 0, lost: 0, explained: 1 });
  return Object.fromEntries(Object.entries(tracks).map(([channel, { values }]) => [channel, Math.max(...values)]));
}

it("a grimace goes as far as a photo can bear, and stays as crooked as it was", () => {
  const far = farthest({ mouthFunnel: 1, mouthFrownLeft: 1, mouthFrownRight: 0.5, jawOpen: 0.9, eyeLookUpLeft: 1 });
  expect(far.mouthFunnel).toBeCloseTo(0.29, 1);
  expect(far.jawOpen).toBeLessThanOrEqual(0.3);
  expect(far.mouthFrownLeft).toBeLessThanOrEqual(0.4);
  expect((far.mouthFrownRight ?? 0) / (far.mouthFrownLeft ?? 1)).toBeCloseTo(0.5, 1);
  expect(far.eyeLookUpLeft).toBeLessThanOrEqual(0.75);
});

it("a smile, a kiss, surprise and a turn are borne as they are", () => {
  const far = farthest({ mouthSmileLeft: 0.64, mouthPucker: 0.85, browInnerUp: 0.75, headYaw: 14 });
  expect(far.mouthSmileLeft).toBeGreaterThan(0.53);
  expect(far.mouthPucker).toBeGreaterThan(0.7);
  expect(far.browInnerUp).toBeGreaterThan(0.7);
  expect(far.headYaw).toBeGreaterThan(13);
});
