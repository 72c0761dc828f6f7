import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { JobLedger } from "../../../src/queue/embedded/ledger.ts";
import { Blobs } from "../../../src/store/blobs.ts";
import { type Digest, digestWith } from "../../../src/store/cipher.ts";
import { DiskClips } from "../../../src/store/clips.ts";
import { Records } from "../../../src/store/database.ts";
import { DiskDeliveries } from "../../../src/store/deliveries.ts";
import { DiskJournal } from "../../../src/store/journal.ts";
import { migrate, NEWEST } from "../../../src/store/migrations.ts";
import { DiskSettings } from "../../../src/store/settings.ts";
import { clipOf, temporaryFolder } from "./open-store.ts";

const NOW = 1_000_000;
/** A job as the first version wrote it down. */
const OLD_JOB = {
  id: "tg-1-2",
  platform: "telegram",
  user: "telegram:7",
  chat: "telegram:-5",
  photo: "photo-1",
  face: null,
  gesture: "smile",
  strength: 1,
  maxBytes: null,
  locale: "en",
  address: { message: 2 },
  createdAt: NOW,
};

/** What every version could hold, as SQL that was valid in all of them: columns that came later take their defaults. */
const ROWS = `
  INSERT INTO photos (id, platform, owner, chat, source, createdAt, faces, prominent)
    VALUES ('photo-1', 'telegram', 'telegram:7', 'telegram:-5', '1', ${NOW}, NULL, 2);
  INSERT INTO clips (id, photo, face, gesture, strength, maxBytes, owner, driver, width, height, fps, frames, seconds, size, createdAt, files)
    VALUES ('clip-1', 'photo-1', 2, 'smile', 1, NULL, 'telegram:7', 'smile-front', 720, 720, 25, 100, 4, 9, ${NOW}, '{"telegram:animation":"f"}'),
           ('clip-2', 'photo-1', 2, 'smile', 1, 8000000, 'telegram:7', 'smile-front', 720, 720, 25, 100, 4, 9, ${NOW}, '{}');
  INSERT INTO deliveries VALUES ('telegram', 'telegram:-5', '3', 'photo-1', 'clip-1', 'telegram:7');
  INSERT INTO settings (party, name, value) VALUES ('telegram:7', 'consent', 'true');
  INSERT INTO jobs (id, user, photo, job, state, acceptedAt)
    VALUES ('tg-1-2', 'telegram:7', 'photo-1', '${JSON.stringify(OLD_JOB)}', 'waiting', ${NOW});
`;
/** What came with the second and with the fifth version. */
const OPEN = `'telegram:7', '{"kind":"photo"}', '{"status":"4"}', ${NOW}`;
const CLOSED = `'', NULL, '{}', ${NOW}`;
const JOURNAL = `INSERT INTO journal (id, person, event, notes, openedAt) VALUES ('tg-7-1', ${OPEN}), ('tg-7-2', ${CLOSED});`;
/** Since the ninth, answered entries are known by a digest alone. */
const DIGESTED_JOURNAL = (digest: Digest): string => `
  INSERT INTO journal (digest, id, person, event, notes, openedAt)
    VALUES ('${digest("tg-7-1")}', 'tg-7-1', ${OPEN}), ('${digest("tg-7-2")}', NULL, ${CLOSED});`;
const TRANSCRIPT = `INSERT INTO transcript (chat, shown, photo, clip, createdAt) VALUES ('web:1', '{}', 'photo-1', 'clip-1', ${NOW});`;

/** The records as a given version left them, opened by this one. */
async function openedFrom(version: number): Promise<Records> {
  const folder = await temporaryFolder();
  const key = randomBytes(32);
  const digest = digestWith(key);
  const db = new Database(join(folder, "records.db"), {
    encryptionCipher: "aes256cbc",
    encryptionKey: key.toString("hex"),
  } as Database.Options);
  migrate(db, digest, version);
  db.exec(ROWS);
  if (version >= 9) db.exec(DIGESTED_JOURNAL(digest));
  else if (version >= 2) db.exec(JOURNAL);
  if (version >= 5) db.exec(TRANSCRIPT);
  db.close();
  const records = await Records.open(folder, key);
  onTestFinished(() => records.close());
  return records;
}

describe.each(Array.from({ length: NEWEST - 1 }, (_, i) => i + 2))("the journal of version %d", (version) => {
  it("knows its events again, and no longer by ids that name people", async () => {
    const records = await openedFrom(version);
    const journal = new DiskJournal(records, () => NOW);
    expect(await journal.get("tg-7-1")).toMatchObject({ notes: { status: "4" } });
    for (const id of ["tg-7-1", "tg-7-2"]) expect(await journal.open(id, "telegram:7", {})).toBe(false);
    await journal.forget("telegram:7");
    const rows = records.all(z.record(z.string(), z.unknown()), "SELECT * FROM journal");
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/tg-7-|telegram:7/);
  });
});

describe.each(Array.from({ length: NEWEST }, (_, i) => i + 1))("records of version %d", (version) => {
  it("keep what they held", async () => {
    const records = await openedFrom(version);
    const deliveries = new DiskDeliveries(records);
    expect(await deliveries.find("telegram", "telegram:-5", "3")).toMatchObject({ photo: "photo-1", clip: "clip-1" });
    expect(await new DiskSettings(records, () => NOW).get("telegram:7")).toEqual({ consent: true });
    const journal = await new DiskJournal(records, () => NOW).pending();
    expect(journal).toEqual(version >= 2 ? [{ id: "tg-7-1", event: { kind: "photo" }, notes: { status: "4" } }] : []);
  });

  it("know their clips again by what was asked for, and another engine's as another clip", async () => {
    const records = await openedFrom(version);
    const files = await Blobs.open(await temporaryFolder(), "clips", randomBytes(32));
    const clips = new DiskClips(records, files, () => NOW);
    const key = { ...clipOf("photo-1", "telegram:7"), face: 2 };
    expect(await clips.find(key)).toMatchObject({ id: "clip-1", engine: "mesh", framing: "portrait", enhanced: false });
    expect(await clips.find({ ...key, maxBytes: 8_000_000 })).toMatchObject({ id: "clip-2" });
    expect(await clips.find({ ...key, engine: "fade" })).toBeNull();
    const columns =
      "photo, face, gesture, strength, maxBytes, owner, driver, width, height, fps, frames, seconds, size";
    const copy = (engine: string) =>
      records.exec(
        `INSERT INTO clips (id, ${columns}, createdAt, files, engine)
           SELECT 'clip-3', ${columns}, createdAt, files, '${engine}' FROM clips WHERE id = 'clip-1'`,
      );
    expect(() => copy("mesh")).toThrow(/UNIQUE/);
    expect(() => copy("fade")).not.toThrow();
  });

  it("go on with jobs that waited, drawn by the engine that there was", async () => {
    const records = await openedFrom(version);
    expect(new JobLedger(records).takeUp()).toMatchObject([
      { job: { id: "tg-1-2", engine: "mesh", framing: "portrait" } },
    ]);
  });
});
