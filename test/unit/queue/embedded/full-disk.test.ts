import { describe, expect, it } from "vitest";
import { type JobWork, PhotoGone } from "../../../../src/queue/contract/job-work.ts";
import { JobLedger } from "../../../../src/queue/embedded/ledger.ts";
import { FakeClock, settle } from "../../../support/fake-clock.ts";
import { FakeWork, jobOf } from "../../../support/fake-work.ts";
import { openStore } from "../../store/open-store.ts";
import { openQueue } from "./open-queue.ts";

function onFullDisk(): never {
  throw new Error("SQLITE_FULL: database or disk is full");
}

async function openLedger(): Promise<JobLedger> {
  return new JobLedger((await openStore()).store.records);
}

/** A queue in whose work a job is. */
async function queueAtWork(ledger: JobLedger, work: JobWork, clock = new FakeClock()) {
  const queue = openQueue(ledger, work, clock);
  await queue.start();
  const job = jobOf("ann");
  await queue.add(job);
  await settle();
  return { queue, job };
}

describe("an EmbeddedQueue on a full disk", () => {
  it("does not hold a full disk against a job that rests when the process ends", async () => {
    const ledger = await openLedger();
    const finish = ledger.finish.bind(ledger);
    ledger.finish = onFullDisk;
    const fake = new FakeWork();
    const { queue, job } = await queueAtWork(ledger, fake.work);
    fake.finish(job.id);
    await settle();
    ledger.finish = finish;
    await queue.close();
    expect(ledger.stateOf(job.id)).toBe("waiting");
    expect(ledger.takeUp()).toMatchObject([{ job: { id: job.id }, starts: 0 }]);
  });

  it("outlives a full disk in its hourly round, and goes round again", async () => {
    const ledger = await openLedger();
    const clock = new FakeClock();
    const queue = openQueue(ledger, new FakeWork().work, clock);
    let rounds = 0;
    ledger.prune = () => {
      rounds += 1;
      onFullDisk();
    };
    await queue.start();
    await clock.advance(5 * 3_600_000);
    expect(rounds).toBe(6);
  });

  it("outlives a full disk when it gives an answer up", async () => {
    const ledger = await openLedger();
    const clock = new FakeClock();
    const fake = new FakeWork();
    const { queue, job } = await queueAtWork(ledger, fake.work, clock);
    queue.on("test", () => undefined);
    fake.finish(job.id);
    await settle();
    ledger.answered = onFullDisk;
    await clock.advance(26 * 3_600_000);
    expect(await queue.stats()).toMatchObject({ unanswered: 0 });
  });

  it("keeps a job in line whose withdrawal could not be written down", async () => {
    const ledger = await openLedger();
    const cancel = ledger.cancel.bind(ledger);
    const queue = openQueue(ledger, new FakeWork().work);
    const job = jobOf("ann");
    await queue.add(job);
    ledger.cancel = onFullDisk;
    await expect(queue.withdrawWaiting(job.id)).rejects.toThrow();
    expect(await queue.stats()).toMatchObject({ waiting: 1 });
    ledger.cancel = cancel;
    expect(await queue.withdrawWaiting(job.id)).toBe(true);
    expect(await queue.stats()).toMatchObject({ waiting: 0 });
  });

  it("does not do a withdrawn job again whose end could not be written down", async () => {
    const ledger = await openLedger();
    let finish = (): void => undefined;
    const began: string[] = [];
    // Too far to be stopped.
    const work: JobWork = async (job) =>
      new Promise((resolve) => {
        began.push(job.id);
        finish = () => {
          resolve({ result: { clip: "clip", face: 1, faces: [] }, renderMs: 1 });
        };
      });
    const clock = new FakeClock();
    const { queue, job } = await queueAtWork(ledger, work, clock);
    ledger.finish = onFullDisk;
    const cancelling = queue.cancel({ id: job.id });
    finish();
    await cancelling;
    await clock.advance(60_000);
    expect(began).toEqual([job.id]);
  });

  it.each([
    ["rests", true],
    ["is in work", false],
  ])("tells that its photo was deleted, once the disk takes it, to whoever has a job that %s", async (_, rests) => {
    const ledger = await openLedger();
    const finish = ledger.finish.bind(ledger);
    const [fake, clock] = [new FakeWork(), new FakeClock()];
    let isGone = false;
    const work: JobWork = async (job, hooks) => {
      if (isGone) throw new PhotoGone();
      return fake.work(job, hooks);
    };
    const { queue, job } = await queueAtWork(ledger, work, clock);
    const failures: string[] = [];
    queue.on("test", (event) => {
      if (event.kind === "failed") failures.push(event.code);
    });
    ledger.finish = onFullDisk;
    if (rests) fake.finish(job.id);
    await settle();
    isGone = true;
    await queue.photoDeleted(job.photo, "test:bob");
    expect(failures).toEqual([]);
    ledger.finish = finish;
    await clock.advance(5000);
    expect(failures).toEqual(["photoGone"]);
  });

  it("does a job again whose end could not be written down, and answers it once", async () => {
    const ledger = await openLedger();
    const finish = ledger.finish.bind(ledger);
    let full = true;
    ledger.finish = (...end) => {
      if (full) onFullDisk();
      return finish(...end);
    };
    const fake = new FakeWork();
    const clock = new FakeClock();
    const queue = openQueue(ledger, fake.work, clock);
    const done: string[] = [];
    queue.on("test", async ({ kind, job }) => {
      if (kind !== "done") return;
      done.push(job.id);
      await queue.acknowledge(job.id);
    });
    await queue.start();
    const [one, two] = [jobOf("ann"), jobOf("bob")];
    await queue.add(one);
    await queue.add(two);
    await settle();
    fake.finish(one.id);
    await settle();
    full = false;
    expect(await queue.photosInUse()).toEqual(new Set([one.photo, two.photo]));
    expect(fake.running).toEqual([two.id]);
    fake.finish(two.id);
    await clock.advance(5000);
    fake.finish(one.id, null);
    await clock.advance(60_000);
    expect(done).toEqual([two.id, one.id]);
    expect(ledger.stateOf(one.id)).toBe("answered");
  });
});
