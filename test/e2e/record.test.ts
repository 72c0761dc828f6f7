import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../src/cli/main.ts";
import { readDriver } from "../../src/pipeline/motion/drivers.ts";
import { encodeClip } from "../../src/pipeline/video/encode.ts";
import { VideoError } from "../../src/pipeline/video/ffmpeg-read.ts";
import { PORTRAIT } from "../support/photos.ts";
import { channelValues, openRecorder } from "../support/recorder.ts";

const pipeline = openRecorder();
let folder = "";
/** The example's woman, who blinks: a clip of ours is a video like any other. */
let blinking = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keepsake-record-"));
  blinking = join(folder, "blink.mp4");
  const { clip } = await pipeline.animate({ photo: await readFile(PORTRAIT), gesture: "blink", seed: 1 });
  await writeFile(blinking, clip.mp4);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<number> {
  const { stdin, stdout, stderr } = process;
  return runCommand(["record", ...args], { stdin, stdout, stderr, signal: new AbortController().signal });
}

/** Nothing, for twelve frames: each is searched through in vain, which takes long. */
async function greyClip(): Promise<Uint8Array> {
  const format = { width: 320, height: 240, fps: 25, frames: 12 };
  const frame = new Uint8Array(format.width * format.height * 3).fill(120);
  return encodeClip(Readable.from(Array<Uint8Array>(format.frames).fill(frame)), format);
}

describe("keepsake record", () => {
  it("finds in a clip the blinks that it was made with", async () => {
    const out = join(folder, "Blinking Woman.json");
    expect(await run(blinking, "--out", out, "--gesture", "blink")).toBe(0);
    const driver = readDriver(await readFile(out, "utf8"));
    if (Array.isArray(driver)) throw new Error(driver.join("; "));
    expect(driver).toMatchObject({ name: "blinking-woman", gesture: "blink" });
    expect(driver.seconds).toBeGreaterThanOrEqual(3);
    for (const channel of ["eyeBlinkLeft", "eyeBlinkRight"] as const) {
      const values = channelValues(driver, channel);
      expect(Math.max(...values)).toBeGreaterThan(0.5);
      expect([values.at(0), values.at(-1)]).toEqual([0, 0]);
    }
    const before = await stat(out);
    expect(await run(blinking, "--out", out)).toBe(2);
    expect((await stat(out)).mtimeMs, "written over").toBe(before.mtimeMs);
  });

  it("says what is wrong with a video or the arguments by its exit status", async () => {
    const out = join(folder, "x.json");
    const noVideo = join(folder, "words.mp4");
    await writeFile(noVideo, "These are words.");
    expect(await run(noVideo, "--out", out)).toBe(3);
    expect(await run(join(folder, "absent.mp4"), "--out", out)).toBe(2);
    expect(await run(blinking, "--out", out, "--from", "2", "--to", "1")).toBe(2);
    expect(await run(blinking)).toBe(2);
    await expect(readFile(out)).rejects.toThrow();
  });

  it("refuses videos without a face that can be followed", async () => {
    const grey = join(folder, "grey.mp4");
    await writeFile(grey, await greyClip());
    const recording = pipeline.recordDriver(grey, { name: "grey", gesture: "grey", source: "a test" });
    await expect(recording).rejects.toThrow(new VideoError("no face was found in it"));
  });
});
