import { readFile } from "node:fs/promises";
import { UserError } from "../src/errors.ts";
import { enhanceFaces } from "../src/pipeline/enhance/enhance.ts";
import { MESH_LIMITS } from "../src/pipeline/mesh/limits.ts";
import { type FrameRenderer, makeRenderer } from "../src/pipeline/mesh/render/frame.ts";
import { clipPart, type Framing, textureSize } from "../src/pipeline/mesh/rig/framing.ts";
import { makeRig, type Rig } from "../src/pipeline/mesh/rig/rig.ts";
import { portraitScene } from "../src/pipeline/mesh/scene.ts";
import { castOne, chooseFace } from "../src/pipeline/motion/cast.ts";
import { CHANNELS, type Channel } from "../src/pipeline/motion/channels.ts";
import { channelIndex, type Motion } from "../src/pipeline/motion/drive.ts";
import { shippedDrivers } from "../src/pipeline/motion/shipped-drivers.ts";
import type { Pipeline } from "../src/pipeline/pipeline.ts";
import type { Face } from "../src/pipeline/types.ts";
import { boxAround, type FaceBox } from "../test/support/judges/face-api.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { type EyeSighting, look, lookAtEyes, type Panel, type Sighting } from "../test/support/judges/panel.ts";
import { largestChange, type Mask } from "../test/support/judges/pictures.ts";
import { EYE_GESTURES, eyeRows, judgeGesture } from "./achieved.ts";
import { measureLag } from "./lag.ts";
import { type Draw, measureLiving, rowOf, rowOfValues } from "./living.ts";
import { backgroundOf, fastestMoment, identityOf, jerkOf, median, sharpnessOf } from "./measure.ts";
import type { GestureRow, Row } from "./rows.ts";
import { writeBeforeAndAfter, writeSheet } from "./sheets.ts";

/** How many consecutive frames the jerk is measured on. */
const JERK_FRAMES = 14;

export interface MeasureOptions {
  readonly gestures: readonly string[];
  /** Every how many frames the judges look. */
  readonly sample: number;
  /** Also makes the whole clip of the first gesture and times it. */
  readonly time: boolean;
  /** Also measures what lives in the photo whatever the gesture; `sheets` is a folder for a sheet of it, `before` one with an earlier engine's. */
  readonly living: boolean;
  readonly sheets?: string | undefined;
  readonly before?: string | undefined;
}

/** What photos are measured with. */
export interface Measurers {
  readonly panel: Panel;
  readonly pipeline: Pipeline;
}

/** A photo made ready once for all gestures, and what the judges see in its still. */
export interface Subject {
  readonly face: Face;
  readonly rig: Rig;
  readonly renderer: FrameRenderer;
  readonly still: Frame;
  readonly sighting: Sighting;
  readonly box: FaceBox;
  readonly background: Mask;
  readonly sharpness: number;
  readonly happy: number;
}

/** The same seed for every photo, so that two runs can be compared. */
export const DIRECTION = { strength: 1, seedOf: () => 1, limits: MESH_LIMITS };

/** Animates one photo with every gesture and measures the raw frames; calls `onRow` for each gesture as it is done. */
export async function measurePhoto(
  { panel, pipeline }: Measurers,
  file: string,
  name: string,
  options: MeasureOptions,
  onRow: (row: Row) => void,
): Promise<void> {
  const photo = await readFile(file);
  const subject = await makeSubject({ panel, pipeline }, photo).catch((error: unknown) => reasonOf(error));
  if (typeof subject === "string") {
    onRow({ kind: "skip", photo: name, gesture: null, reason: subject });
    return;
  }
  const draw: Draw = (values) => drawn(subject, rowOfValues(values));
  if (options.living) {
    const lag = measureLag(subject.rig, (row) => drawn(subject, row));
    onRow({ kind: "living", photo: name, ...measureLiving(subject.rig, draw), lag });
  }
  if (options.sheets !== undefined) {
    await writeSheet(options.sheets, name, subject.rig, draw);
    if (options.before !== undefined) await writeBeforeAndAfter(options.sheets, options.before, name);
  }
  let timed = !options.time;
  for (const gesture of options.gestures) {
    try {
      const row = await measureGesture(panel, subject, gesture, options.sample);
      const seconds = timed ? null : await timeClip(pipeline, photo, gesture);
      timed = true;
      onRow({ kind: "gesture", photo: name, gesture, ...row, seconds });
    } catch (error) {
      onRow({ kind: "skip", photo: name, gesture, reason: reasonOf(error) });
    }
  }
}

/** The code of a problem that a person can mend; a bug is thrown on. */
function reasonOf(error: unknown): string {
  if (error instanceof UserError) return error.code;
  throw error;
}

async function timeClip(pipeline: Pipeline, photo: Uint8Array, gesture: string): Promise<number> {
  const { timings } = await pipeline.animate({ photo, gesture });
  return timings.total / 1000;
}

