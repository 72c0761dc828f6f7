import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPipeline } from "../../../../src/pipeline/index.ts";
import { encodeClip } from "../../../../src/pipeline/video/encode.ts";
import { exportClip } from "../../../../src/pipeline/video/export.ts";
import { runFfmpeg } from "../../../../src/pipeline/video/ffmpeg.ts";
import { watermarkFor } from "../../../../src/pipeline/video/watermark/watermark.ts";
import { lookForMark, type Picture } from "../../../second-reader/second-reader.ts";

const SIDE = 480;
const FRAMES = 12;
const folder = mkdtempSync(join(tmpdir(), "keepsake-marks-"));
const pipeline = openPipeline();
afterAll(async () => {
  await pipeline.close();
  rmSync(folder, { recursive: true });
});

const albumOf = (name: string): string => new URL(`../../../album/${name}`, import.meta.url).pathname;

/** A clip of a photo in which nothing moves. */
async function clipOf(photo: string): Promise<Uint8Array> {
  const rgb = new Uint8Array(
    await sharp(photo).resize(SIDE, SIDE).removeAlpha().toColourspace("srgb").raw().toBuffer(),
  );
  const frames = async function* (): AsyncGenerator<Uint8Array> {
    for (let k = 0; k < FRAMES; k++) yield await Promise.resolve(rgb);
  };
  return encodeClip(frames(), { width: SIDE, height: SIDE, fps: 25, frames: FRAMES });
}

/** The mean of a square file's frames. */
async function meanOf(input: string, side: number): Promise<Picture> {
  const output = join(folder, "raw");
  await runFfmpeg({ input, outputOptions: ["-f", "rawvideo", "-pix_fmt", "gray"], output });
  const frames = await readFile(output);
  const levels = new Float64Array(side * side);
  for (const [i, level] of frames.entries()) levels[i % levels.length]! += level;
  return { width: side, height: side, levels: levels.map((sum) => (sum * levels.length) / frames.length) };
}

const H264 = ["-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"];

/** What becomes of the clip on its way through the world. */
const WAYS: Readonly<
  Record<string, { readonly options: readonly string[]; readonly side?: number; readonly ending?: string }>
> = {
  "encoded again, coarsely": { options: [...H264, "-crf", "32"] },
  "320 pixels wide": { options: ["-vf", "scale=320:-2", ...H264, "-crf", "26"], side: 320 },
  "brighter, with more contrast": { options: ["-vf", "eq=contrast=1.2:brightness=0.1", ...H264] },
  "with noise": { options: ["-vf", "noise=alls=13:allf=t", ...H264] },
  mirrored: { options: ["-vf", "hflip", ...H264] },
  "turned by three degrees": { options: ["-vf", "rotate=3*PI/180", ...H264] },
  "cut to 60 % at a corner": { options: ["-vf", "crop=288:288:0:0", ...H264], side: 288 },
  "cut to 60 % in the middle": { options: ["-vf", "crop=288:288:96:96", ...H264], side: 288 },
  "a GIF of 64 colours": {
    options: ["-vf", "split[a][b];[a]palettegen=max_colors=64[p];[b][p]paletteuse=dither=bayer"],
    ending: "gif",
  },
};

describe("the invisible mark", () => {
  const input = join(folder, "clip.mp4");
  let clip: Uint8Array;
  beforeAll(async () => {
    clip = await clipOf(albumOf("obama.jpg"));
    await writeFile(input, clip);
  });

  it("is found in a clip, and by accident nowhere", async () => {
    const { watermark } = await pipeline.verify(clip);
    expect(watermark).toMatchObject({ found: true, scale: 1, turn: 0, mirrored: false });
    expect(watermark?.odds).toBeLessThan(1e-12);
  });

  it.each(Object.entries(WAYS))("is found in a clip %s", async (_, { options, side = SIDE, ending = "mp4" }) => {
    const output = join(folder, `changed.${ending}`);
    await runFfmpeg({ input, outputOptions: options, output });
    const { watermark } = await pipeline.verify(await readFile(output));
    expect(watermark?.odds).toBeLessThan(1e-6);
    expect(lookForMark(await meanOf(output, side)).found).toBe(true);
  });

  it("is found in a recording of a screen: at a slant, blurred and noisy", async () => {
    const output = join(folder, "recorded.mp4");
    const corners = ["0.04*W:0.01*H", "W-0.02*W:0.04*H", "0.01*W:H-0.03*H", "W-0.04*W:H-0.02*H"].join(":");
    const filters = [`scale=720:-2,perspective=${corners}`, "gblur=sigma=1.2", "noise=alls=8:allf=t"].join(",");
    await runFfmpeg({ input, outputOptions: ["-vf", filters, ...H264, "-crf", "24"], output });
    const { watermark } = await pipeline.verify(await readFile(output));
    expect(watermark?.odds).toBeLessThan(1e-6);
  });

  it.each(["gif", "webp", "webm", "jpg"] as const)("is found in a clip saved as %s", async (format) => {
    const { bytes } = await exportClip({ mp4: clip, width: SIDE, height: SIDE, fps: 25 }, { format });
    const { watermark } = await pipeline.verify(bytes);
    expect(watermark?.found).toBe(true);
  });

  it("is not found in a photo without it", async () => {
    const { watermark } = await pipeline.verify(await readFile(albumOf("obama.jpg")));
    expect(watermark?.found).toBe(false);
    expect(watermark?.odds).toBeGreaterThan(1e-3);
    const { data, info } = await sharp(albumOf("obama.jpg")).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(lookForMark({ ...info, levels: data }).found).toBe(false);
  });

  it("changes no pixel of a smooth ground by more than two levels, and few at all", () => {
    const sky = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => 150 + Math.floor(i / SIDE / 12));
    const { mark, faint } = watermarkFor(sky, SIDE, SIDE);
    expect(mark.every((value) => Math.abs(value) <= 2)).toBe(true);
    expect(mark.filter((value) => value !== 0).length / mark.length).toBeLessThan(0.25);
    expect(faint.filter((value) => value !== 0).length).toBeLessThan(mark.length / 8);
  });
});
