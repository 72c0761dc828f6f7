import type { Logger } from "pino";
import { StudioFailed } from "../contract/studio.ts";
import type { WorkerProcessOptions } from "./process.ts";
import { RenderProcess } from "./render-process.ts";

export interface WorkerPoolOptions extends WorkerProcessOptions {
  /** Render processes at most, >= 1. */
  readonly size: number;
  readonly log: Pick<Logger, "warn">;
  /** A process that has grown beyond so many bytes is replaced after its job. */
  readonly keptMemory: number;
}

/** Which process a job wants: a fresh one, or one that remembers its photo. */
interface Wanted {
  readonly fresh: boolean;
  readonly photo?: string | undefined;
}

/** Does jobs in processes of their own, started when first needed and kept warm. */
export class WorkerPool {
  readonly #idle: RenderProcess[] = [];
  readonly #all = new Set<RenderProcess>();
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(private readonly options: WorkerPoolOptions) {}

  /** Starts one process, so that the first photo need not wait for it. */
  warmUp(): void {
    if (this.#all.size === 0) this.#idle.push(this.#spawn());
  }

  /** Resident memory of all processes in bytes, as each said after its last job. */
  get memory(): number {
    return [...this.#all].reduce((sum, worker) => sum + worker.memory, 0);
  }

  /** Has a process do a job, if possible one that remembers the photo, and once more on a fresh one if that crashes. */
  async run<T>(
    job: (worker: RenderProcess) => Promise<T>,
    { signal, photo }: { readonly signal?: AbortSignal | undefined; readonly photo?: string | undefined } = {},
  ): Promise<T> {
    try {
      return await this.#once(job, { fresh: false, photo });
    } catch (error) {
      const crashed = error instanceof StudioFailed && error.failure === "crash";
      if (!crashed || this.#closed || signal?.aborted === true) throw error;
      this.options.log.warn({ err: error }, "A render process crashed; trying once more on a fresh one");
      return await this.#once(job, { fresh: true });
    }
  }

  /** Has every process drop what it keeps of photos. */
  forget(photos: readonly string[]): void {
    for (const worker of this.#all) worker.forget(photos);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#all].map(async (worker) => worker.end()));
  }

  async #once<T>(job: (worker: RenderProcess) => Promise<T>, wanted: Wanted): Promise<T> {
    const worker = await this.#borrow(wanted);
    try {
      return await job(worker);
    } finally {
      this.#giveBack(worker);
    }
  }

  async #borrow({ fresh, photo }: Wanted): Promise<RenderProcess> {
    for (;;) {
      if (this.#closed) throw new StudioFailed("crash", "The render processes were ended");
      const knows = photo === undefined ? -1 : this.#idle.findIndex((worker) => worker.remembers(photo));
      const [worker] = this.#idle.splice(knows, 1);
      if (worker !== undefined && worker.usable && !fresh) return worker;
      if (worker !== undefined) this.#drop(worker);
      if (this.#all.size < this.options.size) return this.#spawn();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #giveBack(worker: RenderProcess): void {
    if (worker.usable && worker.memory <= this.options.keptMemory) this.#idle.push(worker);
    else this.#drop(worker);
    this.#waiting.shift()?.();
  }

  #spawn(): RenderProcess {
    const worker = new RenderProcess(this.options);
    this.#all.add(worker);
    return worker;
  }

  #drop(worker: RenderProcess): void {
    this.#all.delete(worker);
    void worker.end();
  }
}
