import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { headTurn, mean } from "../src/pipeline/math.ts";
import { BLENDSHAPES, type Channel, PIVOT } from "../src/pipeline/motion/channels.ts";
import { channelAt } from "../src/pipeline/motion/drive.ts";
import type { Movement } from "../src/pipeline/motion/movement.ts";
import { randomFrom } from "../src/pipeline/motion/vary.ts";
import { faceBasis } from "../src/pipeline/perceive/face-basis.ts";
import { FACE_WIDTH_CM } from "../src/pipeline/record/head-motion.ts";
import type { BestPart } from "../src/pipeline/record/measure.ts";
import { measureMotion, type RecordedMotion } from "../src/pipeline/record/motion.ts";
import { movementOf } from "../src/pipeline/record/movement.ts";
import { followFace } from "../src/pipeline/record/track.ts";
import type { Photo } from "../src/pipeline/types.ts";
import { encodeClip } from "../src/pipeline/video/encode.ts";
import { readVideo, VideoError } from "../src/pipeline/video/ffmpeg-read.ts";
import { inTemporaryFolder } from "../src/pipeline/video/temporary-folder.ts";

const FPS = 25;
const SECONDS = 8;
/** Frames of the film of somebody who does not move, and the noise of its camera, levels of 255. */
const STILL_FRAMES = 100;
const NOISE = 4;
/** Lids that come so near to meeting are shut to the eye. */
const SHUT = 0.7;
/** A face is as large in a clip of 720: pixels a centimetre. */
const PIXELS_PER_CM = 17;
/** Every so many of the face's points tell how it trembles. */
const EVERY = 7;

/** Lids that blink do not tremble. */
const SHAPES = BLENDSHAPES.filter((name) => !name.startsWith("eyeBlink"));

type Track = (t: number) => number;
const bump =
  (from: number, seconds: number): Track =>
  (t) =>
    t < from || t > from + seconds ? 0 : Math.sin((Math.PI * (t - from)) / seconds) ** 2;

/** And blinks, each of 120 ms and another part of a frame late, seconds. */
const BLINKS = Array.from({ length: 12 }, (_, k) => 0.7 + 0.55 * k + k / (12 * FPS));
const BLINK_SECONDS = 0.12;
const blinks: Track = (t) => Math.max(0, ...BLINKS.map((from) => 1 - Math.abs((t - from) / (BLINK_SECONDS / 2) - 1)));

/** What the resting face is made to do now and then: a nod, a smile under raised brows, a shaking head. */
const MOVES: Readonly<Partial<Record<Channel, Track>>> = {
  headPitch: (t) => -7 * bump(1.6, 0.6)(t),
  headY: (t) => 0.02 * bump(1.6, 0.6)(t),
  mouthPucker: (t) => 0.6 * bump(1.6, 0.7)(t),
  mouthSmileLeft: (t) => 0.7 * bump(3.6, 1.2)(t),
  mouthSmileRight: (t) => 0.7 * bump(3.6, 1.2)(t),
  browInnerUp: (t) => 0.6 * bump(3.8, 0.7)(t),
  jawOpen: (t) => 0.4 * bump(3.7, 1)(t),
  headRoll: (t) => 5 * bump(3.6, 1.2)(t),
  eyeBlinkLeft: blinks,
  eyeBlinkRight: blinks,
  headYaw: (t) => 9 * Math.sin(4 * Math.PI * t) * bump(6, 1)(t),
  headX: (t) => 0.03 * Math.sin(4 * Math.PI * t) * bump(6, 1)(t),
};
/** And when it rests, seconds. */
const RESTS = [
  [0.2, 1.4],
  [2.45, 3.4],
  [5.1, 5.8],
  [7.25, 7.9],
] as const;

/** How much a face's points tremble where it rests, root mean square, pixels of a clip of 720: as it is measured, and as a clip shows it. */
export interface Restlessness {
  readonly measured: number;
  readonly played: number;
  /** Share (0..1) of the blinks put in, of 120 ms each, at which the lids of the clip meet. */
  readonly blinks: number;
}

/**
 * Films one frame of a video with the noise of a camera, so that the face surely rests, has the measured motion make some moves between its rests, and compares
 * the rests of that with those of the movement that comes of it.
 */
