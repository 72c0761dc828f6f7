import { spawn } from "node:child_process";
import type { FfmpegTools } from "./ffmpeg.ts";
import { trustedInput, VideoError } from "./ffmpeg-read.ts";

/** What a video says of itself before a picture of it is decoded. */
export interface VideoFacts {
  /** Pixels as they are stored. */
  readonly width: number;
  readonly height: number;
  /** Pictures a second, on the average; null where the file does not say. */
  readonly fps: number | null;
  /** Null where the file does not say. */
  readonly seconds: number | null;
}

/** Reads what ffmpeg says of its input, or null where that has no pictures. */
export function readInputHeader(log: string): VideoFacts | null {
  const [input] = log.split("Output #0");
  const size = /Stream #0:\d+.*?: Video: .*?, (\d{1,6})x(\d{1,6})/.exec(input!);
  if (size === null) return null;
  const rate = /Stream #0:\d+.*?: Video: .*?, ([\d.]+) fps/.exec(input!)?.[1];
  return {
    width: Number(size[1]),
    height: Number(size[2]),
    fps: rate === undefined || Number(rate) === 0 ? null : Number(rate),
    seconds: secondsIn(input!),
  };
}

/** How long the file is of which ffmpeg says this, or null where that does not say. */
export function secondsIn(log: string): number | null {
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d+):([\d.]+)/.exec(log) ?? [];
  return hours === undefined ? null : 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
}

/** Asks a video file what it holds, without decoding it. Throws `VideoError` where that is no video. */
export async function probeVideo(file: string, tools: FfmpegTools): Promise<VideoFacts> {
  const facts = readInputHeader(await saidOf(trustedInput(file), tools));
  if (facts === null) throw new VideoError("it is not a video that ffmpeg can read");
  return facts;
}

/** What ffmpeg says of an input before it decodes any of it. */
export async function saidOf(input: readonly string[], { ffmpeg, signal }: FfmpegTools): Promise<string> {
  const child = spawn(ffmpeg, ["-nostdin", "-hide_banner", ...input], {
    stdio: ["ignore", "ignore", "pipe"],
    ...(signal && { signal }),
  });
  let log = "";
  child.stderr.on("data", (chunk: Buffer) => {
    log = `${log}${chunk.toString()}`.slice(0, 20_000);
  });
  // Without an output it always ends as if it had failed.
  await new Promise<void>((resolve, reject) => child.on("error", reject).on("close", () => resolve()));
  return log;
}
