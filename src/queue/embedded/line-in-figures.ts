import type { Job } from "../contract/job.ts";
import type { QueueStats } from "../contract/queue.ts";
import type { JobRunner } from "./job-runner.ts";

interface LineNow {
  readonly waiting: readonly Job[];
  readonly runner: Pick<JobRunner, "jobs" | "size">;
  readonly unanswered: number;
  readonly medianMs: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** How the line is doing. Jobs that could not be entered and rest count among those that wait. */
export function lineInFigures({ waiting, runner, unanswered, medianMs, now }: LineNow): QueueStats {
  const begun = runner.jobs();
  const byPlatform: Record<string, number> = {};
  for (const { platform } of [...waiting, ...begun]) byPlatform[platform] = (byPlatform[platform] ?? 0) + 1;
  const since = Math.min(now, ...waiting.map((job) => job.createdAt));
  return {
    waiting: waiting.length + begun.length - runner.size,
    running: runner.size,
    unanswered,
    byPlatform,
    medianSeconds: medianMs / 1000,
    oldestSeconds: (now - since) / 1000,
  };
}
