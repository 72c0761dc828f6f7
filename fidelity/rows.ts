import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** One eye in a clip in which eyes close: its width in the clip's pixels and what both judges say. */
export interface EyeRow {
  readonly width: number;
  readonly openAtStart: boolean;
  readonly closedByEyeState: boolean;
  readonly closedByLids: boolean;
}

/** One photo making one gesture. */
export interface GestureRow {
  readonly kind: "gesture";
  readonly photo: string;
  readonly gesture: string;
  readonly driver: string;
  /** Null where no judge knows this gesture. */
  readonly achieved: boolean | null;
  /** What was measured, for people: "roll 8.1°". */
  readonly detail: string;
  readonly eyes: readonly EyeRow[];
  /** Distance of the face-api descriptor from the still's: middle and worst of the frames looked at. */
  readonly identity: { readonly median: number; readonly worst: number };
  /** Laplacian variance of the face (eyes left out) over the still's, middle of the frames. */
  readonly sharpness: number;
  /** Largest change of a channel outside the head's region, 0..255. */
  readonly background: number;
  /** Root mean square of the landmarks' third difference, thousandths of a face width, where the motion is fastest. */
  readonly jerk: number;
  /** Largest change of a channel between the first and the last frame. */
  readonly closure: number;
  /** From the photo's file to the MP4, where it was timed. */
  readonly seconds: number | null;
}

/** A photo, or one gesture of it, that was not animated, and why. */
export interface SkipRow {
  readonly kind: "skip";
  readonly photo: string;
  readonly gesture: string | null;
  readonly reason: string;
}

/** What lives in a photo, measured on single frames of it. */
export interface LivingRow {
  readonly kind: "living";
  readonly photo: string;
  /** How far a calm breath lifts the body, clip pixels; null where none is seen. */
  readonly breath: number | null;
  /** The largest change beyond the person's outline as they breathe in, 0..255. */
  readonly leak: number;
  /** Of each open eye: lightness of the iris below the half-closed lid over the open eye's. */
  readonly iris: readonly number[];
  /** Of each open eye: lightness of the closed lid over the skin's round it. */
  readonly lids: readonly number[];
  /** Seconds by which hair and neck follow the face; null where too little of them is seen. */
  readonly lag: { readonly hair: number | null; readonly neck: number | null };
}

export interface Likeness {
  readonly psnr: number;
  readonly ssim: number;
  /** Mean distance of 68 landmarks from the real frame's, in hundredths of a face width. */
  readonly akd: number;
}

/** One video re-enacted from one of its frames. */
export interface ReenactmentRow {
  readonly kind: "reenactment";
  readonly video: string;
  readonly frames: number;
  readonly explained: number;
  readonly clip: Likeness;
  readonly still: Likeness;
  /** Jerk of the real face and of the animated one, as in `GestureRow`. */
  readonly jerk: { readonly real: number; readonly clip: number };
}

export type Row = GestureRow | SkipRow | ReenactmentRow | LivingRow;

/** Measured rows in files of one JSON object a line, one file a process, so that a run can be stopped and taken up again. */
export interface RowFiles {
  readonly rows: readonly Row[];
  add(row: Row): void;
}

export function openRows(path: string, shard: number): RowFiles {
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${shard}`;
  return {
    rows: partsOf(path).flatMap((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Row),
    ),
    add: (row) => appendFileSync(own, `${JSON.stringify(row)}\n`),
  };
}

export function clearRows(path: string): void {
  for (const file of partsOf(path)) rmSync(file);
}

function partsOf(path: string): string[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const start = `${basename(path)}.`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .sort()
    .map((name) => join(folder, name));
}
