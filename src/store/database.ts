import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import Database from "libsql";
import { z } from "zod";
import { isMissing } from "./files.ts";
import { migrate } from "./migrations.ts";

/** What a query's `:names` are filled with. */
export type Values = Readonly<Record<string, string | number | null>>;

interface Statement {
  run(values: Values): { changes: number };
  all(values: Values): unknown[];
}

/** What records need of a connection to SQLite. */
export interface Connection {
  readonly open: boolean;
  prepare(sql: string): Statement;
  /** A function that makes the changes wholly or not at all. */
  transaction(changes: () => void): () => void;
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

  /** Of a connection that is set up and has the newest shape, as `open` makes it. */
  constructor(db: Connection) {
    this.#db = db;
  }

  /**
   * Opens `<dataDir>/records.db`, made if absent, and brings it to the newest shape.
   * Throws when another process holds it, when it was made with another key, or by a newer version.
   * @param key 32 bytes.
   * @param waitMs how long to wait for a process that is just ending.
   */
  static async open(dataDir: string, key: Uint8Array, waitMs = 5000): Promise<Records> {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const path = join(dataDir, "records.db");
    // Looked at while it is closed: POSIX drops a process's locks on a file when that process closes any descriptor of it, so
    // reading it later by another descriptor would let a second Keepsake in.
    if ((await firstBytes(path)) === "") release(connect(path, key, waitMs));
    if ((await firstBytes(path)).startsWith("SQLite format 3")) {
      throw new Error("This build of libsql does not encrypt: records would lie in plain text");
    }
    return new Records(connect(path, key, waitMs));
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

  /** The first row as the schema says, or null. */
  get<Row extends z.ZodType>(row: Row, sql: string, values: Values = {}): z.infer<Row> | null {
    const [found] = this.#statement(sql).all(values);
    return found === undefined ? null : row.parse(found);
  }

  /** Runs `changes` wholly or, if it throws, not at all. */
  transaction<T>(changes: () => T): T {
    let result: { value: T } | undefined;
    this.#db.transaction(() => {
      result = { value: changes() };
    })();
    if (result === undefined) throw new Error("Transaction did not run");
    return result.value;
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

function connect(path: string, key: Uint8Array, waitMs: number): Connection {
  const options = { encryptionCipher: "aes256cbc", encryptionKey: Buffer.from(key).toString("hex"), timeout: waitMs };
  const db = new Database(path, options);
  try {
    setUp(db);
    return db;
  } catch (error) {
    release(db);
    throw explain(error);
  }
}

/** Makes a fresh connection what records need, and brings the file to the newest shape. */
export function setUp(db: Database.Database): void {
  // A lock that the system lets go when the process dies: two bots on one folder would answer everything twice.
  db.pragma("locking_mode = EXCLUSIVE");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("secure_delete = ON");
  db.pragma("foreign_keys = ON");
  migrate(db);
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
