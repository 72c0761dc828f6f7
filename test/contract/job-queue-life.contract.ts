import { describe, expect, it } from "vitest";
import type { JobEvent } from "../../src/queue/contract/job.ts";
import { settle } from "../support/fake-clock.ts";
import { jobOf, resultOf } from "../support/fake-work.ts";
import { addAll, begin, jobsOf, type OpenQueue } from "./queue-harness.ts";

/** What every JobQueue must do with answers, withdrawals and its own end. */
export function jobQueueLifeContract(name: string, openQueue: OpenQueue): void {
  describe(`${name}: answers`, () => {
    it("come again, later and later, when they were not acknowledged", async () => {
      const { queue, fake, clock } = await begin(openQueue);
      const times: number[] = [];
      queue.on("test", (event) => {
        if (event.kind !== "done") return;
        times.push((clock.now() - Date.UTC(2026, 0, 1)) / 1000);
        if (times.length === 3) throw new Error("the platform is away");
      });
      const job = jobOf("a");
      await addAll(queue, [job]);
      fake.finish(job.id);
      await clock.advance(120_000);
      expect(times).toEqual([0, 15, 45, 105]);
      await queue.acknowledge(job.id);
      await clock.advance(3_600_000);
      expect(times).toHaveLength(4);
    });

    it("are not told a second time while the first is under way", async () => {
      const { queue, fake, clock, reopen } = await begin(openQueue);
      let deliver: () => void = () => undefined;
      let tries = 0;
      const slow = async (event: JobEvent) => {
        if (event.kind !== "done") return undefined;
        tries += 1;
        return new Promise<void>((resolve) => {
          deliver = resolve;
        });
      };
      queue.on("test", slow);
      const job = jobOf("a");
      await addAll(queue, [job]);
      fake.finish(job.id);
      await clock.advance(3_600_000);
      expect(tries).toBe(1);
      await queue.acknowledge(job.id);
      deliver();
      await clock.advance(3_600_000);
      await (await reopen()).start();
      expect(tries).toBe(1);
    });

    it("wait for their platform, and for a restart", async () => {
      const { queue, fake, clock, reopen, listen, kinds } = await begin(openQueue);
      const other = jobOf("a", { platform: "elsewhere", face: "all", framing: "photo" });
      const mine = jobOf("b");
      await addAll(queue, [other, mine]);
      fake.finish(other.id);
      await settle();
      queue.on("test", () => undefined);
      fake.finish(mine.id);
      await settle();
      expect((await queue.stats()).unanswered).toBe(2);
      const next = await reopen();
      listen(next);
      await next.start();
      await settle();
      expect(kinds(mine.id)).toContain("done");
      expect(kinds(other.id)).toEqual([]);
      const elsewhere: JobEvent[] = [];
      next.on("elsewhere", async (event) => {
        elsewhere.push(event);
        await next.acknowledge(event.job.id);
      });
      await clock.advance(1000);
      expect(elsewhere).toEqual([{ kind: "done", job: other, ...resultOf(other) }]);
      expect((await next.stats()).unanswered).toBe(0);
    });

    it("that nobody can deliver are given up after a day", async () => {
      const { queue, fake, clock } = await begin(openQueue);
      let tries = 0;
      queue.on("test", ({ kind }) => {
        if (kind === "done") tries += 1;
      });
      const job = jobOf("a");
      await addAll(queue, [job]);
      fake.finish(job.id);
      await clock.advance(25 * 3_600_000);
      const triesInADay = tries;
      expect((await queue.stats()).unanswered).toBe(0);
      expect(await queue.photosInUse()).toEqual(new Set());
      await clock.advance(25 * 3_600_000);
      expect(tries).toBe(triesInADay);
    });
  });

  describe(`${name}: withdrawing`, () => {
    it("stops a running job, takes out waiting ones and drops answers", async () => {
      const { queue, fake, clock, told, kinds, reopen, listen } = await begin(openQueue);
      queue.on("test", (event) => void told.push(event));
      const [answer, running, waiting, bystander] = jobsOf("a", "a", "a", "b");
      await addAll(queue, [answer]);
      fake.finish(answer.id);
      await settle();
      await addAll(queue, [running, waiting, bystander]);
      expect(fake.running).toEqual([running.id]);
      expect(await queue.cancel({ user: "test:a" })).toBe(3);
      expect(fake.running).toEqual([]);
      await clock.advance(60_000);
      for (const job of [answer, running, waiting]) expect(kinds(job.id).at(-1)).toBe("cancelled");
      expect(fake.running).toEqual([bystander.id]);
      expect(await queue.photosInUse()).toEqual(new Set([bystander.photo]));
      const next = await reopen();
      listen(next);
      await next.start();
      await clock.advance(60_000);
      expect(fake.running).toEqual([bystander.id]);
      expect(kinds(waiting.id)).toEqual(["cancelled"]);
    });

    it("can mean all of a chat, and leaves what the same person asked for elsewhere", async () => {
      const { queue, kinds, fake } = await begin(openQueue);
      const [here, there] = [jobOf("a"), jobOf("a", { chat: "test:family" })] as const;
      await addAll(queue, [here, there]);
      expect(await queue.cancel({ chat: here.chat })).toBe(1);
      await settle();
      expect(kinds(here.id).at(-1)).toBe("cancelled");
      expect(fake.running).toEqual([there.id]);
    });

    it("forgets what came before, and serves what comes while it waits for a render to stop", async () => {
      const { queue, fake, kinds } = await begin(openQueue);
      const [answered, running, after] = jobsOf("a", "a", "a");
      await addAll(queue, [answered]);
      fake.finish(answered.id);
      await addAll(queue, [running]);
      const forgetting = queue.forget("test:a");
      await queue.add(after);
      await forgetting;
      await settle();
      expect(kinds(running.id).at(-1)).toBe("cancelled");
      expect(fake.running).toEqual([after.id]);
      fake.finish(after.id);
      await settle();
      expect(kinds(after.id)).toEqual(["started", "done"]);
      // Known no more: the same message again would be a new one.
      expect(await queue.add(answered)).toMatchObject({ kind: "accepted", merged: false });
    });

    it("of a photo that somebody deleted are theirs alone: the others hear at once that it is gone", async () => {
      const { queue, told, kinds } = await begin(openQueue, { concurrency: 2 });
      const photo = { photo: "p" };
      const [running, busy, own, waiting] = [
        jobOf("a", photo),
        jobOf("b"),
        jobOf("c", photo),
        jobOf("d", photo),
      ] as const;
      await addAll(queue, [running, busy, own, waiting]);
      await queue.photoDeleted("p", own.user);
      await settle();
      expect(kinds(own.id)).toEqual(["cancelled"]);
      for (const { id } of [running, waiting]) {
        expect(told.findLast(({ job }) => job.id === id)).toMatchObject({ kind: "failed", code: "photoGone" });
      }
      expect(kinds(busy.id)).toEqual(["started"]);
    });

    it("are over, also for the next process, and what still waits is not", async () => {
      const { queue, reopen } = await begin(openQueue);
      const [running, waiting] = [jobOf("a"), jobOf("b")] as const;
      await addAll(queue, [running, waiting]);
      await queue.cancel({ id: running.id });
      const next = await reopen();
      expect(await next.standingOf(running.id)).toBe("over");
      expect(await next.standingOf(waiting.id)).toBe("open");
      expect(await next.standingOf("never seen")).toBe("unknown");
    });

    it("can mean one job", async () => {
      const { queue, fake, kinds } = await begin(openQueue);
      const [busy, one] = [jobOf("a"), jobOf("b")];
      await addAll(queue, [busy, one]);
      expect(await queue.cancel({ id: one.id })).toBe(1);
      expect(await queue.cancel({ id: "unknown" })).toBe(0);
      await settle();
      expect(kinds(one.id)).toEqual(["cancelled"]);
      fake.finish(busy.id);
      await settle();
      expect(fake.begun).toEqual([busy.id]);
    });
  });

  describe(`${name}: stopping`, () => {
    it("waits for running jobs and their answers, and begins nothing", async () => {
      const { queue, fake, told, kinds } = await begin(openQueue);
      const [running, waiting] = [jobOf("a"), jobOf("b")];
      await addAll(queue, [running, waiting]);
      let drained = false;
      const draining = queue.drain(30_000).then(() => {
        drained = true;
      });
      const late = jobOf("c");
      expect(await queue.add(late)).toMatchObject({ kind: "accepted", place: 2 });
      await settle();
      expect(drained).toBe(false);
      fake.finish(running.id);
      await draining;
      expect(kinds(running.id)).toEqual(["started", "done"]);
      expect(fake.begun).toEqual([running.id]);
      expect(told.filter(({ job }) => job.id === late.id)).toEqual([]);
    });

    it("keeps what is not finished in time for the next start, in its order", async () => {
      const { queue, fake, clock, reopen, listen, kinds } = await begin(openQueue);
      const [running, waiting] = [jobOf("a"), jobOf("b")];
      await addAll(queue, [running, waiting]);
      const draining = queue.drain(30_000);
      await clock.advance(30_000);
      await draining;
      expect(fake.running).toEqual([]);
      const next = await reopen();
      listen(next);
      expect(await next.stats()).toMatchObject({ waiting: 2, running: 0, byPlatform: { test: 2 }, oldestSeconds: 30 });
      expect(await next.photosInUse()).toEqual(new Set([running.photo, waiting.photo]));
      await next.start();
      await settle();
      fake.finish(running.id);
      await settle();
      fake.finish(waiting.id);
      await settle();
      expect(kinds(running.id).filter((kind) => kind === "done")).toHaveLength(1);
      expect(kinds(waiting.id).filter((kind) => kind === "done")).toHaveLength(1);
    });
  });
}
