import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ownProgram } from "../../own-program.ts";
import type { ThreadWork } from "./thread-work.ts";
import type { Answer, Order } from "./worker.ts";

const PROGRAM = ownProgram("./worker", import.meta.url);

/**
 * Threads beside the one that asks. They are started when first needed and stay for what comes next; while they do nothing they do
 * not keep the process alive.
 */
export class Threads {
  /** How many there are. */
  readonly size: number;
  #threads: Thread[] = [];

  constructor(size = Math.max(1, Math.min(4, availableParallelism()))) {
    this.size = size;
  }

  /** Has work done by the thread with the least to do. Rejects with what it failed with, or when its thread ends. */
  async do<Given extends readonly unknown[], Found>(work: ThreadWork<Given, Found>, ...given: Given): Promise<Found> {
    const idlest = this.all().reduce((least, thread) => (thread.waiting < least.waiting ? thread : least));
    return idlest.do(work, ...given);
  }

  /** All of them, for work that one and the same thread is to do. Those that have ended by themselves are replaced. */
  all(): readonly Thread[] {
    this.#threads = Array.from({ length: this.size }, (_, k) => {
      const thread = this.#threads[k];
      return thread === undefined || thread.ended ? new Thread() : thread;
    });
    return this.#threads;
  }

  /** Starts the threads, and has them load what work needs. */
  warmUp({ module }: { readonly module: string }): void {
    for (const thread of this.all()) thread.load(module);
  }

  /** Ends all threads; what they were doing fails. Who asks again has new ones started. */
  async close(): Promise<void> {
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map(async (thread) => thread.end()));
  }
}

/** What to call when work is done. */
interface Waiting {
  readonly resolve: (found: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread. It does its work in the order in which it is given. */
export class Thread {
  readonly #worker = new Worker(PROGRAM.threadUrl, { execArgv: [] });
  readonly #waiting = new Map<number, Waiting>();
  #numbers = 0;
  #ending = false;
  /** Why it does nothing more. */
  #end: Error | undefined;

  constructor() {
    this.#worker.unref();
    this.#worker
      .on("message", (answer: Answer) => {
        this.#heard(answer);
      })
      .on("error", (error) => {
        this.#failed(error instanceof Error ? error : new Error("a thread failed", { cause: error }));
      })
      .on("exit", (code) => {
        this.#failed(new Error(`a thread ended with code ${code}`));
      });
  }

  /** How much of its work it has not done yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** Has it do work. Rejects with what that failed with, or when the thread ends, or has ended. */
  async do<Given extends readonly unknown[], Found>(
    { module, name }: ThreadWork<Given, Found>,
    ...given: Given
  ): Promise<Found> {
    if (this.#end !== undefined) throw this.#end;
    const number = ++this.#numbers;
    this.#tell({ kind: "do", number, module, name, given });
    if (this.#waiting.size === 0) this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve: resolve as Waiting["resolve"], reject });
    });
  }

  /** Has it load a module, so that the first work of it need not wait for that. */
  load(module: string): void {
    this.#tell({ kind: "load", module });
  }

  async end(): Promise<void> {
    // From here on nothing may let the process end before the thread has.
    this.#ending = true;
    await this.#worker.terminate();
  }

  #tell(order: Order): void {
    this.#worker.postMessage(order);
  }

  #heard(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (this.#waiting.size === 0 && !this.#ending) this.#worker.unref();
    if (answer.kind === "found") waiting?.resolve(answer.found);
    else waiting?.reject(answer.error);
  }

  #failed(error: Error): void {
    this.#end ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** Has work done by one of some threads, or by this one where there are no others. */
export async function doAside<Given extends readonly unknown[], Found>(
  threads: Threads | undefined,
  work: ThreadWork<Given, Found>,
  ...given: Given
): Promise<Found> {
  return threads === undefined ? work.call(...given) : threads.do(work, ...given);
}
