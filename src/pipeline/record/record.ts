import type { ModelOptions } from "../models/onnx.ts";
import type { Channel } from "../motion/channels.ts";
import { HEAD_ANGLES, HEAD_SHIFTS } from "../motion/channels.ts";
import { FPS } from "../motion/drive.ts";
import type { DenseTrack, Driver } from "../motion/drivers.ts";
import type { VideoOptions } from "../video/ffmpeg-read.ts";
import { isNegligible, measureMotion, type RecordedMotion } from "./motion.ts";
import { fadeEnds, resample, smooth } from "./smooth.ts";
import { trackFace } from "./track.ts";

export interface RecordOptions extends Pick<VideoOptions, "ffmpeg">, Pick<ModelOptions, "models"> {
  /** Part of the video, seconds from its start; the whole of it without them. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Which moment (seconds from the video's start) shows the face at rest; without it the calmest one is looked for. */
  readonly neutral?: number | undefined;
  readonly name: string;
  readonly gesture: string;
  /** What the driver says about where it was measured. */
  readonly source: string;
  readonly signal?: AbortSignal | undefined;
  /** Called after each frame with how many have been looked at. */
  readonly onProgress?: (frames: number) => void;
}

export interface Recording {
  readonly driver: Driver;
  readonly motion: RecordedMotion;
}

/** Lengths between which a driver may be, seconds. */
export const SHORTEST = 3;
export const LONGEST = 8;
/** How long a recording takes from rest to its motion and back, seconds. */
const FADE = 0.5;
/** Half widths of the smoothing windows, in frames: heads are heavy, lids are not. */
const HEAD_REACH = 4;
const FACE_REACH = 2;
const BLINK_REACH = 1;
/** Between these poses of a photo a recorded motion looks right: it is relative to the photo's own. */
const SUITS = { yaw: [-30, 30], pitch: [-25, 25] } as const;

/**
 * Turns a video of a face into a driver: the face is tracked, its motion measured against a neutral frame, smoothed, and made
 * to start and end at rest so that it loops. Of a recording longer than 8 seconds the first 8 are used; one shorter than 3 is
 * followed by rest. Throws `VideoError` for what is no video of a face.
 */
export async function recordDriver(file: string, options: RecordOptions): Promise<Recording> {
  const { from = 0, neutral, onProgress, signal, ffmpeg, models } = options;
  const to = Math.min(options.to ?? Number.POSITIVE_INFINITY, from + LONGEST);
  const { fps, meshes } = await trackFace(file, {
    from,
    to,
    ffmpeg,
    ...(signal && { signal }),
    ...(models && { models }),
    ...(onProgress && { onFrame: (_, index) => onProgress(index + 1) }),
  });
  const frame = neutral === undefined ? undefined : Math.round((neutral - from) * fps);
  const motion = measureMotion(meshes, fps, frame);
  return { motion, driver: toDriver(motion, options) };
}

/** The driver that plays a measured motion. */
export function toDriver(motion: RecordedMotion, options: Pick<RecordOptions, "name" | "gesture" | "source">): Driver {
  const recorded = (motion.channels.headYaw?.length ?? 1) - 1;
  const seconds = Math.min(LONGEST, Math.max(SHORTEST, Math.round((recorded / motion.fps) * FPS) / FPS));
  const tracks: Partial<Record<Channel, DenseTrack>> = {};
  for (const [channel, values] of Object.entries(motion.channels) as [Channel, readonly number[]][]) {
    const track = toTrack(channel, values, motion.fps, seconds);
    if (!isNegligible(channel, track)) tracks[channel] = { fps: FPS, values: track };
  }
  const peak = (channel: Channel): number => Math.max(0, ...(tracks[channel]?.values ?? []));
  const { name, gesture, source } = options;
  const needs = {
    openEyes: peak("eyeBlinkLeft") > 0.5 || peak("eyeBlinkRight") > 0.5,
    openMouth: peak("jawOpen") > 0.35,
  };
  return { name, gesture, source, suits: SUITS, needs, seconds, tracks };
}

function toTrack(channel: Channel, values: readonly number[], fps: number, seconds: number): number[] {
  const even = resample(smooth(values, reachOf(channel)), fps, FPS).slice(0, Math.round(seconds * FPS) + 1);
  const looped = fadeEnds(even, FPS, FADE);
  const frames = Math.round(seconds * FPS) + 1;
  const padded = [...looped, ...Array.from({ length: frames - looped.length }, () => 0)];
  const [least, most] = isOneOf(HEAD_ANGLES, channel)
    ? [-45, 45]
    : isOneOf(HEAD_SHIFTS, channel)
      ? [-0.5, 0.5]
      : [0, 1];
  // Adding 0 turns -0 into 0, which is shorter in a file.
  return padded.map((value) => Math.round(1000 * Math.min(most, Math.max(least, value))) / 1000 + 0);
}

function reachOf(channel: Channel): number {
  if (isOneOf(HEAD_ANGLES, channel) || isOneOf(HEAD_SHIFTS, channel)) return HEAD_REACH;
  return channel.startsWith("eyeBlink") ? BLINK_REACH : FACE_REACH;
}

function isOneOf(list: readonly Channel[], channel: Channel): boolean {
  return list.includes(channel);
}
