import { clamp, median, smoothstep } from "../math.ts";
import { type Channel, isHead, isHeadAngle } from "../motion/channels.ts";
import { blur, largestNear, smooth } from "./smooth.ts";

/** Half widths of the smoothing windows, in frames: heads are heavy, lids are not. */
const HEAD_REACH = 4;
const FACE_REACH = 2;
/** At rest what jitters is blurred over so many seconds. */
const CALM_SECONDS = 0.2;
/** A motion is real from so many times the noise on: below the first all is taken for noise, above the second nothing. */
const NOISE = { from: 1.5, to: 4 };
/** Noise that no measurement is free of: degrees, face widths, coefficients. */
const LEAST_NOISE = { angle: 0.12, shift: 0.001, shape: 0.012 };
/** Motion begins so many seconds before it can be told from noise. */
const ONSET_SECONDS = 0.16;
/** Lids that are closed less than this are open: their edges are never quite still. */
const OPEN_LIDS = 0.14;

export const isBlink = (channel: Channel): boolean => channel.startsWith("eyeBlink");

/** Takes a measurement's jitter out of a channel: what rests becomes still, what moves keeps its peaks, and a blink all of its frames. */
export function cleaned(channel: Channel, values: readonly number[], fps: number): number[] {
  if (isBlink(channel)) return values.map(lidAt);
  const least = isHeadAngle(channel) ? LEAST_NOISE.angle : isHead(channel) ? LEAST_NOISE.shift : LEAST_NOISE.shape;
  const moving = smooth(values, isHead(channel) ? HEAD_REACH : FACE_REACH);
  const calm = blur(values, CALM_SECONDS * fps);
  // Half of all frames differ less from their smoothed neighbours; noise has no say in how much the others do.
  const noise = Math.max(least, 1.5 * median(values.map((value, i) => Math.abs(value - moving[i]!))));
  const motion = largestNear(
    moving.map((value, i) => Math.abs(value - calm[i]!)),
    Math.round(ONSET_SECONDS * fps),
  );
  const real = blur(
    motion.map((size) => smoothstep(NOISE.from * noise, NOISE.to * noise, size)),
    0.06 * fps,
  );
  return values.map((_, i) => calm[i]! + real[i]! * (moving[i]! - calm[i]!));
}

/** Open lids stay open, and closed ones close. */
function lidAt(value: number): number {
  return clamp((value - OPEN_LIDS) / (0.95 - OPEN_LIDS), 0, 1);
}
