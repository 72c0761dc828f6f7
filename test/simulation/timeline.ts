interface Timer {
  readonly at: number;
  readonly action: () => void;
}

/** More happenings than any seed needs: something goes round in circles. */
const MOST_HAPPENINGS = 200_000;

/** The time of a simulated world: what is due happens one after the other, and nothing in between. */
export class Timeline {
  /** Milliseconds since the world began. Never jumps. */
  now = 0;
  /** By how much the clocks on its walls are wrong. */
  skew = 0;
  /** By time, and those of one time in the order in which they were set. */
  readonly #timers: Timer[] = [];
  #happenings = 0;

  /** Runs `action` once after a time; returns a function that calls it off. */
  after(ms: number, action: () => void): () => void {
    const timer = { at: this.now + Math.max(0, Math.round(ms)), action };
    let place = this.#timers.length;
    while (place > 0 && (this.#timers[place - 1]?.at ?? 0) > timer.at) place -= 1;
    this.#timers.splice(place, 0, timer);
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index >= 0) this.#timers.splice(index, 1);
    };
  }

  /** Lets time pass. Whatever an action sets off that needs no time is done before the next one. */
  async run(ms: number): Promise<void> {
    const until = this.now + ms;
    await turn();
    for (;;) {
      const [next] = this.#timers;
      if (next === undefined || next.at > until) break;
      this.#timers.shift();
      this.now = next.at;
      next.action();
      await turn();
      if (++this.#happenings > MOST_HAPPENINGS) throw new Error("the world does not come to rest");
    }
    this.now = until;
  }
}

async function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
