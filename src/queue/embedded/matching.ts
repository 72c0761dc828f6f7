import type { Job } from "../contract/job.ts";
import type { JobSelection } from "../contract/queue.ts";

/** Whether a job is one of those that are meant. */
export function selects(which: JobSelection): (job: Job) => boolean {
  if ("id" in which) return (job) => job.id === which.id;
  if ("user" in which) return (job) => job.user === which.user;
  return (job) => job.chat === which.chat;
}

/** True when one answer in their chat serves both. */
export function isSameClip(one: Job, other: Job): boolean {
  const keys = ["chat", "photo", "face", "framing", "original", "gesture", "strength", "maxBytes", "engine"] as const;
  return keys.every((key) => one[key] === other[key]);
}
