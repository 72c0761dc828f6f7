/**
 * Everything that writes to the store, tried while no file may grow and again when they may: `full-disk-victim.ts DATA_DIR KEY`.
 * Prints as JSON how each fared. A process of its own, because the limit holds for all that it writes.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { JobLedger } from "../../../src/queue/embedded/ledger.ts";
import { DiskStore } from "../../../src/store/disk-store.ts";
import { DiskJournal } from "../../../src/store/journal.ts";
import { jobOf } from "../../support/fake-work.ts";
import { clipOf, photoOf } from "./open-store.ts";

/** What became of each write: `done`, or how its error says why not. */
export interface Tried {
  readonly full: Readonly<Record<string, string>>;
  readonly free: Readonly<Record<string, string>>;
}

/** As a full disk does, this lets files be read, emptied and removed, and no byte be written. */
function letFilesGrow(grow: boolean): void {
  execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${grow ? "unlimited" : "0"}:`]);
}

const PICTURE = randomBytes(20_000);
const [dataDir = "", key = ""] = process.argv.slice(2);
const store = await DiskStore.open({ dataDir, key, retentionMs: 3_600_000, now: Date.now });
const ledger = new JobLedger(store.records);
const journal = new DiskJournal(store.records, Date.now);
const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
const old = await store.photos.put(photoOf("telegram:8"), PICTURE);
store.records.run("UPDATE photos SET createdAt = 1 WHERE id = :id", { id: old.id });
const [waiting, running, rendered, answered] = ["ann", "bob", "cem", "dan"].map((user) => jobOf(user));
if (waiting === undefined || running === undefined || rendered === undefined || answered === undefined)
  throw new Error();
const sorry = { kind: "failed", code: "bug", params: {} } as const;
for (const job of [waiting, running, rendered, answered]) ledger.accept(job, 1);
for (const job of [running, rendered, answered]) ledger.start(job.id);
for (const job of [rendered, answered]) ledger.finish(job.id, sorry, 2, null);
ledger.answered(answered.id);
await journal.open("noted", "telegram:7", {});

const place = {
  platform: "telegram",
  chat: "telegram:7",
  message: "5",
  photo: photo.id,
  clip: null,
  user: "telegram:7",
};
const WRITES: Readonly<Record<string, () => unknown>> = {
  "a job is accepted": () => ledger.accept(jobOf("eve"), 1),
  "a job begins": () => ledger.start(waiting.id),
  "a job is put back": () => ledger.putBack(running.id),
  "a job ends": () => ledger.finish(running.id, sorry, 2, null),
  "an answer is acknowledged": () => ledger.answered(rendered.id),
  "old jobs are removed": () => ledger.prune(Date.now()),
  "jobs are cancelled": () => ledger.cancel([waiting.id]),
  "jobs are erased": () => ledger.erase(running.user),
  "an event is noted": async () => journal.open("new", "telegram:7", {}),
  "a note is added": async () => journal.note("noted", { status: "5" }),
  "an event is closed": async () => journal.close("noted"),
  "a person's events are closed": async () => journal.forget("telegram:7"),
  "old events are removed": async () => journal.sweep(Date.now() + 1, Date.now() + 1),
  "a photo is kept": async () => store.photos.put(photoOf("telegram:7", "2"), PICTURE),
  "faces are noted": async () => store.photos.setFaces(photo.id, [], null),
  "a clip is kept": async () => store.clips.put(clipOf(photo.id, "telegram:7"), PICTURE),
  "a delivery is noted": async () => store.deliveries.record(place),
  "a setting is claimed": async () => store.settings.claim("telegram:7", "consent"),
  "a page's message is kept": () => store.transcript.add({ chat: "web:1", replyTo: null, photo: photo.id, shown: {} }),
  "a rendering is measured": () => {
    store.measurements.note({ at: 1, outcome: "clip", stages: null });
  },
  "what is old is removed": async () => store.sweep(Date.now(), new Set()),
  "a photo is deleted": async () => store.photos.delete(photo.id),
  "a person is forgotten": async () => store.forget("telegram:7"),
  "health is asked for": () => {
    store.records.tryWriting();
  },
};

async function tryAll(): Promise<Record<string, string>> {
  const fared: Record<string, string> = {};
  for (const [what, write] of Object.entries(WRITES)) {
    try {
      await write();
      fared[what] = "done";
    } catch (error) {
      fared[what] = error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  }
  return fared;
}

letFilesGrow(false);
const full = await tryAll();
letFilesGrow(true);
const free = await tryAll();
await store.close();
process.stdout.write(JSON.stringify({ full, free } satisfies Tried));
