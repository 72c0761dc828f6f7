import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../src/cli/main.ts";
import type { Channel } from "../../src/pipeline/motion/channels.ts";
import { type Driver, readDriver } from "../../src/pipeline/motion/drivers.ts";
import { recordDriver } from "../../src/pipeline/record/record.ts";
import { VideoError } from "../../src/pipeline/video/ffmpeg-read.ts";
import { sharedPhoto } from "../support/photos.ts";

const wink = sharedPhoto("video/d7_wink_shut.mp4");
const talk = sharedPhoto("video/d0_green_talk.mp4");
const noVideo = sharedPhoto("weird/text_named.jpg");
const options = { name: "recorded", gesture: "recorded", source: "a test" };

function values(driver: Driver, channel: Channel): readonly number[] {
  const track = driver.tracks[channel];
  return track !== undefined && "fps" in track ? track.values : [];
}

describe.skipIf(wink === null)("recording a woman who winks and shuts her eyes", () => {
  it("finds the wink of each eye, both eyes shut, and hardly any turn of the head", async () => {
    const { driver, motion } = await recordDriver(wink ?? "", options);
    expect(readDriver(JSON.stringify(driver))).toEqual(driver);
    expect(motion.lost).toBe(0);
    expect(motion.explained).toBeGreaterThan(0.65);
    const left = values(driver, "eyeBlinkLeft");
    const right = values(driver, "eyeBlinkRight");
    expect(left.some((l, i) => l > 0.85 && (right[i] ?? 1) < 0.55)).toBe(true);
    expect(left.some((l, i) => l < 0.45 && (right[i] ?? 0) > 0.85)).toBe(true);
    expect(left.filter((l, i) => l > 0.9 && (right[i] ?? 0) > 0.9).length).toBeGreaterThan(10);
    expect(Math.max(0, ...values(driver, "headYaw").map(Math.abs))).toBeLessThan(6);
    for (const channel of Object.keys(driver.tracks) as Channel[]) {
      expect(values(driver, channel).at(0), channel).toBe(0);
      expect(values(driver, channel).at(-1), channel).toBe(0);
    }
  });
});

describe.skipIf(talk === null)("keepsake record", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "keepsake-record-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<number> {
    const { stdout, stderr } = process;
    return runCommand(["record", ...args], { stdout, stderr, signal: new AbortController().signal });
  }

  it("writes a driver of the smiles in a video", async () => {
    const out = join(folder, "Talking Man.json");
    expect(await run(talk ?? "", "--out", out, "--gesture", "smile")).toBe(0);
    const driver = readDriver(await readFile(out, "utf8"));
    if (Array.isArray(driver)) throw new Error(driver.join("; "));
    expect(driver).toMatchObject({ name: "talking-man", gesture: "smile" });
    expect(driver.seconds).toBeGreaterThanOrEqual(3);
    expect(Math.max(...values(driver, "mouthSmileLeft"))).toBeGreaterThan(0.4);
    expect(Math.max(...values(driver, "mouthSmileRight"))).toBeGreaterThan(0.4);
  });

  it("says what is wrong with a video or the arguments by its exit status", async () => {
    const out = join(folder, "x.json");
    expect(await run(noVideo ?? "", "--out", out)).toBe(3);
    expect(await run(join(folder, "absent.mp4"), "--out", out)).toBe(2);
    expect(await run(talk ?? "", "--out", out, "--from", "2", "--to", "1")).toBe(2);
    expect(await run(talk ?? "")).toBe(2);
    await expect(readFile(out)).rejects.toThrow();
  });

  it("refuses videos without a face that can be followed", async () => {
    const noFace = sharedPhoto("video/noface_bottles_40s.mp4") ?? "";
    await expect(recordDriver(noFace, { ...options, to: 0.5 })).rejects.toThrow(VideoError);
  });
});
