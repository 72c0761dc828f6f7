import { pino } from "pino";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { clipWork } from "../../../../src/queue/clip-work.ts";
import { jobSchema } from "../../../../src/queue/contract/job.ts";
import type { JobWork } from "../../../../src/queue/contract/job-work.ts";
import { DEFAULT_LIMITS } from "../../../../src/queue/contract/limits.ts";
import { EmbeddedQueue } from "../../../../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../../../../src/queue/embedded/ledger.ts";
import { forgetUser } from "../../../../src/queue/forget.ts";
import type { Renderer } from "../../../../src/queue/render/renderer.ts";
import { FakeClock, settle } from "../../../support/fake-clock.ts";
import { FakeWork, jobOf } from "../../../support/fake-work.ts";
import { openStore, photoOf } from "../../store/open-store.ts";

function openQueue(ledger: JobLedger, work: JobWork, clock = new FakeClock()): EmbeddedQueue {
  const log = pino({ level: "silent" });
  const queue = new EmbeddedQueue({ ledger, work, clock, log, concurrency: 1, limits: DEFAULT_LIMITS });
  onTestFinished(() => queue.close());
  return queue;
}

describe("forgetUser", () => {
  it("reads jobs from before there was a choice of framing as portraits", () => {
    const { framing, ...older } = jobOf("ann", { face: 3 });
    expect(framing).toBe("portrait");
    expect(jobSchema.parse(older)).toEqual({ ...older, framing });
  });

  it("lets a job in work bring nothing back", async () => {
    const { store } = await openStore();
    const finishing: (() => void)[] = [];
    // A renderer that is just too far to be stopped.
    const renderer: Renderer = {
      render: (request) =>
        new Promise((resolve) => {
          finishing.push(() => {
            const clip = { mp4: Buffer.from("clip"), width: 2, height: 2, fps: 25, frames: 1, seconds: 1 };
            const timings = { decode: 1, detect: 1, landmarks: 1, enhance: 0, rig: 1, render: 1, encode: 1, total: 6 };
            const photo = { width: 1, height: 1, damaged: false };
            const gesture = request.gesture ?? "nostalgia";
            resolve({
              photo,
              faces: [],
              face: 1,
              gesture,
              animated: [],
              enhanced: false,
              engine: "mesh",
              clip,
              timings,
            });
          });
        }),
      close: () => Promise.resolve(),
    };
    const queue = openQueue(new JobLedger(store.records), clipWork(store, renderer));
    await queue.start();
    const photo = await store.photos.put(photoOf("test:bob"), Buffer.from("picture"));
    const job = jobOf("ann", { photo: photo.id });
    await queue.add(job);
    await queue.add(jobOf("ann", { photo: photo.id, gesture: "nod" }));
    await vi.waitFor(() => expect(finishing).toHaveLength(1), { timeout: 8000 });
    const forgetting = forgetUser(queue, store, "test:ann");
    await settle();
    finishing[0]!();
    expect(await forgetting).toEqual({ photos: 0, clips: 0 });
    expect(await store.usage()).toMatchObject({ photos: 1, clips: 0 });
    expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0, unanswered: 0 });
    expect(new JobLedger(store.records).stateOf(job.id)).toBeNull();
  });
});

describe("EmbeddedQueue", () => {
  it("lets a job that was in work at several deaths wait for the others, and gives it up in the end", async () => {
    const { store } = await openStore();
    const ledger = new JobLedger(store.records);
    const [bad, good] = [jobOf("ann"), jobOf("bob")];
    ledger.accept(bad, 1);
    ledger.accept(good, 2);
    let deaths = 0;
    for (; deaths < 50; deaths += 1) {
      const fake = new FakeWork();
      const failed: string[] = [];
      // Never closed: as if its process had died.
      const log = pino({ level: "silent" });
      const parts = { ledger, work: fake.work, clock: new FakeClock(), log, concurrency: 1, limits: DEFAULT_LIMITS };
      const queue = new EmbeddedQueue(parts);
      queue.on("test", ({ kind, job }) => {
        if (kind === "failed") failed.push(job.id);
      });
      await queue.start();
      await settle();
      if (deaths < 3) expect(fake.running).toEqual([bad.id]);
      if (deaths === 3) {
        expect(fake.running).toEqual([good.id]);
        fake.finish(good.id);
        await settle();
        expect(fake.running).toEqual([bad.id]);
      }
      if (failed.includes(bad.id)) break;
    }
    expect(deaths).toBe(12);
    expect(ledger.stateOf(good.id)).toBe("rendered");
  });

  it("does a job again whose end could not be written down, and answers it once", async () => {
    const { store } = await openStore();
    const ledger = new JobLedger(store.records);
    const finish = ledger.finish.bind(ledger);
    let full = true;
    ledger.finish = (...end) => {
      if (full) throw new Error("disk full");
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
