import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { ownProgram } from "../../own-program.ts";
import type { Scene } from "../../pipeline/reel/scene.ts";
import type { Clip } from "../../pipeline/request.ts";
import type { Sticker } from "../../pipeline/sticker/sticker.ts";
import type { Marks } from "../../pipeline/verify/marks.ts";
import type { ExportedClip, Original } from "../../pipeline/video/export.ts";
import type { Product } from "../../pipeline/video/formats.ts";
import type {
  ConvertOptions,
  Look,
  LookOptions,
  ReelOptions,
  Rendered,
  RenderOptions,
  RenderRequest,
  Studio,
} from "../contract/studio.ts";
import { WorkerPool } from "./pool.ts";

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
export class LocalStudio implements Studio {
  readonly #looks: WorkerPool;
  readonly #renders: WorkerPool;
  readonly #conversions: WorkerPool;
  readonly #log: LocalStudioOptions["log"];

  constructor(options: LocalStudioOptions) {
    const { renderers, lookLimitMs = 20_000, renderLimitMs = 120_000, convertLimitMs = 60_000, ...given } = options;
    this.#log = options.log;
    const common = { module: WORK, mostMemory: 1.2e9, keptMemory: 900e6, ...given };
    this.#looks = new WorkerPool({ ...common, size: 1, timeLimitMs: lookLimitMs, purpose: "look" });
    this.#renders = new WorkerPool({ ...common, size: renderers, timeLimitMs: renderLimitMs, purpose: "render" });
    this.#conversions = new WorkerPool({ ...common, size: 1, timeLimitMs: convertLimitMs, purpose: "convert" });
  }

  /** Resident memory of all processes in bytes, as each last said. */
  get memory(): number {
    return [this.#looks, this.#renders, this.#conversions].reduce((sum, pool) => sum + pool.memory, 0);
  }

  /** Starts a process of each kind, so that the first photo need not wait for it. */
  warmUp(): void {
    this.#looks.warmUp();
    this.#renders.warmUp();
  }

  async look(photo: Uint8Array, options: LookOptions = {}): Promise<Look> {
    return this.#explained(this.#looks.run(async (worker) => worker.look(photo, options), options));
  }

  async render(request: RenderRequest, options: RenderOptions = {}): Promise<Rendered> {
    const wanted = { signal: options.signal, photo: request.id };
    return this.#explained(this.#renders.run(async (worker) => worker.render(request, options), wanted));
  }

  async convert(clip: Original, options: ConvertOptions): Promise<ExportedClip> {
    return this.#explained(this.#conversions.run(async (worker) => worker.convert(clip, options), options));
  }

  async sticker(request: RenderRequest, options: RenderOptions = {}): Promise<Sticker> {
    const wanted = { signal: options.signal, photo: request.id };
    return this.#explained(this.#renders.run(async (worker) => worker.sticker(request, options), wanted));
  }

  async verify(file: Uint8Array, options: { readonly signal?: AbortSignal } = {}): Promise<Marks> {
    return this.#explained(this.#conversions.run(async (worker) => worker.verify(file, options), options));
  }

  async reel(scenes: readonly Scene[], options: ReelOptions = {}): Promise<Clip> {
    return this.#explained(this.#renders.run(async (worker) => worker.reel(scenes, options), options));
  }

  async products(): Promise<readonly Product[]> {
    return this.#conversions.run(async (worker) => worker.products());
  }

  forget(photos: readonly string[]): void {
    this.#renders.forget(photos);
  }

  async close(): Promise<void> {
    await Promise.all([this.#looks, this.#renders, this.#conversions].map(async (pool) => pool.close()));
  }

  /** People are told in a sentence what is wrong with a photo; the log has what a library said of it. */
  async #explained<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      if (error instanceof UserError) this.#log.debug({ err: error }, "A photo was refused");
      throw error;
    });
  }
}
