import { z } from "zod";
import type { Records } from "../../store/database.ts";
import { json } from "../../store/json-column.ts";
import { faceShape } from "../../store/rows.ts";
import { type Job, type JobFailure, type JobResult, jobSchema } from "../contract/job.ts";
import type { JobStanding } from "../contract/queue.ts";

/** How a job ended: what its listener will be told. */
export type Answer = ({ readonly kind: "done" } & JobResult) | ({ readonly kind: "failed" } & JobFailure);

const answerShape: z.ZodType<Answer> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("done"),
    clip: z.string(),
    face: z.union([z.number(), z.literal("all")]),
    faces: z.array(faceShape),
  }),
  z.object({
    kind: z.literal("failed"),
    code: z.custom<JobFailure["code"]>((code) => typeof code === "string"),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);

const jobColumn = json(jobSchema);
const answerColumn = json(answerShape);
const unfinishedRow = z.object({ job: jobColumn, starts: z.number(), acceptedAt: z.number() });
const unansweredRow = z.object({ job: jobColumn, answer: answerColumn, finishedAt: z.number() });
const anyRow = z.object({ id: z.string(), job: z.unknown(), answer: z.unknown(), state: z.string() });
const stateRow = z.object({ state: z.enum(["waiting", "running", "rendered", "answered", "cancelled"]) });
const msRow = z.object({ renderMs: z.number() });
const takenRow = z.object({ id: z.string(), user: z.string(), acceptedAt: z.number() });

export type JobState = z.infer<typeof stateRow>["state"];

/**
 * The durable state of every job: waiting -> running -> rendered (the clip is stored, nobody was told) -> answered, or
 * cancelled on the way. Every change is on disk when the call returns.
 */
export class JobLedger {
  constructor(private readonly records: Records) {}

  /** Enters an accepted job. Throws when its id is known. */
  accept(job: Job, at: number): void {
    this.records.run(
      "INSERT INTO jobs (id, user, photo, job, state, acceptedAt) VALUES (:id, :user, :photo, :job, 'waiting', :at)",
      { id: job.id, user: job.user, photo: job.photo, job: JSON.stringify(job), at },
    );
  }

  /** Null for an id that was never seen, or is long past. */
  stateOf(id: string): JobState | null {
    return this.records.get(stateRow, "SELECT state FROM jobs WHERE id = :id", { id })?.state ?? null;
  }

  /** What is to be expected of a job. */
  standingOf(id: string): JobStanding {
    const state = this.stateOf(id);
    if (state === null) return "unknown";
    return state === "answered" || state === "cancelled" ? "over" : "open";
  }

  /** Notes that work on a job begins. */
  start(id: string): void {
    this.records.run("UPDATE jobs SET state = 'running', starts = starts + 1 WHERE id = :id AND state = 'waiting'", {
      id,
    });
  }

  /** Puts a job whose work was stopped on purpose back, as if it had not begun. */
  putBack(id: string): void {
    this.records.run("UPDATE jobs SET state = 'waiting', starts = starts - 1 WHERE id = :id AND state = 'running'", {
      id,
    });
  }

  /**
   * Enters how a job ended. False when it was cancelled meanwhile.
   * @param renderMs how long rendering took, or null when nothing was rendered.
   */
  finish(id: string, answer: Answer, at: number, renderMs: number | null): boolean {
    const { changes } = this.records.run(
      `UPDATE jobs SET state = 'rendered', answer = :answer, finishedAt = :at, renderMs = :renderMs, failed = :failed
       WHERE id = :id AND state IN ('waiting', 'running')`,
      { id, answer: JSON.stringify(answer), at, renderMs, failed: answer.kind === "failed" ? 1 : 0 },
    );
    return changes > 0;
  }

  /** Notes that the answer has reached its chat. */
  answered(id: string): void {
    this.records.run("UPDATE jobs SET state = 'answered', answer = NULL WHERE id = :id AND state = 'rendered'", { id });
  }

  cancel(ids: readonly string[]): void {
    this.records.transaction(() => {
      for (const id of ids) {
        this.records.run("UPDATE jobs SET state = 'cancelled', answer = NULL WHERE id = :id", { id });
      }
    });
  }

  /** Removes every trace of a user's jobs. */
  erase(user: string): void {
    this.records.run("DELETE FROM jobs WHERE user = :user", { user });
    this.records.scrub();
  }

  /**
   * Removes the jobs that this version cannot read, whatever wrote them, so that they keep none of the others waiting; their
   * ids. As it does not know them any more, whoever asked for one may ask anew. To be called before `takeUp` and `unanswered`.
   */
  removeUnreadable(): string[] {
    const rows = this.records.all(
      anyRow,
      "SELECT id, job, answer, state FROM jobs WHERE state IN ('waiting', 'running', 'rendered')",
    );
    const unreadable = rows
      .filter(
        ({ job, answer, state }) =>
          !jobColumn.safeParse(job).success || (state === "rendered" && !answerColumn.safeParse(answer).success),
      )
      .map(({ id }) => id);
    for (const id of unreadable) this.records.run("DELETE FROM jobs WHERE id = :id", { id });
    return unreadable;
  }

  /** Jobs that an earlier process left waiting or running, in the order of their acceptance, all waiting from now on. */
  takeUp(): z.infer<typeof unfinishedRow>[] {
    const jobs = this.records.all(
      unfinishedRow,
      "SELECT job, starts, acceptedAt FROM jobs WHERE state IN ('waiting', 'running') ORDER BY acceptedAt, rowid",
    );
    this.records.run("UPDATE jobs SET state = 'waiting' WHERE state = 'running'");
    return jobs;
  }

  /** Finished jobs whose answer has not reached its chat, in the order in which they ended. */
  unanswered(): z.infer<typeof unansweredRow>[] {
    return this.records.all(
      unansweredRow,
      "SELECT job, answer, finishedAt FROM jobs WHERE state = 'rendered' ORDER BY finishedAt, rowid",
    );
  }

  /** Jobs accepted since a time that gave a clip or still may. */
  takenSince(time: number): z.infer<typeof takenRow>[] {
    return this.records.all(
      takenRow,
      "SELECT id, user, acceptedAt FROM jobs WHERE acceptedAt > :time AND failed = 0 AND state <> 'cancelled'",
      { time },
    );
  }

  /** Running times of the newest rendered jobs in milliseconds, oldest first. */
  recentMs(limit: number): number[] {
    const newest = "SELECT renderMs FROM jobs WHERE renderMs IS NOT NULL ORDER BY finishedAt DESC LIMIT :limit";
    return this.records
      .all(msRow, newest, { limit })
      .map((row) => row.renderMs)
      .reverse();
  }

  /** Forgets jobs that were answered or cancelled and accepted before a time. */
  prune(before: number): void {
    this.records.run("DELETE FROM jobs WHERE state IN ('answered', 'cancelled') AND acceptedAt < :before", { before });
  }
}
