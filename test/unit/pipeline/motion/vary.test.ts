import { describe, expect, it } from "vitest";
import { CHANNELS, type Channel } from "../../../../src/pipeline/motion/channels.ts";
import { channelIndex, type Motion, playDriver } from "../../../../src/pipeline/motion/drive.ts";
import { shippedDrivers } from "../../../../src/pipeline/motion/shipped-drivers.ts";
import { randomFrom, vary } from "../../../../src/pipeline/motion/vary.ts";

const driver = (name: string): Motion => playDriver(shippedDrivers().find((known) => known.name === name)!);
const column = (motion: Motion, channel: Channel): number[] =>
  Array.from({ length: motion.frames }, (_, frame) => motion.values[frame * CHANNELS.length + channelIndex(channel)]!);
const bytesOf = ({ values }: Motion): Uint8Array => new Uint8Array(values.buffer);
const still: Motion = { frames: 101, fps: 25, values: new Float32Array(101 * CHANNELS.length) };

describe("randomFrom", () => {
  it("gives the same numbers for the same seed, spread over 0..1", () => {
    const [first, second, other] = [randomFrom(7), randomFrom(7), randomFrom(8)];
    const numbers = Array.from({ length: 1000 }, first);
    expect(Array.from({ length: 1000 }, second)).toEqual(numbers);
    expect(other()).not.toBe(numbers[0]);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(numbers.reduce((sum, number) => sum + number, 0) / 1000).toBeCloseTo(0.5, 1);
  });
});

describe("vary", () => {
  const nostalgia = driver("nostalgia-front");

  it("makes the same motion for the same seed and another for another", () => {
    expect(Buffer.compare(bytesOf(vary(nostalgia, 3)), bytesOf(vary(nostalgia, 3)))).toBe(0);
    const [third, fourth] = [column(vary(nostalgia, 3), "headYaw"), column(vary(nostalgia, 4), "headYaw")];
    expect(Math.max(...third.map((value, frame) => Math.abs(value - fourth[frame]!)))).toBeGreaterThan(0.5);
  });

  it("leaves the motion that it is given alone", () => {
    const before = Float32Array.from(nostalgia.values);
    vary(nostalgia, 3);
    expect(nostalgia.values).toEqual(before);
  });

  it("starts and ends at rest whatever the seed", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { values } = vary(nostalgia, seed);
      const ends = [...values.subarray(0, CHANNELS.length), ...values.subarray(-CHANNELS.length)];
      expect(Math.max(...ends.map(Math.abs))).toBeLessThan(1e-6);
    }
  });

  it("lets somebody who does nothing breathe and sway a little, and nothing else", () => {
    const motion = vary(still, 5);
    const moved = CHANNELS.filter((channel) => column(motion, channel).some((value) => value !== 0));
    expect(moved).toEqual(["headYaw", "headPitch", "headRoll", "headX", "headY", "breath"]);
    expect(Math.max(...column(motion, "headY"))).toBeCloseTo(0.005, 4);
    expect(Math.max(...column(motion, "headYaw").map(Math.abs))).toBeLessThan(2);
  });

  it("breathes a whole number of times, deep enough to be seen, the chest before the head", () => {
    const chest = column(vary(still, 5), "breath");
    const head = column(vary(still, 5), "headY").map((down) => -down);
    // Four seconds are one breath.
    expect(Math.max(...chest) - Math.min(...chest)).toBeCloseTo(1, 2);
    expect(chest.indexOf(Math.max(...chest))).toBe(60);
    expect(head.indexOf(Math.max(...head))).toBe(75);
    expect(peaksOf(chest.map((value) => value + 1))).toHaveLength(1);
  });

  it("does nothing at strength 0", () => {
    expect(vary(still, 5, 0).values.every((value) => value === 0)).toBe(true);
  });

  it("makes the motion up to a tenth larger or smaller, both sides alike", () => {
    const smile = driver("smile");
    for (let seed = 0; seed < 20; seed++) {
      const [left, right] = (["mouthSmileLeft", "mouthSmileRight"] as const).map((channel) => {
        return Math.max(...column(vary(smile, seed), channel)) / Math.max(...column(smile, channel));
      });
      expect(left).toBeGreaterThan(0.85);
      expect(left).toBeLessThan(1.11);
      expect(right).toBeCloseTo(left!, 3);
    }
  });

  it.each(["blink", "nostalgia-front", "surprise", "turn-left"])(
    "closes the eyes of %s as often as before, and wholly",
    (name) => {
      const motion = driver(name);
      for (let seed = 0; seed < 40; seed++) {
        const peaks = peaksOf(column(vary(motion, seed), "eyeBlinkLeft"));
        expect(peaks).toHaveLength(peaksOf(column(motion, "eyeBlinkLeft")).length);
        expect(Math.min(...peaks)).toBeCloseTo(1, 3);
      }
    },
  );
});

/** Values at which a series turns from rising to falling. */
function peaksOf(values: readonly number[]): number[] {
  return values.filter((value, i) => value > 0.1 && value > values[i - 1]! && value >= values[i + 1]!);
}
