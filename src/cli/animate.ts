import { UserError } from "../errors.ts";
import { ClipMaker, type Made, type Wish } from "./clip-maker.ts";
import { type CommandContext, printJson } from "./context.ts";
import { readPhoto, readPhotoFrom, writeWhole } from "./files.ts";
import { describeMade, reportMade } from "./made.ts";
import { DAMAGED_WARNING, messageFor } from "./messages.ts";
import { photosOf, STANDARD } from "./photos.ts";
import { type Errand, planErrands, type WhereTo } from "./plan.ts";
import { NO_PROGRESS, type Progress, startProgress } from "./progress.ts";
import { SomePhotosFailed, UsageError } from "./usage.ts";

export interface AnimateCommandOptions extends Wish, WhereTo {
  readonly quiet?: true;
  readonly json?: true;
}

/**
 * `keepsake animate`: clips of one face, or of everyone, in each of the photos. Of several photos each is for itself: one that
 * cannot be animated is told, and the others are made. Throws `SomePhotosFailed` then.
 */
export async function animatePhotos(
  paths: readonly string[],
  options: AnimateCommandOptions,
  context: CommandContext,
): Promise<void> {
  const photos = photosOf(paths);
  requireSensible(options);
  const { errands, left } = planErrands(photos, options);
  requireRoomForClip(errands, context);
  const maker = new ClipMaker(options);
  const progress = options.quiet ? NO_PROGRESS : startProgress(context.stderr, errands.length);
  const teller = new Teller(options, context, progress);
  try {
    for (const out of left) teller.note(`${out} is there already; --force makes it anew.`);
    let failed = 0;
    for (const errand of errands) {
      // What is wrong with the only photo is what the command ends with.
      if (photos.length === 1) await run(errand, maker, teller, context);
      else if (!(await runOrTell(errand, maker, teller, context))) failed++;
      progress.next();
    }
    if (failed > 0) throw new SomePhotosFailed(failed, photos.length);
  } finally {
    progress.stop();
    await maker.close();
  }
}

/** Makes what an errand asks for, and writes it. */
async function run(errand: Errand, maker: ClipMaker, teller: Teller, context: CommandContext): Promise<void> {
  const { photo, out, format } = errand;
  const { stdin, stdout, signal } = context;
  const bytes = photo === STANDARD ? await readPhotoFrom(stdin as AsyncIterable<Buffer>) : await readPhoto(photo);
  const made = await maker.make(bytes, format, { signal, onProgress: teller.progress.update });
  signal.throwIfAborted();
  if (out === STANDARD) await new Promise<void>((resolve) => void stdout.write(made.bytes, () => resolve()));
  else await writeWhole(out, made.bytes);
  teller.made(made, errand);
}

async function runOrTell(errand: Errand, maker: ClipMaker, teller: Teller, context: CommandContext): Promise<boolean> {
  try {
    await run(errand, maker, teller, context);
    return true;
  } catch (error) {
    const mendable = error instanceof UserError || error instanceof UsageError;
    if (!mendable || context.signal.aborted) throw error;
    teller.failed(errand, error);
    return false;
  }
}

/** Says what became of each photo. When a clip goes to standard output, words go to standard error. */
class Teller {
  constructor(
    private readonly options: AnimateCommandOptions,
    private readonly context: CommandContext,
    readonly progress: Progress,
  ) {}

  made(made: Made, errand: Errand): void {
    const { quiet, json } = this.options;
    const { stdout, stderr } = this.context;
    const words = errand.out === STANDARD ? stderr : stdout;
    this.progress.print(() => {
      if (made.kind === "clip" && made.animation.photo.damaged) stderr.write(`${DAMAGED_WARNING}\n`);
      if (json) printJson(words, reportMade(made, errand));
      else if (!quiet) words.write(describeMade(made, errand));
    });
  }

  failed({ photo }: Errand, error: UserError | UsageError): void {
    const { stdout, stderr } = this.context;
    const message = error instanceof UserError ? messageFor(error) : error.message;
    this.progress.print(() => {
      stderr.write(`${photo}: ${message}\n`);
      if (this.options.json) printJson(stdout, { photo, error: error instanceof UserError ? error.code : "usage" });
    });
  }

  note(text: string): void {
    if (!this.options.quiet) this.progress.print(() => this.context.stderr.write(`${text}\n`));
  }
}

function requireSensible({ driver, gesture, size, format, out }: AnimateCommandOptions): void {
  if (driver !== undefined && gesture !== undefined) {
    throw new UsageError("A driver performs its own gesture: use either --driver or --gesture.");
  }
  if (size !== undefined && (format === "png" || out?.toLowerCase().endsWith(".png") === true)) {
    throw new UsageError("A sheet of frames has a size of its own: --size is for clips.");
  }
}

/** A terminal cannot show a clip. */
function requireRoomForClip(errands: readonly Errand[], { stdout }: CommandContext): void {
  if (stdout.isTTY && errands.some(({ out }) => out === STANDARD)) {
    throw new UsageError("The clip would go to your terminal. Name a file with --out, or send it on: … > clip.mp4");
  }
}
