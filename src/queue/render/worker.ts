/**
 * A render process: `node worker.js MODULE`, where MODULE is the address of a module that exports `openPipeline`. Photos
 * come in and clips go out over the channel to the process that started it, never through files.
 */
import os from "node:os";
import { UserError } from "../../errors.ts";
import type { Pipeline } from "../../pipeline/pipeline.ts";
import type { AnimateOptions, AnimateRequest, Animation } from "../../pipeline/request.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import type { Rendered } from "./renderer.ts";

interface PipelineModule {
  readonly openPipeline: () => Pick<Pipeline, "animate" | "warmUp">;
}

const TELL_EVERY_MS = 200;

/** Chatting comes first. Threads and programs started from now on are as patient as this one. */
function stepBack(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Some systems do not allow it; then everybody is equal.
  }
}

function say(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}

async function perform(
  pipeline: Pick<Pipeline, "animate">,
  request: AnimateRequest,
  signal: AbortSignal,
): Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  const onProgress: AnimateOptions["onProgress"] = (stage, done) => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    say({ kind: "progress", stage, done });
  };
  try {
    const animation = await pipeline.animate(request, { signal, onProgress });
    say({ kind: "done", rendered: withoutMeshes(animation), memory: process.memoryUsage.rss() });
  } catch (error) {
    say(failureOf(error, signal));
  }
}

function withoutMeshes({ faces, ...animation }: Animation): Rendered {
  return {
    ...animation,
    faces: faces.map(({ index, box, pose, openEyes, openMouth, obstacle }) => ({
      index,
      box,
      pose,
      openEyes,
      openMouth,
      obstacle,
    })),
  };
}

function failureOf(error: unknown, signal: AbortSignal): FromWorker {
  if (error instanceof UserError) return { kind: "userError", code: error.code, params: error.params };
  if (signal.aborted) return { kind: "cancelled" };
  if (error instanceof Error) return { kind: "bug", message: error.message, stack: error.stack ?? "" };
  return { kind: "bug", message: String(error), stack: "" };
}

stepBack();
// A signal meant for the bot reaches its children too; they end when the bot lets go of them.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
process.on("disconnect", () => process.exit(0));
let current = new AbortController();
const opening = (import(process.argv[2] ?? "") as Promise<PipelineModule>).then(({ openPipeline }) => openPipeline());
process.on("message", (message: ToWorker) => {
  if (message.kind === "cancel") {
    current.abort();
    return;
  }
  current = new AbortController();
  const { signal } = current;
  void opening.then((pipeline) => perform(pipeline, message.request, signal));
});
(await opening).warmUp();
