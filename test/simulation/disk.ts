import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import type { Files } from "../../src/store/blobs.ts";
import { digestWith } from "../../src/store/cipher.ts";
import { type Connection, Records, setUp, type Values } from "../../src/store/database.ts";
import type { StoreParts } from "../../src/store/disk-store.ts";
import type { Life } from "./life.ts";
import type { Random } from "./random.ts";

type Kind = "photos" | "clips" | "kept";

/** A real SQLite database, used for one world after the other. */
interface Shelf {
  readonly database: Database.Database;
  /** The file that it lies in, or null in memory. */
  readonly path: string | null;
  readonly statements: Map<string, ReturnType<Connection["prepare"]>>;
}

/** The records' key is the same in all worlds: they lie unencrypted. */
const DIGEST = digestWith(Buffer.alloc(32, 7));

const shelves = new Map<"file" | "memory", Shelf>();

/**
 * What outlives a process: the records in real SQLite, without encryption so that they can be searched byte by byte, and the
 * files of photos, clips and albums. Writing can fail.
 */
export class Disk {
  /** How many of all writes fail, 0..1. */
  full = 0;
  /** Somebody has been forgotten, and will be looked for in every corner. */
  willBeSearched = false;
  /** A table that cannot be written to. */
  broken: string | null = null;
  /** Told of each write to the records that was committed. */
  onWrite: (life: Life, sql: string, values: Values) => void = () => undefined;
  readonly files: Readonly<Record<Kind, Map<string, Uint8Array>>> = {
    photos: new Map(),
    clips: new Map(),
    kept: new Map(),
  };
  readonly #shelf: Shelf;
  readonly #digests = new Map<string, string>();

  /** @param place in a file it is slower, and what is deleted must go from SQLite's log as well. */
  constructor(
    private readonly random: Random,
    place: "file" | "memory",
  ) {
    this.#shelf = shelves.get(place) ?? openShelf(place);
    shelves.set(place, this.#shelf);
    wipe(this.#shelf.database);
  }

  /** The disk as one process sees it. */
  partsFor(life: Life): StoreParts {
    return {
      records: new Records(this.#connect(life), (text) => this.#digest(text)),
      photos: this.#filesOf("photos", life),
      clips: this.#filesOf("clips", life),
      kept: this.#filesOf("kept", life),
    };
  }

  /** What the records say, past all processes. */
  query(sql: string): readonly Readonly<Record<string, unknown>>[] {
    return this.#statement(sql).all({}) as Record<string, unknown>[];
  }

  /** Where on the disk this text stands, in whatever place, deleted or not. */
  placesOf(text: string): string[] {
    const wanted = Buffer.from(text);
    const inFiles = (["photos", "clips", "kept"] as const).flatMap((kind) =>
      [...this.files[kind]]
        .filter(([, bytes]) => Buffer.from(bytes).includes(wanted))
        .map(([name]) => `${kind}/${name}`),
    );
    return [...inFiles, ...this.#placesInRecords(wanted)];
  }

  /** Each entry of the journal is asked for often. */
  #digest(text: string): string {
    let digest = this.#digests.get(text);
    if (digest === undefined) {
      digest = DIGEST(text);
      this.#digests.set(text, digest);
    }
    return digest;
  }

  #placesInRecords(wanted: Buffer): string[] {
    const { path } = this.#shelf;
    if (path === null) {
      const sql = `SELECT pgno FROM sqlite_dbpage WHERE instr(data, CAST('${wanted.toString()}' AS BLOB)) > 0`;
      return this.#shelf.database.prepare(sql).all({}).length > 0 ? ["the records"] : [];
    }
    return [path, `${path}-wal`]
      .filter((file) => existsSync(file) && readFileSync(file).includes(wanted))
      .map((file) => (file === path ? "the records" : "the records' log"));
  }

  #connect(life: Life): Connection {
    const { database, path } = this.#shelf;
    const write = <T>(what: string, values: Values, action: () => T): T => {
      life.step(`before ${what}`);
      if (this.full > 0 && this.random.chance(this.full)) throw diskFull("SQLITE_FULL");
      if (this.broken !== null && what.includes(`INTO ${this.broken}`)) throw new Error(`${this.broken} is broken`);
      const result = action();
      this.onWrite(life, what, values);
      life.step(`after ${what}`);
      return result;
    };
    return {
      open: true,
      prepare: (sql) => {
        const statement = this.#statement(sql);
        if (!/^\s*(INSERT|UPDATE|DELETE)/.test(sql)) {
          return {
            run: (values) => statement.run(values),
            all: (values) => (life.alive ? statement.all(values) : dead(life)),
            get: (values) => (life.alive ? statement.get(values) : dead(life)),
          };
        }
        const what = sql.replaceAll(/\s+/g, " ").trim();
        return {
          run: (values) => write(what, values, () => statement.run(values)),
          all: (values) => write(what, values, () => statement.all(values)),
          get: (values) => write(what, values, () => statement.get(values)),
        };
      },
      get inTransaction() {
        return database.inTransaction;
      },
      exec: (sql) => {
        if (sql === "BEGIN") life.step("before a transaction");
        // In memory there is no log, and what nobody will look for need not be written anew.
        const isIdle = (path === null && sql.includes("wal_checkpoint")) || (sql === "VACUUM" && !this.willBeSearched);
        if (isIdle) {
          write(sql, {}, () => undefined);
          return undefined;
        }
        // What a dying process leaves open, SQLite takes back.
        return sql === "BEGIN" || sql === "ROLLBACK" ? database.exec(sql) : write(sql, {}, () => database.exec(sql));
      },
      pragma: (text) => database.pragma(text),
      close: () => undefined,
    };
  }

  #statement(sql: string) {
    const { statements, database } = this.#shelf;
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare<Values>(sql);
    statements.set(sql, statement);
    return statement;
  }

