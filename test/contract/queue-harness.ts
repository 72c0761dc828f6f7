import type { Job, JobEvent } from "../../src/queue/contract/job.ts";
import type { JobWork } from "../../src/queue/contract/job-work.ts";
import type { QueueLimits } from "../../src/queue/contract/limits.ts";
import { fixedPlaces, type Places } from "../../src/queue/contract/places.ts";
import type { Admission, JobQueue } from "../../src/queue/contract/queue.ts";
import { FakeClock, settle } from "../support/fake-clock.ts";
import { FakeWork, jobOf } from "../support/fake-work.ts";

export interface QueueSetting {
  readonly work: JobWork;
  readonly clock: FakeClock;
  readonly places: Places;
  readonly limits: QueueLimits;
}

/** Opens a queue on fresh ground; `reopen` closes it and opens another on the same ground. */
export type OpenQueue = (setting: QueueSetting) => Promise<{ queue: JobQueue; reopen: () => Promise<JobQueue> }>;

const LIMITS: QueueLimits = { waitingPerUser: 3, waitingPerChat: 4, waiting: 6, clipsPerUserPerHour: 100 };

/** A queue with fake work, a fake clock, and a listener that writes down what it is told and acknowledges at once. */
export async function begin(
  openQueue: OpenQueue,
  options: { limits?: Partial<QueueLimits>; concurrency?: number; places?: Places } = {},
) {
  const fake = new FakeWork();
  const clock = new FakeClock();
  const told: JobEvent[] = [];
  const { queue, reopen } = await openQueue({
    work: fake.work,
    clock,
    places: options.places ?? fixedPlaces(options.concurrency ?? 1),
    limits: { ...LIMITS, ...options.limits },
  });
  const listen = (to: JobQueue) =>
    to.on("test", async (event) => {
      told.push(event);
      if (event.kind === "done" || event.kind === "failed") await to.acknowledge(event.job.id);
    });
  listen(queue);
  await queue.start();
  return { fake, clock, told, queue, reopen, listen, kinds: (id: string) => kindsOf(told, id) };
}

function kindsOf(told: readonly JobEvent[], id: string): string[] {
  return told.filter(({ job }) => job.id === id).map(({ kind }) => kind);
}

/** Adds jobs one after another. */
export async function addAll(queue: JobQueue, jobs: readonly Job[]): Promise<Admission[]> {
  const admissions: Admission[] = [];
  for (const job of jobs) admissions.push(await queue.add(job));
  await settle();
  return admissions;
}

/** One job for each user named. */
export function jobsOf<const Users extends readonly string[]>(...users: Users): { readonly [K in keyof Users]: Job } {
  return users.map((user) => jobOf(user)) as unknown as { readonly [K in keyof Users]: Job };
}
