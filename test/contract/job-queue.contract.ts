import { describe, expect, it } from "vitest";
import { ZodError } from "zod";
import { UserError } from "../../src/errors.ts";
import type { Job } from "../../src/queue/contract/job.ts";
import { PhotoGone } from "../../src/queue/contract/job-work.ts";
import { StudioFailed } from "../../src/queue/contract/studio.ts";
import { settle } from "../support/fake-clock.ts";
import { jobOf, resultOf } from "../support/fake-work.ts";
import { addAll, begin, jobsOf, type OpenQueue } from "./queue-harness.ts";

/** What every JobQueue must do with the line. */
export function jobQueueContract(name: string, openQueue: OpenQueue): void {
  describe(`${name}: a job`, () => {
    it("begins, goes on and is answered once", async () => {
      const { queue, fake, told, clock, reopen, listen } = await begin(openQueue);
      const job = jobOf("ann");
      const admission = await queue.add(job);
      expect(admission).toEqual({ kind: "accepted", job: job.id, merged: false, place: 0, estimateSeconds: 8 });
      expect(told).toEqual([]);
      await settle();
      fake.progress(job.id, 40);
      fake.finish(job.id);
      await clock.advance(60_000);
      expect(told).toEqual([
        { kind: "started", job, estimateSeconds: 8 },
        { kind: "progress", job, stage: "render", percent: 40 },
        { kind: "done", job, ...resultOf(job) },
      ]);
      const next = await reopen();
      listen(next);
      await next.start();
      await clock.advance(3_600_000);
      expect(told).toHaveLength(3);
      expect(fake.begun).toEqual([job.id]);
    });

    it("is refused as a whole when it is malformed", async () => {
      const { queue, fake } = await begin(openQueue);
      const bad: Partial<Job>[] = [
        { strength: 2 },
        { user: "no-platform" },
        { id: "" },
        { face: 0 },
        { createdAt: 0.5 },
      ];
      for (const changes of bad) await expect(queue.add(jobOf("ann", changes))).rejects.toThrow(ZodError);
      await settle();
      expect(fake.begun).toEqual([]);
    });

    it("that was seen before is the same job, also after it was answered and after a restart", async () => {
      const { queue, fake, clock, reopen } = await begin(openQueue);
      const [one, two] = [jobOf("ann"), jobOf("bob")];
      await addAll(queue, [one, two]);
      const again = await addAll(queue, [one, two]);
      expect(again.map((admission) => admission.kind === "accepted" && [admission.merged, admission.place])).toEqual([
        [true, 0],
        [true, 1],
      ]);
      fake.finish(one.id);
      await settle();
      fake.finish(two.id);
      await settle();
      const next = await reopen();
      await next.start();
      expect(await next.add({ ...one, gesture: "blink" })).toMatchObject({ kind: "accepted", merged: true, place: 0 });
      await clock.advance(60_000);
      expect(fake.begun).toEqual([one.id, two.id]);
    });

    it("is merged with an equal one in line or in work, whoever of the chat asked", async () => {
      const { queue, fake } = await begin(openQueue);
      const same = { chat: "test:family", photo: "p1", face: 2, gesture: "smile" };
      const first = jobOf("ann", same);
      const waiting = jobOf("ann", { ...same, gesture: "nod" });
      await addAll(queue, [first, waiting]);
      const merged = await addAll(queue, [jobOf("bob", same), jobOf("bob", { ...same, gesture: "nod" })]);
      expect(merged).toMatchObject([
        { kind: "accepted", job: first.id, merged: true, place: 0 },
        { kind: "accepted", job: waiting.id, merged: true, place: 1 },
      ]);
      const others = [{ face: 1 }, { strength: 0.5 }, { photo: "p2" }, { chat: "test:other" }].map((change, index) =>
        jobOf(`user${index}`, { ...same, ...change }),
      );
      for (const admission of await addAll(queue, others)) expect(admission).toMatchObject({ merged: false });
      fake.finish(first.id);
      await settle();
      expect(await queue.add(jobOf("ann", same))).toMatchObject({ merged: false });
    });
  });

  describe(`${name}: turns`, () => {
    it("are taken by user, however many jobs one has", async () => {
      const { queue, fake } = await begin(openQueue);
      const [a1, a2, a3, b1, c1, c2] = jobsOf("a", "a", "a", "b", "c", "c");
      await addAll(queue, [a1, a2, a3, b1, c1, c2]);
      for (let turn = 0; turn < 6; turn += 1) {
        fake.finish(fake.running[0]!);
        await settle();
      }
      expect(fake.begun).toEqual([a1, b1, c1, a2, c2, a3].map((job) => job.id));
    });

    it("never give one user two running jobs, even when slots are free", async () => {
      const { queue, fake } = await begin(openQueue, { concurrency: 3 });
      const [a1, a2, b1] = [jobOf("a"), jobOf("a"), jobOf("b")];
      const admissions = await addAll(queue, [a1, a2, b1]);
      expect(fake.running).toEqual([a1.id, b1.id]);
      expect(admissions).toMatchObject([{ place: 0 }, { place: 1 }, { place: 0 }]);
      fake.finish(b1.id);
      await settle();
      expect(fake.running).toEqual([a1.id]);
      fake.finish(a1.id);
      await settle();
      expect(fake.running).toEqual([a2.id]);
    });

    it("begin as places come, and wait while there is none", async () => {
      let changed: () => void = () => undefined;
      const places = { count: 0, onChange: (told: () => void) => (changed = told) };
      const { queue, fake } = await begin(openQueue, { places });
      const [a, b, c] = jobsOf("a", "b", "c");
      expect(await addAll(queue, [a, b, c])).toMatchObject([{ place: 1 }, { place: 2 }, { place: 3 }]);
      expect(fake.running).toEqual([]);
      const have = async (count: number) => {
        places.count = count;
        changed();
        await settle();
      };
      await have(2);
      expect(fake.running).toEqual([a.id, b.id]);
      // What has begun goes on where it is; only nothing more begins.
      await have(1);
      fake.finish(a.id);
      await settle();
      expect(fake.running).toEqual([b.id]);
      await have(2);
      expect(fake.running).toEqual([b.id, c.id]);
    });

    it("move up, and those who wait are told, at most once a second", async () => {
      const { queue, fake, clock, told } = await begin(openQueue);
      const jobs = jobsOf("a", "b", "c", "d");
      const admissions = await addAll(queue, jobs);
      expect(admissions).toMatchObject([
        { place: 0, estimateSeconds: 8 },
        { place: 1, estimateSeconds: 16 },
        { place: 2, estimateSeconds: 24 },
        { place: 3, estimateSeconds: 32 },
      ]);
      await clock.advance(10_000);
      expect(told.filter(({ kind }) => kind === "waiting")).toEqual([]);
      fake.finish(jobs[0].id, 2000);
      await settle();
      fake.finish(jobs[1].id, 4000);
      await settle();
      await clock.advance(999);
      expect(told.filter(({ kind }) => kind === "waiting")).toEqual([]);
      await clock.advance(1);
      expect(told.filter(({ kind }) => kind === "waiting")).toEqual([
        { kind: "waiting", job: jobs[3], place: 1, estimateSeconds: 6 },
      ]);
    });
  });

  describe(`${name}: limits`, () => {
    it("hold for a user, a chat and the whole line, and say when to come again", async () => {
      const { queue, fake } = await begin(openQueue);
      await addAll(queue, [jobOf("a"), jobOf("a"), jobOf("a"), jobOf("a")]);
      expect(await queue.add(jobOf("a"))).toEqual({ kind: "refused", reason: "userFull", minutes: 1 });
      await addAll(queue, [jobOf("b", { chat: "test:chat-of-a" })]);
      expect(await queue.add(jobOf("c", { chat: "test:chat-of-a" }))).toMatchObject({ reason: "chatFull" });
      await addAll(queue, [jobOf("d"), jobOf("e")]);
      expect(await queue.add(jobOf("f"))).toEqual({ kind: "refused", reason: "lineFull", minutes: 1 });
      fake.finish(fake.running[0]!);
      await settle();
      expect(await queue.add(jobOf("f"))).toMatchObject({ kind: "accepted" });
    });

    it("count the places that are kept, which come first and are not refused later", async () => {
      const { queue } = await begin(openQueue);
      const [one, two, three, four, other] = jobsOf("a", "a", "a", "a", "b");
      for (const job of [one, two, three]) expect(await queue.reserve(job)).toBeNull();
      expect(await queue.reserve(four)).toEqual({ kind: "refused", reason: "userFull", minutes: 1 });
      expect(await queue.add(four)).toMatchObject({ kind: "refused", reason: "userFull" });
      // Again is once, and who comes back from before a restart with a promise has it kept.
      expect(await queue.reserve(three)).toBeNull();
      expect(await queue.reserve(four, true)).toBeNull();
      for (const job of [four, three, two])
        expect(await queue.add(job)).toMatchObject({ kind: "accepted", job: job.id });
      await queue.release(one.id);
      await queue.release(two.id);
      expect(await queue.reserve(other)).toBeNull();
      expect(await queue.reserve(jobOf("a"))).toBeNull();
      expect(await queue.reserve(jobOf("a"))).toMatchObject({ reason: "userFull" });
    });

    it("shut nobody out of an idle line for a place that is kept", async () => {
      const { queue } = await begin(openQueue, { limits: { waiting: 1 }, concurrency: 2 });
      for (const job of jobsOf("a", "b", "c")) expect(await queue.reserve(job)).toBeNull();
      expect(await queue.reserve(jobOf("d"))).toEqual({ kind: "refused", reason: "lineFull", minutes: 1 });
    });

    it("of an hour count a place as a clip, until it is given back", async () => {
      const { queue, clock, reopen } = await begin(openQueue, { limits: { clipsPerUserPerHour: 1 } });
      const [one, two, three] = jobsOf("a", "a", "a");
      expect(await queue.reserve(one)).toBeNull();
      expect(await queue.reserve(two)).toEqual({ kind: "refused", reason: "quota", minutes: 60 });
      await queue.release(one.id);
      expect(await queue.reserve(two)).toBeNull();
      await clock.advance(1000);
      expect(await queue.add(two)).toMatchObject({ kind: "accepted" });
      await queue.release(two.id);
      expect(await queue.reserve(three)).toMatchObject({ reason: "quota" });
      expect(await queue.reserve(two)).toBeNull();
      const next = await reopen();
      expect(await next.reserve(two)).toBeNull();
      expect(await next.reserve(three)).toMatchObject({ reason: "quota" });
    });

    it("give a user so many clips an hour, not counting what failed or was withdrawn while waiting", async () => {
      const { queue, fake, clock, reopen } = await begin(openQueue, { limits: { clipsPerUserPerHour: 2 } });
      const [one, two, three, four] = jobsOf("a", "a", "a", "a");
      await addAll(queue, [one, two]);
      expect(await queue.add(three)).toEqual({ kind: "refused", reason: "quota", minutes: 60 });
      fake.fail(one.id, new UserError("noFace"));
      await clock.advance(10 * 60_000);
      expect(await queue.add(three)).toMatchObject({ kind: "accepted" });
      await queue.cancel({ id: three.id });
      expect(await queue.add(four)).toMatchObject({ kind: "accepted" });
      const next = await reopen();
      expect(await next.add(jobOf("a"))).toEqual({ kind: "refused", reason: "quota", minutes: 50 });
      expect(await next.add(jobOf("b"))).toMatchObject({ kind: "accepted" });
      await clock.advance(50 * 60_000);
      expect(await next.add(jobOf("a"))).toMatchObject({ kind: "accepted" });
    });
  });

  it(`${name}: whoever's photo takes all the time that a clip may take has had one of the hour's`, async () => {
    const { queue, fake } = await begin(openQueue, { limits: { clipsPerUserPerHour: 2 } });
    const [one, two, three] = jobsOf("a", "a", "a");
    await addAll(queue, [one, two]);
    fake.fail(one.id, new StudioFailed("timeout", "took longer than 120 s"));
    await settle();
    expect(await queue.add(three)).toMatchObject({ kind: "refused", reason: "quota" });
  });

  describe(`${name}: failures`, () => {
    it("are told by their code, and the line goes on", async () => {
      const { queue, fake, told } = await begin(openQueue);
      const jobs = jobsOf("a", "b", "c", "d");
      await addAll(queue, jobs);
      const errors = [new UserError("faceTooSmall", { pixels: 12 }), new PhotoGone(), new TypeError("oops")];
      for (const [index, error] of errors.entries()) {
        fake.fail(jobs[index]!.id, error);
        await settle();
      }
      fake.finish(jobs[3].id);
      await settle();
      expect(told.filter(({ kind }) => kind === "failed" || kind === "done")).toEqual([
        { kind: "failed", job: jobs[0], code: "faceTooSmall", params: { pixels: 12 } },
        { kind: "failed", job: jobs[1], code: "photoGone", params: {} },
        { kind: "failed", job: jobs[2], code: "bug", params: {} },
        { kind: "done", job: jobs[3], ...resultOf(jobs[3]) },
      ]);
    });
  });
}
