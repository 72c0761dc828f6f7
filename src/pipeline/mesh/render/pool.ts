import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { ownProgram } from "../../../own-program.ts";
import type { Motion } from "../../motion/drive.ts";
import type { Scene } from "../scene.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker.ts";

const PROGRAM = ownProgram("./worker", import.meta.url);

/** Frames that may be ready or in work before the reader takes the first: enough to keep all workers busy. */
const AHEAD = 3;

/**
 * Frames that a reader may still be using while it asks for the next. Earlier ones are drawn over: left to the garbage
 * collector, which does not see how large they are, a clip's frames pile up to more than all the rest takes.
 */
const HELD = 3;

/** Worker threads that render frames; they stay for the next clip, and between clips they do not keep the process alive. */
export class RenderPool {
  readonly #workers: Worker[];
  readonly #ended = new WeakSet<Worker>();
  #runs = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(size = Math.max(1, Math.min(4, availableParallelism()))) {
    this.#workers = Array.from({ length: size }, () => this.#start());
  }

  /**
   * Renders all frames of a scene, in order; its layers' motions (one each) are equally long. Frames are asked for a few ahead of the reader and no further (backpressure).
   * A frame is the reader's until it asks for the third one after it; then its memory is taken back.
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
    const run = new Run(++this.#runs, this.#workers, frames);
    for (const worker of this.#workers) worker.ref();
    try {
      run.start(scene, motions);
      const given: Uint8Array<ArrayBuffer>[] = [];
      for (let frame = 0; frame < frames; frame++) {
        signal?.throwIfAborted();
        if (given.length === HELD) run.takeBack(given.shift()!);
        const rgb = await run.take(frame);
        given.push(rgb);
        yield rgb;
      }
    } finally {
      run.detach();
      for (const worker of this.#workers) worker.unref();
      end();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map(async (worker) => worker.terminate()));
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
    this.#workers.forEach((worker, k) => {
      if (this.#ended.has(worker)) this.#workers[k] = this.#start();
    });
  }
}

/** One clip on the workers: frame n goes to worker n mod workers; answers wait here until the reader wants them. */
class Run {
  /** Workers go on with what they were asked for when a clip is given up: by its number a late answer is told from ours. */
  readonly #number: number;
  readonly #workers: readonly Worker[];
  readonly #frames: number;
  readonly #ready = new Map<number, Uint8Array<ArrayBuffer>>();
  readonly #waiting = new Map<number, (rgb: Uint8Array<ArrayBuffer>) => void>();
  readonly #spare: Uint8Array<ArrayBuffer>[] = [];
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
    const { frame, rgb } = answer;
    const waiting = this.#waiting.get(frame);
    if (!waiting) {
      this.#ready.set(frame, rgb);
      return;
    }
    this.#waiting.delete(frame);
    waiting(rgb);
  };
  readonly #onError = (error: unknown): void => {
    this.#fail(error);
  };
  readonly #onExit = (code: number): void => {
    this.#fail(new Error(`a render thread ended with code ${code}`));
  };

  constructor(number: number, workers: readonly Worker[], frames: number) {
    this.#number = number;
    this.#workers = [...workers];
    this.#frames = frames;
    this.#failed.catch(() => undefined);
    for (const worker of workers)
      worker.on("message", this.#onAnswer).on("error", this.#onError).on("exit", this.#onExit);
  }

  start(scene: Scene, motions: readonly Motion[]): void {
    const values = motions.map((motion) => motion.values);
    const request: WorkerRequest = { kind: "scene", run: this.#number, scene, values };
    for (const worker of this.#workers) worker.postMessage(request);
  }

  /** A frame that the reader is done with. */
  takeBack(rgb: Uint8Array<ArrayBuffer>): void {
    this.#spare.push(rgb);
  }

  async take(frame: number): Promise<Uint8Array<ArrayBuffer>> {
    const ahead = Math.min(this.#frames, frame + 1 + AHEAD * this.#workers.length);
    for (; this.#asked < ahead; this.#asked++) {
      const spare = this.#spare.pop();
      const request: WorkerRequest = { kind: "frame", run: this.#number, frame: this.#asked, ...(spare && { spare }) };
      this.#workers[this.#asked % this.#workers.length]!.postMessage(request, spare ? [spare.buffer] : []);
    }
    const ready = this.#ready.get(frame);
    if (ready) {
      this.#ready.delete(frame);
      return ready;
    }
    const answer = new Promise<Uint8Array<ArrayBuffer>>((resolve) => this.#waiting.set(frame, resolve));
    return Promise.race([answer, this.#failed]);
  }

  detach(): void {
    for (const worker of this.#workers)
      worker.off("message", this.#onAnswer).off("error", this.#onError).off("exit", this.#onExit);
  }
}
