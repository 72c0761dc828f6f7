import type { Motion } from "../../motion/drive.ts";
import type { Thread, Threads } from "../../threads/threads.ts";
import type { Scene } from "../scene.ts";
import { beginning, drawing, ending } from "./drawing.ts";

/** Frames of each thread that may be ready or in work before the reader takes the first: enough to keep it busy while a reader begins. */
const AHEAD = 5;

/** Renders clips on some threads, one clip after the other. */
export class RenderPool {
  #last: Promise<void> = Promise.resolve();

  constructor(private readonly threads: Threads) {}

  /**
   * Renders all frames of a scene, in order; its layers' motions (one each) are equally long. Frames are asked for a few ahead
   * of the reader and no further (backpressure). A frame is the reader's until it asks for the next one; then it is drawn over.
   * One clip at a time: who asks while another clip is rendered waits until that one has ended.
   *
   * Throws what a thread failed with, or the signal's reason when aborted; the threads stay fit for the next clip.
   */
  async *render(scene: Scene, motions: readonly Motion[], signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const before = this.#last;
    let end: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    const frames = motions[0]?.frames ?? 0;
    const run = new Run(this.threads.all(), scene, { motions, frames });
    try {
      for (let frame = 0; frame < frames; frame++) {
        signal?.throwIfAborted();
        yield await run.take(frame);
      }
    } finally {
      run.end();
      end();
    }
  }
}

/**
 * One clip on the threads: frame n goes to thread n mod their number, who draws it into a ring of frames that all threads see. The
 * ring holds the frame that the reader has and those that may be ahead of it, no more: so a frame is drawn over when the reader
 * asks for the next one. Each clip has a ring of its own, because threads may still be drawing for one that was given up.
 */
class Run {
  readonly #threads: readonly Thread[];
  readonly #frames: number;
  readonly #ahead: number;
  readonly #ring: readonly Uint8Array[];
  /** That all threads know the scene, and for each frame that was asked for and not taken that it is drawn. */
  readonly #begun: Promise<unknown>;
  readonly #drawn = new Map<number, Promise<void>>();
  #asked = 0;

  constructor(
    threads: readonly Thread[],
    scene: Scene,
    { motions, frames }: { readonly motions: readonly Motion[]; readonly frames: number },
  ) {
    this.#threads = threads;
    this.#frames = frames;
    this.#ahead = AHEAD * threads.length;
    const slots = Math.min(frames, this.#ahead + 1);
    const bytes = scene.width * scene.height * 3;
    const memory = new SharedArrayBuffer(slots * bytes);
    this.#ring = Array.from({ length: slots }, (_, slot) => new Uint8Array(memory, slot * bytes, bytes));
    const values = motions.map((motion) => motion.values);
    this.#begun = Promise.all(threads.map(async (thread) => thread.do(beginning, scene, values, this.#ring)));
    mayFail(this.#begun);
  }

  /** A frame, the reader's until the next one is taken. */
  async take(frame: number): Promise<Uint8Array> {
    for (; this.#asked < Math.min(this.#frames, frame + 1 + this.#ahead); this.#asked++) {
      const thread = this.#threads[this.#asked % this.#threads.length]!;
      const drawn = thread.do(drawing, this.#asked);
      mayFail(drawn);
      this.#drawn.set(this.#asked, drawn);
    }
    await Promise.all([this.#begun, this.#drawn.get(frame)]);
    this.#drawn.delete(frame);
    return this.#ring[frame % this.#ring.length]!;
  }

  /** The threads need not keep what the clip was drawn from. */
  end(): void {
    for (const thread of this.#threads) mayFail(thread.do(ending));
  }
}

/** Some work may fail when nobody waits for it any more, or ever did. */
function mayFail(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
