import type { Job } from "../src/queue/contract/job.ts";
import type { JobQueue } from "../src/queue/contract/queue.ts";
import type { DiskStore } from "../src/store/disk-store.ts";
import { jobOf } from "../test/support/fake-work.ts";

/** How a crowd was served. */
export interface Served {
  /** Answers by job; more than one would be one too many. */
  readonly answers: ReadonlyMap<string, number>;
  readonly failed: number;
  readonly seconds: number;
  /** By how many turns anybody was ahead of somebody who still waited, at the worst moment. */
  readonly lead: number;
}

/** So many people post so many photos each, all at once; resolves when each has its answer. */
export async function serve(
  { queue, store }: { readonly queue: JobQueue; readonly store: DiskStore },
  people: number,
  photos: number,
): Promise<Served> {
  const users = Array.from({ length: people }, (_, i) => `scale:${i}`);
  const jobs = await Promise.all(
    users.flatMap((user) => Array.from({ length: photos }, async (_, i) => newJob(store, user, i))),
  );
  const answers = new Map<string, number>();
  const turns = new Map(users.map((user) => [user, 0]));
  let [failed, lead] = [0, 0];
  const began = performance.now();
  await new Promise<void>((resolve) => {
    queue.on("scale", async ({ kind, job }) => {
      if (kind === "started") {
        turns.set(job.user, Math.min(photos, (turns.get(job.user) ?? 0) + 1));
        lead = Math.max(lead, (turns.get(job.user) ?? 0) - Math.min(...turns.values()));
      }
      if (kind !== "done" && kind !== "failed") return;
      if (kind === "failed") failed += 1;
      answers.set(job.id, (answers.get(job.id) ?? 0) + 1);
      await queue.acknowledge(job.id);
      if (answers.size === jobs.length) resolve();
    });
    void queue.start().then(async () => {
      for (const job of jobs) await queue.add(job);
    });
  });
  return { answers, failed, lead, seconds: (performance.now() - began) / 1000 };
}

async function newJob(store: DiskStore, user: string, i: number): Promise<Job> {
  const place = { platform: "scale", owner: user, chat: user };
  const { id: photo } = await store.photos.put({ ...place, source: `${user}-${i}` }, Buffer.alloc(200_000, i));
  return jobOf(user, { id: `sc-${user}-${i}`, platform: "scale", user, chat: user, photo, createdAt: Date.now() });
}
