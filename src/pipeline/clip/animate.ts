import { type AnimateOptions, type AnimateRequest, type Animation, DEFAULT_GESTURE, doneWith } from "../request.ts";
import { encodeClip } from "../video/encode.ts";
import { marked } from "../video/mark.ts";
import { watched } from "../video/watched.ts";
import { type Prepared, type PrepareOptions, prepare, type Tools } from "./prepare.ts";
import { StageClock } from "./stage-clock.ts";

export interface AnimateTools extends Tools {
  /** Path of an ffmpeg, which may still be looked for. */
  readonly ffmpeg: Promise<string>;
}

/** As `AnimateOptions`, where somebody can always call the work off. */
export type AnimateWorkOptions = Omit<AnimateOptions, "signal"> & Pick<PrepareOptions, "signal" | "warm">;

/**
 * Makes one clip of one face of a photo or of everyone: decode, detect, landmarks, enhance, rig, drive, render, encode.
 *
 * Throws `UserError` for what the person can mend, and the signal's reason when aborted.
 */
export async function animate(
  request: AnimateRequest,
  tools: AnimateTools,
  options: AnimateWorkOptions,
): Promise<Animation> {
  const { signal, onProgress } = options;
  const clock = new StageClock(options);
  const { photo, faces, roles, film } = await prepare(request, tools, { ...options, clock });
  const ffmpeg = await tools.ffmpeg;
  const { width, height, fps, count, originX, originY, scale } = film;
  const start = performance.now();
  let rendered = start;
  const frames = watched(marked(film.frames(), film, request.markCorner), count, rendering(onProgress), () => {
    rendered = performance.now();
  });
  const { maxBytes, song } = request;
  const sound = song?.sound;
  const mp4 = await encodeClip(frames, { width, height, fps, frames: count, maxBytes, sound, ffmpeg, signal });
  clock.took("render", rendered - start);
  // ffmpeg works while frames are rendered; its own time is what it still needs after the last one.
  clock.took("encode", performance.now() - rendered);
  onProgress?.("encode", doneWith("encode"));
  return {
    photo: { width: photo.width, height: photo.height, damaged: photo.damaged },
    faces,
    face: request.face === "all" ? "all" : roles[0].face.index,
    gesture: request.gesture ?? DEFAULT_GESTURE,
    animated: roles
      .map(({ face, driver }) => ({ face: face.index, gesture: driver.gesture, driver: driver.name }))
      .sort((a, b) => a.face - b.face),
    enhanced: photo.patches !== undefined,
    changes: [...new Set(photo.patches?.flatMap(({ changes }) => changes))],
    engine: tools.engine.name,
    shows: { x: originX, y: originY, width: width / scale, height: height / scale },
    clip: { mp4, width, height, fps, frames: count, seconds: count / fps },
    timings: clock.timings(),
  };
}

/** Told each frame, `width * height * 3` bytes RGB with the mark; to be copied by who wants to keep it. */
export type OnFrame = (rgb: Uint8Array, frame: number, prepared: Prepared) => void | Promise<void>;

/** The frames of a request one after another as its clip would show them, before encoding. */
export async function renderFrames(
  request: AnimateRequest,
  tools: Tools,
  onFrame: OnFrame,
  options: AnimateWorkOptions,
): Promise<Prepared> {
  const { onProgress } = options;
  const prepared = await prepare(request, tools, { ...options, clock: new StageClock(options) });
  const { film } = prepared;
  let frame = 0;
  for await (const rgb of watched(marked(film.frames(), film, request.markCorner), film.count, rendering(onProgress)))
    await onFrame(rgb, frame++, prepared);
  return prepared;
}

/** Tells how much of a clip is done when so much, 0..1, of its frames is drawn. */
function rendering(onProgress: AnimateOptions["onProgress"]): (part: number) => void {
  return (part) => onProgress?.("render", doneWith("render", part));
}
