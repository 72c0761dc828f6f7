/**
 * A render process: `node worker.js MODULE PURPOSE`, where MODULE is the address of a module that exports `openWork`. Photos
 * come in and clips go out over the channel to the process that started it, never through files.
 */
import os from "node:os";
import { UserError } from "../../errors.ts";
import type { RenderOptions } from "../contract/studio.ts";
import { carryOut } from "./carry-out.ts";
import { type FromWorker, type Order, slicesOf, type ToWorker } from "./messages.ts";
import type { Purpose } from "./purpose.ts";
import type { Work } from "./work.ts";

interface WorkModule {
  readonly openWork: () => Work;
}

/** Chatting comes first, then what people wait for with a photo or a finished clip before their eyes, then clips. */
const NICENESS = { look: 5, convert: 5, render: 10 } as const satisfies Record<Purpose, number>;

const TELL_EVERY_MS = 200;

/** Threads and programs started from now on are as patient as this one. */
function stepBack(purpose: Purpose): void {
  try {
    os.setPriority(NICENESS[purpose]);
  } catch {
    // Some systems do not allow it; then everybody is equal.
  }
}

function say(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}

async function perform(work: Work, order: Order, given: Uint8Array, signal: AbortSignal): Promise<void> {
  try {
    const { outcome, bytes } = await carryOut(work, order, given, { signal, onProgress: tellProgress() });
    for (const slice of slicesOf(bytes)) say(slice);
    say({ ...outcome, memory: process.memoryUsage.rss() });
  } catch (error) {
    say(failureOf(error, signal));
  }
}

function tellProgress(): NonNullable<RenderOptions["onProgress"]> {
  let told = Number.NEGATIVE_INFINITY;
  return (stage, done) => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    say({ kind: "progress", stage, done });
  };
}

function failureOf(error: unknown, signal: AbortSignal): FromWorker {
  if (error instanceof UserError) {
    const { code, params, cause } = error;
    return { kind: "userError", code, params, ...(cause === undefined ? {} : { cause: reasonOf(cause) }) };
  }
  if (signal.aborted) return { kind: "cancelled" };
  if (error instanceof Error) return { kind: "bug", message: error.message, stack: error.stack ?? "" };
  return { kind: "bug", message: String(error), stack: "" };
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

const [, , module = "", asked] = process.argv;
const purpose: Purpose = asked === "look" || asked === "convert" ? asked : "render";
stepBack(purpose);
// A signal meant for the bot reaches its children too; they end when the bot lets go of them.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
process.on("disconnect", () => process.exit(0));
// Who started it may have gone already, before anything listened.
if (!process.connected) process.exit(0);
let current = new AbortController();
let given: Uint8Array[] = [];
const opening = (import(module) as Promise<WorkModule>).then(({ openWork }) => openWork());
process.on("message", (message: ToWorker) => {
  switch (message.kind) {
    case "bytes":
      given.push(message.bytes);
      return;
    case "cancel":
      current.abort();
      return;
    case "forget":
      void opening.then((work) => {
        work.forget(message.photos);
      });
      return;
    case "look":
    case "convert":
    case "sticker":
    case "verify":
    case "measure":
    case "listen":
    case "reel":
    case "products":
    case "render": {
      current = new AbortController();
      const { signal } = current;
      const bytes = Buffer.concat(given);
      given = [];
      void opening.then(async (work) => perform(work, message, bytes, signal));
    }
  }
});
await (await opening).warmUp(purpose);
