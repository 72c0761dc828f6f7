import { UserError } from "../../errors.ts";

/** Longest that reading one picture may take in all, in seconds; ordinary ones take a tenth of one. */
const SECONDS = 10;

export interface DecodeOptions {
  /** Aborted when nobody wants the picture any more. */
  readonly signal?: AbortSignal;
  /** Aborted when reading has taken too long: by default after ten seconds. */
  readonly timeUp?: AbortSignal;
}

/** The end that is set to reading one picture, shared by all the steps of it. */
export class Deadline {
  readonly #signal: AbortSignal | undefined;
  readonly #timeUp: AbortSignal;
  readonly #end = performance.now() + SECONDS * 1000;

  constructor({ signal, timeUp = AbortSignal.timeout(SECONDS * 1000) }: DecodeOptions) {
    this.#signal = signal;
    this.#timeUp = timeUp;
  }

  /** What is left, in whole seconds, at least one: as a library is told that cannot be stopped by a signal. */
  get secondsLeft(): number {
    return Math.max(1, Math.ceil((this.#end - performance.now()) / 1000));
  }

  /** Throws the signal's reason when it was aborted, and `UserError` `tooSlowToRead` when the time is up. */
  throwIfOver(): void {
    this.#signal?.throwIfAborted();
    if (this.#timeUp.aborted) throw this.#timeIsUp();
  }

  /** What the work comes to. When the deadline is over first it throws as `throwIfOver` and lets the work go. */
  async waitFor<T>(work: Promise<T>): Promise<T> {
    const over = this.#signal === undefined ? this.#timeUp : AbortSignal.any([this.#signal, this.#timeUp]);
    let stop: () => void = () => undefined;
    const end = new Promise<never>((_resolve, reject) => {
      stop = () => reject(this.#signal?.aborted ? (this.#signal.reason as Error) : this.#timeIsUp());
      if (over.aborted) stop();
      else over.addEventListener("abort", stop, { once: true });
    });
    try {
      return await Promise.race([end, work]);
    } finally {
      over.removeEventListener("abort", stop);
    }
  }

  #timeIsUp(): UserError {
    return new UserError("tooSlowToRead", {}, { cause: this.#timeUp.reason });
  }
}
