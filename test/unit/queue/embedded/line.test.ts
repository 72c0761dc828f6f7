import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Job } from "../../../../src/queue/contract/job.ts";
import { FairLine } from "../../../../src/queue/embedded/line.ts";
import { jobOf } from "../../../support/fake-work.ts";

const nobody = () => false;
const USERS = ["a", "b", "c", "d"];

/** Adds a job of a user (by number), or takes the next one. */
const step = fc.oneof(fc.nat({ max: USERS.length - 1 }), fc.constant("take" as const));

describe("FairLine", () => {
  it("lets a newcomer pass those who have had a turn", () => {
    const line = new FairLine();
    const [a1, a2, a3, b1] = ["a", "a", "a", "b"].map((user) => jobOf(user)) as [Job, Job, Job, Job];
    line.add(a1);
    expect(line.next(nobody)).toBe(a1);
    for (const job of [a2, a3, b1]) line.add(job);
    expect(line.order()).toEqual([b1, a2, a3]);
    expect([b1, a2, a3].map((job) => line.placeOf(job.id))).toEqual([1, 2, 3]);
    expect(line.placeOf(a1.id)).toBe(0);
  });

  it("passes over the busy, who keep their place", () => {
    const line = new FairLine();
    const [a1, b1, c1] = ["a", "b", "c"].map((user) => jobOf(user)) as [Job, Job, Job];
    for (const job of [a1, b1, c1]) line.add(job);
    expect(line.next((user) => user === "test:a")).toBe(b1);
    expect(line.next(nobody)).toBe(a1);
    expect(line.next((user) => user === "test:c")).toBeUndefined();
    expect(line.size).toBe(1);
  });

  it("does not hold withdrawn jobs against anybody", () => {
    const line = new FairLine();
    const jobs = ["a", "a", "a", "b"].map((user) => jobOf(user));
    for (const job of jobs) line.add(job);
    expect(line.remove((job) => job.user === "test:a")).toEqual(jobs.slice(0, 3));
    const again = jobOf("a");
    line.add(again);
    line.add(jobOf("b"));
    expect(line.order().indexOf(again)).toBe(1);
  });

  it("loses and doubles nothing, keeps each user's order, and lets nobody wait two rounds for a first job", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const line = new FairLine();
        const added: Job[] = [];
        const taken: Job[] = [];
        const waits = new Map<Job, Map<string, number>>();
        const take = () => {
          const first = line.order()[0];
          const job = line.next(nobody);
          expect(job).toBe(first);
          if (job === undefined) return;
          taken.push(job);
          const turns = waits.get(job);
          if (turns !== undefined) expect(Math.max(0, ...turns.values())).toBeLessThanOrEqual(2);
          waits.delete(job);
          for (const others of waits.values()) others.set(job.user, (others.get(job.user) ?? 0) + 1);
        };
        for (const action of steps) {
          if (action === "take") {
            take();
            continue;
          }
          const job = jobOf(USERS[action]!);
          const isFirst = !line.order().some((other) => other.user === job.user);
          if (isFirst) waits.set(job, new Map());
          added.push(job);
          line.add(job);
        }
        while (line.size > 0) take();
        expect(new Set(taken)).toEqual(new Set(added));
        expect(taken).toHaveLength(added.length);
        for (const user of USERS) {
          const of = (jobs: Job[]) => jobs.filter((job) => job.user === `test:${user}`);
          expect(of(taken)).toEqual(of(added));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("lets nobody wait for longer than the round under way, however long new people keep coming", () => {
    const bursts = fc.array(fc.nat({ max: 30 }), { minLength: 100, maxLength: 150 });
    const mostWaiting = 40;
    fc.assert(
      fc.property(bursts, fc.nat({ max: 10 }), (newcomers, servedBefore) => {
        const line = new FairLine();
        let people = 0;
        const comes = () => line.add(jobOf(`new${(people += 1)}`));
        line.add(jobOf("regular"));
        line.next(nobody);
        for (let n = 0; n < servedBefore; n += 1) {
          comes();
          line.next(nobody);
        }
        const again = jobOf("regular");
        line.add(again);
        let turns = 1;
        for (const burst of newcomers) {
          for (let n = 0; n < burst && line.size < mostWaiting; n += 1) comes();
          if (line.next(nobody) === again) break;
          turns += 1;
        }
        expect(turns).toBeLessThanOrEqual(20 + mostWaiting);
      }),
      { numRuns: 100 },
    );
  });

  it("comes to every job of somebody with several, while somebody new comes at each turn", () => {
    const line = new FairLine();
    for (let n = 0; n < 3; n += 1) line.add(jobOf("regular"));
    const turns: number[] = [];
    for (let turn = 1; turn <= 200; turn += 1) {
      line.add(jobOf(`new${turn}`));
      if (line.next(nobody)?.user === "test:regular") turns.push(turn);
    }
    expect(turns).toHaveLength(3);
    expect(turns.at(-1)).toBeLessThanOrEqual(60);
  });

  it("begins anew when nothing is left to do", () => {
    const line = new FairLine();
    line.add(jobOf("regular"));
    line.next(nobody);
    line.beginAnew();
    const again = jobOf("regular");
    line.add(again);
    for (let n = 0; n < 50; n += 1) line.add(jobOf(`late${n}`));
    expect(line.placeOf(again.id)).toBe(1);
  });

  it("gives those who wait equally many turns, give or take one", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(USERS, { minLength: 2 }), fc.integer({ min: 2, max: 9 }), (users, each) => {
        const line = new FairLine();
        for (const user of users) for (let n = 0; n < each; n += 1) line.add(jobOf(user));
        const turns = new Map(users.map((user) => [`test:${user}`, 0]));
        for (let job = line.next(nobody); job !== undefined; job = line.next(nobody)) {
          turns.set(job.user, turns.get(job.user)! + 1);
          expect(Math.max(...turns.values()) - Math.min(...turns.values())).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
