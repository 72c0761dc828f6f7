const REMEMBERED = 25;
const FIRST_GUESS_MS = 8000;

/** How fast jobs have been lately, for estimates. */
export class Pace {
  #recent: number[];

  /** @param recent running times of earlier jobs in milliseconds, oldest first. */
  constructor(recent: readonly number[] = []) {
    this.#recent = recent.slice(-REMEMBERED);
  }

  /** Notes the running time of a job that was really rendered. */
  note(milliseconds: number): void {
    this.#recent = [...this.#recent, milliseconds].slice(-REMEMBERED);
  }

  get medianMs(): number {
    const sorted = this.#recent.toSorted((a, b) => a - b);
    const middle = sorted.length / 2;
    const upper = sorted[Math.floor(middle)];
    const lower = sorted[Math.ceil(middle) - 1];
    return upper === undefined || lower === undefined ? FIRST_GUESS_MS : (lower + upper) / 2;
  }

  /**
   * Seconds until the job at a place is finished, >= 1.
   * @param place 1 is next; 0 has already begun.
   * @param running jobs running now.
   * @param slots jobs that can run at once; without any, as if there were one soon.
   */
  secondsUntilDone(place: number, running: number, slots: number): number {
    const roundsBefore = place === 0 ? 0 : Math.floor((place - 1 + running) / Math.max(1, slots));
    return Math.max(1, Math.round(((roundsBefore + 1) * this.medianMs) / 1000));
  }
}
