import { clamp, rounded } from "../math.ts";
import { type Channel, isHead } from "../motion/channels.ts";
import { FPS } from "../motion/drive.ts";
import type { DenseTrack } from "../motion/drivers.ts";
import { LONGEST, type Movement, SHORTEST } from "../motion/movement.ts";
import { blinkingTogether, cleaned, isBlink } from "./clean.ts";
import { withoutWords } from "./lips.ts";
import { isNegligible, type RecordedMotion } from "./motion.ts";
import { carryPeaks, fadeEnds, resample } from "./smooth.ts";

/** How long a movement takes from rest and back to it, seconds. */
const FADE = 0.5;
/**
 * How far a photo's head can be turned before it shows, degrees, be carried, face widths, and its features be moved: who went further goes less far all the way,
 * and not up to a wall. Channels that begin alike are measured together, so that no face becomes crooked.
 */
const BEARABLE = {
  headYaw: 15,
  headPitch: 10,
  headRoll: 10,
  headX: 0.15,
  headY: 0.15,
  browDown: 0.6,
  eyeLook: 0.75,
  noseSneer: 0.3,
  mouthSmile: 0.65,
  mouthLeft: 0.25,
  mouthRight: 0.25,
  mouthFrown: 0.4,
  mouthFunnel: 0.3,
  mouthLowerDown: 0.2,
  mouthUpperUp: 0.3,
  jawOpen: 0.3,
} as const;

/**
 * A measured motion as it is played: without words, without jitter, as far as a photo can bear it, and from rest to rest so that it loops. What is longer
 * than 8 seconds ends there; what is shorter than 3 is followed by rest.
 */
export function movementOf(motion: RecordedMotion): Movement {
  const recorded = (motion.channels.headYaw?.length ?? 1) - 1;
  const seconds = Math.min(LONGEST, Math.max(SHORTEST, Math.round((recorded / motion.fps) * FPS) / FPS));
  const clean = Object.entries(motion.channels).map(([name, values]) => [
    name,
    cleaned(name as Channel, values, motion.fps),
  ]);
  const blinking = blinkingTogether(Object.fromEntries(clean) as RecordedMotion["channels"]);
  const silent = withoutWords(blinking, motion.fps);
  const tracks: Partial<Record<Channel, DenseTrack & { readonly fps: typeof FPS; values: number[] }>> = {};
  for (const [channel, values] of Object.entries(bearable(silent)) as [Channel, readonly number[]][]) {
    const track = toTrack(channel, values, motion.fps, seconds);
    if (!isNegligible(channel, track)) tracks[channel] = { fps: FPS, values: track };
  }
  return { seconds, tracks };
}

function toTrack(channel: Channel, values: readonly number[], fps: number, seconds: number): number[] {
  const frames = Math.round(seconds * FPS) + 1;
  const resampled = resample(values, fps, FPS);
  const even = (isBlink(channel) ? carryPeaks(values, fps, resampled, FPS) : resampled).slice(0, frames);
  const looped = fadeEnds(isHead(channel) ? even : even.map((value) => clamp(value, 0, 1)), FPS, FADE);
  const padded = [...looped, ...Array.from({ length: frames - looped.length }, () => 0)];
  return padded.map((value) => rounded(value, 1000));
}

function bearable(channels: RecordedMotion["channels"]): RecordedMotion["channels"] {
  const tracks = Object.entries(channels);
  const factors = Object.entries(BEARABLE).map(([start, most]) => {
    const alike = tracks.filter(([channel]) => channel.startsWith(start)).flatMap(([, values]) => values);
    const farthest = alike.reduce((far, value) => Math.max(far, Math.abs(value)), 0);
    return { start, factor: farthest <= most ? 1 : most / farthest };
  });
  return Object.fromEntries(
    tracks.map(([channel, values]) => {
      const { factor = 1 } = factors.find(({ start }) => channel.startsWith(start)) ?? {};
      return [channel, values.map((value) => factor * value)];
    }),
  );
}

/** The same movement as a mirror shows it: left is right. */
export function mirrored(motion: RecordedMotion): RecordedMotion {
  const flipped = Object.entries(motion.channels).map(([channel, values]) => {
    if (channel === "headYaw" || channel === "headRoll" || channel === "headX")
      return [channel, values.map((value) => -value)];
    return [otherSide(channel), values];
  });
  return { ...motion, channels: Object.fromEntries(flipped) as RecordedMotion["channels"] };
}

/** `mouthLeft` becomes `mouthRight`, and `eyeLookInLeft` `eyeLookInRight`. */
function otherSide(channel: string): string {
  if (channel.endsWith("Left")) return channel.replace(/Left$/, "Right");
  return channel.replace(/Right$/, "Left");
}
