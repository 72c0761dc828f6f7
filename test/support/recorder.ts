import { afterAll } from "vitest";
import type { Channel } from "../../src/pipeline/motion/channels.ts";
import type { Driver } from "../../src/pipeline/motion/drivers.ts";
import { openPipeline, type Pipeline } from "../../src/pipeline/pipeline.ts";

/** A pipeline for one file of tests, closed after them. */
export function openRecorder(): Pipeline {
  const pipeline = openPipeline();
  afterAll(async () => pipeline.close());
  return pipeline;
}

/** What a driver does with a channel, frame by frame; nothing where it leaves it alone. */
export function channelValues(driver: Driver, channel: Channel): readonly number[] {
  const track = driver.tracks[channel];
  return track !== undefined && "fps" in track ? track.values : [];
}
