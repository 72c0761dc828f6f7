import { existsSync } from "node:fs";
import { join, parse } from "node:path";
import { readDriver } from "../pipeline/motion/drivers.ts";
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

/** A driver, and what was measured for it: of what another program has recorded, nothing. */
type MadeDriver = Pick<Recording, "driver"> & Partial<Recording>;

/** `keepsake record`: writes as a driver how a face moves in a video, or in what another program has recorded. */
export async function recordDriver(
  path: string,
  options: RecordCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { out, from, to, neutral } = options;
  requireOrder(options);
  requireThere(path);
  requireWritable(out, path);
  if (!options.force) requireNew(out);
  const name = driverName(parse(out).name);
  const gesture = requireGesture(driverName(options.gesture ?? name));
  const labels = { name, gesture, source: options.source ?? `recorded from ${parse(path).base}` };
  requirePreview(options);
  const known = recordingIn(path, labels);
  const made: MadeDriver =
    known === null ? await measured(path, { ...labels, from, to, neutral }, context) : { driver: known };
  const text = writtenAs(made.driver, options.format);
  const problems = readDriver(driverText(made.driver));
  if (Array.isArray(problems)) throw new Error(`the recorded driver is not valid: ${problems.join("; ")}`);
  await writeWhole(out, new TextEncoder().encode(text));
  context.stdout.write(describe(made, out));
  if (options.preview !== undefined) await preview(options.preview, { driver: out, ...options }, context);
}

async function measured(
  path: string,
  options: Omit<RecordOptions, "ffmpeg" | "models">,
  { stderr, signal }: CommandContext,
): Promise<Recording> {
  const pipeline = openPipeline();
  const onProgress = (frames: number): void => {
    if (stderr.isTTY) stderr.write(`\r${frames} frames `);
  };
  const recording = await pipeline
    .recordDriver(path, { ...options, signal, onProgress })
    .finally(async () => pipeline.close());
  if (stderr.isTTY) stderr.write("\r");
  return recording;
}

function requirePreview({ preview: photo, format }: RecordCommandOptions): void {
  if (photo === undefined) return;
  if (format !== "driver") throw new UsageError("--preview needs the driver: leave --format away.");
  requireThere(photo);
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

function requireThere(path: string): void {
  if (!existsSync(path)) throw new UsageError(`${path} cannot be read: there is no such file or folder.`);
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

function describe({ driver: { name, gesture, seconds, tracks }, motion }: MadeDriver, out: string): string {
  const what = `${out}: driver ${name} of the gesture ${gesture}, ${seconds} s, ${Object.keys(tracks).length} channels`;
  if (motion === undefined) return `${what}.\n`;
  const frames = motion.channels.headYaw?.length ?? 0;
  const lines = [
    `${what} from ${frames} frames.`,
    `At rest in frame ${motion.neutral}; the blendshapes explain ${Math.round(100 * motion.explained)} % of the face's movement.`,
    ...(motion.lost > 0 ? [`The face was lost in ${motion.lost} frames, which are filled in.`] : []),
    ...(frames / motion.fps < SHORTEST ? [`Shorter than ${SHORTEST} s: it is followed by rest.`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
