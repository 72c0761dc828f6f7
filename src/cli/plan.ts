import { existsSync } from "node:fs";
import { extname, join, parse, resolve } from "node:path";
import { besidePhoto, makeFolder, requireNew, requireWritable } from "./files.ts";
import { OUTPUT_FORMATS, type OutputFormat } from "./output-formats.ts";
import { STANDARD } from "./photos.ts";
import { UsageError } from "./usage.ts";

/** Where results go. */
export interface WhereTo {
  readonly out?: string;
  readonly outDir?: string;
  readonly format?: OutputFormat;
  readonly force?: true;
}

/** One photo, and the file that is made of it. */
export interface Output {
  /** A path, or `-`. */
  readonly photo: string;
  readonly out: string;
  readonly format: OutputFormat;
}

export interface Plan {
  readonly outputs: readonly Output[];
  /** Results that are there already and stay as they are. */
  readonly left: readonly string[];
}

/**
 * What is to be made of each photo, and where it goes. Throws `UsageError` for what would lose something or cannot be written,
 * before any work is done.
 */
export function planOutputs(photos: readonly string[], where: WhereTo): Plan {
  const { out, outDir, force } = where;
  if (out !== undefined && outDir !== undefined) throw new UsageError("Use either --out or --out-dir.");
  if (out !== undefined && photos.length > 1) {
    throw new UsageError(`--out names one file, and there are ${photos.length} photos; name a folder with --out-dir.`);
  }
  const outputs = photos.map((photo) => outputFor(photo, where));
  refuseCollisions(outputs);
  if (outDir !== undefined) makeFolder(outDir);
  for (const { photo, out: target } of outputs) if (target !== STANDARD) requireWritable(target, photo);
  if (force) return { outputs, left: [] };
  const there = outputs.filter((output) => output.out !== STANDARD && existsSync(output.out));
  const [first] = there;
  if (first !== undefined && photos.length === 1) requireNew(first.out);
  return { outputs: outputs.filter((output) => !there.includes(output)), left: there.map((output) => output.out) };
}

/** What is made of one photo: the file that `out` names, or one named after the photo, in `outDir` or beside it. */
export function outputFor(photo: string, { out, outDir, format }: WhereTo): Output {
  if (out !== undefined) return { photo, out, format: formatOf(out, format) };
  const chosen = format ?? "mp4";
  if (outDir === undefined && photo === STANDARD) return { photo, out: STANDARD, format: chosen };
  // A photo may be a PNG itself.
  const ending = chosen === "png" ? "-sheet.png" : `.${chosen}`;
  if (outDir === undefined) return { photo, out: besidePhoto(photo, ending), format: chosen };
  const name = photo === STANDARD ? "photo" : parse(photo).name;
  return { photo, out: join(outDir, name + ending), format: chosen };
}

/** The format that a file's ending says. Throws `UsageError` for endings that say none, or another one than was asked for. */
export function formatOf(path: string, wanted?: OutputFormat): OutputFormat {
  if (path === STANDARD) return wanted ?? "mp4";
  const ending = extname(path).slice(1).toLowerCase();
  const format = OUTPUT_FORMATS.find((known) => known === ending);
  if (format === undefined) {
    const problem = ending === "" ? "has no ending" : `ends with .${ending}, which is not written`;
    throw new UsageError(
      `${path} ${problem}. Use .mp4, .gif, .webp or .webm for a clip, or .png for a sheet of its frames.`,
    );
  }
  if (wanted !== undefined && wanted !== format) {
    throw new UsageError(`${path} ends with .${ending}, but --format says ${wanted}.`);
  }
  return format;
}

function refuseCollisions(outputs: readonly Output[]): void {
  const photos = new Map<string, string>();
  for (const { photo, out } of outputs) {
    if (out === STANDARD) continue;
    const other = photos.get(resolve(out));
    if (other !== undefined) {
      throw new UsageError(`${other} and ${photo} would both become ${out}. Rename one, or animate them apart.`);
    }
    photos.set(resolve(out), photo);
  }
}
