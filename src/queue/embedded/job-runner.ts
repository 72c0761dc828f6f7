import PQueue from "p-queue";
import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import type { Clock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import type { Stage } from "../../pipeline/request.ts";
import type { Job, JobEvent, JobFailure } from "../contract/job.ts";
import { type JobWork, PhotoGone } from "../contract/job-work.ts";
import type { Places } from "../contract/places.ts";
import { KEPT, StudioFailed } from "../contract/studio.ts";
import type { Answer, JobLedger } from "./ledger.ts";
import type { FairLine } from "./line.ts";

/** How long a job rests whose record could not be written (a full disk). */
const REST_MS = 5000;

/** Why a running job is stopped: nobody wants it any more, its photo was deleted, or the next process will do it. */
export type StopReason = "cancelled" | "photoGone" | typeof KEPT;

export interface JobRunnerParts {
  readonly line: FairLine;
  readonly ledger: JobLedger;
  readonly work: JobWork;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn" | "error">;
  /** Jobs that run at once. */
  readonly places: Places;
  /** Lets what is under way go on; a turn of the event loop without it. */
  readonly breathe?: () => Promise<void>;
  readonly tell: (event: JobEvent) => void;
  /** How long a job takes lately, in seconds. */
  readonly usualSeconds: () => number;
  /** A job's end is in the ledger. */
  readonly onEnd: (job: Job, ended: Ended) => void;
  /** Something left the line, or joined it again. */
  readonly onMove: () => void;
}

interface Running {
  readonly job: Job;
  readonly stop: AbortController;
  ended: Promise<void>;
}

interface Outcome {
  readonly answer: Answer;
  /** As in `WorkDone`. */
  readonly renderMs: number | null;
  /** It gave no clip, and took all the time that one may take. */
  readonly ranOutOfTime?: boolean;
}

/** How a job ended, and when, in ms since 1970. */
export interface Ended extends Outcome {
  readonly at: number;
}

export const PHOTO_GONE: Answer = { kind: "failed", code: "photoGone", params: {} };

/** Runs the jobs whose turn it is, one per user at a time, and enters in the ledger how each went. */
export class JobRunner {
  readonly #parts: JobRunnerParts;
  /** How many it runs is decided by `pump`, since places come and go. */
  readonly #executor = new PQueue();
  readonly #running = new Map<string, Running>();
  readonly #resting = new Map<string, Job>();
  #working = false;

  constructor(parts: JobRunnerParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Jobs in work, and those that could not be entered and rest. */
  jobs(): Job[] {
    return [...[...this.#running.values()].map(({ job }) => job), ...this.#resting.values()];
  }

  isBusy(user: string): boolean {
    return [...this.#running.values()].some(({ job }) => job.user === user);
  }

  start(): void {
    this.#working = true;
    this.pump();
  }

  /** Begins nothing more; what runs goes on. */
  halt(): void {
    this.#working = false;
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    await this.#executor.onIdle();
  }

  /** Begins as many jobs as may run. */
  pump(): void {
    const { line, places, onMove } = this.#parts;
    while (this.#working && this.#running.size < places.count) {
      const job = line.next((user) => this.isBusy(user));
      if (job === undefined) {
        if (this.#running.size === 0) line.beginAnew();
        return;
      }
      const running: Running = { job, stop: new AbortController(), ended: Promise.resolve() };
      this.#running.set(job.id, running);
      running.ended = this.#executor.add(async () => this.#run(running));
      onMove();
    }
  }

  /** Stops the jobs that match, and resolves when they have ended. One that rests and whose photo is gone will find that out itself. */
  async stop(matches: (job: Job) => boolean, reason: StopReason): Promise<void> {
    const resting = reason === "photoGone" ? [] : [...this.#resting.values()].filter(matches);
    for (const { id } of resting) {
      this.#resting.delete(id);
      // It did not die with the process: that is not to be held against it.
      if (reason === KEPT)
        void attempt(this.#parts.log, "A resting job stays on record as running", () => this.#parts.ledger.putBack(id));
    }
    const stopped = [...this.#running.values()].filter(({ job }) => matches(job));
    for (const { stop } of stopped) stop.abort(reason);
    await Promise.all(stopped.map(async ({ ended }) => ended));
  }

  async #run(running: Running): Promise<void> {
    const { job } = running;
    try {
      // Later, so that whoever asked knows that the job was accepted before it is told that it has begun.
      await (this.#parts.breathe ?? turn)();
      const outcome = running.stop.signal.aborted ? outcomeOfStopping(running.stop.signal) : await this.#work(running);
      if (outcome === null) this.#stopped(running);
      else this.#end(job, outcome);
    } catch (error) {
      this.#parts.log.error({ err: error, job: job.id }, "A job's record could not be written");
      // Nobody waits for one that was withdrawn, and the next process takes up what was kept.
      if (!running.stop.signal.aborted || reasonOf(running.stop.signal) === "photoGone") this.#rest(job);
    } finally {
      this.#running.delete(job.id);
      this.#parts.onMove();
      this.pump();
    }
  }

  /** How the job ended, or null when it was stopped. */
  async #work({ job, stop }: Running): Promise<Outcome | null> {
    this.#parts.ledger.start(job.id);
    this.#parts.tell({ kind: "started", job, estimateSeconds: this.#parts.usualSeconds() });
    const onProgress = (stage: Stage, percent: number) => {
      if (!stop.signal.aborted) this.#parts.tell({ kind: "progress", job, stage, percent });
    };
    try {
      const { result, renderMs } = await this.#parts.work(job, { signal: stop.signal, onProgress });
      return { answer: { kind: "done", ...result }, renderMs };
    } catch (error) {
      if (stop.signal.aborted) return outcomeOfStopping(stop.signal);
      const failed = { answer: { kind: "failed", ...this.#failureOf(job, error) }, renderMs: null } as const;
      return error instanceof StudioFailed && error.failure === "timeout" ? { ...failed, ranOutOfTime: true } : failed;
    }
  }

  #failureOf(job: Job, error: unknown): JobFailure {
    if (error instanceof UserError) return { code: error.code, params: error.params };
    if (error instanceof PhotoGone) return { code: "photoGone", params: {} };
    this.#parts.log.error({ err: error, job: job.id }, "A job failed");
    return { code: "bug", params: {} };
  }

  #end(job: Job, outcome: Outcome): void {
    const { ledger, clock, onEnd } = this.#parts;
    const at = clock.now();
    if (ledger.finish(job.id, outcome.answer, at, outcome.renderMs)) onEnd(job, { ...outcome, at });
  }

  #stopped({ job, stop }: Running): void {
    if (reasonOf(stop.signal) !== KEPT) return;
    this.#parts.ledger.putBack(job.id);
    this.#parts.line.add(job);
  }

  #rest(job: Job): void {
    this.#resting.set(job.id, job);
    this.#parts.clock.after(REST_MS, () => {
      if (!this.#resting.delete(job.id)) return;
      this.#parts.line.add(job);
      this.#parts.onMove();
      this.pump();
    });
  }
}

/** Who asked for a clip of a photo that somebody else deleted hears of that; of what they withdrew themselves nobody hears. */
function outcomeOfStopping(stopped: AbortSignal): Outcome | null {
  return reasonOf(stopped) === "photoGone" ? { answer: PHOTO_GONE, renderMs: null } : null;
}

function reasonOf(stopped: AbortSignal): StopReason {
  return stopped.reason as StopReason;
}

async function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
