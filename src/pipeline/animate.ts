import type { EnhanceMode } from "./enhance/enhance.ts";
import { RenderPool } from "./mesh/render/pool.ts";
import { DEFAULT_GESTURE, type Prepared, prepare } from "./prepare.ts";
import type { ClipFraming, Face } from "./types.ts";
import { encodeClip } from "./video/encode.ts";

/** What is asked for: one clip of one face, or of everyone, making one gesture. */
export interface AnimateRequest {
  /** The bytes of the picture file as it was sent. */
  readonly photo: Uint8Array;
  /** The face's number, 1.. from left to right, or `all`; without it the most prominent one. */
  readonly face?: number | "all";
  /** Without it `photo` for everyone, and `portrait` for one face. Everyone cannot have a `portrait`. */
  readonly framing?: ClipFraming;
  /** Without it `nostalgia`. */
  readonly gesture?: string;
  /** Upper limit of the clip's size in bytes; 10 MiB without it. */
  readonly maxBytes?: number;
  /** Scales the motion, 0..1.5; 1 is the default. */
  readonly strength?: number;
  /** Whether small, soft or damaged faces are made better first; without it `auto`: where that helps. */
  readonly enhance?: EnhanceMode;
  /** Varies the motion; without it made from photo and face, so that the same request gives the same clip. */
  readonly seed?: number;
}

export type Stage = "decode" | "detect" | "landmarks" | "enhance" | "rig" | "render" | "encode";

export interface AnimateOptions {
  readonly signal?: AbortSignal;
  /** Called as work proceeds; `done` is 0..1 of the whole. */
  readonly onProgress?: (stage: Stage, done: number) => void;
}

export interface Clip {
  readonly mp4: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
  readonly seconds: number;
}

/** A face that moves in a clip, the gesture it makes, and the driver that performs it. */
export interface AnimatedFace {
  readonly face: number;
  readonly gesture: string;
  readonly driver: string;
}

export interface Animation {
  readonly photo: { readonly width: number; readonly height: number; readonly damaged: boolean };
  readonly faces: readonly Face[];
  /** The number of the face that moves, or `all` when everyone was asked to. */
  readonly face: number | "all";
  /** What was asked for; of everyone some may make another one (`animated` tells). */
  readonly gesture: string;
  /** Every face that moves, from left to right. */
  readonly animated: readonly AnimatedFace[];
  /** The faces, or some of them, were enhanced before they were animated. */
  readonly enhanced: boolean;
  readonly engine: "mesh";
  readonly clip: Clip;
  /** Milliseconds per stage; `enhance` also where it looked and found nothing to do. */
  readonly timings: Readonly<Record<Stage | "total", number>>;
}

/** The render threads, started when first needed and kept for the next clip. */
let pool: RenderPool | undefined;

/** Starts what takes long to start, so that it is ready when the first photo has been looked at. */
export function warmUp(): RenderPool {
  pool ??= new RenderPool();
  return pool;
}

/**
 * Makes one clip of one face of a photo or of everyone: decode, detect, landmarks, enhance, rig, drive, render, encode.
 *
 * Throws `UserError` for what the person can mend, and the signal's reason when aborted.
 */
export async function animate(request: AnimateRequest, options: AnimateOptions = {}): Promise<Animation> {
  const start = performance.now();
  const renderers = warmUp();
  const prepared = await prepare(request, options);
  const { roles, scene } = prepared;
  const motions = roles.map((role) => role.motion);
  const { fps, frames: count } = roles[0].motion;
  const renderStart = performance.now();
  let rendered = renderStart;
  const frames = watch(renderers.render(scene, motions, options.signal), count, options, () => {
    rendered = performance.now();
  });
  const { maxBytes } = request;
  const mp4 = await encodeClip(frames, {
    width: scene.width,
    height: scene.height,
    fps,
    frames: count,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const end = performance.now();
  options.onProgress?.("encode", 1);
  return {
    photo: { width: prepared.photo.width, height: prepared.photo.height, damaged: prepared.photo.damaged },
    faces: prepared.faces,
    face: request.face === "all" ? "all" : roles[0].face.index,
    gesture: request.gesture ?? DEFAULT_GESTURE,
    animated: roles
      .map(({ face, driver }) => ({ face: face.index, gesture: driver.gesture, driver: driver.name }))
      .sort((a, b) => a.face - b.face),
    enhanced: prepared.photo.patches !== undefined,
    engine: "mesh",
    clip: { mp4, width: scene.width, height: scene.height, fps, frames: count, seconds: count / fps },
    // ffmpeg works while frames are rendered; its own time is what it still needs after the last one.
    timings: { ...prepared.timings, render: rendered - renderStart, encode: end - rendered, total: end - start },
  };
}

/**
 * The frames of a request one after another, before encoding; `width * height * 3` bytes RGB each, to be copied by who wants to
 * keep them.
 */
export async function renderFrames(
  request: AnimateRequest,
  onFrame: (rgb: Uint8Array, frame: number, prepared: Prepared) => void | Promise<void>,
  options: AnimateOptions = {},
): Promise<Prepared> {
  const renderers = warmUp();
  const prepared = await prepare(request, options);
  let frame = 0;
  const motions = prepared.roles.map(({ motion }) => motion);
  for await (const rgb of renderers.render(prepared.scene, motions, options.signal))
    await onFrame(rgb, frame++, prepared);
  return prepared;
}

async function* watch(
  frames: AsyncIterable<Uint8Array>,
  total: number,
  { onProgress }: AnimateOptions,
  onEnd: () => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const frame of frames) {
    onProgress?.("render", 0.2 + (0.75 * ++done) / total);
    yield frame;
  }
  onEnd();
}
