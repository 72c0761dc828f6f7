import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ownProgram } from "../../../own-program.ts";
import type { Motion } from "../../motion/drive.ts";
import type { Scene } from "../scene.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker.ts";

const PROGRAM = ownProgram("./worker", import.meta.url);

/** Frames that may be ready or in work before the reader takes the first: enough to keep all workers busy. */
const AHEAD = 3;

/** Worker threads that render frames; they stay for the next clip, and between clips they do not keep the process alive. */
export class RenderPool {
  readonly #size: number;
  readonly #workers: Worker[];
  readonly #ended = new WeakSet<Worker>();
  #runs = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(size = Math.max(1, Math.min(4, availableParallelism()))) {
    this.#size = size;
    this.#workers = Array.from({ length: size }, () => this.#start());
  }

  /**
   * Renders all frames of a scene, in order; its layers' motions (one each) are equally long. Frames are asked for a few ahead
   * of the reader and no further (backpressure). A frame is the reader's until it asks for the next one; then it is drawn over.
   * One clip at a time: who asks while another clip is rendered waits until that one has ended.
   *
   * Throws what a thread failed with, or the signal's reason when aborted; the pool stays fit for the next clip.
   */
  async *render(scene: Scene, motions: readonly Motion[], signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const before = this.#last;
    let end: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    this.#replaceEnded();
    const frames = motions[0]?.frames ?? 0;
    const run = new Run(++this.#runs, this.#workers, { frames, bytes: scene.width * scene.height * 3 });
    for (const worker of this.#workers) worker.ref();
    try {
      run.start(scene, motions);
      for (let frame = 0; frame < frames; frame++) {
        signal?.throwIfAborted();
        yield await run.take(frame);
      }
    } finally {
      run.detach();
      for (const worker of this.#workers) worker.unref();
      end();
    }
  }

  async close(): Promise<void> {
    // Out of the clips' reach: one that is given up only now must not let the process end before its threads have.
    const workers = this.#workers.splice(0);
    await Promise.all(workers.map(async (worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(PROGRAM.threadUrl, { execArgv: [] });
    worker.unref();
    const ended = (): unknown => this.#ended.add(worker);
    // Between two clips nobody else listens, and an error that nobody hears would end the process.
    worker.on("error", ended).on("exit", ended);
    return worker;
  }

  #replaceEnded(): void {
    for (let k = 0; k < this.#size; k++) {
      const worker = this.#workers[k];
      if (worker === undefined || this.#ended.has(worker)) this.#workers[k] = this.#start();
    }
  }
}

/**
 * One clip on the workers: frame n goes to worker n mod workers, who draws it into a ring of frames that all threads see. The
 * ring holds the frame that the reader has and those that may be ahead of it, no more: so a frame is drawn over when the reader
 * asks for the next one. Each clip has a ring of its own, because workers may still be drawing for one that was given up.
 */
class Run {
  /** Workers go on with what they were asked for when a clip is given up: by its number a late answer is told from ours. */
  readonly #number: number;
  readonly #workers: readonly Worker[];
  readonly #frames: number;
  readonly #ahead: number;
  readonly #ring: readonly Uint8Array[];
  readonly #ready = new Set<number>();
  readonly #waiting = new Map<number, () => void>();
  #asked = 0;
  #fail: (error: unknown) => void = () => undefined;
  readonly #failed = new Promise<never>((_, reject) => {
    this.#fail = reject;
  });
  readonly #onAnswer = (answer: WorkerAnswer): void => {
    if (answer.run !== this.#number) return;
    if (answer.kind === "failed") {
      this.#fail(answer.error);
      return;
    }
    const { frame } = answer;
    this.#ready.add(frame);
    this.#waiting.get(frame)?.();
  };
  readonly #onError = (error: unknown): void => {
    this.#fail(error);
  };
  readonly #onExit = (code: number): void => {
    this.#fail(new Error(`a render thread ended with code ${code}`));
  };

  constructor(
    number: number,
    workers: readonly Worker[],
    { frames, bytes }: { readonly frames: number; readonly bytes: number },
  ) {
    this.#number = number;
    this.#workers = [...workers];
    this.#frames = frames;
    this.#ahead = AHEAD * workers.length;
    const slots = Math.min(frames, this.#ahead + 1);
    const memory = new SharedArrayBuffer(slots * bytes);
    this.#ring = Array.from({ length: slots }, (_, slot) => new Uint8Array(memory, slot * bytes, bytes));
    this.#failed.catch(() => undefined);
    for (const worker of workers)
      worker.on("message", this.#onAnswer).on("error", this.#onError).on("exit", this.#onExit);
  }

  start(scene: Scene, motions: readonly Motion[]): void {
    const values = motions.map((motion) => motion.values);
    const request: WorkerRequest = { kind: "scene", run: this.#number, scene, values, ring: this.#ring };
    for (const worker of this.#workers) worker.postMessage(request);
  }

  /** A frame, the reader's until the next one is taken. */
  async take(frame: number): Promise<Uint8Array> {
    for (; this.#asked < Math.min(this.#frames, frame + 1 + this.#ahead); this.#asked++) {
      const request: WorkerRequest = { kind: "frame", run: this.#number, frame: this.#asked };
      this.#workers[this.#asked % this.#workers.length]!.postMessage(request);
    }
    if (!this.#ready.has(frame)) {
      const drawn = new Promise<void>((resolve) => this.#waiting.set(frame, resolve));
      await Promise.race([drawn, this.#failed]);
      this.#waiting.delete(frame);
    }
    this.#ready.delete(frame);
    return this.#ring[frame % this.#ring.length]!;
  }

  /** The workers need not keep what the clip was drawn from. */
  detach(): void {
    for (const worker of this.#workers) {
      worker.off("message", this.#onAnswer).off("error", this.#onError).off("exit", this.#onExit);
      worker.postMessage({ kind: "end", run: this.#number } satisfies WorkerRequest);
    }
  }
}
