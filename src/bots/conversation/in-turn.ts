/** Does work with the same key one piece after another, in the order in which it was given. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Resolves and rejects as the work does; work that fails holds up none behind it. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const working = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const settled = working.catch(() => undefined);
    this.#last.set(key, settled);
    try {
      return await working;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }
}
