import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BODY_ANGLES, type Channel, DRIVER_CHANNELS, isHeadAngle, isHeadShift } from "./channels.ts";
import { gestureName } from "./gesture-name.ts";

/** How a value gets from its keyframe to the next one; `hold` stays until the next and jumps. */
export const EASINGS = ["linear", "smooth", "in", "out", "hold"] as const;
export type Easing = (typeof EASINGS)[number];

/** A value at a time in seconds, and the way from there to the next keyframe. */
export interface Keyframe {
  readonly t: number;
  readonly v: number;
  readonly ease: Easing;
}

/** A recording with one value per frame: `values[i]` is the value at `i / fps` seconds. */
export interface DenseTrack {
  readonly fps: number;
  readonly values: readonly number[];
}

/** How one channel moves: a few keyframes (constant before the first and after the last) or a recording. */
export type Track = readonly Keyframe[] | DenseTrack;

/** A range of degrees, smaller one first. */
export type DegreeRange = readonly [number, number];

/** A recorded motion that performs a gesture: one file in `drivers/`. */
export interface Driver {
  readonly name: string;
  readonly gesture: string;
  /** Where the motion was measured, or "hand-keyed". */
  readonly source: string;
  /** Poses of the photographed head for which the motion looks right. */
  readonly suits: { readonly yaw: DegreeRange; readonly pitch: DegreeRange };
  /** What the photographed face must already show. */
  readonly needs: {
    readonly openEyes: boolean;
    readonly openMouth: boolean;
    readonly closedMouth?: boolean | undefined;
  };
  /** Length of the loop. */
  readonly seconds: number;
  readonly tracks: Readonly<Partial<Record<Channel, Track>>>;
}

/** The folder of the drivers that ship with Keepsake. */
export const DRIVERS_FOLDER = join(import.meta.dirname, "../../../drivers");

const MAX_ANGLE = 45;
const MAX_SHIFT = 0.5;
/** Degrees by which a trunk may turn and lean. */
const MAX_TORSO = 10;
/** Values that are meant to be the same may differ by rounding. */
const SAME = 1e-6;

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens");
const degrees = z.number().min(-90).max(90);
const range = z
  .tuple([degrees, degrees])
  .refine(([least, most]) => least < most, "must be two different numbers, the smaller one first");

const keyframes = z
  .array(z.strictObject({ t: z.number().min(0), v: z.number(), ease: z.enum(EASINGS).default("smooth") }))
  .min(2);
const recording = z.strictObject({ fps: z.number().min(1).max(240), values: z.array(z.number()).min(2) });

/** A recording in which nothing is wrong. Drivers have sixty thousand values, and a schema takes longest to say so of each. */
function isRecording(value: unknown): value is DenseTrack {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 2) return false;
  const { fps, values } = value as Partial<Record<keyof DenseTrack, unknown>>;
  const isRate = typeof fps === "number" && fps >= 1 && fps <= 240;
  return isRate && Array.isArray(values) && values.length >= 2 && values.every(Number.isFinite);
}

/** Which of the two forms a track has is told by its JSON type, so that a wrong field is named and not only the track. */
const track = z.unknown().transform((value, context): Track => {
  if (isRecording(value)) return value;
  const parsed = (Array.isArray(value) ? keyframes : recording).safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
  return z.NEVER;
});

const driverSchema = z
  .strictObject({
    name,
    gesture: gestureName,
    source: z.string().min(1),
    suits: z.strictObject({ yaw: range, pitch: range }),
    needs: z
      .strictObject({
        openEyes: z.boolean().default(false),
        openMouth: z.boolean().default(false),
        closedMouth: z.boolean().optional(),
      })
      .default({ openEyes: false, openMouth: false }),
    seconds: z.number().min(3).max(8),
    tracks: z
      .partialRecord(z.enum(DRIVER_CHANNELS), track)
      .refine((tracks) => Object.keys(tracks).length > 0, "is empty"),
  })
  .superRefine((driver, context) => {
    for (const [channel, moved] of Object.entries(driver.tracks) as [Channel, Track][]) {
      const report = (path: readonly (string | number)[], message: string): void => {
        context.addIssue({ code: "custom", path: ["tracks", channel, ...path], message });
      };
      if ("fps" in moved) checkRecording(moved, channel, driver.seconds, report);
      else checkKeyframes(moved, channel, driver.seconds, report);
    }
  });

