import { UserError } from "../errors.ts";
import type { ClipMaker, Made } from "./clip-maker.ts";
import { type CommandContext, printJson } from "./context.ts";
import { readPhoto, readPhotoFrom, writeWhole } from "./files.ts";
import { describeMade, reportMade } from "./made.ts";
import { DAMAGED_WARNING, messageFor } from "./messages.ts";
import { STANDARD } from "./photos.ts";
import type { Errand } from "./plan.ts";
import type { Progress } from "./progress.ts";
import { UsageError } from "./usage.ts";

export interface RunnerParts {
  readonly maker: Pick<ClipMaker, "make">;
  readonly progress: Progress;
  readonly context: CommandContext;
  readonly options: { readonly quiet?: true; readonly json?: true };
}

/** Makes what errands ask for, writes it, and says what became of each. */
export class ErrandRunner {
  readonly #parts: RunnerParts;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** Throws `UserError` and `UsageError` for what the person can mend, and the signal's reason. */
  async run(errand: Errand): Promise<void> {
    const { photo, out, format } = errand;
    const { maker, progress, context } = this.#parts;
    const { stdin, stdout, signal } = context;
    const bytes = photo === STANDARD ? await readPhotoFrom(stdin as AsyncIterable<Buffer>) : await readPhoto(photo);
    const made = await maker.make(bytes, format, { signal, onProgress: progress.update });
    signal.throwIfAborted();
    if (out === STANDARD) await new Promise<void>((resolve) => void stdout.write(made.bytes, () => resolve()));
    else await writeWhole(out, made.bytes);
    this.#tellMade(made, errand);
  }

  /** As `run`, but tells what the person can mend: false then. */
  async runOrTell(errand: Errand): Promise<boolean> {
    try {
      await this.run(errand);
      return true;
    } catch (error) {
      const mendable = error instanceof UserError || error instanceof UsageError;
      if (!mendable || this.#parts.context.signal.aborted) throw error;
      this.#tellFailed(errand, error);
      return false;
    }
  }

  note(text: string): void {
    const { progress, context, options } = this.#parts;
    if (!options.quiet) progress.print(() => context.stderr.write(`${text}\n`));
  }

  /** When a clip goes to standard output, words go to standard error. */
  #tellMade(made: Made, errand: Errand): void {
    const { progress, context, options } = this.#parts;
    const { stdout, stderr } = context;
    const words = errand.out === STANDARD ? stderr : stdout;
    progress.print(() => {
      if (made.kind === "clip" && made.animation.photo.damaged) stderr.write(`${DAMAGED_WARNING}\n`);
      if (options.json) printJson(words, reportMade(made, errand));
      else if (!options.quiet) words.write(describeMade(made, errand));
    });
  }

  #tellFailed({ photo }: Errand, error: UserError | UsageError): void {
    const { progress, context, options } = this.#parts;
    const message = error instanceof UserError ? messageFor(error) : error.message;
    progress.print(() => {
      context.stderr.write(`${photo}: ${message}\n`);
      if (options.json) printJson(context.stdout, { photo, error: error instanceof UserError ? error.code : "usage" });
    });
  }
}
