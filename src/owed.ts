import type { Logger } from "pino";
import { attempt } from "./attempt.ts";
import type { Clock } from "./clock.ts";

const AGAIN_MS = 60_000;

/** Writes that must be made and cannot just now, as on a full disk: each is tried again every minute until it is made. */
export class Owed {
  readonly #writes = new Map<string, () => void>();
  #closed = false;

  constructor(
    private readonly clock: Clock,
    private readonly log: Pick<Logger, "error">,
  ) {}

  /** Makes a write now or, where it fails, later. `what` is as in `attempt`, `key` names the write. Never rejects. */
  async make(key: string, what: string, write: () => unknown): Promise<void> {
    this.#callOff(key);
    if ((await attempt(this.log, what, write)) || this.#closed) return;
    this.#writes.set(
      key,
      this.clock.after(AGAIN_MS, () => void this.make(key, what, write)),
    );
  }

  /** Whether a write is still to be made. */
  has(key: string): boolean {
    return this.#writes.has(key);
  }

  /** Tries nothing again; the next start finds what was not written. */
  close(): void {
    this.#closed = true;
    for (const key of [...this.#writes.keys()]) this.#callOff(key);
  }

  #callOff(key: string): void {
    this.#writes.get(key)?.();
    this.#writes.delete(key);
  }
}
