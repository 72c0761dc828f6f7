import { rounded } from "../../math.ts";
import { BLENDSHAPES, type Channel } from "../../motion/channels.ts";
import { channelAt } from "../../motion/drive.ts";
import type { Driver } from "../../motion/drivers.ts";
import type { Recorded } from "./recorded.ts";

/** How many frames a second Live Link Face counts in its timecodes, and records, if nobody has set it otherwise. */
const FPS = 60;
/** How many timecodes may count, of whatever camera or clock they were taken from. */
const COUNTED = [24, 25, 30, 48, 50, 60, 120, 240] as const;
const DEGREES = 180 / Math.PI;
const HEAD = ["HeadYaw", "HeadPitch", "HeadRoll"] as const;
/** Its eyes turn, too, besides looking by their blendshapes; nothing of ours says how far. */
const EYES = ["LeftEyeYaw", "LeftEyePitch", "LeftEyeRoll", "RightEyeYaw", "RightEyePitch", "RightEyeRoll"] as const;
/** ARKit's head turns about axes to the subject's left, up and ahead: it pitches down and leans the other way. */
const SIGNS: Readonly<Record<(typeof HEAD)[number], number>> = { HeadYaw: 1, HeadPitch: -1, HeadRoll: -1 };

/** `eyeBlinkLeft` is `EyeBlinkLeft` there. */
const nameOf = (channel: string): string => channel.charAt(0).toUpperCase() + channel.slice(1);
const channelOf = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Reads a Live Link Face recording; null for what is none. Throws RangeError for a broken one. */
export function readLiveLink(text: string): Recorded | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const [header = "", ...rows] = lines;
  if (!/^\uFEFF?timecode,blendshapecount,/i.test(header)) return null;
  const names = header.split(",");
  if (rows.length < 2) throw new RangeError("it has fewer than two frames");
  const frames = rows.map((row, i) => {
    const cells = row.split(",");
    if (cells.length < names.length)
      throw new RangeError(`line ${i + 2} has ${cells.length} of ${names.length} values`);
    return cells;
  });
  const column = (name: string, factor: number): number[] | null => {
    const at = names.findIndex((one) => one.trim().toLowerCase() === name.toLowerCase());
    if (at === -1) return null;
    return frames.map((cells, i) => {
      const value = Number(cells[at]);
      if (!Number.isFinite(value)) throw new RangeError(`line ${i + 2}: ${name} is ${cells[at] ?? "missing"}`);
      return factor * value;
    });
  };
  const shapes = BLENDSHAPES.map((channel) => [channel, column(nameOf(channel), 1)] as const);
  const head = HEAD.map((name) => [channelOf(name), column(name, SIGNS[name] * DEGREES)] as const);
  const channels = [...head, ...shapes].filter(([, values]) => values !== null);
  return { fps: rateOf(frames.map(([timecode = ""]) => timecode)), channels: Object.fromEntries(channels) };
}

/** A timecode, hours:minutes:seconds:frames.parts. */
interface Timecode {
  readonly seconds: number;
  /** Of the second that has begun. */
  readonly frames: number;
}

function readTimecode(text = ""): Timecode | null {
  const [, h, m, s, f] = /^(\d+):(\d+):(\d+)[:;]([\d.]+)$/.exec(text.trim()) ?? [];
  return f === undefined ? null : { seconds: 3600 * Number(h) + 60 * Number(m) + Number(s), frames: Number(f) };
}

/** From the first and the last timecode. */
function rateOf(timecodes: readonly string[]): number {
  const read = timecodes.map(readTimecode).filter((code) => code !== null);
  const [first, last] = [read[0], read.at(-1)];
  if (read.length < timecodes.length || first === undefined || last === undefined) return FPS;
  const each = countedIn(read);
  const seconds = last.seconds - first.seconds + (last.frames - first.frames) / each;
  const rate = (timecodes.length - 1) / seconds;
  return rate >= 5 && rate <= 240 ? rate : FPS;
}

/** How many frames make a second of timecodes: one more than their largest number, where they go through the end of a second. */
function countedIn(timecodes: readonly Timecode[]): number {
  if (timecodes[0]?.seconds === timecodes.at(-1)?.seconds) return FPS;
  const most = Math.max(...timecodes.map(({ frames }) => Math.floor(frames)));
  return COUNTED.find((count) => count > most) ?? FPS;
}

/** A driver as Live Link Face would have recorded it: 60 frames a second. It knows neither the head's place nor the body. */
export function writeLiveLink(driver: Driver): string {
  const header = ["Timecode", "BlendshapeCount", ...BLENDSHAPES.map(nameOf), ...HEAD, ...EYES];
  const rows = Array.from({ length: Math.round(driver.seconds * FPS) + 1 }, (_, i) => {
    const t = i / FPS;
    const shapes = BLENDSHAPES.map((channel) => channelAt(driver, channel, t));
    const head = HEAD.map((name) => (SIGNS[name] * channelAt(driver, channelOf(name) as Channel, t)) / DEGREES);
    const timecode = `00:00:${two(Math.floor(t))}:${two(i % FPS)}.000`;
    return [
      timecode,
      BLENDSHAPES.length + HEAD.length + EYES.length,
      ...[...shapes, ...head, ...EYES.map(() => 0)].map(short),
    ];
  });
  return `${[header, ...rows].map((row) => row.join(",")).join("\n")}\n`;
}

const two = (value: number): string => String(value).padStart(2, "0");
const short = (value: number): number => rounded(value, 1e6);
