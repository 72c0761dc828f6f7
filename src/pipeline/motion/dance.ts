import { clamp } from "../math.ts";
import type { Channel } from "./channels.ts";
import { FPS } from "./drive.ts";
import type { Driver, Keyframe } from "./drivers.ts";
import { driverOf } from "./movement.ts";
import type { Music } from "./song.ts";
import { randomFrom } from "./vary.ts";

/** People nod at most so fast, seconds from nod to nod: to quicker music with every second beat. */
const LEAST_NOD = 0.45;
/** Depth of a nod in degrees: of a quick one, and for each second that it may take. */
const NOD = { quick: 2.2, perSecond: 3.2, most: 5.6 };
/** The first beat of a bar goes deeper. */
const DOWNBEAT = 1.25;
/** Between two nods the head rises so far above rest, of the nod's depth; it takes longer to rise than to fall. */
const RISE = { part: 0.25, at: 0.58 };
/** The head leans to one side in one bar and to the other in the next: degrees; not more often than every so many seconds. */
const LEAN = { least: 2.2, more: 1.8, every: 1.6 };
const TURN = 2.4;
/** Degrees of a lean that shoulders take, and how much they rise between nods. */
const SHOULDERS = { lean: 0.4, rise: 0.1 };
/** A smile with closed lips that comes and goes with the bars. */
const SMILE = { least: 0.16, more: 0.12, in: 1.2, out: 0.9 };
/** Brows are raised for what stands out, at most every so many seconds. */
const BROWS = { raised: 0.3, strong: 1.15, every: 1.3, before: 0.14, after: 0.4 };
/** Blinks come every few seconds, in between beats. */
const BLINK = { least: 1.8, more: 2.2, from: -0.1, shut: -0.02, open: 0.05, to: 0.2 };
/** Eyes stay with whoever looks while the head nods: coefficients of a degree. */
const GAZE = 0.03;

interface Nod {
  readonly at: number;
  readonly strength: number;
  readonly first: boolean;
}

type Tracks = Partial<Record<Channel, Keyframe[]>>;

/**
 * How somebody moves to music: the head goes down on the beats, deeper on the first of a bar, leans from bar to bar, and comes to rest at the end; brows rise with what
 * stands out, eyes blink in between. The lips stay closed. The seed makes it this person's own.
 */
export function dancing(music: Music, gesture: string, seed: number): Driver {
  const random = randomFrom(seed ^ 0x6d75);
  // The last frame shows what the first one does.
  const seconds = (music.frames - 1) / FPS;
  const nods = nodsOf(music);
  const bars = barsOf(music);
  const tracks: Tracks = {
    ...noddings(nods, seconds, random),
    ...leanings(bars, seconds, random),
    ...smiling(bars, seconds, random),
    ...browsOf(nods, seconds, random),
    ...blinkings(nods, seconds, random),
  };
  return driverOf({ seconds, tracks }, { name: gesture, gesture, source: "made from the beats of music" });
}

/** The beats to which a head can nod. */
function nodsOf({ beats, perBar }: Music): readonly Nod[] {
  const interval = (beats.at(-1)!.at - beats[0]!.at) / (beats.length - 1);
  // In three-four time every second beat would be another one in each bar.
  const step = interval >= LEAST_NOD ? 1 : perBar === 3 ? 3 : 2;
  return beats.flatMap(({ at, strength }, i) => (i % step === 0 ? { at, strength, first: i % perBar === 0 } : []));
}

/** The middles of bars, or of several where they are short, seconds. */
function barsOf({ beats, perBar, frames }: Music): readonly number[] {
  const starts = beats.filter((_, i) => i % perBar === 0).map(({ at }) => at);
  const bar = frames / FPS / starts.length;
  const together = Math.ceil(LEAN.every / bar);
  return starts.filter((_, i) => i % together === 0).map((at) => at + (bar * together) / 2);
}

