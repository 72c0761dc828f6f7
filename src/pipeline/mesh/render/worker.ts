import { parentPort } from "node:worker_threads";
import { CHANNELS } from "../../motion/channels.ts";
import type { Scene } from "../scene.ts";
import { type FrameRenderer, makeRenderer } from "./frame.ts";

/** What the pool tells a worker: the scene, its layers' motions and where frames go; then which frames; then that it is over. */
export type WorkerRequest =
  | {
      readonly kind: "scene";
      /** The clip's number. */
      readonly run: number;
      readonly scene: Scene;
      readonly values: readonly Float32Array[];
      /** Memory that all threads share: frame n belongs into the n-th of these, round and round. */
      readonly ring: readonly Uint8Array[];
    }
  | { readonly kind: "frame"; readonly run: number; readonly frame: number }
  | { readonly kind: "end"; readonly run: number };

/** What a worker answers: that a frame is drawn, or what kept it from drawing. */
export type WorkerAnswer =
  | { readonly kind: "frame"; readonly run: number; readonly frame: number }
  | { readonly kind: "failed"; readonly run: number; readonly error: unknown };

if (!parentPort) throw new Error("render/worker.ts runs as a worker thread only");
const port = parentPort;
/** The kernels of one clip after another lie in it, because what is given up waits long until it is collected; unless it became large. */
let memory = new WebAssembly.Memory({ initial: 0 });
const MOST_KEPT = 64 * 2 ** 20;
let current: { renderer: FrameRenderer; values: readonly Float32Array[]; ring: readonly Uint8Array[] } | undefined;

port.on("message", (request: WorkerRequest) => {
  try {
    switch (request.kind) {
      case "scene":
        current = undefined;
        if (memory.buffer.byteLength > MOST_KEPT) memory = new WebAssembly.Memory({ initial: 0 });
        current = { renderer: makeRenderer(request.scene, memory), values: request.values, ring: request.ring };
        return;
      case "frame":
        draw(request.frame);
        port.postMessage({ kind: "frame", run: request.run, frame: request.frame } satisfies WorkerAnswer);
        return;
      case "end":
        current = undefined;
    }
  } catch (error) {
    port.postMessage({ kind: "failed", run: request.run, error } satisfies WorkerAnswer);
  }
});

function draw(frame: number): void {
  if (!current) throw new Error("a frame was asked for before a scene was given");
  const { renderer, values, ring } = current;
  const first = frame * CHANNELS.length;
  renderer.render(
    values.map((rows) => rows.subarray(first, first + CHANNELS.length)),
    ring[frame % ring.length]!,
  );
}
