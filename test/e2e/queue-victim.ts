/**
 * A bot without a platform, to be killed: `queue-victim.ts DATA_DIR KEY JOURNAL JOBS`. It adds its jobs as messages that a
 * platform delivers again after a restart, renders in real processes, and "sends" answers by writing them down. Ends by itself
 * when everything is answered, gently on SIGTERM.
 */
import { appendFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { systemClock } from "../../src/clock.ts";
import { clipWork } from "../../src/queue/clip-work.ts";
import { fixedPlaces } from "../../src/queue/contract/places.ts";
import { EmbeddedQueue } from "../../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../../src/queue/embedded/ledger.ts";
import { LocalStudio } from "../../src/queue/render/local-studio.ts";
import { DiskStore } from "../../src/store/disk-store.ts";
import { photoThatSays } from "../support/fake-studio-work.ts";
import { jobOf } from "../support/fake-work.ts";

/** What the journal says: a process began; a job was accepted or refused, sent to its chat, acknowledged, or failed. */
export type Entry = "began" | "accepted" | "refused" | "sent" | "acknowledged" | "failed" | "ended";

const [dataDir = "", key = "", journal = "", jobs = "0"] = process.argv.slice(2);
const log = pino({ level: "warn" }, pino.destination(2));

function note(entry: Entry, job = "-"): void {
  appendFileSync(journal, `${entry} ${job}\n`);
}

const store = await DiskStore.open({ dataDir, key, retentionMs: 3_600_000, now: Date.now });
const module = new URL("../support/fake-studio-work.ts", import.meta.url).href;
const studio = new LocalStudio({
  renderers: 2,
  environment: {},
  scratch: dirname(journal),
  clock: systemClock,
  log,
  module,
});
const queue = new EmbeddedQueue({
  ledger: new JobLedger(store.records),
  work: clipWork(store, studio),
  clock: systemClock,
  log,
  places: fixedPlaces(2),
  limits: { waitingPerUser: 1000, waitingPerChat: 1000, waiting: 1000, clipsPerUserPerHour: 1000 },
});
queue.on("test", async (event) => {
  if (event.kind !== "done" && event.kind !== "failed") return;
  await sleep(10 * Math.random());
  note(event.kind === "done" ? "sent" : "failed", event.job.id);
  await sleep(5 * Math.random());
  await queue.acknowledge(event.job.id);
  note("acknowledged", event.job.id);
});

async function end(): Promise<void> {
  await queue.drain(10_000);
  await studio.close();
  await store.close();
  note("ended");
  process.exit(0);
}

const asked = new AbortController();
process.on("SIGTERM", () => {
  asked.abort();
});
await queue.start();
note("began");
for (let n = 0; n < Number(jobs); n += 1) {
  if (asked.signal.aborted) break;
  const user = `user${n % 7}`;
  const source = { platform: "test", owner: `test:${user}`, chat: "test:chat", source: `message${n}` };
  const photo = await store.photos.put(source, photoThatSays({ act: "wait", milliseconds: 20 + (n % 5) * 20 }));
  const admission = await queue.add(jobOf(user, { id: `job${n}`, chat: "test:chat", photo: photo.id }));
  note(admission.kind, `job${n}`);
}
for (;;) {
  await sleep(50);
  const { waiting, running, unanswered } = await queue.stats();
  if (asked.signal.aborted || waiting + running + unanswered === 0) await end();
}
