import type { Stage } from "../../pipeline/request.ts";
import type { Job, JobResult } from "./job.ts";

export interface WorkHooks {
  /** Aborted when the job is withdrawn or the process stops; the work then rejects soon. */
  readonly signal: AbortSignal;
  /** `percent` 0..100 of the whole. */
  readonly onProgress: (stage: Stage, percent: number) => void;
}

export interface WorkDone {
  readonly result: JobResult;
  /** How long rendering took in milliseconds, or null when the clip was there already. */
  readonly renderMs: number | null;
}

/** Does one job, up to the clip in the store. Rejects with UserError, PhotoGone, or anything else for a bug. */
export type JobWork = (job: Job, hooks: WorkHooks) => Promise<WorkDone>;

/** The photo was deleted while its job was in line or in work. */
export class PhotoGone extends Error {
  override readonly name = "PhotoGone";
}
