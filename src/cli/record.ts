import { existsSync } from "node:fs";
import { parse } from "node:path";
import { type Driver, readDriver } from "../pipeline/motion/drivers.ts";
import { gestureName } from "../pipeline/motion/gesture-name.ts";
import { SHORTEST } from "../pipeline/motion/movement.ts";
import { openPipeline } from "../pipeline/pipeline.ts";
import type { Recording } from "../pipeline/record/record.ts";
import type { CommandContext } from "./context.ts";
import { requireNew, requireWritable, writeWhole } from "./files.ts";
import { UsageError } from "./usage.ts";

export interface RecordCommandOptions {
  readonly out: string;
  readonly from?: number;
  readonly to?: number;
  readonly neutral?: number;
  readonly gesture?: string;
  readonly source?: string;
  readonly force?: true;
}

/** `keepsake record`: measures how a face moves in a video and writes that as a driver. */
export async function recordVideo(
  path: string,
  options: RecordCommandOptions,
  { stdout, stderr, signal }: CommandContext,
): Promise<void> {
  const { out, from, to, neutral } = options;
  requireOrder(options);
  requireVideo(path, out);
  if (!options.force) requireNew(out);
  const name = driverName(parse(out).name);
  const gesture = requireGesture(driverName(options.gesture ?? name));
  const pipeline = openPipeline();
  const recording = await pipeline
    .recordDriver(path, {
      ...{ from, to, neutral, name, gesture, signal },
      source: options.source ?? `recorded from ${parse(path).base}`,
      onProgress: (frames) => {
        if (stderr.isTTY) stderr.write(`\r${frames} frames `);
      },
    })
    .finally(async () => pipeline.close());
  if (stderr.isTTY) stderr.write("\r");
  const text = driverText(recording.driver);
  const problems = readDriver(text);
  if (Array.isArray(problems)) throw new Error(`the recorded driver is not valid: ${problems.join("; ")}`);
  await writeWhole(out, new TextEncoder().encode(text));
  stdout.write(describe(recording, out));
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

/** The driver as JSON with one line a track, so that a person can read the rest. */
export function driverText(driver: Driver): string {
  const { tracks, ...head } = driver;
  const lines = Object.entries(tracks).map(
    ([channel, track]) => `  ${JSON.stringify(channel)}: ${JSON.stringify(track)}`,
  );
  const start = JSON.stringify(head, null, 1).replace(/\n}$/, "");
  return `${start},\n "tracks": {\n${lines.join(",\n")}\n }\n}\n`;
}

function describe({ driver, motion }: Recording, out: string): string {
  const frames = motion.channels.headYaw?.length ?? 0;
  const lines = [
    `${out}: driver ${driver.name} of the gesture ${driver.gesture}, ${driver.seconds} s, ` +
      `${Object.keys(driver.tracks).length} channels from ${frames} frames.`,
    `At rest in frame ${motion.neutral}; the blendshapes explain ${Math.round(100 * motion.explained)} % of the face's movement.`,
    ...(motion.lost > 0 ? [`The face was lost in ${motion.lost} frames, which are filled in.`] : []),
    ...(frames / motion.fps < SHORTEST ? [`Shorter than ${SHORTEST} s: it is followed by rest.`] : []),
  ];
  return `${lines.join("\n")}\n`;
}