export async function makeSubject({ panel, pipeline }: Measurers, bytes: Uint8Array): Promise<Subject> {
  const seen = await pipeline.lookAt(bytes);
  const face = chooseFace(seen.photo, seen.faces, undefined);
  const photo = await enhanceFaces(seen.photo, [face]);
  const rig = await makeRig(photo, face, CHANNELS);
  const { size } = rig.framing;
  const still = { width: size, height: size, rgb: clipPart(rig.texture, rig.framing) };
  const sighting = await look(panel, still, await findJudged(panel, still, face, rig.framing), 0);
  const { happy } = await panel.face.expression(still, sighting.landmarks);
  const box = boxAround(sighting.landmarks);
  const sharpness = sharpnessOf(still, sighting.landmarks);
  return {
    face,
    rig,
    renderer: makeRenderer(portraitScene(rig)),
    still,
    sighting,
    box,
    background: backgroundOf(still, box, (x, y) => belongsTo(rig, x, y)),
    sharpness,
    happy,
  };
}

/** Whether a pixel of the clip shows any of the person. */
function belongsTo({ coverage, framing }: Rig, x: number, y: number): boolean {
  return (coverage[(y + framing.pad) * textureSize(framing) + x + framing.pad] ?? 0) > 0;
}

/** The judge's own detection of the face that is animated; where it sees none, the engine's place is all there is. */
async function findJudged(panel: Panel, frame: Frame, face: Face, framing: Framing): Promise<FaceBox> {
  const { originX, originY, scale, pad } = framing;
  const own = {
    x: (face.box.x - originX) * scale - pad,
    y: (face.box.y - originY) * scale - pad,
    width: face.box.width * scale,
    height: face.box.height * scale,
    score: 0,
  };
  const apart = (box: FaceBox): number =>
    Math.hypot(box.x + box.width / 2 - own.x - own.width / 2, box.y + box.height / 2 - own.y - own.height / 2);
  const found = (await panel.face.find(frame, 0.15)).filter((box) => apart(box) < 0.4 * own.width);
  return found.sort((a, b) => apart(a) - apart(b))[0] ?? own;
}

export function drawn({ still, renderer }: Subject, row: Float32Array): Frame {
  const rgb = new Uint8Array(still.rgb.length);
  renderer.render([row], rgb);
  return { ...still, rgb };
}

type Measured = Omit<GestureRow, "kind" | "photo" | "gesture" | "seconds">;

async function measureGesture(panel: Panel, subject: Subject, gesture: string, sample: number): Promise<Measured> {
  const { face, sighting: atRest } = subject;
  const { driver, motion } = castOne(face, { ...DIRECTION, drivers: shippedDrivers(), gesture });
  const draw = (index: number): Frame => drawn(subject, rowOf(motion, index));
  const first = draw(0);
  const eyeFrames = EYE_GESTURES.has(gesture) ? framesWithEyes(motion) : [];
  const sightings: Sighting[] = [];
  const eyes: EyeSighting[] = [];
  const sharpness: number[] = [];
  let background = 0;
  let happiest = subject.happy;
  for (const index of framesToSee(motion.frames, sample, eyeFrames)) {
    const frame = draw(index);
    // Always in the still's box: following the landmarks, the judge slides off faces that lean far.
    const sighting = await look(panel, frame, subject.box, index);
    sightings.push(sighting);
    if (eyeFrames.includes(index)) eyes.push(await lookAtEyes(panel, frame, sighting, eyes[0]?.lids));
    sharpness.push(sharpnessOf(frame, sighting.landmarks) / subject.sharpness);
    background = Math.max(background, largestChange(first, frame, subject.background));
    if (HAPPY_GESTURES.has(gesture)) {
      const { happy } = await panel.face.expression(frame, sighting.landmarks);
      happiest = Math.max(happiest, happy);
    }
  }
  const start = Math.max(0, Math.min(fastestMoment(sightings), motion.frames - JERK_FRAMES));
  return {
    driver: driver.name,
    ...judgeGesture(gesture, sightings, eyes, happiest - subject.happy),
    eyes: eyeFrames.length > 0 ? eyeRows(eyes) : [],
    identity: identityOf(atRest.descriptor, sightings),
    sharpness: median(sharpness),
    background,
    jerk: await jerkOf(
      panel.face,
      Array.from({ length: JERK_FRAMES }, (_, i) => draw(start + i)),
      subject.box,
    ),
    closure: largestChange(first, draw(motion.frames - 1)),
  };
}

const HAPPY_GESTURES: ReadonlySet<string> = new Set(["smile", "laugh"]);

/** The first and last frame, and those in which a lid or an iris is furthest from rest: that is where judges of eyes look. */
function framesWithEyes(motion: Motion): number[] {
  const frames = Array.from({ length: motion.frames }, (_, i) => i);
  const at = (channel: Channel, i: number): number => rowOf(motion, i)[channelIndex(channel)] ?? 0;
  const wink = (i: number): number => Math.abs(at("eyeBlinkLeft", i) - at("eyeBlinkRight", i));
  const measures = [wink, ...EYE_CHANNELS.map((channel) => (i: number) => at(channel, i))];
  const furthest = measures.map((by) => frames.reduce((best, i) => (by(i) > by(best) ? i : best), 0));
  return [...new Set([0, ...furthest, motion.frames - 1])].sort((a, b) => a - b);
}

const EYE_CHANNELS: readonly Channel[] = [
  "eyeBlinkLeft",
  "eyeBlinkRight",
  "eyeLookInLeft",
  "eyeLookOutLeft",
  "eyeLookUpLeft",
  "eyeLookDownLeft",
];

function framesToSee(frames: number, every: number, also: readonly number[]): number[] {
  return Array.from({ length: frames }, (_, i) => i).filter(
    (i) => i % every === 0 || i === frames - 1 || also.includes(i),
  );
}
