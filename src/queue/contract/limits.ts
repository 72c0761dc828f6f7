import type { Claim, RefusalReason } from "./queue.ts";

/** How much may wait. Running jobs do not count as waiting; places that are kept do. */
export interface QueueLimits {
  readonly waitingPerUser: number;
  readonly waitingPerChat: number;
  /** Waiting jobs in all. */
  readonly waiting: number;
  readonly clipsPerUserPerHour: number;
}

/** An album holds ten photos. Turns are fair, so that whoever sends one keeps nobody waiting. */
export const DEFAULT_LIMITS = {
  waitingPerUser: 10,
  waitingPerChat: 30,
  waiting: 100,
  clipsPerUserPerHour: 30,
} as const satisfies QueueLimits;

/** What a new job would meet. */
export interface Situation {
  /** The waiting jobs in the order of their turns. */
  readonly waiting: readonly Claim[];
  /** Those for whose jobs a place is kept. */
  readonly reserved: readonly Claim[];
  /** Jobs that could begin at once. */
  readonly free: number;
  /** How long this user must wait for another clip, 0 when they need not. */
  readonly quotaMs: number;
  /** Until the waiting job at a place (1 is next) is finished. */
  readonly minutesUntilDone: (place: number) => number;
}

/** Why a job may not join the line and in how many minutes it may, or null when it may now. */
export function refusalOf(
  job: Claim,
  limits: QueueLimits,
  { waiting, reserved, free, quotaMs, minutesUntilDone }: Situation,
): { reason: RefusalReason; minutes: number } | null {
  if (quotaMs > 0) return { reason: "quota", minutes: Math.ceil(quotaMs / 60_000) };
  const shares = [
    { reason: "userFull", most: limits.waitingPerUser, isTheirs: (other: Claim) => other.user === job.user },
    { reason: "chatFull", most: limits.waitingPerChat, isTheirs: (other: Claim) => other.chat === job.chat },
  ] as const;
  for (const { reason, most, isTheirs } of shares) {
    const first = waiting.findIndex(isTheirs);
    const theirs = waiting.filter(isTheirs).length + reserved.filter(isTheirs).length;
    if (theirs >= most) return { reason, minutes: minutesUntilDone(first + 1) };
  }
  // Where nothing waits yet, the first of those to come will not, either.
  const inLine = waiting.length + Math.max(0, reserved.length - free);
  if (inLine >= limits.waiting) return { reason: "lineFull", minutes: minutesUntilDone(inLine) };
  return null;
}
