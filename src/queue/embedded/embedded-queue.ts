import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import type { Clock } from "../../clock.ts";
import { type Job, jobSchema } from "../contract/job.ts";
import type { JobWork } from "../contract/job-work.ts";
import { type QueueLimits, refusalOf } from "../contract/limits.ts";
import type { Places } from "../contract/places.ts";
import type {
  Admission,
  Claim,
  JobListener,
  JobQueue,
  JobSelection,
  JobStanding,
  QueueStats,
  Refusal,
  RefusalReason,
} from "../contract/queue.ts";
import { KEPT } from "../contract/studio.ts";
import { endInFigures } from "./end-in-figures.ts";
import { type Ended, JobRunner, PHOTO_GONE } from "./job-runner.ts";
import type { JobLedger } from "./ledger.ts";
import { FairLine } from "./line.ts";
import { lineInFigures } from "./line-in-figures.ts";
import { Listeners } from "./listeners.ts";
import { isSameClip, selects } from "./matching.ts";
import { Pace } from "./pace.ts";
import { PlaceTeller } from "./place-teller.ts";
import { Quota } from "./quota.ts";
import { takeUp } from "./take-up.ts";
import { Undelivered } from "./undelivered.ts";

const HOUR_MS = 3_600_000;
/** For so long a message seen again is known to have been answered. */
const REMEMBER_IDS_MS = 48 * HOUR_MS;

export interface EmbeddedQueueParts {
  readonly ledger: JobLedger;
  readonly work: JobWork;
  readonly clock: Clock;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  /** Jobs that run at once. */
  readonly places: Places;
  readonly limits: QueueLimits;
  /** As in `JobRunnerParts`. */
  readonly breathe?: () => Promise<void>;
  /** Told why a job, or a place for one, was not taken, and on which platform. */
  readonly onRefused?: ((reason: RefusalReason, platform: string) => void) | undefined;
  /** Told how each job ended. */
  readonly onEnded?: ((end: ReturnType<typeof endInFigures>) => void) | undefined;
}

/** The line in this process, its jobs on this machine's disk. */
export class EmbeddedQueue implements JobQueue {
  readonly #parts: EmbeddedQueueParts;
  readonly #line = new FairLine();
  /** Places that are kept for jobs to come, by their ids. */
  readonly #reserved = new Map<string, Claim>();
  readonly #listeners: Listeners;
  readonly #undelivered: Undelivered;
  readonly #runner: JobRunner;
  readonly #places: PlaceTeller;
  readonly #quota: Quota;
  readonly #pace: Pace;
  #callOffPruning: () => void = () => undefined;

