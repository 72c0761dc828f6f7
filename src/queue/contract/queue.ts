import type { Job, JobEvent } from "./job.ts";

/** What is known of a job before there is a photo to make it of. */
export type Claim = Pick<Job, "id" | "user" | "chat">;

/** Why a job may not join the line. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: RefusalReason;
  /** When to try again, >= 1. */
  readonly minutes: number;
}

/** The answer to `JobQueue.add`. */
export type Admission =
  | {
      readonly kind: "accepted";
      /** The job that will be answered: the one given, or the equal one in line with which it was merged. */
      readonly job: string;
      /** True when this id, or an equal job of the same chat, was in line already: no second answer will come. */
      readonly merged: boolean;
      /** Place in line, 1 is next; 0 when it is already running or finished. */
      readonly place: number;
      readonly estimateSeconds: number;
    }
  | Refusal;

/**
 * `userFull`: this user already has as many jobs waiting as one may; `chatFull`: so has this chat; `lineFull`: the whole line
 * is as long as it may be; `quota`: this user had as many clips as one may have in an hour.
 */
export type RefusalReason = "userFull" | "chatFull" | "lineFull" | "quota";

/** Which jobs to withdraw. */
export type JobSelection = { readonly id: string } | { readonly user: string } | { readonly chat: string };

/** `open`: it will be answered; `over`: it has been, or was withdrawn; `unknown`: it never came, or is long past. */
export type JobStanding = "open" | "over" | "unknown";

export interface QueueStats {
  readonly waiting: number;
  readonly running: number;
  /** Finished, and not yet acknowledged. */
  readonly unanswered: number;
  /** Waiting and running jobs of each platform. */
  readonly byPlatform: Readonly<Record<string, number>>;
  /** Median of the recent jobs' running times. */
  readonly medianSeconds: number;
  /** How long the job that has waited longest has done so; 0 when none waits. */
  readonly oldestSeconds: number;
}

/**
 * Told about the jobs of one platform. For `done` and `failed` the promise must not settle before the answer has been accepted
 * by the platform and acknowledged, or given up for now: once it settles without `acknowledge`, the same event comes again
 * later (15 s, then doubling up to 10 min). If it can never be answered (the bot was blocked), acknowledge it.
 * For the other events what it returns does not matter.
 */
export type JobListener = (event: JobEvent) => void | Promise<void>;

/** The line of jobs. Every accepted job is finished and answered, whatever happens to the process in between. */
export interface JobQueue {
  /**
   * Keeps a place for a job whose photo has yet to come, or says why there is none. The place counts against all limits, in the
   * order of the calls, so that nobody who comes later takes it; `add` of the same id takes it and is not refused, `release` gives
   * it back. It is kept in memory only. `promised`: its person was told so before a restart, so it cannot be refused.
   */
  reserve(claim: Claim, promised?: boolean): Promise<Refusal | null>;
  /** The job will not come. Harmless for ids that have no place kept. */
  release(id: string): Promise<void>;
  /** Puts a job in line; when this resolves with `accepted`, the job is on disk. Throws ZodError for a malformed job. */
  add(job: Job): Promise<Admission>;
  /** Withdraws jobs, running ones and unacknowledged answers included; tells `cancelled` for each. Resolves with how many. */
  cancel(which: JobSelection): Promise<number>;
  /**
   * Withdraws a person's jobs of a photo that this person deleted, as `cancel` does; those of others fail with `photoGone`, so
   * that they hear of it. All of it before it returns; resolves when none of them is in work any more.
   */
  photoDeleted(photo: string, by: string): Promise<void>;
  /** Withdraws a job that still waits; tells `cancelled`. False, and nothing happens, when it does not wait (any more). */
  withdrawWaiting(id: string): Promise<boolean>;
  /**
   * Withdraws a user's jobs as `cancel` does and erases every trace of their earlier ones, both before it returns: a job added
   * after the call is served like any other. Resolves when none of the withdrawn ones is in work any more.
   */
  forget(user: string): Promise<void>;
  /** Sets the one listener of a platform's jobs; returns a function that removes it. What waits for it is told at once. */
  on(platform: string, listener: JobListener): () => void;
  /** Records that a job's answer has reached its chat. Harmless for unknown ids. */
  acknowledge(id: string): Promise<void>;
  /** How a job stands. */
  standingOf(id: string): Promise<JobStanding>;
  /** Takes up what an earlier process left, and begins to work. Jobs can be added before. */
  start(): Promise<void>;
  /**
   * Starts no further job; resolves when the running ones are finished and all answers handed out have been dealt with, or after
   * `withinMs`, when what still runs is stopped and kept for the next start. `add` still accepts, for the next start.
   */
  drain(withinMs: number): Promise<void>;
  /** Stops everything at once; what is not finished is kept for the next start. */
  close(): Promise<void>;
  stats(): Promise<QueueStats>;
  /** Photos that unfinished jobs still need; a sweep must leave them. */
  photosInUse(): Promise<ReadonlySet<string>>;
}
