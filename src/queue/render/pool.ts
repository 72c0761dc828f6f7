import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { ownProgram } from "../../own-program.ts";
import type { AnimateOptions, AnimateRequest } from "../../pipeline/request.ts";
import { RenderProcess } from "./process.ts";
import { type Rendered, type Renderer, RenderFailed } from "./renderer.ts";

export interface WorkerPoolOptions {
  /** Render processes at most, >= 1. */
  readonly size: number;
  /** The variables that render processes see: where to find programs (`PATH`, `FFMPEG_PATH`), never a token. */
  readonly environment: Readonly<Record<string, string>>;
  /** A folder for the processes' temporary files, as `openScratch` makes it. */
  readonly scratch: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
  /** A render that takes longer is stopped; 120,000 without it. */
  readonly timeLimitMs?: number;
  /** A process that has grown beyond so many bytes is replaced after its job; 1.5 GiB without it. */
  readonly memoryLimit?: number;
  /** Address (`file:` URL) of the module that exports `openPipeline`; the pipeline's without it. */
  readonly module?: string;
}

const PIPELINE = ownProgram("../../pipeline/index", import.meta.url).url.href;

/** Renders in processes of their own, started when first needed and kept warm. */
export class WorkerPool implements Renderer {
  readonly #options: Required<WorkerPoolOptions>;
  readonly #idle: RenderProcess[] = [];
  readonly #all = new Set<RenderProcess>();
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = { timeLimitMs: 120_000, memoryLimit: 1.5 * 2 ** 30, module: PIPELINE, ...options };
  }

  /** Starts one process, so that the first photo need not wait for it. */
  warmUp(): void {
    if (this.#all.size === 0) this.#idle.push(this.#spawn());
  }

  async render(request: AnimateRequest, options: AnimateOptions): Promise<Rendered> {
    try {
      return await this.#once(request, options, false);
    } catch (error) {
      const crashed = error instanceof RenderFailed && error.failure === "crash";
      if (!crashed || this.#closed || options.signal?.aborted === true) throw error;
      this.#options.log.warn({ err: error }, "A render process crashed; trying once more on a fresh one");
      return await this.#once(request, options, true);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#all].map((worker) => worker.end()));
  }

  async #once(request: AnimateRequest, options: AnimateOptions, fresh: boolean): Promise<Rendered> {
    const worker = await this.#borrow(fresh);
    try {
      return await worker.render(request, options);
    } finally {
      this.#giveBack(worker);
    }
  }

  async #borrow(fresh: boolean): Promise<RenderProcess> {
    for (;;) {
      if (this.#closed) throw new RenderFailed("crash", "The render processes were ended");
      const worker = this.#idle.pop();
      if (worker !== undefined && worker.usable && !fresh) return worker;
      if (worker !== undefined) this.#drop(worker);
      if (this.#all.size < this.#options.size) return this.#spawn();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #giveBack(worker: RenderProcess): void {
    if (worker.usable && worker.memory <= this.#options.memoryLimit) this.#idle.push(worker);
    else this.#drop(worker);
    this.#waiting.shift()?.();
  }

  #spawn(): RenderProcess {
    const worker = new RenderProcess(this.#options);
    this.#all.add(worker);
    return worker;
  }

  #drop(worker: RenderProcess): void {
    this.#all.delete(worker);
    void worker.end();
  }
}
