import type { Job } from "./job.ts";
import type { RefusalReason } from "./queue.ts";

/** How much may wait. Running jobs do not count as waiting. */
export interface QueueLimits {
  readonly waitingPerUser: number;
  readonly waitingPerChat: number;
  /** Waiting jobs in all. */
  readonly waiting: number;
  readonly clipsPerUserPerHour: number;
}

export const DEFAULT_LIMITS = {
  waitingPerUser: 3,
  waitingPerChat: 10,
  waiting: 100,
  clipsPerUserPerHour: 30,
} as const satisfies QueueLimits;

/** What a new job would meet. */
export interface Situation {
  /** The waiting jobs in the order of their turns. */
  readonly waiting: readonly Job[];
  /** How long this user must wait for another clip, 0 when they need not. */
  readonly quotaMs: number;
  /** Until the waiting job at a place (1 is next) is finished. */
  readonly minutesUntilDone: (place: number) => number;
}

/** Why a job may not join the line and in how many minutes it may, or null when it may now. */
export function refusalOf(
  job: Job,
  limits: QueueLimits,
  { waiting, quotaMs, minutesUntilDone }: Situation,
): { reason: RefusalReason; minutes: number } | null {
  if (quotaMs > 0) return { reason: "quota", minutes: Math.ceil(quotaMs / 60_000) };
  const shares = [
    { reason: "userFull", most: limits.waitingPerUser, isTheirs: (other: Job) => other.user === job.user },
    { reason: "chatFull", most: limits.waitingPerChat, isTheirs: (other: Job) => other.chat === job.chat },
  ] as const;
  for (const { reason, most, isTheirs } of shares) {
    const first = waiting.findIndex(isTheirs);
    if (waiting.filter(isTheirs).length >= most) return { reason, minutes: minutesUntilDone(first + 1) };
  }
  if (waiting.length >= limits.waiting) return { reason: "lineFull", minutes: minutesUntilDone(waiting.length) };
  return null;
}
