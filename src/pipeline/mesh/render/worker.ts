import { parentPort } from "node:worker_threads";
import { CHANNELS } from "../../motion/channels.ts";
import type { Scene } from "../scene.ts";
import { type FrameRenderer, makeRenderer } from "./frame.ts";

/**
 * What the pool tells a worker: the scene and its layers' motions, then which frames of them. `run` is the clip's number,
 * `spare` a frame that nobody needs any more, to be drawn over.
 */
export type WorkerRequest =
  | { readonly kind: "scene"; readonly run: number; readonly scene: Scene; readonly values: readonly Float32Array[] }
  | { readonly kind: "frame"; readonly run: number; readonly frame: number; readonly spare?: Uint8Array<ArrayBuffer> };

/** What a worker answers: a finished frame, handed over, not copied, or what kept it from drawing. */
export type WorkerAnswer =
  | { readonly kind: "frame"; readonly run: number; readonly frame: number; readonly rgb: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly run: number; readonly error: unknown };

if (!parentPort) throw new Error("render/worker.ts runs as a worker thread only");
const port = parentPort;
let current: { renderer: FrameRenderer; values: readonly Float32Array[]; bytes: number } | undefined;

port.on("message", (request: WorkerRequest) => {
  try {
    if (request.kind === "scene") start(request.scene, request.values);
    else draw(request);
  } catch (error) {
    port.postMessage({ kind: "failed", run: request.run, error } satisfies WorkerAnswer);
  }
});

function start(scene: Scene, values: readonly Float32Array[]): void {
  current = undefined;
  current = { renderer: makeRenderer(scene), values, bytes: scene.width * scene.height * 3 };
}

function draw({ run, frame, spare }: Extract<WorkerRequest, { kind: "frame" }>): void {
  if (!current) throw new Error("a frame was asked for before a scene was given");
  const { renderer, values, bytes } = current;
  const rgb = spare ?? new Uint8Array(bytes);
  const first = frame * CHANNELS.length;
  renderer.render(
    values.map((rows) => rows.subarray(first, first + CHANNELS.length)),
    rgb,
  );
  port.postMessage({ kind: "frame", run, frame, rgb } satisfies WorkerAnswer, [rgb.buffer]);
}
