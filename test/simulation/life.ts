import type { Clock } from "../../src/clock.ts";
import type { Timeline } from "./timeline.ts";

/** When the worlds begin: 1 January 2026, in ms since 1970. */
const EPOCH = Date.UTC(2026, 0, 1);

/** Thrown by what a dead process calls, where it cannot be left waiting for ever. */
export class Dead extends Error {
  override readonly name = "Dead";
}

export interface LifeParts {
  readonly timeline: Timeline;
  /** It dies at its so-and-so-manyth step out of the process. */
  readonly diesAt: number;
  /** Not before or after the time of troubles. */
  readonly isMortal: () => boolean;
  readonly onDeath: (where: string) => void;
}

/**
 * One process from its start to its death, and its clock. Whatever leaves the process (a write, a call of a platform) passes
 * `step`, where it may die: as with `kill -9`, nothing of it acts any more. Its timers are gone, its calls are never answered.
 */
export class Life implements Clock {
  readonly timers = new Set<() => void>();
  #alive = true;
  #steps = 0;

  constructor(private readonly parts: LifeParts) {}

  get alive(): boolean {
    return this.#alive;
  }

  now(): number {
    return EPOCH + this.parts.timeline.now + this.parts.timeline.skew;
  }

  after(ms: number, action: () => void): () => void {
    if (!this.#alive) return () => undefined;
    const callOff = this.parts.timeline.after(ms, () => {
      this.timers.delete(callOff);
      action();
    });
    this.timers.add(callOff);
    return () => {
      this.timers.delete(callOff);
      callOff();
    };
  }

  /** Where the process may die. Throws `Dead` when it has. */
  step(where: string): void {
    if (!this.#alive) throw new Dead();
    this.#steps += 1;
    if (this.#steps !== this.parts.diesAt || !this.parts.isMortal()) return;
    this.die(where);
    throw new Dead();
  }

  /** `step` where the caller waits for an answer: of a dead process it waits for ever. */
  async border(where: string): Promise<void> {
    try {
      this.step(where);
    } catch {
      await never();
    }
  }

  /** Lets time pass for this process. */
  async wait(ms: number): Promise<void> {
    return this.#alive ? new Promise((resolve) => this.after(ms, resolve)) : never();
  }

  die(where: string): void {
    if (!this.#alive) return;
    this.#alive = false;
    for (const callOff of this.timers) callOff();
    this.timers.clear();
    this.parts.onDeath(where);
  }
}

async function never(): Promise<never> {
  return new Promise(() => undefined);
}
