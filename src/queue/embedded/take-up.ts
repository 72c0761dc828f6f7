import type { Logger } from "pino";
import type { Job } from "../contract/job.ts";
import type { JobLedger } from "./ledger.ts";

/** A job that was running so often when the process died waits until the others are done, in case it is the cause. */
const SUSPECT_STARTS = 3;
/** And so often: it is given up. */
const STARTS_AT_MOST = 12;

/**
 * The jobs that an earlier process left to be done, in the order in which they join the line. What cannot be read is removed, and
 * what is given up has failed: to be called before `JobLedger.unanswered`.
 */
export function takeUp(ledger: JobLedger, now: number, log: Pick<Logger, "error">): Job[] {
  for (const job of ledger.removeUnreadable()) log.error({ job }, "A job could not be read; it is begun anew");
  const jobs: Job[] = [];
  const suspects: Job[] = [];
  for (const { job, starts } of ledger.takeUp()) {
    if (starts < SUSPECT_STARTS) jobs.push(job);
    else if (starts < STARTS_AT_MOST) suspects.push(job);
    else {
      log.error({ job: job.id, starts }, "A job was running whenever the process died; it is given up");
      ledger.finish(job.id, { kind: "failed", code: "bug", params: {} }, now, null);
    }
  }
  return [...jobs, ...suspects];
}
