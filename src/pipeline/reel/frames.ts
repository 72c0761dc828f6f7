import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { smoothstep } from "../math.ts";
import type { MarkCorner } from "../types.ts";
import { readFrames } from "../video/ffmpeg-frames.ts";
import { drawMark, makeMark } from "../video/mark.ts";
import { placeIn, type Size } from "./canvas.ts";
import { type Caption, captionOf, groundOf, type Scene } from "./scene.ts";

/** Frames a second. */
export const REEL_FPS = 25;
/** One scene becomes the next one in so many frames. */
const DISSOLVE = 25;
/** A reel comes out of the dark in so many frames, and goes into it. */
const DARK = 20;
/** A shorter clip is shown once more: the dissolves take a second of it on either side. */
const LEAST_SECONDS = 3.8;

/** How scenes follow each other. */
export interface ReelPlan extends Size {
  readonly scenes: readonly Scene[];
  /** A folder for files that go with the work. */
  readonly folder: string;
  /** Where in each clip the visible mark stands. */
  readonly markCorner: MarkCorner | undefined;
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
}

/** How often a clip is shown in a row. */
export function roundsOf({ seconds }: Scene): number {
  return Math.max(1, Math.ceil(LEAST_SECONDS / seconds));
}

/** Frames of a scene by itself. */
export function framesOf(scene: Scene): number {
  return Math.round(roundsOf(scene) * scene.seconds * REEL_FPS);
}

/** Frames of a whole reel. */
export function reelFrames(scenes: readonly Scene[]): number {
  return scenes.reduce((sum, scene) => sum + framesOf(scene), 0) - DISSOLVE * (scenes.length - 1);
}

/** The frames of a reel, RGB; each is its reader's until the next one is asked for. */
export async function* dissolving(plan: ReelPlan): AsyncGenerator<Uint8Array> {
  const { scenes } = plan;
  const total = reelFrames(scenes);
  const mixed = new Uint8Array(plan.width * plan.height * 3);
  let count = 0;
  const lit = (frame: Uint8Array): Uint8Array => {
    const edge = Math.min(count, total - 1 - count);
    count += 1;
    return edge >= DARK ? frame : dim(frame, smoothstep(0, DARK + 1, edge + 1), mixed);
  };
  let current = sceneFrames(plan, 0);
  for (const [i, scene] of scenes.entries()) {
    const isLast = i === scenes.length - 1;
    const solid = framesOf(scene) - (i === 0 ? 0 : DISSOLVE) - (isLast ? 0 : DISSOLVE);
    for (let n = 0; n < solid; n++) yield lit(await one(current));
    if (isLast) break;
    const next = sceneFrames(plan, i + 1);
    for (let n = 1; n <= DISSOLVE; n++) {
      const [from, to] = await Promise.all([one(current), one(next)]);
      mix(from, to, smoothstep(0, DISSOLVE + 1, n), mixed);
      yield lit(mixed);
    }
    await current.return(undefined);
    current = next;
  }
  await current.return(undefined);
}

/** The frames of one scene: exactly as many as it is to have, the last one again where its file has fewer. */
async function* sceneFrames(plan: ReelPlan, i: number): AsyncGenerator<Uint8Array, undefined> {
  const scene = plan.scenes[i];
  if (scene === undefined) return undefined;
  const file = join(plan.folder, `scene-${i}.mp4`);
  await writeFile(file, scene.mp4);
  const place = placeIn(plan, scene);
  const caption = await captionOf(scene, plan);
  const format = { width: place.width, height: place.height, fps: REEL_FPS, rounds: roundsOf(scene) };
  const wanted = framesOf(scene);
  // Over the clip's own one: in the corner of the reel it would be a second one where the clip does not fill it.
  const mark = makeMark(place.width, place.height, plan.markCorner);
  const there = { ...mark, x: place.x + mark.x, y: place.y + mark.y };
  let ground: Uint8Array | null = null;
  const frame = new Uint8Array(plan.width * plan.height * 3);
  let count = 0;
  for await (const picture of readFrames(file, { ...format, ffmpeg: plan.ffmpeg, signal: plan.signal })) {
    ground ??= await groundOf(picture, place, plan);
    // Also under the caption, which is seen through.
    frame.set(ground);
    for (let row = 0; row < place.height; row++) {
      const at = 3 * ((place.y + row) * plan.width + place.x);
      frame.set(picture.subarray(3 * row * place.width, 3 * (row + 1) * place.width), at);
    }
    if (caption !== null) write(caption, frame, plan);
    drawMark(there, plan.width, frame);
    yield frame;
    if (++count === wanted) return undefined;
  }
  if (ground === null) throw new Error("a clip of a reel has no frames");
  for (; count < wanted; count++) yield frame;
  return undefined;
}

async function one(frames: AsyncGenerator<Uint8Array, undefined>): Promise<Uint8Array> {
  const { value } = await frames.next();
  if (value === undefined) throw new Error("a scene ended before its time");
  return value;
}

/** Lays a caption over a frame; what was there under it is there again with the next frame's picture. */
function write({ rgba, width, height, y }: Caption, frame: Uint8Array, reel: Size): void {
  const x = Math.floor((reel.width - width) / 2);
  for (let row = Math.max(0, -y); row < height && y + row < reel.height; row++) {
    let o = 3 * ((y + row) * reel.width + x);
    for (let i = 4 * row * width; i < 4 * (row + 1) * width; i += 4, o += 3) {
      const alpha = rgba[i + 3]! / 255;
      if (alpha > 0) for (let c = 0; c < 3; c++) frame[o + c] = frame[o + c]! * (1 - alpha) + rgba[i + c]! * alpha;
    }
  }
}

function mix(from: Uint8Array, to: Uint8Array, share: number, out: Uint8Array): void {
  const weight = Math.round(256 * share);
  for (let i = 0; i < out.length; i++) out[i] = (from[i]! * (256 - weight) + to[i]! * weight + 128) >> 8;
}

function dim(frame: Uint8Array, light: number, out: Uint8Array): Uint8Array {
  const weight = Math.round(256 * light);
  for (let i = 0; i < out.length; i++) out[i] = (frame[i]! * weight + 128) >> 8;
  return out;
}
