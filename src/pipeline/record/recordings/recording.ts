import { clamp, rounded } from "../../math.ts";
import { type Channel, isHead, isHeadAngle } from "../../motion/channels.ts";
import { FPS } from "../../motion/drive.ts";
import { type DenseTrack, type Driver, readDriver } from "../../motion/drivers.ts";
import { type DriverLabels, driverOf, LONGEST, SHORTEST } from "../../motion/movement.ts";
import { saysWords, withoutWords } from "../lips.ts";
import { isNegligible } from "../motion.ts";
import { fadeEnds, resample } from "../smooth.ts";
import { readFaceLandmarker } from "./face-landmarker.ts";
import { readLiveLink } from "./live-link.ts";
import type { Recorded } from "./recorded.ts";

/** A channel that begins and ends within this of rest does so: degrees, or anything else. */
const AT_REST = { angle: 0.3, other: 0.02 };
const FADE = 0.5;

/** Whether a file's beginning can be that of a recording: text, and no video. */
export function mayBeRecording(beginning: Uint8Array): boolean {
  const text = Buffer.from(beginning).toString("utf8").trimStart();
  return /^\uFEFF?(timecode,|[[{])/i.test(text);
}

/**
 * Makes a driver of what another program has recorded, told apart by its content: a CSV of Live Link Face, or results of MediaPipe's FaceLandmarker as JSON. A
 * driver stays what it is. Null for anything else; throws RangeError for a broken recording.
 */
export function driverFrom(text: string, labels: DriverLabels): Driver | null {
  const liveLink = readLiveLink(text);
  if (liveLink !== null) return toDriver(liveLink, labels);
  const known = readDriver(text);
  if (!Array.isArray(known)) return known;
  const json = parsed(text);
  const landmarks = json === undefined ? null : readFaceLandmarker(json);
  return landmarks === null ? null : toDriver(landmarks, labels);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As it was recorded, but for words: who has shaped a motion by hand wants it so. */
function toDriver({ fps, channels: given }: Recorded, labels: DriverLabels): Driver {
  const channels = saysWords(given, fps) ? withoutWords(given, fps) : given;
  const recorded = (Object.values(channels)[0]?.length ?? 1) - 1;
  const seconds = clamp(Math.round((recorded / fps) * FPS) / FPS, SHORTEST, LONGEST);
  const frames = Math.round(seconds * FPS) + 1;
  const tracks: Partial<Record<Channel, DenseTrack>> = {};
  for (const [name, values] of Object.entries(channels)) {
    const channel = name as Channel;
    const even = resample(relative(channel, values), fps, FPS).slice(0, frames);
    const track = [...closed(channel, even), ...Array.from({ length: frames - even.length }, () => 0)];
    if (!isNegligible(channel, track)) tracks[channel] = { fps: FPS, values: track };
  }
  return driverOf({ seconds, tracks }, labels);
}

/** A head's turn is meant against where it was at first; a face's shapes know their rest themselves. */
function relative(channel: Channel, values: readonly number[]): number[] {
  if (!isHead(channel)) return values.map((value) => clamp(value, 0, 1));
  const most = isHeadAngle(channel) ? 45 : 0.5;
  return values.map((value) => clamp(value - values[0]!, -most, most));
}

function closed(channel: Channel, values: readonly number[]): number[] {
  const near = isHeadAngle(channel) ? AT_REST.angle : AT_REST.other;
  const rests = [values[0]!, values.at(-1)!].every((value) => Math.abs(value) < near);
  const looped = rests ? [...values] : fadeEnds(values, FPS, FADE);
  return looped.map((value, i) => (i === 0 || i === looped.length - 1 ? 0 : rounded(value, 1e4)));
}
