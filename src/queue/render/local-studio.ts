import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { ownProgram } from "../../own-program.ts";
import type { Studio } from "../contract/studio.ts";
import type { Order } from "./messages.ts";
import { WorkerPool } from "./pool.ts";
import { PURPOSE_OF, type Purpose, photoOf } from "./purpose.ts";
import { type CarriedOut, StudioByOrders, type TaskOptions } from "./studio-by-orders.ts";

export interface LocalStudioOptions {
  /** Clips rendered at once, >= 1. */
  readonly renderers: number;
  /** The variables that render processes see: where to find programs (`PATH`, `FFMPEG_PATH`), never a token. */
  readonly environment: Readonly<Record<string, string>>;
  /** A folder for the processes' temporary files, as `openScratch` makes it. */
  readonly scratch: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn" | "debug">;
  /** A look that takes longer is stopped; 20,000 without it. */
  readonly lookLimitMs?: number;
  /** A clip that takes longer is stopped; 120,000 without it. */
  readonly renderLimitMs?: number;
  /** A conversion that takes longer is stopped; 60,000 without it. */
  readonly convertLimitMs?: number;
  /** A process that holds more bytes while it works is ended; 1.2 GB without it. */
  readonly mostMemory?: number;
  /** A process that holds more bytes after its job is replaced; 900 MB without it. */
  readonly keptMemory?: number;
  /** Address (`file:` URL) of the module that exports `openWork`; the pipeline's without it. */
  readonly module?: string;
}

const WORK = ownProgram("./work", import.meta.url).url.href;

/**
 * The studio on this machine. Looks have a process of their own, so that none waits for a clip; they are short, and a second
 * process would only take memory and the same cores. So have conversions, from the first one on: many an operator needs none.
 */
export class LocalStudio extends StudioByOrders implements Studio {
  readonly #pools: Readonly<Record<Purpose, WorkerPool>>;
  readonly #log: LocalStudioOptions["log"];

  constructor(options: LocalStudioOptions) {
    const { renderers, lookLimitMs = 20_000, renderLimitMs = 120_000, convertLimitMs = 60_000, ...given } = options;
    super();
    this.#log = options.log;
    const common = { module: WORK, mostMemory: 1.2e9, keptMemory: 900e6, ...given };
    this.#pools = {
      look: new WorkerPool({ ...common, size: 1, timeLimitMs: lookLimitMs, purpose: "look" }),
      render: new WorkerPool({ ...common, size: renderers, timeLimitMs: renderLimitMs, purpose: "render" }),
      convert: new WorkerPool({ ...common, size: 1, timeLimitMs: convertLimitMs, purpose: "convert" }),
    };
  }

  /** Resident memory of all processes in bytes, as each last said. */
  get memory(): number {
    return Object.values(this.#pools).reduce((sum, pool) => sum + pool.memory, 0);
  }

  /** Starts a process of each kind, so that the first photo need not wait for it. */
  warmUp(): void {
    this.#pools.look.warmUp();
    this.#pools.render.warmUp();
  }

  forget(photos: readonly string[]): void {
    this.#pools.render.forget(photos);
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#pools).map(async (pool) => pool.close()));
  }

  protected override async perform(order: Order, given: Uint8Array, options: TaskOptions): Promise<CarriedOut> {
    const pool = this.#pools[PURPOSE_OF[order.kind]];
    const wanted = { signal: options.signal, photo: photoOf(order) };
    try {
      return await pool.run(async (worker) => worker.perform(order, given, options), wanted);
    } catch (error) {
      // People are told in a sentence what is wrong with a photo; the log has what a library said of it.
      if (error instanceof UserError) this.#log.debug({ err: error }, "A photo was refused");
      throw error;
    }
  }
}
