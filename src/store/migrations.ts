import type Database from "libsql";
import { z } from "zod";
import type { Digest } from "./cipher.ts";

/** What brings the records from one version to the next: SQL, and what it cannot say. */
type Step = string | ((db: Database.Database, digest: Digest) => void);

/** Each brings the records from version n to n + 1. Never change one that was released; add another. */
const MIGRATIONS: readonly Step[] = [
  `
  CREATE TABLE photos (
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    owner TEXT NOT NULL,
    chat TEXT NOT NULL,
    source TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    faces TEXT,
    prominent INTEGER,
    UNIQUE (platform, chat, source)
  ) STRICT;
  CREATE INDEX photosByOwner ON photos (owner);
  CREATE INDEX photosByAge ON photos (createdAt);

  CREATE TABLE clips (
    id TEXT PRIMARY KEY,
    photo TEXT NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
    face INTEGER NOT NULL,
    gesture TEXT NOT NULL,
    strength REAL NOT NULL,
    maxBytes INTEGER,
    owner TEXT NOT NULL,
    driver TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    fps REAL NOT NULL,
    frames INTEGER NOT NULL,
    seconds REAL NOT NULL,
    size INTEGER NOT NULL,
    createdAt INTEGER NOT NULL,
    files TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX clipsByKey ON clips (photo, face, gesture, strength, ifnull(maxBytes, 0));
  CREATE INDEX clipsByOwner ON clips (owner, createdAt);

  CREATE TABLE deliveries (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    message TEXT NOT NULL,
    photo TEXT NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
    clip TEXT REFERENCES clips (id) ON DELETE SET NULL,
    user TEXT NOT NULL,
    PRIMARY KEY (platform, chat, message)
  ) STRICT;
  CREATE INDEX deliveriesByPhoto ON deliveries (photo);
  CREATE INDEX deliveriesByClip ON deliveries (clip);
  CREATE INDEX deliveriesByUser ON deliveries (user);

  CREATE TABLE settings (
    party TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (party, name)
  ) STRICT;

  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    photo TEXT NOT NULL,
    job TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'rendered', 'answered', 'cancelled')),
    starts INTEGER NOT NULL DEFAULT 0,
    acceptedAt INTEGER NOT NULL,
    finishedAt INTEGER,
    renderMs INTEGER,
    failed INTEGER NOT NULL DEFAULT 0,
    answer TEXT
  ) STRICT;
  CREATE INDEX jobsByState ON jobs (state, acceptedAt);
  CREATE INDEX jobsByUser ON jobs (user);
  CREATE INDEX jobsByPhoto ON jobs (photo);
  `,
  `
  CREATE TABLE journal (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    event TEXT,
    notes TEXT NOT NULL,
    openedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX journalByPerson ON journal (person);
  `,
  // A face of 0 is everyone.
  `
  ALTER TABLE clips ADD COLUMN framing TEXT NOT NULL DEFAULT 'portrait' CHECK (framing IN ('portrait', 'photo'));
  DROP INDEX clipsByKey;
  CREATE UNIQUE INDEX clipsByKey ON clips (photo, face, framing, gesture, strength, ifnull(maxBytes, 0));
  `,
  `
  ALTER TABLE clips ADD COLUMN original INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE clips ADD COLUMN enhanced INTEGER NOT NULL DEFAULT 0;
  DROP INDEX clipsByKey;
  CREATE UNIQUE INDEX clipsByKey ON clips (photo, face, framing, original, gesture, strength, ifnull(maxBytes, 0));
  `,
  `
  CREATE TABLE transcript (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL,
    replyTo TEXT,
    shown TEXT NOT NULL,
    photo TEXT REFERENCES photos (id) ON DELETE CASCADE,
    clip TEXT REFERENCES clips (id) ON DELETE CASCADE,
    picture TEXT,
    createdAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX transcriptByChat ON transcript (chat, id);
  CREATE INDEX transcriptByPhoto ON transcript (photo);
  CREATE INDEX transcriptByClip ON transcript (clip);

  CREATE TABLE measurements (
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    stages TEXT
  ) STRICT;
  CREATE INDEX measurementsByAge ON measurements (at);
  `,
  // Until now there was one engine.
  `
  ALTER TABLE clips ADD COLUMN engine TEXT NOT NULL DEFAULT 'mesh';
  DROP INDEX clipsByKey;
  CREATE UNIQUE INDEX clipsByKey ON clips (photo, face, framing, original, gesture, strength, ifnull(maxBytes, 0), engine);
  `,
  `
  CREATE TABLE thumbnails (
    clip TEXT PRIMARY KEY REFERENCES clips (id) ON DELETE CASCADE,
    jpeg TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE meshes (
    photo TEXT PRIMARY KEY REFERENCES photos (id) ON DELETE CASCADE,
    floats TEXT NOT NULL
  ) STRICT;
  `,
  // Until now the ids of answered entries, which name people, could be read.
  (db, digest) => {
    db.exec(`
      ALTER TABLE journal RENAME TO oldJournal;
      DROP INDEX journalByPerson;
      CREATE TABLE journal (
        digest TEXT PRIMARY KEY,
        id TEXT,
        person TEXT NOT NULL,
        event TEXT,
        notes TEXT NOT NULL,
        openedAt INTEGER NOT NULL,
        forgotten INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE INDEX journalByPerson ON journal (person);
    `);
    const move = db.prepare<{ id: string; digest: string }>(`
      INSERT INTO journal (digest, id, person, event, notes, openedAt)
        SELECT :digest, iif(event IS NULL, NULL, id), person, event, notes, openedAt FROM oldJournal WHERE id = :id`);
    const ids = z
      .array(z.object({ id: z.string() }))
      .parse(db.prepare("SELECT id FROM oldJournal ORDER BY rowid").all({}));
    for (const { id } of ids) move.run({ id, digest: digest(id) });
    db.exec("DROP TABLE oldJournal");
  },
  // Those of whom nobody knows when they were last of use count from today.
  `
  ALTER TABLE settings ADD COLUMN usedAt INTEGER NOT NULL DEFAULT 0;
  UPDATE settings SET usedAt = 1000 * CAST(strftime('%s', 'now') AS INTEGER);
  CREATE INDEX settingsByUse ON settings (usedAt);
  `,
  "ALTER TABLE photos ADD COLUMN takenDown INTEGER NOT NULL DEFAULT 0",
  // What is kept outlives its photo and its clip, so it only names them.
  `
  CREATE TABLE kept (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    photo TEXT NOT NULL,
    clip TEXT NOT NULL,
    gesture TEXT NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    years TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    fps REAL NOT NULL,
    seconds REAL NOT NULL,
    size INTEGER NOT NULL,
    thumbnail TEXT,
    keptAt INTEGER NOT NULL,
    usedAt INTEGER NOT NULL,
    UNIQUE (owner, clip)
  ) STRICT;
  CREATE INDEX keptByPhoto ON kept (photo);
  CREATE INDEX keptByUse ON kept (usedAt);

  CREATE TABLE reels (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    parts TEXT NOT NULL,
    captions TEXT NOT NULL,
    made TEXT,
    createdAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX reelsByOwner ON reels (owner);
  CREATE INDEX reelsByAge ON reels (createdAt);

  CREATE TABLE passes (
    digest TEXT PRIMARY KEY,
    owner TEXT,
    token TEXT,
    expiresAt INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE counted (
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    how TEXT NOT NULL,
    platform TEXT NOT NULL
  ) STRICT;
  CREATE INDEX countedByAge ON counted (at);
  `,
  `
  CREATE TABLE movements (
    gesture TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    title TEXT,
    movement TEXT NOT NULL,
    usedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX movementsByOwner ON movements (owner);
  CREATE INDEX movementsByUse ON movements (usedAt);
  `,
  `
  CREATE TABLE songs (
    gesture TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    music TEXT NOT NULL,
    sound TEXT,
    usedAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX songsByOwner ON songs (owner);
  CREATE INDEX songsByUse ON songs (usedAt);
  `,
];

/** How many shapes the records have had. */
export const NEWEST = MIGRATIONS.length;

/** Brings the records to the newest shape, or to the shape of an earlier version; `user_version` says how far they are. */
export function migrate(db: Database.Database, digest: Digest, to = NEWEST): void {
  const version = readVersion(db);
  if (version > NEWEST) throw new Error("DATA_DIR was written by a newer Keepsake");
  MIGRATIONS.slice(version, to).forEach((step, index) => {
    db.transaction(() => {
      if (typeof step === "string") db.exec(step);
      else step(db, digest);
      db.pragma(`user_version = ${version + index + 1}`);
    })();
  });
}

function readVersion(db: Database.Database): number {
  const rows = db.pragma("user_version");
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  if (typeof row === "object" && row !== null && "user_version" in row && typeof row.user_version === "number") {
    return row.user_version;
  }
  throw new Error("The records have no version");
}
