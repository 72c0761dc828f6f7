import { renderFrames } from "../pipeline/animate.ts";
import type { Prepared } from "../pipeline/prepare.ts";
import { type AnimateCommandOptions, requestFrom, requireGesture } from "./animate.ts";
import { layOutSheet, makeTile, type Tile, zoomAreas } from "./contact-sheet.ts";
import type { CommandContext } from "./context.ts";
import { besidePhoto, readPhoto, requireWritable } from "./files.ts";
import { writePicture } from "./picture-file.ts";
import { startProgress } from "./progress.ts";

export interface SheetOptions extends Pick<AnimateCommandOptions, "face" | "gesture" | "out" | "seed" | "strength"> {
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
  const progress = startProgress(stderr);
  const tiles: Tile[] = [];
  try {
    const collect = collector(options.frames, tiles);
    await renderFrames(requestFrom(photo, options), collect, { signal, onProgress: progress.update });
  } finally {
    progress.stop();
  }
  await writePicture(out, layOutSheet(tiles));
  stdout.write(`${out}: ${tiles.length} frames.\n`);
}

type OnFrame = (rgb: Uint8Array, frame: number, prepared: Prepared) => Promise<void>;

/** Keeps `count` evenly spaced frames; the last one of a loop is the first again and is not shown. */
function collector(count: number, tiles: Tile[]): OnFrame {
  return async (rgb, frame, { motion, rig, face }) => {
    const due = Math.round((tiles.length * motion.frames) / Math.min(count, motion.frames));
    if (tiles.length === count || frame !== due) return;
    const { size } = rig.framing;
    const areas = zoomAreas(face.mesh, rig.framing);
    tiles.push(await makeTile({ width: size, height: size, rgb }, frame / motion.fps, areas));
  };
}
