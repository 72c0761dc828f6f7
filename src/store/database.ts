import { mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import Database from "libsql";
import type { Logger } from "pino";
import { z } from "zod";
import { type Digest, digestWith } from "./cipher.ts";
import { closeToOthers, isMissing } from "./files.ts";
import { migrate } from "./migrations.ts";

/** What a query's `:names` are filled with. */
export type Values = Readonly<Record<string, string | number | null>>;

/** Where the store says what is wrong with it. */
export type StoreLog = Pick<Logger, "warn">;

const countRow = z.object({ changes: z.number() });

interface Statement {
  run(values: Values): { changes: number };
  all(values: Values): unknown[];
  /** The first row, or undefined. */
  get(values: Values): unknown;
}

/** What records need of a connection to SQLite. */
export interface Connection {
  readonly open: boolean;
  prepare(sql: string): Statement;
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  pragma(text: string): unknown;
  close(): unknown;
}

/**
 * The records: one encrypted SQLite file, synchronous, held by one process at a time. A change is on disk when the call
 * returns (write-ahead log, synced on every commit).
 */
export class Records {
  readonly #db: Connection;
  readonly #statements = new Map<string, Statement>();
  /** As many changes as there had been when the records were last written anew; null when that was before this process. */
  #changesRewritten: number | null = null;

  /** Of a connection that is set up and has the newest shape, as `open` makes it. */
  constructor(
    db: Connection,
    /** For what is to be known again and not to be read. */
    readonly digest: Digest,
    private readonly log?: StoreLog,
  ) {
    this.#db = db;
  }

  /**
   * Opens `<dataDir>/records.db`, made if absent, and brings it to the newest shape. Nobody but its owner can read it.
   * Throws when another process holds it, when it was made with another key, or by a newer version.
   * @param key 32 bytes.
   * @param waitMs how long to wait for a process that is just ending.
   */
  static async open(dataDir: string, key: Uint8Array, waitMs = 5000, log?: StoreLog): Promise<Records> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const digest = digestWith(key);
    const path = join(dataDir, "records.db");
    await closeFolder(dataDir);
    // Looked at while it is closed: POSIX drops a process's locks on a file when that process closes any descriptor of it, so
    // reading it later by another descriptor would let a second Keepsake in.
    if ((await firstBytes(path)) === "") release(connect(path, key, digest, waitMs));
    if ((await firstBytes(path)).startsWith("SQLite format 3")) {
      throw new Error("This build of libsql does not encrypt: records would lie in plain text");
    }
    // SQLite gives the log the mode of the file that it belongs to; this one may be left of a crash, and older.
    await Promise.all([path, `${path}-wal`].map(async (file) => closeToOthers(file, 0o600)));
    return new Records(connect(path, key, digest, waitMs), digest, log);
  }

  run(sql: string, values: Values = {}): { changes: number } {
    return this.#statement(sql).run(values);
  }

  /** All rows, each as the schema says. */
  all<Row extends z.ZodType>(row: Row, sql: string, values: Values = {}): z.infer<Row>[] {
    return this.#statement(sql)
      .all(values)
      .map((found) => row.parse(found));
  }

  /** The rows that the schema can read. The others, which another version left or a disk damaged, are logged: nobody waits for them. */
  readable<Row extends z.ZodType>(row: Row, sql: string, values: Values = {}): z.infer<Row>[] {
    return this.#statement(sql)
      .all(values)
      .flatMap((found) => {
        const { data, error } = row.safeParse(found);
        if (error === undefined) return [data];
        // Where it lies and not what it holds: it may name somebody.
        const fields = error.issues.map(({ path }) => path.join("."));
        this.log?.warn({ sql, fields }, "A record could not be read; it is left out");
        return [];
      });
  }

  /** The first row as the schema says, or null. */
  get<Row extends z.ZodType>(row: Row, sql: string, values: Values = {}): z.infer<Row> | null {
    const found = this.#statement(sql).get(values);
    return found === undefined ? null : row.parse(found);
  }

  /** Bytes that the records take; what was removed is not among them. */
  get size(): number {
    const row = z.object({ bytes: z.number() });
    const pages = "FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()";
    return this.get(row, `SELECT (page_count - freelist_count) * page_size AS bytes ${pages}`)?.bytes ?? 0;
  }

  /** Runs `changes` wholly or, if it throws, not at all. */
  transaction<T>(changes: () => T): T {
    this.exec("BEGIN");
    try {
      const result = changes();
      this.exec("COMMIT");
      return result;
    } catch (error) {
      // On a full disk SQLite has taken everything back by itself, and would complain of that instead.
      if (this.#db.inTransaction) this.exec("ROLLBACK");
      throw error;
    }
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** Writes something that changes nothing. Throws when nothing can be written, as on a full disk. */
  tryWriting(): void {
    const [version] = z.tuple([z.object({ user_version: z.number() })]).parse(this.#db.pragma("user_version"));
    this.exec(`PRAGMA user_version = ${version.user_version}`);
  }

  /** Overwrites what was deleted, in the log too. */
  scrub(): void {
    this.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /**
   * Writes the records anew where anything has changed since, so that nothing is left of what was deleted: when SQLite moves a row
   * from one page to another, its copy stays in the unused part of the first one, where `secure_delete` does not find it. False
   * where there is no room for that just now.
   */
  rewrite(): boolean {
    const changes = this.get(countRow, "SELECT total_changes() AS changes")?.changes ?? 0;
    if (changes === this.#changesRewritten) return true;
    try {
      this.exec("VACUUM");
      this.scrub();
    } catch (error) {
      this.log?.warn({ err: error }, "The records could not be written anew");
      return false;
    }
    this.#changesRewritten = changes;
    return true;
  }

  /** Empties the log into the records, so that what removes something finds room for saying so, also on a full disk. */
  makeRoom(): void {
    try {
      this.scrub();
    } catch {
      // Then there is as much room as before.
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.open) release(this.#db);
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

function connect(path: string, key: Uint8Array, digest: Digest, waitMs: number): Connection {
  const options = { encryptionCipher: "aes256cbc", encryptionKey: Buffer.from(key).toString("hex"), timeout: waitMs };
  const db = new Database(path, options);
  try {
    setUp(db, digest);
    return db;
  } catch (error) {
    release(db);
    throw explain(error);
  }
}

/** Makes a fresh connection what records need, and brings the file to the newest shape. */
export function setUp(db: Database.Database, digest: Digest): void {
  // A lock that the system lets go when the process dies: two bots on one folder would answer everything twice.
  db.pragma("locking_mode = EXCLUSIVE");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("secure_delete = ON");
  // What SQLite sorts, and all of it while it is written anew, would lie unencrypted in a temporary file.
  db.pragma("temp_store = MEMORY");
  db.pragma("foreign_keys = ON");
  migrate(db, digest);
}

/** Closes the connection and lets go of the file. `close` alone keeps the lock until the statements are collected. */
function release(db: Connection): void {
  try {
    db.pragma("journal_mode = DELETE");
    db.pragma("locking_mode = NORMAL");
    db.prepare("SELECT count(*) FROM sqlite_master").all({});
  } catch {
    // A file that could not be read cannot be tidied up either.
  }
  db.close();
}

function explain(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "SQLITE_BUSY") return new Error("DATA_DIR is in use by another Keepsake", { cause: error });
  if (code === "SQLITE_NOTADB") return new Error("DATA_DIR was written with another DATA_KEY", { cause: error });
  return error;
}

/** What Keepsake puts into the folder of its data. */
const OURS = /^(records\.db.*|photos|clips|kept|scratch|lost\+found)$/;

/** A folder that holds other things, too, stays as it is: it may be the system's. What lies in it is closed all the same. */
async function closeFolder(dataDir: string): Promise<void> {
  const names = await readdir(dataDir);
  if (names.every((name) => OURS.test(name))) await closeToOthers(dataDir, 0o700);
}

/** How the file begins, as an unencrypted one would tell: SQLite builds without encryption ignore the key without a word. */
async function firstBytes(path: string): Promise<string> {
  const file = await open(path, "r").catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (file === null) return "";
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.subarray(0, bytesRead).toString("latin1");
  } finally {
    await file.close();
  }
}
