import type { ModelOptions } from "../models/onnx.ts";
import type { Driver } from "../motion/drivers.ts";
import { type DriverLabels, driverOf, LONGEST } from "../motion/movement.ts";
import type { VideoOptions } from "../video/ffmpeg-read.ts";
import { measureMotion, type RecordedMotion } from "./motion.ts";
import { movementOf } from "./movement.ts";
import { trackFace } from "./track.ts";

export interface RecordOptions extends Pick<VideoOptions, "ffmpeg">, Pick<ModelOptions, "models">, DriverLabels {
  /** Part of the video, seconds from its start; the whole of it without them. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Which moment (seconds from the video's start) shows the face at rest; without it the calmest one is looked for. */
  readonly neutral?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called after each frame with how many have been looked at. */
  readonly onProgress?: (frames: number) => void;
}

export interface Recording {
  readonly driver: Driver;
  readonly motion: RecordedMotion;
}

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
export function toDriver(motion: RecordedMotion, labels: DriverLabels): Driver {
  return driverOf(movementOf(motion), labels);
}
