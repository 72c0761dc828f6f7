import { parentPort } from "node:worker_threads";
import { keepShapes } from "./shapes.ts";

/** What a thread is told: to do work, or only to load its module, so that the first work need not wait for that. */
export type Order =
  | {
      readonly kind: "do";
      readonly number: number;
      readonly module: string;
      readonly name: string;
      readonly given: readonly unknown[];
    }
  | { readonly kind: "load"; readonly module: string };

/** What a thread answers: what it found, or what it failed with. */
export type Answer =
  | { readonly kind: "found"; readonly number: number; readonly found: unknown }
  | { readonly kind: "failed"; readonly number: number; readonly error: unknown };

if (!parentPort) throw new Error("threads/worker.ts runs as a worker thread only");
const port = parentPort;
/** One after the other: a thread can do no more, and what one call leaves behind the next one of its kind may need. */
let last: Promise<void> = Promise.resolve();

port.on("message", (order: Order) => {
  last = last.then(async () => follow(order));
});

async function follow(order: Order): Promise<void> {
  if (order.kind === "load") {
    // If that fails, the work itself says so.
    await import(order.module).catch(() => undefined);
    return;
  }
  const { number, name, given } = order;
  keepShapes(name, given);
  try {
    const module = (await import(order.module)) as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;
    port.postMessage({ kind: "found", number, found: await module[name]!(...given) } satisfies Answer);
  } catch (error) {
    port.postMessage({ kind: "failed", number, error } satisfies Answer);
  }
}
