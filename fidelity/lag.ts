import type { Rig } from "../src/pipeline/mesh/rig/rig.ts";
import { CHANNELS } from "../src/pipeline/motion/channels.ts";
import { channelIndex, FPS, type Motion } from "../src/pipeline/motion/drive.ts";
import { follow } from "../src/pipeline/motion/follow.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { movementAt } from "./flow.ts";
import { rowOf } from "./living.ts";
import { median } from "./measure.ts";

/** The head sways once in this many frames, by so many degrees: its nose moves by a few pixels. */
const SWAY_FRAMES = FPS;
const SWAY_DEGREES = 0.6;
/** Every how many frames the movement is looked at, and every how many pixels. */
const EVERY = 3;
const APART = 20;
/** A window that moves by less, pixels, tells no time. */
const LEAST_MOVED = 0.12;
const LEAST_WINDOWS = 3;

/** Seconds by which hair and neck follow the face; null where too little of them is seen. */
export interface Lag {
  readonly hair: number | null;
  readonly neck: number | null;
}

/** Sways the head calmly, and tells by how much later than the face its hair and neck go along: their waves' phases. */
export function measureLag(rig: Rig, drawRow: (row: Float32Array) => Frame): Lag {
  const motion = swaying();
  const rest = drawRow(new Float32Array(CHANNELS.length));
  const moments = Array.from({ length: Math.floor(SWAY_FRAMES / EVERY) }, (_, k) => k * EVERY);
  const frames = moments.map((frame) => drawRow(rowOf(motion, SWAY_FRAMES + frame)));
  const phases = { face: [] as number[], hair: [] as number[], neck: [] as number[] };
  for (let y = 0; y < rest.height; y += APART)
    for (let x = 0; x < rest.width; x += APART) {
      const part = partAt(rig, x, y);
      if (part === null) continue;
      const phase = phaseOf(frames.map((frame) => movementAt(rest, frame, x, y)?.dx ?? null));
      if (phase !== null) phases[part].push(phase);
    }
  const face = phases.face.length < LEAST_WINDOWS ? null : median(phases.face);
  const behind = (own: readonly number[]): number | null =>
    face === null || own.length < LEAST_WINDOWS ? null : (((face - median(own)) / (2 * Math.PI)) * SWAY_FRAMES) / FPS;
  return { hair: behind(phases.hair), neck: behind(phases.neck) };
}

/** Three whole sways, so that what follows has settled in the second. */
function swaying(): Motion {
  const frames = 3 * SWAY_FRAMES + 1;
  const values = new Float32Array(frames * CHANNELS.length);
  for (let frame = 0; frame < frames; frame++)
    values[frame * CHANNELS.length + channelIndex("headYaw")] =
      SWAY_DEGREES * Math.sin((2 * Math.PI * frame) / SWAY_FRAMES);
  return follow({ frames, fps: FPS, values });
}

/** To what a pixel of the clip belongs, as the rig moves it; null between those parts and beyond them. */
function partAt(
  { grid, weights, body, framing, coverage }: Rig,
  x: number,
  y: number,
): "face" | "hair" | "neck" | null {
  const { pad, size } = framing;
  if ((coverage[(y + pad) * (size + 2 * pad) + x + pad] ?? 0) < 1) return null;
  const i = Math.round((y + pad) / grid.step) * grid.columns + Math.round((x + pad) / grid.step);
  const [own, late] = [weights[i] ?? 0, body.trail[i] ?? 0];
  if (own > 0.99 && late === 0) return "face";
  if (own > 0.9 && late > 0.3 && late < 0.9) return "hair";
  return own > 0.2 && late > 0.9 ? "neck" : null;
}

/** The phase of a wave that was looked at at even times over one turn; null where one was not seen, or hardly any wave is there. */
function phaseOf(way: readonly (number | null)[]): number | null {
  let [sine, cosine] = [0, 0];
  for (const [k, dx] of way.entries()) {
    if (dx === null) return null;
    const angle = (2 * Math.PI * EVERY * k) / SWAY_FRAMES;
    sine += (2 / way.length) * dx * Math.sin(angle);
    cosine += (2 / way.length) * dx * Math.cos(angle);
  }
  return Math.hypot(sine, cosine) < LEAST_MOVED ? null : Math.atan2(cosine, sine);
}
