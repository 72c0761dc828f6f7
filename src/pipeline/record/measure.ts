import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors.ts";
import type { Models } from "../models/onnx.ts";
import { LONGEST, MAX_VIDEO_BYTES, MAX_VIDEO_SECONDS, type Movement } from "../motion/movement.ts";
import type { Face } from "../types.ts";
import { probeVideo, type VideoFacts } from "../video/ffmpeg-probe.ts";
import { VideoError } from "../video/ffmpeg-read.ts";
import { inTemporaryFolder } from "../video/temporary-folder.ts";
import { bestPart, type Part } from "./best-part.ts";
import { steadied } from "./camera.ts";
import { measureMotion } from "./motion.ts";
import { mirrored, movementOf } from "./movement.ts";
import { type FilmedFace, followFace, type TrackOptions } from "./track.ts";

/** The largest pictures: 1080p, with a coder's rounding. */
const MOST_SIDE = 1920;
const MOST_PIXELS = 1920 * 1088;
/** A face must be seen for so many seconds in a row. */
const LEAST_SECONDS = 1;
/** A longer video is first gone through at so many frames a second, to find its best part. */
const SCAN_FPS = 4;
/** So much more of it is read than is needed, seconds: what is cut off lies between two frames of the scan. */
const AROUND = 0.2;
/** Faces are followed in pictures of this longer side; and at so many frames a second at most. */
const SIDE = 720;
const MOST_FPS = 31;
const USUAL_FPS = 25;
/** A longer video is gone through in smaller ones. */
const SCAN_SIDE = 480;
/** A face that is not found by then, each search a second after the one before, is hardly there. */
const MOST_SEARCHES = 12;
/** A second face that is so large beside the first one could be meant as well. */
const AS_LARGE = 0.6;

export interface MeasureOptions {
  /** Path of an ffmpeg. */
  readonly ffmpeg: string;
  readonly models: Models;
  readonly signal: AbortSignal;
  /** The movement as a mirror shows it: who films themselves sees themselves so. */
  readonly mirror?: boolean | undefined;
}

/**
 * Measures how the face in a video file moves, in its best 3 to 8 seconds. Nothing of the video stays. Throws `UserError` `video…` for what its sender can mend,
 * and the signal's reason.
 */
export async function measureMovement(video: Uint8Array, options: MeasureOptions): Promise<Movement> {
  if (video.length > MAX_VIDEO_BYTES) throw new UserError("videoTooLarge");
  try {
    const filmed = await inTemporaryFolder(async (folder) => {
      const file = join(folder, "video");
      await writeFile(file, video, { mode: 0o600 });
      return bestPartOf(file, options);
    });
    return moving(filmed, options.mirror === true);
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof VideoError) throw new UserError("videoUnreadable", {}, { cause: error });
    throw error;
  }
}

/** A face in the best part of a video, steadied, and where that part begins, seconds. */
export interface BestPart extends Pick<FilmedFace, "fps" | "meshes"> {
  readonly from: number;
}

/** The face in the best part of a video file. Throws as `measureMovement` does, and `VideoError`. */
export async function bestPartOf(file: string, { ffmpeg, models, signal }: MeasureOptions): Promise<BestPart> {
  const facts = await probeVideo(file, { ffmpeg, signal });
  requireModest(facts);
  const options: TrackOptions = {
    ffmpeg,
    models,
    signal,
    longestSide: SIDE,
    mostSearches: MOST_SEARCHES,
    onFaces: requireOneFace,
  };
  const { from, to } = await whereToLook(file, facts, options);
  const filmed = await followFace(file, { ...options, from, to, fps: rateOf(facts) });
  const part = partOf(filmed);
  const shakes = filmed.camera.shakes(filmed.fps);
  const meshes = filmed.meshes.map((mesh, i) => mesh && steadied(mesh, shakes[i]!));
  return { fps: filmed.fps, meshes: meshes.slice(part.from, part.to), from: from + part.from / filmed.fps };
}

function requireModest({ width, height, seconds }: VideoFacts): void {
  if (Math.max(width, height) > MOST_SIDE || width * height > MOST_PIXELS) throw new UserError("videoTooLarge");
  if (seconds !== null && seconds > MAX_VIDEO_SECONDS) throw new UserError("videoTooLong");
}

function requireOneFace(faces: readonly Face[]): void {
  const [largest, second] = faces.map(({ box }) => box.width * box.height);
  if (second !== undefined && second > AS_LARGE * largest!) throw new UserError("videoSeveralFaces");
}

/** Half of what a fast camera gives is enough. */
function rateOf({ fps }: VideoFacts): number {
  const rate = fps ?? USUAL_FPS;
  return rate / Math.max(1, Math.ceil(rate / MOST_FPS));
}

/** The seconds of a file in which its best part lies. */
async function whereToLook(
  file: string,
  { seconds }: VideoFacts,
  options: TrackOptions,
): Promise<{ readonly from: number; readonly to: number }> {
  if (seconds !== null && seconds <= LONGEST + 2 * AROUND) return { from: 0, to: LONGEST + 2 * AROUND };
  const scanned = await followFace(file, { ...options, to: MAX_VIDEO_SECONDS, fps: SCAN_FPS, longestSide: SCAN_SIDE });
  const { from, to } = partOf(scanned);
  return { from: Math.max(0, from / SCAN_FPS - AROUND), to: to / SCAN_FPS + AROUND };
}

/** The best part of what was filmed. Throws `UserError` where no face is seen for long enough. */
function partOf(filmed: FilmedFace): Part {
  const part = bestPart(filmed, { least: LEAST_SECONDS, most: LONGEST });
  if (part !== null) return part;
  if (filmed.meshes.length < LEAST_SECONDS * filmed.fps) throw new UserError("videoTooShort");
  throw new UserError(filmed.meshes.some((mesh) => mesh !== null) ? "videoFaceLost" : "videoNoFace");
}

function moving({ fps, meshes }: Pick<FilmedFace, "fps" | "meshes">, mirror: boolean): Movement {
  const motion = measureMotion(meshes, fps);
  const movement = movementOf(mirror ? mirrored(motion) : motion);
  if (Object.keys(movement.tracks).length === 0) throw new UserError("videoStill");
  return movement;
}
