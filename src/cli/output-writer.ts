import { UserError } from "../errors.ts";
import type { ClipMaker, Made } from "./clip-maker.ts";
import { type CommandContext, printJson } from "./context.ts";
import { readPhoto, readPhotoFrom, writeWhole } from "./files.ts";
import { describeMade, reportMade } from "./made.ts";
import { DAMAGED_WARNING, messageFor } from "./messages.ts";
import { STANDARD } from "./photos.ts";
import type { Output } from "./plan.ts";
import type { Progress } from "./progress.ts";
import { UsageError } from "./usage.ts";

export interface WriterParts {
  readonly maker: Pick<ClipMaker, "make">;
  readonly progress: Progress;
  readonly context: CommandContext;
  readonly options: { readonly quiet?: true; readonly json?: true };
}

/** Makes outputs, writes them, and says what became of each. */
export class OutputWriter {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  /** Throws `UserError` and `UsageError` for what the person can mend, and the signal's reason. */
  async write(output: Output): Promise<void> {
    const { photo, out, format } = output;
    const { maker, progress, context } = this.#parts;
    const { stdin, stdout, signal } = context;
    const bytes = photo === STANDARD ? await readPhotoFrom(stdin as AsyncIterable<Buffer>) : await readPhoto(photo);
    const made = await maker.make(bytes, format, { signal, onProgress: progress.update });
    signal.throwIfAborted();
    if (out === STANDARD) await new Promise<void>((resolve) => void stdout.write(made.bytes, () => resolve()));
    else await writeWhole(out, made.bytes);
    this.#tellMade(made, output);
  }

  /** As `write`, but tells what the person can mend: false then. */
  async writeOrTell(output: Output): Promise<boolean> {
    try {
      await this.write(output);
      return true;
    } catch (error) {
      const mendable = error instanceof UserError || error instanceof UsageError;
      if (!mendable || this.#parts.context.signal.aborted) throw error;
      this.#tellFailed(output, error);
      return false;
    }
  }

  note(text: string): void {
    const { progress, context, options } = this.#parts;
    if (!options.quiet) progress.print(() => context.stderr.write(`${text}\n`));
  }

  /** When a clip goes to standard output, words go to standard error. */
  #tellMade(made: Made, output: Output): void {
    const { progress, context, options } = this.#parts;
    const { stdout, stderr } = context;
    const words = output.out === STANDARD ? stderr : stdout;
    progress.print(() => {
      if (made.kind === "clip" && made.animation.photo.damaged) stderr.write(`${DAMAGED_WARNING}\n`);
      if (options.json) printJson(words, reportMade(made, output));
      else if (!options.quiet) words.write(describeMade(made, output));
    });
  }

  #tellFailed({ photo }: Output, error: UserError | UsageError): void {
    const { progress, context, options } = this.#parts;
    const message = error instanceof UserError ? messageFor(error) : error.message;
    progress.print(() => {
      context.stderr.write(`${photo}: ${message}\n`);
      if (options.json) printJson(context.stdout, { photo, error: error instanceof UserError ? error.code : "usage" });
    });
  }
}
