import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { placeIn, reelSize } from "../../../../src/pipeline/reel/canvas.ts";
import { makeReel } from "../../../../src/pipeline/reel/reel.ts";
import type { Scene } from "../../../../src/pipeline/reel/scene.ts";
import { encodeClip } from "../../../../src/pipeline/video/encode.ts";
import { findFfmpeg } from "../../../../src/pipeline/video/ffmpeg-binary.ts";
import { readVideo } from "../../../../src/pipeline/video/ffmpeg-read.ts";

type Colour = readonly [number, number, number];

const RED: Colour = [200, 40, 40];
const BLUE: Colour = [40, 60, 200];

/** A clip of one colour, four seconds long. */
async function clipOf(colour: Colour, width: number, height: number): Promise<Omit<Scene, "caption">> {
  const frame = new Uint8Array(width * height * 3).map((_, i) => colour[i % 3] ?? 0);
  const frames = async function* () {
    for (let i = 0; i < 100; i++) yield frame;
  };
  const mp4 = await encodeClip(frames(), { width, height, fps: 25, frames: 100 });
  return { mp4, width, height, seconds: 4 };
}

/** The pixel of a frame. */
function at(rgb: Uint8Array, width: number, x: number, y: number): number[] {
  return [...rgb.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)];
}

const isNear = (pixel: readonly number[], colour: readonly number[], within = 12): boolean =>
  pixel.every((value, c) => Math.abs(value - (colour[c] ?? 0)) <= within);

describe("a reel", () => {
  const frames: Uint8Array[] = [];
  let size = { width: 0, height: 0 };
  let seconds = 0;
  const progress: number[] = [];

  beforeAll(async () => {
    const white = { width: 1000, height: 100, channels: 4, background: "#ffffffff" } as const;
    const caption = await sharp({ create: white }).png().toBuffer();
    const scenes: Scene[] = [
      { ...(await clipOf(RED, 160, 120)), caption },
      // Whoever sends something else than a picture has no caption, and a reel all the same.
      { ...(await clipOf(BLUE, 120, 160)), caption: Buffer.from("no picture") },
    ];
    const signal = new AbortController().signal;
    const ffmpeg = await findFfmpeg();
    const reel = await makeReel(scenes, {
      ffmpeg,
      signal,
      markCorner: undefined,
      onProgress: (_, done) => progress.push(done),
    });
    size = reel;
    seconds = reel.seconds;
    const folder = await mkdtemp(join(tmpdir(), "keepsake-reel-"));
    await writeFile(join(folder, "reel.mp4"), reel.mp4);
    for await (const { photo } of readVideo(join(folder, "reel.mp4"), {})) frames.push(photo.rgb);
    await rm(folder, { recursive: true });
  });

  it("holds each clip whole, in a size that fits all, one after the other with a second in common", () => {
    expect(size).toMatchObject({ width: 160, height: 160 });
    expect(seconds).toBe(7);
    expect(frames).toHaveLength(175);
    expect(progress.at(-1)).toBe(1);
    const pixel = (frame: number, x: number, y: number): number[] => at(frames[frame] ?? new Uint8Array(), 160, x, y);
    expect(isNear(pixel(40, 80, 60), RED)).toBe(true);
    expect(isNear(pixel(130, 80, 60), BLUE)).toBe(true);
    // Beside a clip there are its own colours, dark.
    expect(
      isNear(
        pixel(130, 5, 60),
        BLUE.map((value) => 0.4 * value),
        20,
      ),
    ).toBe(true);
    // Half way between them.
    expect(
      isNear(
        pixel(87, 80, 60),
        RED.map((value, c) => (value + (BLUE[c] ?? 0)) / 2),
        20,
      ),
    ).toBe(true);
    expect(isNear(pixel(0, 80, 60), [0, 0, 0], 25)).toBe(true);
    expect(isNear(pixel(174, 80, 60), [0, 0, 0], 25)).toBe(true);
  });

  it("has one mark, where the clip that is seen has its own", () => {
    const whitest = (frame: number, left: number, top: number): number => {
      const rgb = frames[frame] ?? new Uint8Array();
      const corner = Array.from({ length: 20 * 12 }, (_, i) => at(rgb, 160, left + (i % 20), top + Math.floor(i / 20)));
      return Math.max(...corner.map((pixel) => Math.min(...pixel)));
    };
    // A wide clip lies between 20 and 140 pixels from above, a high one between 20 and 140 from the left.
    expect(whitest(40, 140, 20)).toBeGreaterThan(110);
    expect(whitest(40, 140, 0)).toBeLessThan(60);
    expect(whitest(130, 120, 0)).toBeGreaterThan(110);
    expect(whitest(130, 140, 0)).toBeLessThan(90);
  });

  it("writes under a clip what belongs to it, above the mark", () => {
    const pixel = (frame: number, y: number): number[] => at(frames[frame] ?? new Uint8Array(), 160, 80, y);
    expect(isNear(pixel(40, 140), [255, 255, 255], 20)).toBe(true);
    expect(isNear(pixel(40, 154), [255, 255, 255], 60)).toBe(false);
    expect(isNear(pixel(130, 140), [255, 255, 255], 60)).toBe(false);
  });
});

describe("the size of a reel", () => {
  it("holds the widest and the highest clip, and is no larger than a screen", () => {
    expect(reelSize([{ width: 720, height: 720 }])).toEqual({ width: 720, height: 720 });
    expect(
      reelSize([
        { width: 1280, height: 320 },
        { width: 720, height: 720 },
      ]),
    ).toEqual({ width: 1280, height: 720 });
    expect(reelSize([{ width: 2000, height: 1001 }])).toEqual({ width: 1280, height: 640 });
  });

  it("has every clip in its middle", () => {
    const reel = { width: 1280, height: 720 };
    expect(placeIn(reel, { width: 360, height: 360 })).toEqual({ width: 720, height: 720, x: 280, y: 0 });
    expect(placeIn(reel, { width: 1280, height: 320 })).toEqual({ width: 1280, height: 320, x: 0, y: 200 });
  });
});
