import { describe, expect, it } from "vitest";
import { randomFrom } from "../../../../src/pipeline/motion/vary.ts";
import { makePlanes } from "../../../../src/pipeline/video/planes.ts";

type Rgb = readonly [number, number, number];

/** BT.709 as its recommendation has it, full-range RGB to limited-range levels, unrounded. */
function levelsOf([red, green, blue]: Rgb): [y: number, u: number, v: number] {
  const luma = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  return [16 + 219 * luma, 128 + (224 * (blue / 255 - luma)) / 1.8556, 128 + (224 * (red / 255 - luma)) / 1.5748];
}

function randomFrame(width: number, height: number, seed: number): Uint8Array {
  const random = randomFrom(seed);
  return Uint8Array.from({ length: 3 * width * height }, () => Math.floor(256 * random()));
}

/** The planes as they should be, unrounded: a colour is the mean of its four pixels. */
function reference(rgb: Uint8Array, width: number, height: number): number[] {
  const at = (x: number, y: number): Rgb => {
    const i = 3 * (y * width + x);
    return [rgb[i]!, rgb[i + 1]!, rgb[i + 2]!];
  };
  const y = Array.from({ length: width * height }, (_, i) => levelsOf(at(i % width, Math.floor(i / width)))[0]);
  const colour = (plane: 1 | 2): number[] =>
    Array.from({ length: (width * height) / 4 }, (_, i) => {
      const [x, row] = [2 * (i % (width / 2)), 2 * Math.floor(i / (width / 2))];
      const four = [at(x, row), at(x + 1, row), at(x, row + 1), at(x + 1, row + 1)];
      return four.reduce((sum, rgb) => sum + levelsOf(rgb)[plane], 0) / 4;
    });
  return [...y, ...colour(1), ...colour(2)];
}

describe("Planes", () => {
  it.each([
    [64, 48],
    [50, 6],
    [18, 4],
    [2, 2],
  ])("of %i x %i pixels are BT.709's to the nearest level", (width, height) => {
    const frame = randomFrame(width, height, width);
    const wanted = reference(frame, width, height);
    const planes = makePlanes(width, height).of(frame);
    expect(planes).toHaveLength(wanted.length);
    // Half a level of rounding, and what weights in 32768ths leave.
    expect(Math.max(...wanted.map((level, i) => Math.abs(level - planes[i]!)))).toBeLessThan(0.52);
  });

  it("keep black, white and every grey without colour", () => {
    for (let level = 0; level < 256; level++) {
      const planes = makePlanes(32, 2).of(new Uint8Array(3 * 64).fill(level));
      expect([...new Set(planes.subarray(64))]).toEqual([128]);
      expect(planes[0]).toBe(Math.round(16 + (219 * level) / 255));
    }
  });

  it("hold until the next but one frame is given, whatever becomes of the frame", () => {
    const planes = makePlanes(16, 2);
    const frame = new Uint8Array(96);
    const first = planes.of(frame);
    frame.fill(255);
    const second = planes.of(frame);
    expect([first[0], second[0]]).toEqual([16, 235]);
    planes.of(frame.fill(128));
    expect([first[0], second[0]]).toEqual([126, 235]);
  });

  it("get a mark that stays where nothing moves, and fades for good in a block in which something has", () => {
    const [width, height] = [40, 34];
    const [mark, faint] = [new Int8Array(width * height).fill(3), new Int8Array(width * height).fill(-1)];
    const plain = makePlanes(width, height);
    const planes = makePlanes(width, height, () => ({ mark, faint }));
    const still = randomFrame(width, height, 3).map((level) => 40 + level / 2);
    const moved = Uint8Array.from(still);
    moved.set([200, 200, 200], 3 * (20 * width + 35));
    const added = (frame: Uint8Array): Map<number, Set<string>> => {
      const [bare, marked] = [Uint8Array.from(plain.of(frame)), Uint8Array.from(planes.of(frame))];
      const found = new Map<number, Set<string>>();
      for (let i = 0; i < width * height; i++) {
        const block = `${Math.floor((i % width) / 16)} ${Math.floor(i / width / 16)}`;
        const difference = marked[i]! - bare[i]!;
        found.set(difference, (found.get(difference) ?? new Set()).add(block));
      }
      return found;
    };
    expect([...added(still).keys()]).toEqual([3]);
    for (const frame of [moved, still]) expect(added(frame).get(-1)).toEqual(new Set(["2 1"]));
  });
});