export async function restlessness(file: string, part: BestPart): Promise<Restlessness> {
  const still = measureMotion(part.meshes, part.fps).neutral;
  const photo = await frameAt(file, part.from + still / part.fps);
  const noise = await filmOf(photo);
  const channels = Object.fromEntries(
    Object.entries(noise.channels).map(([name, values]) => [name, moved(name as Channel, values)]),
  );
  const motion: RecordedMotion = { ...noise, fps: FPS, channels };
  const movement = movementOf(motion);
  return {
    measured: trembling((channel, frame) => motion.channels[channel]?.[frame] ?? 0),
    blinks: mean(BLINKS.map((from) => (blinkShows(movement, from) ? 1 : 0))),
    played: trembling((channel, frame) => channelAt(movement, channel, frame / FPS)),
  };
}

function blinkShows(movement: Pick<Movement, "tracks">, from: number): boolean {
  const during = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round((from + part * BLINK_SECONDS) * FPS) / FPS);
  return during.some((t) => areShut(movement, t));
}

/** Whether both eyes are shut to the eye at a time of a movement, seconds. */
export function areShut(movement: Pick<Movement, "tracks">, t: number): boolean {
  return (["eyeBlinkLeft", "eyeBlinkRight"] as const).every((lid) => channelAt(movement, lid, t) >= SHUT);
}

async function frameAt(file: string, from: number): Promise<Photo> {
  for await (const { photo } of readVideo(file, { from, longestSide: 720 })) return photo;
  throw new VideoError("there is no such moment in it");
}

async function filmOf({ width, height, rgb }: Photo): Promise<RecordedMotion> {
  const random = randomFrom(5);
  const length = 2 ** 20;
  const noise = Float32Array.from(
    { length },
    () => NOISE * Math.sqrt(3) * (random() + random() + random() + random() - 2),
  );
  const frames = Array.from({ length: STILL_FRAMES }, () => {
    const from = Math.floor(random() * length);
    return Uint8Array.from(rgb, (value, i) => Math.min(255, Math.max(0, value + (noise[(i + from) % length] ?? 0))));
  });
  const mp4 = await encodeClip(Readable.from(frames), { width, height, fps: FPS, frames: frames.length });
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, "still.mp4");
    await writeFile(file, mp4);
    const { meshes, fps } = await followFace(file, { longestSide: 720 });
    return measureMotion(meshes, fps);
  });
}

/** Trembling of a few seconds, there and back again until it is long enough, with the moves. */
function moved(channel: Channel, values: readonly number[]): number[] {
  const most = values.length - 1;
  return Array.from({ length: SECONDS * FPS + 1 }, (_, frame) => {
    const folded = frame % (2 * most);
    return (values[Math.min(folded, 2 * most - folded)] ?? 0) + (MOVES[channel]?.(frame / FPS) ?? 0);
  });
}

function trembling(value: (channel: Channel, frame: number) => number): number {
  const squares = RESTS.flatMap(([from, to]) => {
    const first = Math.ceil(from * FPS);
    const places = Array.from({ length: Math.floor(to * FPS) - first + 1 }, (_, i) =>
      placesOf((channel) => value(channel, first + i)),
    );
    return (places[0] ?? []).map((_, k) => {
      const middle = mean(places.map((place) => place[k] ?? 0));
      return mean(places.map((place) => ((place[k] ?? 0) - middle) ** 2));
    });
  });
  // Two coordinates a point.
  return Math.sqrt(2 * mean(squares));
}

/** Where the face's points are seen, x and y in turn. */
function placesOf(at: (channel: Channel) => number): number[] {
  const { vertices, shapes } = faceBasis();
  const turn = headTurn(at("headYaw"), at("headPitch"), at("headRoll"));
  const shift = [FACE_WIDTH_CM * at("headX"), -FACE_WIDTH_CM * at("headY")];
  return vertices.flatMap((vertex, point) => {
    if (point % EVERY !== 0) return [];
    const place = vertex.map((rest, axis) =>
      SHAPES.reduce(
        (sum, name) => sum + at(name) * (shapes[name]?.[String(point)]?.[axis] ?? 0),
        rest - (PIVOT[axis] ?? 0),
      ),
    );
    return [0, 1].map(
      (axis) =>
        PIXELS_PER_CM *
        ((shift[axis] ?? 0) + place.reduce((sum, value, k) => sum + (turn[3 * axis + k] ?? 0) * value, 0)),
    );
  });
}
