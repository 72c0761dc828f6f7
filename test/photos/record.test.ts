import { describe, expect, it } from "vitest";
import type { Channel } from "../../src/pipeline/motion/channels.ts";
import { readDriver } from "../../src/pipeline/motion/drivers.ts";
import { lipMotion } from "../../src/pipeline/record/lips.ts";
import { VideoError } from "../../src/pipeline/video/ffmpeg-read.ts";
import { collected } from "../support/photos.ts";
import { channelValues, openRecorder } from "../support/recorder.ts";

const pipeline = openRecorder();
const options = { name: "recorded", gesture: "recorded", source: "a test" };

describe("recording a woman who winks and shuts her eyes", () => {
  it("finds the wink of each eye, both eyes shut, and hardly any turn of the head", async () => {
    const { driver, motion } = await pipeline.recordDriver(collected("video/d7_wink_shut.mp4"), options);
    expect(readDriver(JSON.stringify(driver))).toEqual(driver);
    expect(motion.lost).toBe(0);
    expect(motion.explained).toBeGreaterThan(0.65);
    const left = channelValues(driver, "eyeBlinkLeft");
    const right = channelValues(driver, "eyeBlinkRight");
    expect(left.some((l, i) => l > 0.85 && (right[i] ?? 1) < 0.55)).toBe(true);
    expect(left.some((l, i) => l < 0.45 && (right[i] ?? 0) > 0.85)).toBe(true);
    expect(left.filter((l, i) => l > 0.9 && (right[i] ?? 0) > 0.9).length).toBeGreaterThan(10);
    expect(Math.max(0, ...channelValues(driver, "headYaw").map(Math.abs))).toBeLessThan(6);
    for (const channel of Object.keys(driver.tracks) as Channel[]) {
      expect(channelValues(driver, channel).at(0), channel).toBe(0);
      expect(channelValues(driver, channel).at(-1), channel).toBe(0);
    }
  });
});

it("a man who talks smiles now and then", async () => {
  const { driver } = await pipeline.recordDriver(collected("video/d0_green_talk.mp4"), options);
  expect(Math.max(...channelValues(driver, "mouthSmileLeft"))).toBeGreaterThan(0.4);
  expect(Math.max(...channelValues(driver, "mouthSmileRight"))).toBeGreaterThan(0.4);
});

it.each(["d10_woman_talk.mp4", "d0_green_talk.mp4"])("nobody can read from lips what was said in %s", async (name) => {
  const { driver, motion } = await pipeline.recordDriver(collected(`video/${name}`), options);
  const channels = Object.fromEntries(
    (Object.keys(driver.tracks) as Channel[]).map((channel) => [channel, channelValues(driver, channel)]),
  );
  expect(lipMotion(channels, 25)).toBeLessThan(0.2 * lipMotion(motion.channels, motion.fps));
  for (const channel of ["mouthClose", "mouthPressLeft", "mouthRollUpper"] as const)
    expect(channelValues(driver, channel), channel).toEqual([]);
});

it("bottles are no face that can be followed", async () => {
  const bottles = collected("video/noface_bottles_40s.mp4");
  await expect(pipeline.recordDriver(bottles, { ...options, to: 0.5 })).rejects.toThrow(VideoError);
});
