import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../src/cli/main.ts";
import { UserError } from "../../src/errors.ts";
import { readDriver } from "../../src/pipeline/motion/drivers.ts";
import { movementSchema } from "../../src/pipeline/motion/movement.ts";
import { encodeClip } from "../../src/pipeline/video/encode.ts";
import { findFfmpeg } from "../../src/pipeline/video/ffmpeg-binary.ts";
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

/** The clip through ffmpeg once more. */
async function changed(name: string, ...options: string[]): Promise<Uint8Array> {
  const file = join(folder, name);
  await promisify(execFile)(await findFfmpeg(), ["-v", "error", "-y", "-i", blinking, ...options, file]);
  return readFile(file);
}

describe("a movement measured in a video", () => {
  const codeOf = async (video: Uint8Array): Promise<string> =>
    pipeline.measureMovement(video).then(
      () => "measured",
      (error: unknown) => (error instanceof UserError ? error.code : String(error)),
    );

  it("has the blinks that were filmed, from rest to rest, and a mirror's are those of the other eye", async () => {
    const movement = await pipeline.measureMovement(await readFile(blinking));
    expect(movementSchema.parse(movement)).toEqual(movement);
    const values = movement.tracks.eyeBlinkLeft?.values ?? [];
    expect(Math.max(...values)).toBeGreaterThan(0.7);
    expect([values.at(0), values.at(-1)]).toEqual([0, 0]);
    const mirror = await pipeline.measureMovement(await readFile(blinking), { mirror: true });
    expect(mirror.tracks.eyeBlinkRight).toEqual(movement.tracks.eyeBlinkLeft);
    const { clip, animated } = await pipeline.animate({ photo: await readFile(PORTRAIT), movement, gesture: "my-nod" });
    expect(animated).toMatchObject([{ gesture: "my-nod" }]);
    expect(clip.seconds).toBeCloseTo(movement.seconds, 1);
  });

  it("is measured in whatever cameras write", async () => {
    expect(await codeOf(await changed("deep.mp4", "-pix_fmt", "yuv420p10le", "-t", "1.5"))).toBe("measured");
    const whole = await changed("broken.mkv", "-g", "5");
    expect(await codeOf(whole.subarray(0, 0.8 * whole.length))).toBe("measured");
  });

  it("is refused in words that fit, and a playlist leads nowhere", async () => {
    const one = ["-frames:v", "1"];
    expect(await codeOf(await changed("one.mp4", ...one))).toBe("videoTooShort");
    expect(await codeOf(await changed("large.mp4", "-vf", "scale=3840:2160", ...one))).toBe("videoTooLarge");
    expect(await codeOf(await changed("long.mp4", "-vf", "setpts=30*PTS", "-r", "1"))).toBe("videoTooLong");
    expect(
      await codeOf(await changed("pair.mp4", "-filter_complex", "hstack=inputs=2", ...["-i", blinking], ...one)),
    ).toBe("videoSeveralFaces");
    const sound = join(folder, "sound.m4a");
    await promisify(execFile)(await findFfmpeg(), ["-v", "error", "-f", "lavfi", "-i", "sine=d=1", sound]);
    expect(await codeOf(await readFile(sound))).toBe("videoUnreadable");
    for (const playlist of [`#EXTM3U\n#EXTINF:4\n${blinking}\n`, `ffconcat version 1.0\nfile '${blinking}'\n`]) {
      expect(await codeOf(Buffer.from(playlist))).toBe("videoUnreadable");
    }
    expect(await codeOf(Buffer.alloc(50_000_001))).toBe("videoTooLarge");
  });
});

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
