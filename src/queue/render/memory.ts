import { readFile } from "node:fs/promises";
import type { Clock } from "../../clock.ts";

/** Memory is asked for in steps: a process that decodes a hostile picture grows by some hundred megabytes meanwhile. */
const LOOK_EVERY_MS = 50;

/**
 * Watches how much memory a process holds, from outside, because what is to be watched blocks its own thread in native code.
 * Calls `onTooMuch` once, when it holds more than `most` bytes. Returns a function that ends the watch. Only Linux tells
 * (`/proc`); elsewhere nothing is watched.
 */
export function watchMemory(pid: number, most: number, clock: Clock, onTooMuch: () => void): () => void {
  let ended = false;
  let callOff = (): void => undefined;
  const watch = async (): Promise<void> => {
    const resident = await residentBytes(pid);
    if (ended || resident === null) return;
    if (resident > most) onTooMuch();
    else callOff = clock.after(LOOK_EVERY_MS, () => void watch());
  };
  void watch();
  return () => {
    ended = true;
    callOff();
  };
}

/** Resident memory in bytes; null when the process is gone, or the system does not tell. */
async function residentBytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
