import { pino } from "pino";
import { expect, it } from "vitest";
import type { Job } from "../../../src/queue/contract/job.ts";
import type { JobWork } from "../../../src/queue/contract/job-work.ts";
import { fixedPlaces } from "../../../src/queue/contract/places.ts";
import type { JobQueue } from "../../../src/queue/contract/queue.ts";
import { EmbeddedQueue } from "../../../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../../../src/queue/embedded/ledger.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { jobOf, resultOf } from "../../support/fake-work.ts";
import { openStore } from "../store/open-store.ts";

const USERS = Array.from({ length: 200 }, (_, index) => `user${index}`);
const JOBS_EACH = 5;
const LIMITS = { waitingPerUser: 3, waitingPerChat: 10, waiting: 2000, clipsPerUserPerHour: 1000 };

/** Numbers 0 <= x < 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 200 users who each want 5 clips, asking again as soon as there is room; a queue that restarts where told. */
async function crowd(restartAfter: number) {
  const opened = await openStore();
  const clock = new FakeClock();
  const random = randomFrom(20_261_122);
  const running = new Set<string>();
  const starts: string[] = [];
  const answers: string[] = [];
  const work: JobWork = async (job, { signal }) =>
    new Promise((resolve, reject) => {
      if ([...running].some((id) => id.startsWith(`${job.user}-`))) reject(new Error("Two jobs of one user"));
      const id = `${job.user}-${job.id}`;
      running.add(id);
      const callOff = clock.after(1000 + Math.floor(4000 * random()), () => {
        running.delete(id);
        resolve({ result: resultOf(job), renderMs: 3000 });
      });
      signal.addEventListener("abort", () => {
        callOff();
        running.delete(id);
        reject(new Error("stopped"));
      });
    });
  const wanted = new Map<string, Job[]>(
    USERS.map((user) => [user, Array.from({ length: JOBS_EACH }, () => jobOf(user))]),
  );
  const accepted: string[] = [];
  const ask = async (queue: JobQueue, user: string) => {
    for (const jobs = wanted.get(user)!; jobs[0] !== undefined; jobs.shift()) {
      const admission = await queue.add(jobs[0]);
      if (admission.kind === "refused") return;
      accepted.push(jobs[0].id);
    }
  };
  const open = async () => {
    const ledger = new JobLedger(opened.store.records);
    const log = pino({ level: "silent" });
    const queue = new EmbeddedQueue({ ledger, work, clock, log, places: fixedPlaces(2), limits: LIMITS });
    queue.on("test", async (event) => {
      if (event.kind === "started") starts.push(event.job.user);
      if (event.kind !== "done" && event.kind !== "failed") return;
      expect(event.kind).toBe("done");
      answers.push(event.job.id);
      await queue.acknowledge(event.job.id);
      await ask(queue, event.job.user.replace("test:", ""));
    });
    await queue.start();
    return queue;
  };
  let queue = await open();
  for (const user of [...USERS].sort(() => random() - 0.5)) await ask(queue, user);
  let restarted = false;
  for (let minutes = 0; answers.length < USERS.length * JOBS_EACH && minutes < 120; minutes += 1) {
    await clock.advance(60_000);
    if (restarted || answers.length < restartAfter) continue;
    restarted = true;
    await queue.close();
    await opened.reopen();
    queue = await open();
  }
  await queue.close();
  return { starts, answers, accepted };
}

/** By how many turns anybody was ahead of another who was still waiting, at the worst moment. */
function largestLead(starts: readonly string[]): number {
  const turns = new Map(USERS.map((user) => [`test:${user}`, 0]));
  let lead = 0;
  for (const user of starts) {
    turns.set(user, turns.get(user)! + 1);
    lead = Math.max(lead, turns.get(user)! - Math.min(...turns.values()));
  }
  return lead;
}

it("serves 200 users and 1000 jobs: nobody more than a round ahead, nothing lost, nothing twice", async () => {
  const { starts, answers, accepted } = await crowd(Number.POSITIVE_INFINITY);
  expect(accepted).toHaveLength(1000);
  expect(answers).toHaveLength(1000);
  expect(new Set(answers)).toEqual(new Set(accepted));
  expect(largestLead(starts)).toBe(1);
}, 60_000);

it("does so over a restart in the middle", async () => {
  const { starts, answers, accepted } = await crowd(400);
  expect(answers).toHaveLength(1000);
  expect(new Set(answers)).toEqual(new Set(accepted));
  // The two that were running when it stopped begin again, and the round begins anew.
  expect(starts.length).toBeLessThanOrEqual(1002);
  expect(largestLead(starts)).toBeLessThanOrEqual(2);
}, 60_000);
