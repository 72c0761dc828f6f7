import { ClipMaker, type Wish } from "./clip-maker.ts";
import type { CommandContext } from "./context.ts";
import { OutputWriter } from "./output-writer.ts";
import { photosOf, STANDARD } from "./photos.ts";
import { type Output, planOutputs, type WhereTo } from "./plan.ts";
import { NO_PROGRESS, startProgress } from "./progress.ts";
import { SomeFilesFailed, UsageError } from "./usage.ts";

export interface AnimateCommandOptions extends Wish, WhereTo {
  readonly quiet?: true;
  readonly json?: true;
}

/**
 * `keepsake animate`: clips of one face, or of everyone, in each of the photos. Of several photos each is for itself: one that
 * cannot be animated is told, and the others are made. Throws `SomeFilesFailed` then.
 */
export async function animatePhotos(
  paths: readonly string[],
  options: AnimateCommandOptions,
  context: CommandContext,
): Promise<void> {
  const photos = photosOf(paths);
  requireSensible(options);
  const { outputs, left } = planOutputs(photos, options);
  requireRoomForClip(outputs, context);
  const maker = new ClipMaker(options);
  const progress = options.quiet ? NO_PROGRESS : startProgress(context.stderr, outputs.length);
  const writer = new OutputWriter({ maker, progress, context, options });
  try {
    for (const out of left) writer.note(`${out} is there already; --force makes it anew.`);
    let failed = 0;
    for (const output of outputs) {
      // What is wrong with the only photo is what the command ends with.
      if (photos.length === 1) await writer.write(output);
      else if (!(await writer.writeOrTell(output))) failed++;
      progress.next();
    }
    if (failed > 0) throw new SomeFilesFailed(failed, photos.length);
  } finally {
    progress.stop();
    await maker.close();
  }
}

function requireSensible({ driver, gesture, music, size, format, out }: AnimateCommandOptions): void {
  if (driver !== undefined && gesture !== undefined) {
    throw new UsageError("A driver performs its own gesture: use either --driver or --gesture.");
  }
  if (music !== undefined && (driver !== undefined || gesture !== undefined)) {
    throw new UsageError("To music a face moves in its own way: use --music without --driver and --gesture.");
  }
  if (size !== undefined && (format === "png" || out?.toLowerCase().endsWith(".png") === true)) {
    throw new UsageError("A sheet of frames has a size of its own: --size is for clips.");
  }
}

/** A terminal cannot show a clip. */
function requireRoomForClip(outputs: readonly Output[], { stdout }: CommandContext): void {
  if (stdout.isTTY && outputs.some(({ out }) => out === STANDARD)) {
    throw new UsageError("The clip would go to your terminal. Name a file with --out, or send it on: … > clip.mp4");
  }
}
