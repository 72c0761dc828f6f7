import { describe, expect, it } from "vitest";
import { CHANNELS, type Channel } from "../../../../src/pipeline/motion/channels.ts";
import { dancing } from "../../../../src/pipeline/motion/dance.ts";
import { channelIndex, playDriver } from "../../../../src/pipeline/motion/drive.ts";
import type { Music } from "../../../../src/pipeline/motion/song.ts";
import { varyInTime } from "../../../../src/pipeline/motion/vary.ts";

/** Five bars of four beats, the first one of each loudest. */
function music(bpm: number): Music {
  const beat = 60 / bpm;
  const beats = Array.from({ length: 20 }, (_, i) => ({ at: (i + 0.5) * beat, strength: i % 4 === 0 ? 1.4 : 1 }));
  return { frames: Math.round(20 * beat * 25), perBar: 4, beats };
}

function track(bpm: number, channel: Channel, seed = 1): number[] {
  const song = music(bpm);
  const motion = varyInTime(playDriver(dancing(song, "music", seed)), seed, 1);
  expect(motion.frames).toBe(song.frames);
  return Array.from({ length: motion.frames }, (_, i) => motion.values[i * CHANNELS.length + channelIndex(channel)]!);
}

/** Times at which a head is lowest, seconds. */
function lows(pitch: readonly number[]): number[] {
  return pitch.flatMap((value, i) =>
    value < -1 && value <= Math.min(pitch[i - 1] ?? 0, pitch[i + 1] ?? 0) ? [i / 25] : [],
  );
}

describe("dancing", () => {
  it("nods on each beat", () => {
    const nods = lows(track(100, "headPitch"));
    expect(nods).toHaveLength(20);
    for (const [i, at] of nods.entries()) expect(Math.abs(at - (i + 0.5) * 0.6)).toBeLessThan(0.061);
  });

  it("nods on every second beat of quick music", () => {
    expect(lows(track(160, "headPitch"))).toHaveLength(10);
  });

  it.each(["headPitch", "headRoll", "headYaw", "mouthSmileLeft", "eyeBlinkLeft", "browInnerUp"] as const)(
    "begins and ends at rest: %s",
    (channel) => {
      const values = track(110, channel);
      expect(Math.abs(values[0]!)).toBeLessThan(1e-6);
      expect(Math.abs(values.at(-1)!)).toBeLessThan(1e-6);
    },
  );

  it("moves no lips as if they talked", () => {
    const { tracks } = dancing(music(110), "music", 3);
    const mouth = Object.keys(tracks).filter((channel) => /^(jaw|mouth|tongue)/.test(channel));
    expect(mouth.toSorted()).toEqual(["mouthSmileLeft", "mouthSmileRight"]);
  });

  it("blinks whole, and in no bar as in the one before", () => {
    expect(Math.max(...track(110, "eyeBlinkLeft"))).toBeGreaterThan(0.95);
    const pitch = track(100, "headPitch");
    const bar = Math.round(4 * 0.6 * 25);
    const differences = pitch.slice(bar, 2 * bar).map((value, i) => Math.abs(value - pitch[2 * bar + i]!));
    expect(Math.max(...differences)).toBeGreaterThan(0.5);
  });

  it("is each person's own", () => {
    expect(track(110, "headRoll", 1)).not.toEqual(track(110, "headRoll", 2));
  });
});
