import { existsSync } from "node:fs";
import { join, parse } from "node:path";
import { type Driver, readDriver } from "../pipeline/motion/drivers.ts";
import { gestureName } from "../pipeline/motion/gesture-name.ts";
import { SHORTEST } from "../pipeline/motion/movement.ts";
import { openPipeline } from "../pipeline/pipeline.ts";
import type { Recording, RecordOptions } from "../pipeline/record/record.ts";
import { animatePhotos } from "./animate.ts";
import type { CommandContext } from "./context.ts";
import { driverText, recordingIn, writtenAs } from "./driver-files.ts";
import { requireNew, requireWritable, writeWhole } from "./files.ts";
import type { RecordFormat } from "./record-formats.ts";
import { UsageError } from "./usage.ts";

export interface RecordCommandOptions {
  readonly out: string;
  readonly from?: number;
  readonly to?: number;
  readonly neutral?: number;
  readonly gesture?: string;
  readonly source?: string;
  readonly format: RecordFormat;
  /** A photo to show it on. */
  readonly preview?: string;
  readonly force?: true;
}

/** `keepsake record`: writes as a driver how a face moves in a video, or in what another program has recorded. */
export async function recordVideo(path: string, options: RecordCommandOptions, context: CommandContext): Promise<void> {
  const { out, from, to, neutral } = options;
  requireOrder(options);
  requireVideo(path, out);
  if (!options.force) requireNew(out);
  const name = driverName(parse(out).name);
  const gesture = requireGesture(driverName(options.gesture ?? name));
  const labels = { name, gesture, source: options.source ?? `recorded from ${parse(path).base}` };
  requirePreview(options);
  const known = recordingIn(path, labels);
  const { driver, about } =
    known === null ? await recorded(path, { ...labels, from, to, neutral }, context) : { driver: known, about: [] };
  const text = writtenAs(driver, options.format);
  const problems = readDriver(driverText(driver));
  if (Array.isArray(problems)) throw new Error(`the recorded driver is not valid: ${problems.join("; ")}`);
  await writeWhole(out, new TextEncoder().encode(text));
  const channels = Object.keys(driver.tracks).length;
  const line = `${out}: driver ${driver.name} of the gesture ${driver.gesture}, ${driver.seconds} s, ${channels} channels`;
  context.stdout.write(`${[`${line}${about.length === 0 ? "." : ` ${about[0]}`}`, ...about.slice(1)].join("\n")}\n`);
  if (options.preview !== undefined) await preview(options.preview, { driver: out, ...options }, context);
}

/** Measures a video, and tells about it line by line; the first goes on with the driver's. */
async function recorded(
  path: string,
  options: Omit<RecordOptions, "ffmpeg" | "models">,
  { stderr, signal }: CommandContext,
): Promise<{ readonly driver: Driver; readonly about: readonly string[] }> {
  const pipeline = openPipeline();
  const onProgress = (frames: number): void => {
    if (stderr.isTTY) stderr.write(`\r${frames} frames `);
  };
  const recording = await pipeline
    .recordDriver(path, { ...options, signal, onProgress })
    .finally(async () => pipeline.close());
  if (stderr.isTTY) stderr.write("\r");
  return { driver: recording.driver, about: aboutMotion(recording) };
}

function requirePreview({ preview: photo, format }: RecordCommandOptions): void {
  if (photo === undefined) return;
  if (format !== "driver") throw new UsageError("--preview needs the driver: leave --format away.");
  if (!existsSync(photo)) throw new UsageError(`${photo} cannot be read: there is no such file or folder.`);
}

/** A clip of the photo that moves so, beside the driver. */
async function preview(
  photo: string,
  { driver, force }: Pick<RecordCommandOptions, "force"> & { readonly driver: string },
  context: CommandContext,
): Promise<void> {
  const { dir, name } = parse(driver);
  await animatePhotos([photo], { driver, out: join(dir, `${name}.mp4`), ...(force && { force }) }, context);
}

function requireOrder({ from = 0, to, neutral }: RecordCommandOptions): void {
  if (to !== undefined && to <= from) throw new UsageError("--to must be later than --from.");
  if (neutral !== undefined && (neutral < from || (to !== undefined && neutral > to))) {
    throw new UsageError("--neutral must lie between --from and --to.");
  }
}

function requireVideo(path: string, out: string): void {
  if (!existsSync(path)) throw new UsageError(`${path} cannot be read: there is no such file or folder.`);
  requireWritable(out, path);
}

/** Drivers and gestures are named in lower-case letters, digits and hyphens. */
function driverName(text: string): string {
  const name = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  if (name === "") throw new UsageError(`"${text}" has no letters to name a driver by; use --out NAME.json.`);
  return name;
}

function requireGesture(name: string): string {
  const { error } = gestureName.safeParse(name);
  if (error === undefined) return name;
  throw new UsageError(`The gesture's name ${name} ${error.issues[0]?.message ?? "is wrong"}; use --gesture NAME.`);
}

function aboutMotion({ motion }: Recording): readonly string[] {
  const frames = motion.channels.headYaw?.length ?? 0;
  return [
    `from ${frames} frames.`,
    `At rest in frame ${motion.neutral}; the blendshapes explain ${Math.round(100 * motion.explained)} % of the face's movement.`,
    ...(motion.lost > 0 ? [`The face was lost in ${motion.lost} frames, which are filled in.`] : []),
    ...(frames / motion.fps < SHORTEST ? [`Shorter than ${SHORTEST} s: it is followed by rest.`] : []),
  ];
}
