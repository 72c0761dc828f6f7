import { clamp, median, smoothstep } from "../math.ts";
import { type Channel, isHead, isHeadAngle } from "../motion/channels.ts";
import type { RecordedMotion } from "./motion.ts";
import { blur, largestNear, smooth } from "./smooth.ts";

/** Half widths of the smoothing windows, in frames: heads are heavy, lids are not. */
const HEAD_REACH = 4;
const FACE_REACH = 2;
/** What leaves its mean over so many seconds by more than noise moves. */
const CALM_SECONDS = 0.2;
/** What rests is averaged over about so many seconds on either side, with those frames only that differ from it by no more than so many times the noise. */
const REST_SECONDS = 0.6;
const ALIKE = 3;
/** A motion is real from so many times the noise on: below the first all is taken for noise, above the second nothing. */
const NOISE = { from: 2.5, to: 5 };
/** Noise that no measurement is free of: degrees, face widths, coefficients. */
const LEAST_NOISE = { angle: 0.12, shift: 0.001, shape: 0.012 };
/** Motion begins so many seconds before it can be told from noise. */
const ONSET_SECONDS = 0.12;
/** Lids that are closed less than this are open: their edges are never quite still. */
const OPEN_LIDS = 0.14;
/** Lids that come so far and open again within so many seconds blink, and met between two frames. */
const ALMOST_SHUT = 0.55;
const BLINK_SECONDS = 0.4;
/** An eye that closes so far while the other one is shut blinks, and does not squint beside a wink. */
const BOTH = { from: 0.25, to: 0.45 };

type Channels = RecordedMotion["channels"];

export const isBlink = (channel: Channel): boolean => channel.startsWith("eyeBlink");

/** Takes a measurement's jitter out of a channel: what rests becomes still, what moves keeps its peaks, and a blink all of its frames. */
export function cleaned(channel: Channel, values: readonly number[], fps: number): number[] {
  if (isBlink(channel)) return wholeBlinks(values.map(lidAt), fps);
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
  const still = atRest(values, moving, { spread: REST_SECONDS * fps, alike: ALIKE * noise });
  return values.map((_, i) => still[i]! + real[i]! * (moving[i]! - still[i]!));
}

/** Lets lids meet that were seen before and after they did: few frames show a quick blink at its end. */
function wholeBlinks(lids: readonly number[], fps: number): number[] {
  const whole = [...lids];
  for (let from = 0, to = 0; from < lids.length; from = to + 1) {
    to = lids.indexOf(0, from);
    if (to === -1) to = lids.length;
    const closing = lids.slice(from, to);
    const peak = Math.max(0, ...closing);
    if (peak < ALMOST_SHUT || closing.length > BLINK_SECONDS * fps) continue;
    closing.forEach((value, i) => {
      whole[from + i] = value / peak;
    });
  }
  return whole;
}

/**
 * Closes both eyes alike where both close: behind spectacles or turned away one of them is seen less well, and would wink at every blink. Where one stays open,
 * somebody winks.
 */
export function blinkingTogether(channels: Channels): Channels {
  const { eyeBlinkLeft: left, eyeBlinkRight: right } = channels;
  if (left === undefined || right === undefined) return channels;
  const alike = (values: readonly number[]): number[] =>
    values.map((value, i) => {
      const [less, more] = [Math.min(left[i]!, right[i]!), Math.max(left[i]!, right[i]!)];
      return value + smoothstep(BOTH.from, BOTH.to, less) * (more - value);
    });
  return { ...channels, eyeBlinkLeft: alike(left), eyeBlinkRight: alike(right) };
}

/** Each value as the mean of those round it that are alike (a bilateral filter): a long mean that a motion beside it has no part in. */
function atRest(
  values: readonly number[],
  moving: readonly number[],
  { spread, alike }: { readonly spread: number; readonly alike: number },
): number[] {
  const reach = Math.ceil(2.5 * spread);
  return values.map((_, i) => {
    let [sum, weights] = [0, 0];
    for (let j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
      const weight = Math.exp(-0.5 * ((j - i) / spread) ** 2 - 0.5 * ((moving[j]! - moving[i]!) / alike) ** 2);
      sum += weight * values[j]!;
      weights += weight;
    }
    return sum / weights;
  });
}

/** Open lids stay open, and closed ones close. */
function lidAt(value: number): number {
  return clamp((value - OPEN_LIDS) / (0.95 - OPEN_LIDS), 0, 1);
}
