import { pino } from "pino";
import { describe, expect, it, vi } from "vitest";
import { clipWork } from "../../../../src/queue/clip-work.ts";
import { jobSchema } from "../../../../src/queue/contract/job.ts";
import { DEFAULT_LIMITS } from "../../../../src/queue/contract/limits.ts";
import { fixedPlaces } from "../../../../src/queue/contract/places.ts";
import type { Studio } from "../../../../src/queue/contract/studio.ts";
import { EmbeddedQueue } from "../../../../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../../../../src/queue/embedded/ledger.ts";
import { forgetUser } from "../../../../src/queue/forget.ts";
import { FakeClock, settle } from "../../../support/fake-clock.ts";
import { FakeWork, jobOf } from "../../../support/fake-work.ts";
import { openStore, photoOf } from "../../store/open-store.ts";
import { openQueue } from "./open-queue.ts";

describe("forgetUser", () => {
  it("reads jobs from before there was a choice of framing as portraits", () => {
    const { framing, ...older } = jobOf("ann", { face: 3 });
    expect(framing).toBe("portrait");
    expect(jobSchema.parse(older)).toEqual({ ...older, framing });
  });

  it("lets a job in work bring nothing back", async () => {
    const { store } = await openStore();
    const finishing: (() => void)[] = [];
    // A studio that is just too far to be stopped.
    const studio: Pick<Studio, "render"> = {
      render: async (request) =>
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
              changes: [],
              engine: "mesh",
              shows: { x: 0, y: 0, width: 1, height: 1 },
              clip,
              thumbnail: Buffer.from("thumbnail"),
              timings,
            });
          });
        }),
    };
    const queue = openQueue(new JobLedger(store.records), clipWork(store, studio));
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
  it("gives up what a platform that was switched off never fetched, and lets its photo go", async () => {
    const { store } = await openStore();
    const fake = new FakeWork();
    const clock = new FakeClock();
    const queue = openQueue(new JobLedger(store.records), fake.work, clock);
    await queue.start();
    const job = jobOf("ann", { platform: "discord" });
    await queue.add(job);
    await settle();
    fake.finish(job.id);
    await clock.advance(23 * 3_600_000);
    expect(await queue.photosInUse()).toEqual(new Set([job.photo]));
    await clock.advance(3 * 3_600_000);
    expect(await queue.stats()).toMatchObject({ unanswered: 0 });
    expect(await queue.photosInUse()).toEqual(new Set());
    expect(new JobLedger(store.records).stateOf(job.id)).toBe("answered");
  });

  it("forgets jobs that it cannot read, so that they can be asked for anew, and does the others", async () => {
    const { store } = await openStore();
    const ledger = new JobLedger(store.records);
    const [unknown, broken, answered, good] = [jobOf("ann"), jobOf("bob"), jobOf("cem"), jobOf("dan")];
    for (const job of [unknown, broken, answered, good]) ledger.accept(job, job.createdAt);
    ledger.finish(answered.id, { kind: "failed", code: "bug", params: {} }, 2, null);
    const spoil = (id: string, sql: string) => store.records.run(`UPDATE jobs SET ${sql} WHERE id = :id`, { id });
    spoil(unknown.id, "job = json_set(job, '$.gesture', '')");
    spoil(broken.id, "job = 'no JSON'");
    spoil(answered.id, "answer = '{}'");
    const fake = new FakeWork();
    const queue = openQueue(ledger, fake.work);
    await queue.start();
    await settle();
    expect(fake.running).toEqual([good.id]);
    for (const { id } of [unknown, broken, answered]) expect(await queue.standingOf(id)).toBe("unknown");
    expect(await queue.standingOf(good.id)).toBe("open");
  });

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
      const parts = {
        ledger,
        work: fake.work,
        clock: new FakeClock(),
        log,
        places: fixedPlaces(1),
        limits: DEFAULT_LIMITS,
      };
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
});
