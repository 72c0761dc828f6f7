import { openPipeline } from "../pipeline/pipeline.ts";
import { requestFrom, requireFraming, requireGesture, type Wish } from "./clip-maker.ts";
import type { CommandContext } from "./context.ts";
import { besidePhoto, readPhoto, requireNew, requireWritable } from "./files.ts";
import { drawSheet } from "./film-sheet.ts";
import { pictureFormatOf, writePicture } from "./picture-file.ts";
import { startProgress } from "./progress.ts";

export interface SheetOptions extends Pick<Wish, "face" | "framing" | "gesture" | "enhance" | "seed" | "strength"> {
  readonly out?: string;
  readonly force?: true;
  /** How many frames are shown. */
  readonly frames: number;
}

/** `keepsake sheet`: evenly spaced frames of a clip, with eyes and mouth enlarged, as one picture. */
export async function makeSheet(path: string, options: SheetOptions, context: CommandContext): Promise<void> {
  const { stdout, stderr, signal } = context;
  const out = options.out ?? besidePhoto(path, "-sheet.png");
  const format = pictureFormatOf(out);
  const photo = await readPhoto(path);
  requireWritable(out, path);
  if (!options.force) requireNew(out);
  requireGesture(options.gesture);
  requireFraming(options);
  const progress = startProgress(stderr);
  const pipeline = openPipeline();
  const request = { ...requestFrom(options), photo };
  const sheet = await drawSheet(pipeline, request, options.frames, { signal, onProgress: progress.update }).finally(
    async () => {
      progress.stop();
      await pipeline.close();
    },
  );
  await writePicture(out, sheet, format);
  stdout.write(`${out}: ${options.frames} frames.\n`);
}
