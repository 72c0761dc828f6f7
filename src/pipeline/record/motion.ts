import { type Channel, DRIVER_CHANNELS, isHeadAngle, isHeadShift } from "../motion/channels.ts";
import { fitHead, type HeadFit } from "../perceive/pose.ts";
import type { Mesh } from "../types.ts";
import { type CanonicalPoints, createFaceSolver, eyeOpening, flatDistance, toCanonical } from "./face-motion.ts";
import { headMotion } from "./head-motion.ts";

/** One face's motion over time: a value per channel and frame, relative to its neutral frame. */
export interface RecordedMotion {
  readonly fps: number;
  readonly channels: Readonly<Partial<Record<Channel, readonly number[]>>>;
  /** Which frame was taken as neutral. */
  readonly neutral: number;
  /** Frames in which the face was not seen; their values are filled in from their neighbours. */
  readonly lost: number;
  /** Share (0..1) of the face's own movement that the blendshapes explain. */
  readonly explained: number;
}

interface Place {
  readonly fit: HeadFit;
  readonly points: CanonicalPoints;
}

/**
 * Measures how a tracked face moves. Without `neutral` (a frame's number) the calmest frame with open eyes and a closed
 * mouth is taken. Throws a RangeError when the face is not seen in that frame or in none.
 */
export function measureMotion(meshes: readonly (Mesh | null)[], fps: number, neutral?: number): RecordedMotion {
  const places = meshes.map((mesh) => (mesh === null ? null : placeOf(mesh)));
  const chosen = neutral ?? calmestFrame(places);
  const rest = places[chosen];
  if (!rest) throw new RangeError(`the face is not seen in frame ${chosen}`);
  const solver = createFaceSolver(rest.points);
  const frames = places.map(
    (place): Partial<Record<Channel, number>> =>
      place === null ? {} : { ...headMotion(rest.fit, place.fit), ...solver.solve(place.points) },
  );
  const channels = Object.fromEntries(
    DRIVER_CHANNELS.map((channel) => [channel, fillGaps(frames.map((frame) => frame[channel]))]),
  );
  const lost = places.filter((place) => place === null).length;
  return { fps, channels, neutral: chosen, lost, explained: solver.explained() };
}

function placeOf(mesh: Mesh): Place {
  const fit = fitHead(mesh);
  return { fit, points: toCanonical(mesh, fit) };
}

/** Values of the frames in which a channel could not be read are interpolated; 0 where it never could. */
export function fillGaps(values: readonly (number | undefined)[]): number[] {
  const known = values.flatMap((value, i) => (value === undefined ? [] : [i]));
  if (known.length === 0) return values.map(() => 0);
  return values.map((value, i) => {
    if (value !== undefined) return value;
    const after = known.find((k) => k > i);
    const before = known.findLast((k) => k < i);
    if (before === undefined) return values[after ?? 0] ?? 0;
    if (after === undefined) return values[before] ?? 0;
    const share = (i - before) / (after - before);
    return (values[before] ?? 0) * (1 - share) + (values[after] ?? 0) * share;
  });
}

/** Inner lips, upper and lower. */
const LIPS = [13, 14] as const;

/** The frame that is most like the middle of all frames while its eyes are open and its mouth is closed. */
function calmestFrame(places: readonly (Place | null)[]): number {
  const seen = places.flatMap((place, index) => (place === null ? [] : [{ index, ...describe(place) }]));
  if (seen.length === 0) throw new RangeError("the face is seen in no frame");
  const eyes = quantile(
    seen.map((frame) => frame.eyes),
    0.7,
  );
  const mouth = quantile(
    seen.map((frame) => frame.mouth),
    0.15,
  );
  const middle = [0, 1, 2].map((axis) =>
    quantile(
      seen.map((frame) => frame.forward[axis]!),
      0.5,
    ),
  );
  const unrest = seen.map(({ index, eyes: opening, mouth: gap, forward }) => {
    const turned = Math.hypot(...forward.map((value, axis) => value - middle[axis]!));
    return { index, unrest: Math.abs(opening - eyes) + 1.5 * Math.max(0, gap - mouth) + 1.5 * turned };
  });
  return unrest.reduce((best, frame) => (frame.unrest < best.unrest ? frame : best)).index;
}

/** Openings in cm and the direction in which the head looks. */
function describe({ fit, points }: Place): { eyes: number; mouth: number; forward: number[] } {
  return {
    eyes: (eyeOpening(points, "Left") + eyeOpening(points, "Right")) / 2,
    mouth: flatDistance(points, ...LIPS),
    forward: [fit.rotation[2]!, fit.rotation[5]!, fit.rotation[8]!],
  };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(part * (sorted.length - 1))] ?? 0;
}

/** Below these a channel is noise and not worth a line in a driver: degrees, face widths, coefficients. */
export function isNegligible(channel: Channel, values: readonly number[]): boolean {
  const largest = Math.max(...values.map(Math.abs));
  if (isHeadAngle(channel)) return largest < 0.4;
  if (isHeadShift(channel)) return largest < 0.004;
  return largest < 0.04;
}