  #filesOf(kind: Kind, life: Life): Files {
    const files = this.files[kind];
    const { random } = this;
    const remove = async (id: string): Promise<void> => {
      await life.border(`delete ${kind}/${id}`);
      files.delete(id);
    };
    return {
      put: async (id, bytes) => {
        await life.border(`write ${kind}/${id}`);
        const unfinished = `${id}.part`;
        files.set(unfinished, bytes);
        await life.wait(random.between(0, 20));
        await life.border(`finish ${kind}/${id}`);
        files.delete(unfinished);
        if (this.full > 0 && random.chance(this.full)) throw diskFull("ENOSPC");
        files.set(id, bytes);
      },
      get: async (id) => {
        await life.wait(random.between(0, 5));
        const bytes = files.get(id);
        return bytes === undefined ? null : Buffer.from(bytes);
      },
      delete: remove,
      deleteAll: async (ids) => {
        await Promise.all(ids.map(remove));
      },
      reconcile: async (recorded) => {
        for (const name of [...files.keys()]) if (!recorded.has(name)) await remove(name);
        return [...recorded].filter((id) => !files.has(id));
      },
      get size() {
        return [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
      },
      sizeOf: (id) => files.get(id)?.length ?? 0,
    };
  }
}

function dead(life: Life): never {
  life.step("a read");
  throw new Error("a living process read nothing");
}

function diskFull(code: "SQLITE_FULL" | "ENOSPC"): Error {
  return Object.assign(new Error("the simulated disk is full"), { code });
}

function openShelf(place: "file" | "memory"): Shelf {
  let path: string | null = null;
  if (place === "file") {
    const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "keepsake-simulation-"));
    process.once("exit", () => {
      rmSync(folder, { recursive: true, force: true });
    });
    path = join(folder, "records.db");
  }
  const database = new Database(path ?? ":memory:");
  setUp(database, DIGEST);
  return { database, path, statements: new Map() };
}

function wipe(database: Database.Database): void {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all({}) as { name: string }[];
  for (const { name } of tables) database.exec(`DELETE FROM ${name}`);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}