function noddings(nods: readonly Nod[], seconds: number, random: () => number): Tracks {
  const own = 0.88 + 0.24 * random();
  const pitch = [key(0, 0)];
  const shrug = [key(0, 0)];
  nods.forEach(({ at, strength, first }, i) => {
    const next = nods[i + 1]?.at ?? seconds;
    const depth =
      Math.min(NOD.most, NOD.quick + NOD.perSecond * (next - at)) *
      own *
      (first ? DOWNBEAT : 1) *
      (0.6 + 0.4 * clamp(strength, 0.3, 1.6)) *
      (0.85 + 0.3 * random());
    pitch.push(key(at, -depth));
    shrug.push(key(at, 0));
    if (i === nods.length - 1) return;
    const top = at + RISE.at * (next - at);
    pitch.push(key(top, RISE.part * depth));
    shrug.push(key(top, SHOULDERS.rise * (0.7 + 0.6 * random())));
  });
  return {
    headPitch: closed(pitch, seconds),
    headY: closed(scaled(pitch, -0.002), seconds),
    shrug: closed(shrug, seconds),
    ...both(
      "eyeLookUp",
      closed(
        pitch.map(({ t, v }) => key(t, GAZE * Math.max(0, -v))),
        seconds,
      ),
    ),
  };
}

function leanings(bars: readonly number[], seconds: number, random: () => number): Tracks {
  let side = random() < 0.5 ? -1 : 1;
  const lean = [key(0, 0)];
  const turn = [key(0, 0)];
  for (const at of bars) {
    lean.push(key(at, side * (LEAN.least + LEAN.more * random())));
    turn.push(key(at, TURN * (2 * random() - 1)));
    side = -side;
  }
  return {
    headRoll: closed(lean, seconds),
    headYaw: closed(turn, seconds),
    torsoRoll: closed(scaled(lean, SHOULDERS.lean), seconds),
  };
}

function smiling(bars: readonly number[], seconds: number, random: () => number): Tracks {
  const smile = [key(0, 0), key(SMILE.in, SMILE.least)];
  for (const at of bars)
    if (at > SMILE.in + 0.5 && at < seconds - SMILE.out - 0.5) smile.push(key(at, SMILE.least + SMILE.more * random()));
  smile.push(key(seconds - SMILE.out, SMILE.least));
  const track = closed(smile, seconds);
  return {
    ...both("mouthSmile", track),
    ...both("cheekSquint", scaled(track, 0.6)),
    ...both("eyeSquint", scaled(track, 0.4)),
  };
}

function browsOf(nods: readonly Nod[], seconds: number, random: () => number): Tracks {
  const brows = [key(0, 0)];
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, strength, first } of nods) {
    const fits = at - BROWS.before > brows.at(-1)!.t && at + BROWS.after < seconds && at - last >= BROWS.every;
    if (!fits || !(first || strength > BROWS.strong) || random() < 0.25) continue;
    brows.push(key(at - BROWS.before, 0), key(at, BROWS.raised * (0.7 + 0.6 * random())), key(at + BROWS.after, 0));
    last = at;
  }
  const track = closed(brows, seconds);
  return { browInnerUp: track, ...both("browOuterUp", scaled(track, 0.7)) };
}

function blinkings(nods: readonly Nod[], seconds: number, random: () => number): Tracks {
  const lids = [key(0, 0)];
  let wanted = 0.6 + random();
  for (const [i, { at }] of nods.entries()) {
    const between = at + RISE.at * ((nods[i + 1]?.at ?? seconds) - at);
    if (between < wanted || between + BLINK.to >= seconds) continue;
    lids.push(key(between + BLINK.from, 0), key(between + BLINK.shut, 1));
    lids.push(key(between + BLINK.open, 1), key(between + BLINK.to, 0));
    wanted = between + BLINK.least + BLINK.more * random();
  }
  return both("eyeBlink", closed(lids, seconds));
}

const key = (t: number, v: number): Keyframe => ({ t, v, ease: "smooth" });
const scaled = (keys: readonly Keyframe[], factor: number): Keyframe[] => keys.map(({ t, v }) => key(t, factor * v));

/** The keyframes before the end, and rest there. */
function closed(keys: readonly Keyframe[], seconds: number): Keyframe[] {
  return [...keys.filter(({ t }) => t < seconds - 0.02), key(seconds, 0)];
}

function both(
  name: "mouthSmile" | "cheekSquint" | "eyeSquint" | "eyeBlink" | "eyeLookUp" | "browOuterUp",
  track: Keyframe[],
): Tracks {
  return { [`${name}Left`]: track, [`${name}Right`]: track };
}
