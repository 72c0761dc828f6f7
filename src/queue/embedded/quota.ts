const HOUR_MS = 3_600_000;

/**
 * Clips per user and hour. Kept in memory and filled from the ledger at start, so that asking to be forgotten leaves nothing on
 * disk and gains nobody more clips.
 */
export class Quota {
  readonly #taken = new Map<string, Map<string, number>>();

  constructor(private readonly perHour: number) {}

  /** Counts a job that was accepted at a time (ms). */
  take(user: string, job: string, at: number): void {
    const taken = this.#taken.get(user) ?? new Map<string, number>();
    this.#taken.set(user, taken.set(job, at));
  }

  /** A job that gave no clip does not count, unless it took all the time that one may take. */
  giveBack(user: string, job: string): void {
    const taken = this.#taken.get(user);
    taken?.delete(job);
    if (taken?.size === 0) this.#taken.delete(user);
  }

  /** Users about whom something is known. */
  get size(): number {
    return this.#taken.size;
  }

  /** Forgets what no longer counts, also of people who never come back. */
  sweep(now: number): void {
    for (const user of this.#taken.keys()) this.waitFor(user, now);
  }

  /** Milliseconds until the user may have another clip; 0 when they may now. */
  waitFor(user: string, now: number): number {
    const taken = this.#taken.get(user);
    if (taken === undefined) return 0;
    for (const [job, at] of taken) if (at <= now - HOUR_MS) taken.delete(job);
    if (taken.size === 0) this.#taken.delete(user);
    if (taken.size < this.perHour) return 0;
    const blocking = [...taken.values()].sort((a, b) => a - b)[taken.size - this.perHour] ?? now;
    return blocking + HOUR_MS - now;
  }
}