  /** Reads what an earlier process left; work begins with `start`. */
  constructor(parts: EmbeddedQueueParts) {
    this.#parts = parts;
    this.#listeners = new Listeners(parts.log);
    this.#undelivered = new Undelivered(this.#listeners, parts);
    this.#quota = new Quota(parts.limits.clipsPerUserPerHour);
    this.#pace = new Pace(parts.ledger.recentMs(25));
    this.#places = new PlaceTeller(this.#line, this.#tellPlace.bind(this), parts.clock);
    this.#runner = new JobRunner({
      usualSeconds: () => this.#secondsUntilDone(0),
      ...parts,
      line: this.#line,
      tell: (event) => this.#listeners.tell(event),
      onEnd: this.#ended.bind(this),
      onMove: () => {
        this.#places.changed();
      },
    });
    parts.places.onChange(() => {
      this.#runner.pump();
    });
    this.#takeUp();
  }

  async reserve({ id, user, chat }: Claim, promised = false): Promise<Refusal | null> {
    // What is in line already, or answered, needs no place.
    if (this.#reserved.has(id) || this.#parts.ledger.stateOf(id) !== null) return null;
    const claim = { id, user, chat };
    const refusal = promised ? null : this.#refusalOf(claim);
    if (refusal !== null) return refusal;
    this.#reserved.set(id, claim);
    this.#quota.take(user, id, this.#parts.clock.now());
    return null;
  }

  async release(id: string): Promise<void> {
    const claim = this.#reserved.get(id);
    if (claim === undefined) return;
    this.#reserved.delete(id);
    this.#quota.giveBack(claim.user, id);
  }

  async add(job: Job): Promise<Admission> {
    return this.#admit(jobSchema.parse(job));
  }

  async cancel(which: JobSelection): Promise<number> {
    return this.#withdraw(selects(which), (ids) => {
      this.#parts.ledger.cancel(ids);
    });
  }

  async photoDeleted(photo: string, by: string): Promise<void> {
    const own = this.#withdraw(
      (job) => job.photo === photo && job.user === by,
      (ids) => this.#parts.ledger.cancel(ids),
    );
    const others = this.#endAsGone((job) => job.photo === photo && job.user !== by);
    await Promise.all([own, others]);
  }

  async forget(user: string): Promise<void> {
    await this.#withdraw(selects({ user }), () => {
      this.#parts.ledger.erase(user);
    });
  }

  async withdrawWaiting(id: string): Promise<boolean> {
    if (this.#line.placeOf(id) === 0) return false;
    return (await this.cancel({ id })) > 0;
  }

  on(platform: string, listener: JobListener): () => void {
    const leave = this.#listeners.add(platform, listener);
    this.#undelivered.listenerCame(platform);
    return leave;
  }

  async acknowledge(id: string): Promise<void> {
    this.#undelivered.acknowledge(id);
  }

  async standingOf(id: string): Promise<JobStanding> {
    return this.#parts.ledger.standingOf(id);
  }

  async start(): Promise<void> {
    this.#prune();
    this.#undelivered.start();
    this.#places.changed();
    this.#runner.start();
  }

  async drain(withinMs: number): Promise<void> {
    this.#runner.halt();
    const finished = this.#runner.idle().then(async () => this.#undelivered.settled());
    const late = new Promise<void>((resolve) => {
      this.#parts.clock.after(withinMs, resolve);
    });
    await Promise.race([finished, late]);
    await this.close();
  }

  async close(): Promise<void> {
    this.#runner.halt();
    this.#undelivered.stop();
    this.#callOffPruning();
    await this.#runner.stop(() => true, KEPT);
    this.#places.stop();
  }

  async stats(): Promise<QueueStats> {
    return lineInFigures({
      waiting: this.#line.order(),
      runner: this.#runner,
      unanswered: this.#undelivered.size,
      medianMs: this.#pace.medianMs,
      now: this.#parts.clock.now(),
    });
  }

  async photosInUse(): Promise<ReadonlySet<string>> {
    const jobs = [...this.#line.order(), ...this.#runner.jobs(), ...this.#undelivered.jobs()];
    return new Set(jobs.map((job) => job.photo));
  }

  /** Takes back jobs once `write` has entered that in the ledger, all in one turn; then waits for those in work. */
  async #withdraw(matches: (job: Job) => boolean, write: (ids: readonly string[]) => void): Promise<number> {
    const unanswered = this.#undelivered.jobs().filter(matches);
    const jobs = [...this.#line.order(), ...this.#runner.jobs()].filter(matches).concat(unanswered);
    write(jobs.map((job) => job.id));
    for (const job of this.#line.remove(matches)) this.#quota.giveBack(job.user, job.id);
    for (const job of unanswered) this.#undelivered.withdraw(job.id);
    await this.#runner.stop(matches, "cancelled");
    for (const job of jobs) this.#listeners.tell({ kind: "cancelled", job });
    this.#places.changed();
    return jobs.length;
  }

  /** The photo of these jobs is gone: who asked for them hears so at once, and not when it would have been their turn. */
  async #endAsGone(matches: (job: Job) => boolean): Promise<void> {
    const now = this.#parts.clock.now();
    for (const job of this.#line.order().filter(matches)) {
      this.#parts.ledger.finish(job.id, PHOTO_GONE, now, null);
      this.#line.remove((waiting) => waiting === job);
      this.#ended(job, { answer: PHOTO_GONE, at: now, renderMs: null });
    }
    this.#places.changed();
    await this.#runner.stop(matches, "photoGone");
  }

  #ended(job: Job, { answer, at, renderMs, ranOutOfTime = false }: Ended): void {
    if (renderMs !== null) this.#pace.note(renderMs);
    const figures = endInFigures(job, answer, at, renderMs);
    this.#parts.log.info(figures, "A job has ended");
    void attempt(this.#parts.log, "A job's end could not be counted", () => this.#parts.onEnded?.(figures));
    if (answer.kind === "failed" && !ranOutOfTime) this.#quota.giveBack(job.user, job.id);
    this.#undelivered.add(job, answer, at);
  }

  #admit(job: Job): Admission {
    const { ledger, clock } = this.#parts;
    if (ledger.stateOf(job.id) !== null) return this.#accepted(job.id, true);
    const equal = [...this.#runner.jobs(), ...this.#line.order()].find((other) => isSameClip(other, job));
    if (equal !== undefined) return this.#accepted(equal.id, true);
    const refusal = this.#reserved.has(job.id) ? null : this.#refusalOf(job);
    if (refusal !== null) return refusal;
    this.#reserved.delete(job.id);
    const now = clock.now();
    ledger.accept(job, now);
    this.#line.add(job);
    this.#quota.take(job.user, job.id, now);
    this.#runner.pump();
    const admission = this.#accepted(job.id, false);
    this.#places.told(job.id, admission.place);
    return admission;
  }

  #refusalOf(claim: Claim): Refusal | null {
    const { limits, clock, places } = this.#parts;
    const refusal = refusalOf(claim, limits, {
      waiting: this.#line.order(),
      reserved: [...this.#reserved.values()],
      free: Math.max(0, places.count - this.#runner.size),
      quotaMs: this.#quota.waitFor(claim.user, clock.now()),
      minutesUntilDone: (place) => Math.ceil(this.#secondsUntilDone(place) / 60),
    });
    if (refusal === null) return null;
    this.#parts.onRefused?.(refusal.reason, claim.user.slice(0, claim.user.indexOf(":")));
    return { kind: "refused", ...refusal };
  }

  #accepted(id: string, merged: boolean): Extract<Admission, { kind: "accepted" }> {
    const place = this.#line.placeOf(id);
    return { kind: "accepted", job: id, merged, place, estimateSeconds: this.#secondsUntilDone(place) };
  }

  #secondsUntilDone(place: number): number {
    return this.#pace.secondsUntilDone(place, this.#runner.size, this.#parts.places.count);
  }

  #takeUp(): void {
    const { ledger, clock, log } = this.#parts;
    for (const { id, user, acceptedAt } of ledger.takenSince(clock.now() - HOUR_MS))
      this.#quota.take(user, id, acceptedAt);
    for (const job of takeUp(ledger, clock.now(), log)) this.#line.add(job);
    for (const { job, answer, finishedAt } of ledger.unanswered()) this.#undelivered.add(job, answer, finishedAt);
  }

  #prune(): void {
    const { ledger, clock, log } = this.#parts;
    this.#callOffPruning();
    // First the next time, then this one: a failure now is no reason never to try again.
    this.#callOffPruning = clock.after(HOUR_MS, () => {
      this.#undelivered.giveUpUnheard();
      this.#prune();
    });
    this.#quota.sweep(clock.now());
    void attempt(log, "Old jobs could not be removed", () => {
      ledger.prune(clock.now() - REMEMBER_IDS_MS);
    });
  }

  #tellPlace(job: Job, place: number): void {
    this.#listeners.tell({ kind: "waiting", job, place, estimateSeconds: this.#secondsUntilDone(place) });
  }
}
