import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../../src/pipeline/listen/excerpt.ts";
import { findPulse } from "../../../../src/pipeline/listen/pulse.ts";
import { play, RATE, talk } from "../../../support/music.ts";

const SECONDS = 14;

describe("findPulse", () => {
  it.each([60, 75, 90, 105, 120, 140, 160, 180])("hears %d beats a minute where drums keep time", (bpm) => {
    const pulse = findPulse(play({ bpm, seconds: SECONDS }), RATE);
    expect(pulse?.bpm).toBeGreaterThan(0.97 * bpm);
    expect(pulse?.bpm).toBeLessThan(1.03 * bpm);
  });

  it("hears the beats when they fall", () => {
    const beat = 60 / 100;
    const { beats = [] } = findPulse(play({ bpm: 100, seconds: SECONDS }), RATE) ?? {};
    expect(beats.length).toBeGreaterThan(20);
    for (const { at } of beats.slice(1, -1)) {
      const off = (at - beat / 4) / beat;
      expect(Math.abs(off - Math.round(off)) * beat).toBeLessThan(0.03);
    }
  });

  it.each([
    ["silence", new Float32Array(SECONDS * RATE)],
    ["a tone that does not end", Float32Array.from({ length: SECONDS * RATE }, (_, i) => 0.3 * Math.sin(i / 20))],
    ["somebody who talks", talk(SECONDS)],
    ["hiss", play({ bpm: 1, seconds: SECONDS })],
  ])("hears no beat in %s", (_, samples) => {
    expect(findPulse(samples, RATE)).toBeNull();
  });
});

describe("excerptOf", () => {
  const excerpt = (perBar: 3 | undefined, bpm: number, seconds: number) => {
    const pulse = findPulse(play({ bpm, seconds, ...(perBar && { perBar }) }), RATE);
    return pulse === null ? null : excerptOf(pulse, seconds);
  };

  it.each([
    [undefined, 90, 4],
    [3, 130, 3],
  ] as const)("takes whole bars, from half a beat before the first one on (%s, %d)", (meter, bpm, perBar) => {
    const { from = 0, music } = excerpt(meter, bpm, 20) ?? {};
    const beats = music!.frames / 25 / (60 / bpm);
    expect(music?.perBar).toBe(perBar);
    expect(Math.abs(beats / perBar - Math.round(beats / perBar))).toBeLessThan(0.03);
    expect(music?.beats).toHaveLength(Math.round(beats));
    expect(music!.frames / 25).toBeGreaterThanOrEqual(8);
    expect(music!.frames / 25).toBeLessThanOrEqual(15);
    expect(music!.beats[0]!.at).toBeCloseTo(30 / bpm, 1);
    expect(from).toBeGreaterThanOrEqual(0);
  });

  it("finds none in what ends too soon", () => {
    expect(excerpt(undefined, 90, 7)).toBeNull();
  });
});
