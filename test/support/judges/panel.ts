import { type EyeStateJudge, loadEyeStateJudge } from "./eye-state.ts";
import { boxAround, type FaceBox, type FaceJudge, type Landmarks68, loadFaceJudge } from "./face-api.ts";
import type { Frame } from "./frame.ts";
import { CLOSED_PART, type LidJudge, type LidReading, loadLidJudge } from "./lids.ts";
import { type HeadReading, readHead } from "./measures.ts";

/** What the judges say about the one face of one frame. */
export interface Sighting {
  /** Which frame of the clip this is, 0... */
  readonly frame: number;
  readonly landmarks: Landmarks68;
  readonly descriptor: Float32Array;
  readonly head: HeadReading;
}

/** The same with the eyes; pairs are: eye at image left, eye at image right. */
export interface EyeSighting extends Sighting {
  /** fr_eye's probability that the eye is closed. */
  readonly closed: readonly [number, number];
  readonly lids: readonly [LidReading, LidReading];
}

export interface Panel {
  readonly face: FaceJudge;
  readonly eyeState: EyeStateJudge;
  readonly lids: LidJudge;
}

export async function loadPanel(): Promise<Panel> {
  const [face, eyeState, lids] = await Promise.all([loadFaceJudge(), loadEyeStateJudge(), loadLidJudge()]);
  return { face, eyeState, lids };
}

/** Which frames to look at, and where the face is in the first of them. */
export interface WatchOptions {
  /** Every so many frames; the first and the last always. */
  readonly every?: number;
  /** Without it the face is looked for in the first frame, and the largest one there is taken. */
  readonly box?: FaceBox;
}

/**
 * Follows one face through a clip by its landmarks, without its eyes.
 * Throws when no box is given and the first frame shows no face.
 */
export async function watch(panel: Panel, frames: readonly Frame[], options: WatchOptions = {}): Promise<Sighting[]> {
  const { every = 3 } = options;
  const sightings: Sighting[] = [];
  let near = options.box ?? (await findFirst(panel, frames));
  for (const [index, frame] of frames.entries()) {
    if (index % every !== 0 && index !== frames.length - 1) continue;
    const sighting = await look(panel, frame, near, index);
    sightings.push(sighting);
    near = boxAround(sighting.landmarks);
  }
  return sightings;
}

/** The same with both judges of the eyes. */
export async function watchEyes(
  panel: Panel,
  frames: readonly Frame[],
  options: WatchOptions = {},
): Promise<EyeSighting[]> {
  const sightings: EyeSighting[] = [];
  for (const sighting of await watch(panel, frames, options)) {
    const frame = frames[sighting.frame];
    if (frame !== undefined) sightings.push(await lookAtEyes(panel, frame, sighting, sightings[0]?.lids));
  }
  return sightings;
}

async function findFirst(panel: Panel, [first]: readonly Frame[]): Promise<FaceBox> {
  if (first === undefined) throw new Error("a clip without frames");
  const [found] = await panel.face.find(first);
  if (found === undefined) throw new Error("face-api sees no face in the first frame");
  return found;
}

/** Looks at the face of one frame. */
export async function look(panel: Panel, frame: Frame, near: FaceBox, index: number): Promise<Sighting> {
  const { landmarks, descriptor } = await panel.face.read(frame, near);
  return { frame: index, landmarks, descriptor, head: readHead(landmarks) };
}

/**
 * Adds what the judges of eyes say. `open` are the eyes in a frame where they are open, whose size is taken: the corners of
 * a closing eye are found less well.
 */
export async function lookAtEyes(
  panel: Panel,
  frame: Frame,
  sighting: Sighting,
  open?: readonly [LidReading, LidReading],
): Promise<EyeSighting> {
  const lids = await panel.lids.eyes(frame, sighting.landmarks);
  const closed = await Promise.all(
    lids.map(async ({ centre, width }, side) =>
      panel.eyeState.closed(frame, { centre, width: open?.[side]?.width ?? width }),
    ),
  );
  const [right = 0, left = 0] = closed;
  return { ...sighting, closed: [right, left], lids };
}

/** How one eye goes through a clip, by both judges; `side` 0 is the eye at image left. */
export interface BlinkVerdict {
  /** Pixels from corner to corner in the first frame. */
  readonly width: number;
  /** fr_eye's answer in the first frame, in the frame where it is surest that the eye is closed, and in the last one. */
  readonly eyeState: { readonly start: number; readonly peak: number; readonly end: number };
  /** Lid distance over the open eye's, in the frame where it is least and in the last one. */
  readonly lids: { readonly least: number; readonly end: number };
  readonly openAtStart: boolean;
  readonly closedByEyeState: boolean;
  readonly closedByLids: boolean;
}

export function judgeBlink(sightings: readonly EyeSighting[], side: 0 | 1): BlinkVerdict {
  const first = sightings[0];
  const last = sightings.at(-1);
  if (first === undefined || last === undefined) throw new Error("nothing was seen");
  const open = first.lids[side].opening;
  const peak = Math.max(...sightings.map((s) => s.closed[side]));
  const least = Math.min(...sightings.map((s) => s.lids[side].opening)) / open;
  return {
    width: first.lids[side].width,
    eyeState: { start: first.closed[side], peak, end: last.closed[side] },
    lids: { least, end: last.lids[side].opening / open },
    openAtStart: first.closed[side] < 0.5,
    closedByEyeState: peak > 0.5,
    closedByLids: least < CLOSED_PART,
  };
}

/** Whether one eye of a frame is closed, by each judge, given a frame in which it is open. */
export function judgeEye(
  sighting: EyeSighting,
  open: EyeSighting,
  side: 0 | 1,
): { readonly byEyeState: boolean; readonly byLids: boolean } {
  return {
    byEyeState: sighting.closed[side] > 0.5,
    byLids: sighting.lids[side].opening < CLOSED_PART * open.lids[side].opening,
  };
}
