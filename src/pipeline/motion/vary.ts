import { BODY_ANGLES, BODY_LIFTS, CHANNELS, type Channel, TRAIL } from "./channels.ts";
import { channelIndex, type Motion } from "./drive.ts";

/** A stream of numbers in 0..1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

/** What never quite stops in a living person: amplitude and number of waves a second of the slow sway of each channel. */
const SWAY: readonly (readonly [Channel, number, number])[] = [
  ["headYaw", 0.5, 0.23],
  ["headPitch", 0.35, 0.31],
  ["headRoll", 0.3, 0.19],
  ["headX", 0.002, 0.27],
];
/** Breathing, about fifteen times a minute: the head rises and sinks by this part of the face's width, this part of a breath after the chest. */
const BREATH = { amplitude: 0.005, perSecond: 0.25, late: 0.15 };

/**
 * Makes a motion this person's own: timing and strength differ a little by the seed, and breath and sway go under it.
 * The first and last frame stay at rest. `breath` is where in a breath the clip begins, radians.
 */
export function vary(motion: Motion, seed: number, strength = 1, breath = 0): Motion {
  const random = randomFrom(seed);
  return enliven(warpTime(motion, random), { random, strength, breath });
}

/** As `vary`, of a motion that must keep time: only its size differs. */
export function varyInTime(motion: Motion, seed: number, strength: number): Motion {
  const random = randomFrom(seed);
  const own = { ...motion, values: Float32Array.from(motion.values) };
  return enliven(own, { random, strength, breath: 2 * Math.PI * random() });
}

interface Liveliness {
  readonly random: () => number;
  readonly strength: number;
  readonly breath: number;
}

/** Gives a motion, in place, a size of its own, breath and sway. */
function enliven(motion: Motion, { random, strength, breath }: Liveliness): Motion {
  scaleChannels(motion, random);
  const seconds = (motion.frames - 1) / motion.fps;
  const wave = (channel: Channel, amplitude: number, perSecond: number, phase: number): void => {
    const cycles = Math.max(1, Math.round(perSecond * seconds));
    const column = channelIndex(channel);
    for (let frame = 0; frame < motion.frames; frame++) {
      const angle = (2 * Math.PI * cycles * frame) / (motion.frames - 1);
      // Less its value at the start, so that the first frame is the photo itself.
      const value = amplitude * strength * (Math.sin(angle + phase) - Math.sin(phase));
      motion.values[frame * CHANNELS.length + column]! += value;
    }
  };
  wave("headY", BREATH.amplitude, BREATH.perSecond, breath);
  // Half to either side: a breath is as high as the channel's 1. The head's shift is downwards, the chest's lift upwards.
  wave("breath", -0.5, BREATH.perSecond, breath + 2 * Math.PI * BREATH.late);
  for (const [channel, amplitude, perSecond] of SWAY)
    for (const octave of [1, 2, 4]) wave(channel, amplitude / octave, perSecond * octave, 2 * Math.PI * random());
  return motion;
}

/** Lets the motion run a little slower here and faster there; start and end stay where they are. */
function warpTime(motion: Motion, random: () => number): Motion {
  const last = motion.frames - 1;
  const [first, second] = [0.05 * (random() - 0.5), 0.03 * (random() - 0.5)];
  const values = new Float32Array(motion.values.length);
  for (let frame = 0; frame < motion.frames; frame++) {
    const t = frame / last;
    const source =
      last * Math.min(1, Math.max(0, t + first * Math.sin(Math.PI * t) + second * Math.sin(2 * Math.PI * t)));
    const before = Math.min(last - 1, Math.floor(source));
    const share = source - before;
    for (let c = 0; c < CHANNELS.length; c++) {
      const from = motion.values[before * CHANNELS.length + c]!;
      const to = motion.values[(before + 1) * CHANNELS.length + c]!;
      values[frame * CHANNELS.length + c] = shutNear(motion, c, source) ?? from + share * (to - from);
    }
  }
  return { ...motion, values };
}

/** More than half the longest step that warped time takes, in frames: one step at least comes as near as this to any frame. */
const NEAR = 0.6;

/** Eyes that are shut in a frame near a time: between that frame and its neighbours a blink would not quite close. */
function shutNear({ values, frames }: Motion, c: number, time: number): number | undefined {
  if (!isBlink(CHANNELS[c]!)) return undefined;
  const at = (frame: number): number => values[Math.min(frames - 1, Math.max(0, frame)) * CHANNELS.length + c]!;
  for (const frame of [Math.floor(time), Math.ceil(time)]) {
    const shut = at(frame) > 0.5 && at(frame) >= at(frame - 1) && at(frame) >= at(frame + 1);
    if (shut && Math.abs(frame - time) <= NEAR) return at(frame);
  }
  return undefined;
}

const isBlink = (channel: Channel): boolean => channel.startsWith("eyeBlink");
const OF_THE_BODY: ReadonlySet<Channel> = new Set([...BODY_LIFTS, ...BODY_ANGLES, ...TRAIL]);

/** Blinks stay whole, and the body goes with the head; everything else gets up to a tenth more or less, left and right sides alike. */
function scaleChannels(motion: Motion, random: () => number): void {
  const factors = new Map<string, number>();
  CHANNELS.forEach((channel, c) => {
    if (isBlink(channel) || OF_THE_BODY.has(channel)) return;
    const base = channel.replace(/(Left|Right)$/, "");
    const factor = factors.get(base) ?? 0.9 + 0.2 * random();
    factors.set(base, factor);
    for (let frame = 0; frame < motion.frames; frame++) motion.values[frame * CHANNELS.length + c]! *= factor;
  });
}
