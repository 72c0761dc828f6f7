import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import type { Clock } from "../../clock.ts";
import { Owed } from "../../owed.ts";
import type { Job } from "../contract/job.ts";
import type { JobListener } from "../contract/queue.ts";
import type { Answer, JobLedger } from "./ledger.ts";
import type { Listeners } from "./listeners.ts";

const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 600_000;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const TRIES_AT_LEAST = 3;

interface Pending {
  readonly job: Job;
  readonly answer: Answer;
  readonly finishedAt: number;
  tries: number;
  telling: Promise<void> | null;
  callOff: () => void;
}

/** Answers that have not reached their chats: told to the platform's listener, again and again until acknowledged. */
export class Undelivered {
  readonly #pending = new Map<string, Pending>();
  readonly #listeners: Pick<Listeners, "get">;
  readonly #ledger: JobLedger;
  readonly #clock: Clock;
  readonly #log: Pick<Logger, "warn" | "error">;
  readonly #owed: Owed;
  #stopped = true;

  constructor(
    listeners: Pick<Listeners, "get">,
    parts: { readonly ledger: JobLedger; readonly clock: Clock; readonly log: Pick<Logger, "warn" | "error"> },
  ) {
    this.#listeners = listeners;
    this.#ledger = parts.ledger;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#owed = new Owed(parts.clock, parts.log);
  }

  get size(): number {
    return this.#pending.size;
  }

  jobs(): Job[] {
    return [...this.#pending.values()].map((pending) => pending.job);
  }

  /** Takes charge of an answer that the ledger holds. */
  add(job: Job, answer: Answer, finishedAt: number): void {
    const pending: Pending = { job, answer, finishedAt, tries: 0, telling: null, callOff: () => undefined };
    this.#pending.set(job.id, pending);
    this.#tell(pending);
  }

  start(): void {
    this.#stopped = false;
    for (const pending of this.#pending.values()) this.#tell(pending);
  }

  /** Tells nothing from now on; what is being told goes on. */
  stop(): void {
    this.#stopped = true;
    this.#owed.close();
    for (const pending of this.#pending.values()) pending.callOff();
  }

  /** A platform has a listener now: tells it what waits for it. */
  listenerCame(platform: string): void {
    for (const pending of this.#pending.values()) if (pending.job.platform === platform) this.#tell(pending);
  }

  acknowledge(id: string): void {
    this.#ledger.answered(id);
    this.withdraw(id);
  }

  /**
   * Gives up what is old and has no listener: its platform is switched off, and its photo must not be kept for that. Not to be
   * called before platforms have had time to come.
   */
  giveUpUnheard(): void {
    for (const pending of [...this.#pending.values()]) {
      if (this.#listeners.get(pending.job.platform) === undefined && this.#isOld(pending)) this.#giveUp(pending);
    }
  }

  /** Drops an answer without telling. */
  withdraw(id: string): void {
    this.#pending.get(id)?.callOff();
    this.#pending.delete(id);
  }

  /** Resolves when nothing is being told. */
  async settled(): Promise<void> {
    for (;;) {
      const telling = [...this.#pending.values()].flatMap(({ telling }) => (telling === null ? [] : [telling]));
      if (telling.length === 0) return;
      await Promise.race(telling);
    }
  }

  #tell(pending: Pending): void {
    const listener = this.#listeners.get(pending.job.platform);
    if (this.#stopped || listener === undefined || pending.telling !== null) return;
    pending.callOff();
    pending.tries += 1;
    pending.telling = this.#call(listener, pending).finally(() => {
      pending.telling = null;
      if (this.#pending.get(pending.job.id) === pending) this.#tellLater(pending);
    });
  }

  async #call(listener: JobListener, { job, answer, tries }: Pending): Promise<void> {
    try {
      await listener({ ...answer, job });
    } catch (error) {
      this.#log.warn({ err: error, job: job.id, tries }, "An answer did not reach its chat");
    }
  }

  #tellLater(pending: Pending): void {
    if (this.#isOld(pending) && pending.tries >= TRIES_AT_LEAST) {
      this.#giveUp(pending);
      return;
    }
    if (this.#stopped) return;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (pending.tries - 1), LONGEST_RETRY_MS);
    pending.callOff = this.#clock.after(wait, () => {
      this.#tell(pending);
    });
  }

  #isOld(pending: Pending): boolean {
    return this.#clock.now() - pending.finishedAt >= GIVE_UP_AFTER_MS;
  }

  #giveUp({ job, tries }: Pending): void {
    this.#log.warn({ job: job.id, tries }, "Gave up an answer that could not be delivered");
    this.withdraw(job.id);
    void this.#owed.make(job.id, "An answer that was given up stays on record", () => {
      this.#ledger.answered(job.id);
    });
    // So that whoever made a note of it lets go of that.
    void attempt(this.#log, "A listener failed", async () =>
      this.#listeners.get(job.platform)?.({ kind: "cancelled", job }),
    );
  }
}
