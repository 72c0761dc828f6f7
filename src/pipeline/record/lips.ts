import { smoothstep } from "../math.ts";
import type { Channel } from "../motion/channels.ts";
import type { RecordedMotion } from "./motion.ts";
import { blur, largestNear } from "./smooth.ts";

type Channels = RecordedMotion["channels"];

/** What of a mouth follows a movement: as far as smiles, kisses, laughs, pouts and surprise go. */
const FOLLOWS: ReadonlySet<Channel> = new Set([
  ...(["mouthSmileLeft", "mouthSmileRight", "mouthDimpleLeft", "mouthDimpleRight"] as const),
  ...(["mouthFrownLeft", "mouthFrownRight", "mouthLeft", "mouthRight", "cheekPuff"] as const),
  ...(["jawOpen", "mouthPucker", "mouthFunnel"] as const),
]);
/** What shows teeth: where somebody smiles broadly, and nowhere else. */
const WITH_A_SMILE: ReadonlySet<Channel> = new Set([
  ...(["mouthUpperUpLeft", "mouthUpperUpRight", "mouthLowerDownLeft", "mouthLowerDownRight"] as const),
]);
const SMILES: ReadonlySet<Channel> = new Set([
  ...(["mouthSmileLeft", "mouthSmileRight", "mouthDimpleLeft", "mouthDimpleRight"] as const),
]);
/** Syllables come three to seven a second: a blur of so many seconds leaves nothing of them, and of a second's smile almost all. */
const SLOW_SECONDS = 0.2;
/** In so many seconds a mouth that talks changes its way at least so often; a smile, a kiss or a surprise once, and two of them three times. */
const TALK_SECONDS = 1.4;
const TALK_SWINGS = { few: 3, many: 5 };
/** A coefficient that changes by less does not count as a swing. */
const SWING = 0.06;
/** Words have beginnings and pauses between them. */
const MARGIN_SECONDS = 0.35;
/** What stays of jaw and lips in the middle of talking; how far a broad smile keeps them open: that is a laugh. */
const LEFT_OF_TALK = 0.12;
const BROAD_SMILE = { from: 0.35, to: 0.6 };

const isOfTheMouth = (channel: Channel): boolean =>
  channel.startsWith("mouth") || channel.startsWith("jaw") || channel === "cheekPuff" || channel === "tongueOut";

/**
 * Takes talking out of a face's motion, so that nobody can read from its lips: their quick motion goes, most of what they do while somebody talks goes,
 * and shapes that only speech needs go altogether. Smiles, laughs, kisses and surprise stay.
 */
export function withoutWords(channels: Channels, fps: number): Channels {
  const smile = smileOf(channels, fps);
  const talk = talking(channels, fps).map((value, i) => value * (1 - laughing(smile[i]!)));
  const damped = Object.entries(channels).map(([name, values]) => {
    const channel = name as Channel;
    return [channel, isOfTheMouth(channel) ? dampedTrack(channel, values, { smile, talk, fps }) : values] as const;
  });
  return Object.fromEntries(damped);
}

/** Whether somebody talks in a motion; laughing is not talking. */
export function saysWords(channels: Channels, fps: number): boolean {
  const smile = smileOf(channels, fps);
  return talking(channels, fps).some((value, i) => value * (1 - laughing(smile[i]!)) > 0.5);
}

const smileOf = (channels: Channels, fps: number): number[] =>
  blur(meanOf([channels.mouthSmileLeft, channels.mouthSmileRight], lengthOf(channels)), SLOW_SECONDS * fps);

function dampedTrack(
  channel: Channel,
  values: readonly number[],
  { smile, talk, fps }: { readonly smile: readonly number[]; readonly talk: readonly number[]; readonly fps: number },
): readonly number[] {
  if (!FOLLOWS.has(channel) && !WITH_A_SMILE.has(channel)) return values.map(() => 0);
  return blur(values, SLOW_SECONDS * fps).map((value, i) => {
    const smiling = WITH_A_SMILE.has(channel) ? laughing(smile[i]!) : 1;
    const kept = SMILES.has(channel) ? 1 : 1 - talk[i]! * (1 - LEFT_OF_TALK);
    return value * smiling * kept;
  });
}

const laughing = (smile: number): number => smoothstep(BROAD_SMILE.from, BROAD_SMILE.to, smile);

/** How sure it is in each frame that somebody talks, 0..1. */
export function talking(channels: Channels, fps: number): number[] {
  const length = lengthOf(channels);
  const lips = [
    channels.jawOpen ?? [],
    sumOf([channels.mouthPucker, channels.mouthFunnel], length),
    meanOf([channels.mouthLowerDownLeft, channels.mouthLowerDownRight], length),
    meanOf([channels.mouthStretchLeft, channels.mouthStretchRight], length),
  ].filter((values) => values.length > 0);
  const reach = Math.round((TALK_SECONDS / 2) * fps);
  const turns = lips.map((values) => turnsOf(blur(values, 0.03 * fps)));
  const talk = Array.from({ length }, (_, i) => {
    const swings = turns.map((frames) => frames.filter((frame) => Math.abs(frame - i) <= reach).length);
    return smoothstep(TALK_SWINGS.few, TALK_SWINGS.many, Math.max(0, ...swings));
  });
  return blur(largestNear(talk, Math.round(MARGIN_SECONDS * fps)), 0.1 * fps);
}

/** The frames in which a value stops growing, or shrinking, and goes back by a swing at least. */
function turnsOf(values: readonly number[]): number[] {
  const turns: number[] = [];
  let direction = 0;
  let extreme = 0;
  values.forEach((value, i) => {
    const gone = value - values[extreme]!;
    if (direction === 0 ? Math.abs(gone) >= SWING : gone * direction < 0 && Math.abs(gone) >= SWING) {
      if (direction !== 0) turns.push(extreme);
      direction = Math.sign(gone);
      extreme = i;
    } else if (direction !== 0 && gone * direction > 0) extreme = i;
  });
  return turns;
}

/**
 * How much a mouth moves as talking does: the root mean square of what its jaw and lips do quicker than twice a second. That of somebody who is
 * silent is noise.
 */
export function lipMotion(channels: Channels, fps: number): number {
  const quick = Object.entries(channels)
    .filter(([name]) => isOfTheMouth(name as Channel) && !SMILES.has(name as Channel))
    .map(([, values]) => {
      const slow = blur(values, SLOW_SECONDS * fps);
      return values.map((value, i) => (value - slow[i]!) ** 2);
    });
  const length = lengthOf(channels);
  return Math.sqrt(quick.flat().reduce((sum, square) => sum + square, 0) / Math.max(1, length));
}

const lengthOf = (channels: Channels): number => Object.values(channels)[0]?.length ?? 0;

function sumOf(tracks: readonly (readonly number[] | undefined)[], length: number): number[] {
  return Array.from({ length }, (_, i) => tracks.reduce((sum, values) => sum + (values?.[i] ?? 0), 0));
}

function meanOf(tracks: readonly (readonly number[] | undefined)[], length: number): number[] {
  return sumOf(tracks, length).map((sum) => sum / tracks.length);
}
