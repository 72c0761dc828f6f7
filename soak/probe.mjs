// Loaded into the bot's process by the soak: every SOAK_EVERY_MS it adds a line to SOAK_FILE that tells what the process holds.
import { createHook } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { appendFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** More listeners than this on one thing, or abort listeners on one signal, are told as a leak. */
const MOST_LISTENERS = 25;

const { SOAK_FILE: file, SOAK_EVERY_MS: every } = process.env;
// The render processes inherit no variables of ours.
if (file !== undefined) {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc");
  setMaxListeners(MOST_LISTENERS);
  const warnings = [];
  process.on("warning", ({ name, message }) => warnings.push(`${name}: ${message}`));
  // What Node lists as active leaves out timers that keep no process alive, which are most of ours.
  const timers = new Set();
  createHook({
    init: (id, type) => {
      if (type === "Timeout") timers.add(id);
    },
    destroy: (id) => timers.delete(id),
  }).enable();
  setInterval(() => {
    collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    const active = process.getActiveResourcesInfo().length;
    appendFileSync(
      file,
      `${JSON.stringify({ rss, heap: heapUsed + external, timers: timers.size, active, warnings: warnings.splice(0) })}\n`,
    );
  }, Number(every)).unref();
}
