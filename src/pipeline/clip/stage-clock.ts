import { type AnimateOptions, doneWith, type Stage } from "../request.ts";

/** Takes the time of the stages, reports each as done, and stops the work when it is no longer wanted. */
export class StageClock {
  readonly #options: Pick<AnimateOptions, "signal" | "onProgress">;
  readonly #timings = new Map<Stage, number>();
  readonly #start = performance.now();

  constructor(options: Pick<AnimateOptions, "signal" | "onProgress">) {
    this.#options = options;
  }

  /** Runs one stage. Throws what it throws, and the signal's reason when it was aborted meanwhile. */
  async stage<T>(name: Stage, work: () => T | Promise<T>): Promise<T> {
    const { signal, onProgress } = this.#options;
    signal?.throwIfAborted();
    const start = performance.now();
    const made = await work();
    signal?.throwIfAborted();
    this.took(name, performance.now() - start);
    onProgress?.(name, doneWith(name));
    return made;
  }

  /** Notes the milliseconds of a stage, or of one of its parts, that runs beside another one. */
  took(name: Stage, ms: number): void {
    this.#timings.set(name, (this.#timings.get(name) ?? 0) + ms);
  }

  /** Milliseconds of every stage, and from the beginning until now. */
  timings(): Readonly<Record<Stage | "total", number>> {
    const of = (name: Stage): number => this.#timings.get(name) ?? 0;
    return {
      decode: of("decode"),
      detect: of("detect"),
      landmarks: of("landmarks"),
      enhance: of("enhance"),
      rig: of("rig"),
      render: of("render"),
      encode: of("encode"),
      total: performance.now() - this.#start,
    };
  }
}
