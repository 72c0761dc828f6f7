import { setTimeout } from "node:timers/promises";
import { threadId } from "node:worker_threads";
import { threadWork } from "../../src/pipeline/threads/thread-work.ts";

const done: string[] = [];

/** The thread in which this is done, and a number and one. */
export function increase({ by }: { readonly by: number }, numbers: Float32Array): [thread: number, Float32Array] {
  return [threadId, numbers.map((value) => value + by)];
}

/** Notes a word after some turns; answers all that this thread has noted. */
export async function note(word: string, patience = 0): Promise<readonly string[]> {
  if (patience > 0) await setTimeout(patience);
  done.push(word);
  return [...done];
}

export function fail(why: string): never {
  throw new RangeError(why);
}

export function leave(): never {
  process.exit(3);
}

export const increasing = threadWork(increase, import.meta.url);
export const noting = threadWork(note, import.meta.url);
export const failing = threadWork(fail, import.meta.url);
export const leaving = threadWork(leave, import.meta.url);
