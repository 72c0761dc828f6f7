import type { Clock } from "../../../src/clock.ts";

/** A clock that runs so many times faster than the real one, for tests in which real connections take real time. */
export class QuickClock implements Clock {
  readonly #start = Date.now();
  #ahead = 0;

  constructor(private readonly speed = 10) {}

  now(): number {
    return this.#start + (Date.now() - this.#start) * this.speed + this.#ahead;
  }

  after(ms: number, action: () => void): () => void {
    const timer = setTimeout(action, ms / this.speed);
    return () => clearTimeout(timer);
  }

  /** Resolves when so much time has passed on this clock. */
  async passed(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Lets time pass for whoever asks what time it is. */
  skip(ms: number): void {
    this.#ahead += ms;
  }
}
