import type { Film } from "../pipeline/engine.ts";
import { openPipeline } from "../pipeline/pipeline.ts";
import type { Prepared } from "../pipeline/prepare.ts";
import { type AnimateCommandOptions, requestFrom, requireFraming, requireGesture } from "./animate.ts";
import { type Area, headArea, layOutSheet, makeTile, type Tile, zoomAreas } from "./contact-sheet.ts";
import type { CommandContext } from "./context.ts";
import { besidePhoto, readPhoto, requireWritable } from "./files.ts";
import { writePicture } from "./picture-file.ts";
import { startProgress } from "./progress.ts";

export interface SheetOptions
  extends Pick<AnimateCommandOptions, "face" | "framing" | "gesture" | "out" | "enhance" | "seed" | "strength"> {
  /** How many frames are shown. */
  readonly frames: number;
}

/** `keepsake sheet`: evenly spaced frames of a clip, with eyes and mouth enlarged, as one picture. */
export async function drawSheet(path: string, options: SheetOptions, context: CommandContext): Promise<void> {
  const { stdout, stderr, signal } = context;
  const out = options.out ?? besidePhoto(path, ".png");
  const photo = await readPhoto(path);
  requireWritable(out, path);
  requireGesture(options.gesture);
  requireFraming(options);
  const progress = startProgress(stderr);
  const pipeline = openPipeline();
  const tiles: Tile[] = [];
  try {
    const collect = collector(options.frames, tiles);
    await pipeline.renderFrames(requestFrom(photo, options), collect, { signal, onProgress: progress.update });
  } finally {
    progress.stop();
    await pipeline.close();
  }
  await writePicture(out, layOutSheet(tiles));
  stdout.write(`${out}: ${tiles.length} frames.\n`);
}

type OnFrame = (rgb: Uint8Array, frame: number, prepared: Prepared) => Promise<void>;

/** Keeps `count` evenly spaced frames; the last one of a loop is the first again and is not shown. */
function collector(count: number, tiles: Tile[]): OnFrame {
  return async (rgb, frame, { roles, film }) => {
    const { count: frames, fps, width, height } = film;
    const due = Math.round((tiles.length * frames) / Math.min(count, frames));
    if (tiles.length === count || frame !== due) return;
    tiles.push(await makeTile({ width, height, rgb }, frame / fps, areasOf(roles, film)));
  };
}

/** Eyes and mouth of a face that moves alone; the heads, from left to right, of several. */
function areasOf(roles: Prepared["roles"], film: Film): readonly Area[] {
  if (roles.length === 1) return zoomAreas(roles[0].face.mesh, film);
  return roles.toSorted((a, b) => a.face.index - b.face.index).map(({ face }) => headArea(face.mesh, film));
}
