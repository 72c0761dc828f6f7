/** Something that changes, and on whose changes tests wait instead of sleeping. */
export class Changes {
  readonly #waiting = new Set<() => void>();

  /** Runs `look` after every change until it gives something. Rejects after `withinMs`. */
  async until<T>(what: string, look: () => T | undefined, withinMs = 15_000): Promise<T> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`waited ${withinMs} ms for ${what}`);
      await this.#nextChange(left);
    }
  }

  /** Wakes everybody who waits for something to happen. */
  changed(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves at the next change, or after `ms`. */
  async #nextChange(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#waiting.add(wake);
    });
  }
}
