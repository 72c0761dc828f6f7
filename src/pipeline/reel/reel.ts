import type { AnimateOptions, Clip } from "../request.ts";
import type { MarkCorner } from "../types.ts";
import { encodeClip } from "../video/encode.ts";
import { inTemporaryFolder } from "../video/temporary-folder.ts";
import { watched } from "../video/watched.ts";
import { reelSize } from "./canvas.ts";
import { dissolving, REEL_FPS, reelFrames } from "./frames.ts";
import type { Scene } from "./scene.ts";

/** A minute of large clips takes about 20 MB. */
const MOST_BYTES = 100_000_000;
/** Players can begin at so many places a second. */
const SEEK_EVERY_SECONDS = 2;

export interface ReelTools {
  /** Path of an ffmpeg. */
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
  readonly onProgress: AnimateOptions["onProgress"];
  /** Where in each clip the visible mark stands. */
  readonly markCorner: MarkCorner | undefined;
}

/**
 * Makes one film of clips, each dissolving into the next, with what is written under them. Throws `UserError` `clipTooLarge`, and
 * the signal's reason when aborted.
 */
export async function makeReel(
  scenes: readonly Scene[],
  { ffmpeg, signal, onProgress, markCorner }: ReelTools,
): Promise<Clip> {
  const size = reelSize(scenes);
  const frames = reelFrames(scenes);
  return inTemporaryFolder(async (folder) => {
    const plan = { ...size, scenes, folder, markCorner, ffmpeg, signal };
    const film = watched(dissolving(plan), frames, (part) => onProgress?.("render", part));
    const keyframeEvery = SEEK_EVERY_SECONDS * REEL_FPS;
    const options = { ...size, fps: REEL_FPS, frames, maxBytes: MOST_BYTES, keyframeEvery, ffmpeg, signal };
    const mp4 = await encodeClip(film, options);
    return { mp4, ...size, fps: REEL_FPS, frames, seconds: frames / REEL_FPS };
  });
}