type Report = (path: readonly (string | number)[], message: string) => void;

function checkKeyframes(keys: readonly Keyframe[], channel: Channel, seconds: number, report: Report): void {
  const inside = within(channel);
  keys.forEach((key, i) => {
    const before = keys[i - 1];
    if (before !== undefined && key.t <= before.t) report([i, "t"], "must be later than the keyframe before it");
    if (key.t > seconds) report([i, "t"], `must be within the driver's ${seconds} seconds`);
    const problem = inside(key.v);
    if (problem !== null) report([i, "v"], problem);
  });
  const [first, last] = [keys[0]?.v ?? 0, keys.at(-1)?.v ?? 0];
  if (!closes(first, last)) report([keys.length - 1, "v"], `must be ${first} like the first, so that the loop closes`);
}

function checkRecording(recorded: DenseTrack, channel: Channel, seconds: number, report: Report): void {
  const { values, fps } = recorded;
  const inside = within(channel);
  values.forEach((value, i) => {
    const problem = inside(value);
    if (problem !== null) report(["values", i], problem);
  });
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  if (!closes(first, last))
    report(["values", values.length - 1], `must be ${first} like the first, so that the loop closes`);
  const recordedSeconds = (values.length - 1) / fps;
  if (Math.abs(recordedSeconds - seconds) > 1 / fps) {
    report(["values"], `last ${recordedSeconds.toFixed(2)} seconds instead of the driver's ${seconds}`);
  }
}

/** What is wrong with a channel's value, or null. */
function within(channel: Channel): (value: number) => string | null {
  const [least, most] = limits(channel);
  return (value) => (value < least || value > most ? `must be between ${least} and ${most}` : null);
}

function limits(channel: Channel): DegreeRange {
  if (isHeadAngle(channel)) return [-MAX_ANGLE, MAX_ANGLE];
  if (isHeadShift(channel)) return [-MAX_SHIFT, MAX_SHIFT];
  if (BODY_ANGLES.some((angle) => angle === channel)) return [-MAX_TORSO, MAX_TORSO];
  return channel === "breath" ? [-1, 1] : [0, 1];
}

function closes(first: number, last: number): boolean {
  return Math.abs(first - last) <= SAME;
}

/** What became of a folder of drivers: the usable ones by name, and a sentence for each thing that is wrong. */
export interface DriverFolder {
  readonly drivers: readonly Driver[];
  /** `file: path.of.the.field: what is wrong`; the files named here are left out. */
  readonly problems: readonly string[];
  /** `file: path.of.the.field: why it is not read`; the files named here are used all the same. */
  readonly remarks: readonly string[];
}

/** Files from the time when drivers held their gesture's titles work as before, but for the titles. */
const TITLE_REMARK = "title: is not read any more; gestures are named by the texts (docs/drivers.md)";

/** Reads every `*.json` of a folder as a driver. Wrong files are named in `problems` and left out; nothing is thrown for them. */
export function loadDrivers(folder: string): DriverFolder {
  const drivers = new Map<string, Driver>();
  const problems: string[] = [];
  const remarks: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const read = readDriver(text);
    if (Array.isArray(read)) problems.push(...read.map((problem) => `${file}: ${problem}`));
    else if (drivers.has(read.name))
      problems.push(`${file}: name: another file already has a driver called ${read.name}`);
    else {
      drivers.set(read.name, read);
      if (hasTitle(JSON.parse(text))) remarks.push(`${file}: ${TITLE_REMARK}`);
    }
  }
  return { drivers: [...drivers.values()], problems, remarks };
}

/** Reads a driver from the text of its file, or tells what is wrong with it, field by field. */
export function readDriver(text: string): Driver | string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [`is not JSON: ${error instanceof Error ? error.message : "unreadable"}`];
  }
  if (hasTitle(json)) delete json.title;
  const parsed = driverSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => `${issue.path.map(String).join(".") || "(whole file)"}: ${issue.message}`);
}

function hasTitle(json: unknown): json is { title?: unknown } {
  return typeof json === "object" && json !== null && "title" in json;
}
