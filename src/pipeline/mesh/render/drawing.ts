import { CHANNELS } from "../../motion/channels.ts";
import { threadWork } from "../../threads/thread-work.ts";
import type { Scene } from "../scene.ts";
import { type FrameRenderer, makeRenderer } from "./frame.ts";

/** A clip that a thread draws frames of. */
interface Drawing {
  readonly renderer: FrameRenderer;
  readonly values: readonly Float32Array[];
  readonly ring: readonly Uint8Array[];
}

/** The kernels of one clip after another lie in it, because what is given up waits long until it is collected; unless it became large. */
let memory = new WebAssembly.Memory({ initial: 0 });
const MOST_KEPT = 64 * 2 ** 20;
let current: Drawing | undefined;

/**
 * Makes this thread ready to draw frames of a scene. `values` are its layers' motions. `ring` is memory that all threads see: frame n
 * belongs into the n-th of these, round and round.
 */
export function beginDrawing(scene: Scene, values: readonly Float32Array[], ring: readonly Uint8Array[]): void {
  current = undefined;
  if (memory.buffer.byteLength > MOST_KEPT) memory = new WebAssembly.Memory({ initial: 0 });
  current = { renderer: makeRenderer(scene, memory), values, ring };
}

/** Draws one frame of the scene. */
export function drawFrame(frame: number): void {
  if (!current) throw new Error("a frame was asked for before a scene was given");
  const { renderer, values, ring } = current;
  const first = frame * CHANNELS.length;
  renderer.render(
    values.map((rows) => rows.subarray(first, first + CHANNELS.length)),
    ring[frame % ring.length]!,
  );
}

/** Drops the scene. */
export function endDrawing(): void {
  current = undefined;
}

export const beginning = threadWork(beginDrawing, import.meta.url);
export const drawing = threadWork(drawFrame, import.meta.url);
export const ending = threadWork(endDrawing, import.meta.url);
