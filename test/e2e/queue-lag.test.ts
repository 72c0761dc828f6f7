import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../../src/config.ts";
import type { JobEvent } from "../../src/queue/contract/job.ts";
import { openQueue } from "../../src/queue/open-queue.ts";
import { DiskStore } from "../../src/store/disk-store.ts";
import { jobOf } from "../support/fake-work.ts";

const PHOTO = new URL("../../examples/portrait.jpg", import.meta.url);
const LONGEST_LAG_MS = 50;

/** A queue with the real pipeline, and what its listener was told. */
async function begin() {
  const dataDir = await mkdtemp(join(tmpdir(), "keepsake-lag-"));
  const key = randomBytes(32).toString("base64");
  const store = await DiskStore.open({ dataDir, key, retentionMs: 3_600_000, now: Date.now });
  const { programPath, ffmpegPath } = loadConfig();
  const { queue, close } = await openQueue({
    store,
    renderers: 2,
    enhance: "auto",
    environment: { PATH: programPath, ...(ffmpegPath !== undefined && { FFMPEG_PATH: ffmpegPath }) },
    limits: {},
    log: pino({ level: "silent" }),
  });
  onTestFinished(async () => {
    await close();
    await store.close();
    await rm(dataDir, { recursive: true });
  });
  const told: JobEvent[] = [];
  queue.on("test", async (event) => {
    told.push(event);
    if (event.kind === "done" || event.kind === "failed") await queue.acknowledge(event.job.id);
  });
  await queue.start();
  const photo = await readFile(PHOTO);
  const ask = async (user: string, gesture: string) => {
    const source = { platform: "test", owner: `test:${user}`, chat: `test:${user}`, source: gesture };
    const { id } = await store.photos.put(source, photo);
    const job = jobOf(user, { chat: `test:${user}`, photo: id, gesture });
    expect(await queue.add(job)).toMatchObject({ kind: "accepted" });
    return job.id;
  };
  const answerTo = async (id: string) => {
    for (;;) {
      const answer = told.find(({ job, kind }) => job.id === id && (kind === "done" || kind === "failed"));
      if (answer !== undefined) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { store, told, ask, answerTo };
}

it("stays quick to answer while two clips are rendered", async () => {
  const { store, told, ask, answerTo } = await begin();
  const lag = monitorEventLoopDelay({ resolution: 1 });
  lag.enable();
  const asked = await Promise.all([
    ask("ann", "nostalgia"),
    ask("bob", "blink"),
    ask("ann", "smile"),
    ask("cy", "nosuchgesture"),
    ask("dee", "tilt"),
  ]);
  const answers = await Promise.all(asked.map(answerTo));
  lag.disable();
  expect(answers.map(({ kind }) => kind)).toEqual(["done", "done", "done", "failed", "done"]);
  expect(answers[3]).toMatchObject({ code: "noSuchGesture" });
  for (const answer of answers) {
    if (answer.kind !== "done") continue;
    const clip = await store.clips.get(answer.clip);
    expect(clip).toMatchObject({ gesture: answer.job.gesture, face: 1, fps: 25 });
    const mp4 = await store.clips.bytes(answer.clip);
    expect(Buffer.from(mp4!.subarray(4, 8)).toString("latin1")).toBe("ftyp");
    expect(answer.faces).toHaveLength(1);
  }
  const percents = told.flatMap((event) =>
    event.kind === "progress" && event.job.id === asked[0] ? [event.percent] : [],
  );
  expect(percents.length).toBeGreaterThan(3);
  expect(percents).toEqual([...percents].sort((a, b) => a - b));
  expect(lag.percentile(99) / 1e6, "99th percentile of the event loop's lag in ms").toBeLessThan(LONGEST_LAG_MS);
});
