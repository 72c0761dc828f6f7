import type { Removed, Store } from "../store/store.ts";
import type { JobQueue } from "./contract/queue.ts";

/**
 * Removes everything of a user. Jobs and records go in one turn: what came before is gone when this returns its promise, what
 * comes after is served, and a job that is still in work can bring nothing back.
 */
export async function forgetUser(queue: JobQueue, store: Store, user: string): Promise<Removed> {
  const [, removed] = await Promise.all([queue.forget(user), store.forget(user)]);
  return removed;
}
