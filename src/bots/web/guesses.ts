const REMEMBERED_MS = 600_000;
/** So many wrong secrets in ten minutes are somebody's bad memory. */
const FORGIVEN = 10;
const DELAY_EACH_MS = 250;
const LONGEST_DELAY_MS = 10_000;

/**
 * Wrong secrets that were given lately, whoever gave them and from wherever they said they came: the more there were, the
 * longer everybody's next try takes.
 */
export class Guesses {
  readonly #wrong: number[] = [];

  constructor(private readonly now: () => number) {}

  /** A wrong secret was given. */
  note(): void {
    this.#wrong.push(this.now());
    // More than these would not make the delay longer.
    if (this.#wrong.length > FORGIVEN + LONGEST_DELAY_MS / DELAY_EACH_MS) this.#wrong.shift();
  }

  /** How long the next try has to wait, in ms. */
  delayMs(): number {
    const since = this.now() - REMEMBERED_MS;
    const lately = this.#wrong.filter((at) => at > since).length;
    return Math.min(LONGEST_DELAY_MS, DELAY_EACH_MS * Math.max(0, lately - FORGIVEN));
  }
}
