const HOUR_MS = 3_600_000;
/** A report of the same message by the same person tells nothing new for so long. */
const REMEMBERED_MS = 24 * HOUR_MS;
const PER_PERSON = 5;
const IN_ALL = 30;

/** Whether a report is passed on to the operators, and if not, why and for how many minutes. */
export type ReportVerdict =
  | { readonly kind: "taken" }
  | { readonly kind: "again" }
  | { readonly kind: "enough"; readonly minutes: number };

interface Taken {
  readonly person: string;
  readonly message: string;
  readonly at: number;
}

/**
 * Reports that were passed on lately: each of a message once for each person, a few an hour of a person, some an hour in all, so
 * that nobody can bury the others' under theirs. In memory only, and bounded by these limits: 720 of a day.
 */
export class Reports {
  #taken: Taken[] = [];
  /** When any were passed on in the last hour, also those of people who are forgotten. */
  #times: number[] = [];

  constructor(private readonly now: () => number) {}

  /** Takes a report of a message (`<chat> <message>`), or says why not. */
  take(person: string, message: string): ReportVerdict {
    const now = this.now();
    this.#taken = this.#taken.filter(({ at }) => at > now - REMEMBERED_MS);
    this.#times = this.#times.filter((at) => at > now - HOUR_MS);
    const own = this.#taken.filter((report) => report.person === person);
    if (own.some((report) => report.message === message)) return { kind: "again" };
    const lately = own.map(({ at }) => at).filter((at) => at > now - HOUR_MS);
    const wait = Math.max(waitFor(lately, PER_PERSON, now), waitFor(this.#times, IN_ALL, now));
    if (wait > 0) return { kind: "enough", minutes: Math.ceil(wait / 60_000) };
    this.#taken.push({ person, message, at: now });
    this.#times.push(now);
    return { kind: "taken" };
  }

  /** Forgets who reported what; what they took of everybody's hour stays taken. */
  forget(person: string): void {
    this.#taken = this.#taken.filter((report) => report.person !== person);
  }
}

/** Milliseconds until one more may follow, when `times` (oldest first) were in the last hour. */
function waitFor(times: readonly number[], most: number, now: number): number {
  const oldest = times[times.length - most];
  return oldest === undefined ? 0 : oldest + HOUR_MS - now;
}
