import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ClipMaker, type Wish } from "./clip-maker.ts";
import type { CommandContext } from "./context.ts";
import { makeFolder } from "./files.ts";
import type { OutputFormat } from "./output-formats.ts";
import { OutputWriter } from "./output-writer.ts";
import { picturesIn } from "./photos.ts";
import { type Output, outputFor } from "./plan.ts";
import { NO_PROGRESS, startProgress } from "./progress.ts";
import { UsageError } from "./usage.ts";

export interface WatchOptions extends Wish {
  readonly outDir?: string;
  readonly format?: OutputFormat;
  readonly quiet?: true;
  readonly json?: true;
}

/** How often the folder is looked at. Nobody tells of what happens in folders that are shared by a network, so it is asked for. */
const LOOK_EVERY_MS = 2000;

/** What of the world around it a watch needs. */
export interface WatchWorld {
  /** Waits until the next look; rejects when the watch is to end. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
  readonly open: (wish: Wish) => Pick<ClipMaker, "make" | "close">;
}

const WORLD: WatchWorld = {
  pause: async (signal) => sleep(LOOK_EVERY_MS, undefined, { signal }),
  open: (wish) => new ClipMaker(wish),
};

/**
 * `keepsake watch`: makes a clip of each photo in a folder that has none, and goes on with those that are put there, until it is
 * interrupted. A photo that cannot be animated is told of once, and tried again when it has changed.
 */
export async function watchFolder(
  folder: string,
  options: WatchOptions,
  context: CommandContext,
  world = WORLD,
): Promise<void> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`${folder} is not a folder.`);
  }
  const maker = world.open(options);
  const outDir = options.outDir ?? join(folder, "clips");
  makeFolder(outDir);
  if (!options.quiet) context.stderr.write(`Watching ${folder}; clips go to ${outDir}. Ctrl+C ends it.\n`);
  const watch = new Watch({ folder, outDir, options, context, maker });
  try {
    for (;;) {
      await watch.look();
      await world.pause(context.signal);
    }
  } catch (error) {
    // Being interrupted is how a watch ends.
    if (!context.signal.aborted) throw error;
  } finally {
    await maker.close();
  }
}

interface WatchParts {
  readonly folder: string;
  readonly outDir: string;
  readonly options: WatchOptions;
  readonly context: CommandContext;
  readonly maker: Pick<ClipMaker, "make">;
}

class Watch {
  readonly #parts: WatchParts;
  /** What each file looked like last time: who still changes is still being written. */
  #seen = new Map<string, string>();
  /** What those looked like that could not be animated. */
  readonly #failed = new Map<string, string>();

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Looks at the folder once, and animates what is ready. */
  async look(): Promise<void> {
    const { folder, outDir, options } = this.#parts;
    const before = this.#seen;
    this.#seen = new Map();
    for (const photo of picturesIn(folder)) {
      const looks = looksOf(photo);
      if (looks === null) continue;
      this.#seen.set(photo, looks);
      const output = outputFor(photo, { ...options, outDir });
      if (before.get(photo) !== looks || this.#failed.get(photo) === looks || existsSync(output.out)) continue;
      if (!(await this.#animate(output))) this.#failed.set(photo, looks);
    }
  }

  /** False for a photo that cannot be animated. */
  async #animate(output: Output): Promise<boolean> {
    const { options, context, maker } = this.#parts;
    const progress = options.quiet ? NO_PROGRESS : startProgress(context.stderr);
    try {
      return await new OutputWriter({ maker, progress, context, options }).writeOrTell(output);
    } finally {
      progress.stop();
    }
  }
}

/** Tells versions of a file apart; null when it is gone. */
function looksOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.size} ${found.mtimeMs}`;
}
