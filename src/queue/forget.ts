import type { Removed, Store } from "../store/store.ts";
import type { JobQueue } from "./contract/queue.ts";

/** Removes everything of a user at once: jobs first, so that none of them can bring something back. */
export async function forgetUser(queue: JobQueue, store: Store, user: string): Promise<Removed> {
  await queue.cancel({ user });
  return store.forget(user);
}
