import type { Clock } from "../../clock.ts";

const FIRST_MS = 15_000;
const LONGEST_MS = 600_000;

interface Retry {
  readonly tries: number;
  readonly callOff: () => void;
}

/** When to try again what cannot be done just now, as on a platform that cannot be reached: ever later, up to ten minutes. */
export class Retries {
  readonly #waiting = new Map<string, Retry>();
  #closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly again: (id: string) => void,
  ) {}

  later(id: string): void {
    if (this.#closed) return;
    const { tries, callOff } = this.#waiting.get(id) ?? { tries: 0, callOff: () => undefined };
    callOff();
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
    this.#waiting.set(id, {
      tries: tries + 1,
      callOff: this.clock.after(wait, () => {
        this.again(id);
      }),
    });
  }

  /** Whether it is being tried again. */
  has(id: string): boolean {
    return this.#waiting.has(id);
  }

  /** It has been answered, or will not be. */
  ended(id: string): void {
    this.#waiting.get(id)?.callOff();
    this.#waiting.delete(id);
  }

  /** Lets go of all; the journal still has them. */
  close(): void {
    this.#closed = true;
    for (const id of this.#waiting.keys()) this.ended(id);
  }
}
