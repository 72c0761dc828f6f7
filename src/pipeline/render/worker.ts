import { parentPort } from "node:worker_threads";
import { CHANNELS } from "../channels.ts";
import type { Rig } from "../rig/rig.ts";
import { type FrameRenderer, makeRenderer } from "./frame.ts";

/** What the pool tells a worker: the rig and motion to draw, then which frames of them. `run` is the clip's number. */
export type WorkerRequest =
  | { readonly kind: "rig"; readonly run: number; readonly rig: Rig; readonly values: Float32Array }
  | { readonly kind: "frame"; readonly run: number; readonly frame: number };

/** What a worker answers: a finished frame, handed over, not copied, or what kept it from drawing. */
export type WorkerAnswer =
  | { readonly kind: "frame"; readonly run: number; readonly frame: number; readonly rgb: Uint8Array }
  | { readonly kind: "failed"; readonly run: number; readonly error: unknown };

if (!parentPort) throw new Error("render/worker.ts runs as a worker thread only");
const port = parentPort;
let current: { renderer: FrameRenderer; values: Float32Array; bytes: number } | undefined;

port.on("message", (request: WorkerRequest) => {
  try {
    if (request.kind === "rig") start(request.rig, request.values);
    else draw(request.run, request.frame);
  } catch (error) {
    port.postMessage({ kind: "failed", run: request.run, error } satisfies WorkerAnswer);
  }
});

function start(rig: Rig, values: Float32Array): void {
  current = undefined;
  current = { renderer: makeRenderer(rig), values, bytes: rig.framing.size ** 2 * 3 };
}

function draw(run: number, frame: number): void {
  if (!current) throw new Error("a frame was asked for before a rig was given");
  const { renderer, values, bytes } = current;
  const rgb = new Uint8Array(bytes);
  const first = frame * CHANNELS.length;
  renderer.render(values.subarray(first, first + CHANNELS.length), rgb);
  port.postMessage({ kind: "frame", run, frame, rgb } satisfies WorkerAnswer, [rgb.buffer]);
}
