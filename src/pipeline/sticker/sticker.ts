import type { AnimateTools, AnimateWorkOptions } from "../clip/animate.ts";
import { prepare } from "../clip/prepare.ts";
import { StageClock } from "../clip/stage-clock.ts";
import type { AnimateRequest } from "../request.ts";
import type { ExportedClip } from "../video/export.ts";
import { cutterFor } from "./cut-out.ts";
import { encodeSticker } from "./encode.ts";
import { STICKER_SIDE } from "./limits.ts";
import { looped, picked, planOf } from "./timing.ts";
import { watermarked } from "./watermarked.ts";

/** A sticker: who moves, without what surrounds them. `bytes` is a WebM file. */
export type Sticker = Omit<ExportedClip, "format"> & { readonly format: "sticker" };

/**
 * Makes a sticker of one face: the portrait that a clip would show, cut out, on nothing. Longer clips are cut, and end in the pose
 * in which they begin. Throws as `animate`, `UserError` `cannotCutOut` where it cannot be told who is where, and
 * RangeError for an engine that cuts nobody out.
 */
export async function makeSticker(
  request: AnimateRequest,
  tools: AnimateTools,
  options: AnimateWorkOptions,
): Promise<Sticker> {
  const { signal, onProgress } = options;
  const clock = new StageClock(options);
  const { film } = await prepare({ ...request, framing: "portrait" }, tools, { ...options, clock });
  const alone = film.framesAlone?.();
  if (alone === undefined) throw new RangeError(`engine: ${tools.engine.name} cannot cut anybody out`);
  const plan = planOf(film.count, film.fps);
  const frames = watermarked(looped(picked(alone, plan, cutterFor(film, request.markCorner), onProgress), plan));
  const bytes = await encodeSticker(frames, { fps: plan.fps, ffmpeg: await tools.ffmpeg, signal });
  return { format: "sticker", bytes, width: STICKER_SIDE, height: STICKER_SIDE, fps: plan.fps };
}
