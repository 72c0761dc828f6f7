import { z } from "zod";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";
import { idRow } from "./rows.ts";

/** Something that was asked for and is not wholly answered: what came in, and how far we got with it. */
export interface JournalEntry {
  readonly id: string;
  readonly event: unknown;
  readonly notes: Readonly<Record<string, unknown>>;
}

/** What came in and is not wholly answered yet, so that a restart can take it up. Every change is on disk when it resolves. */
export interface Journal {
  /** Takes down an event under its id. False when that id is known, answered or not: the event came twice. */
  open(id: string, person: string, event: unknown): Promise<boolean>;
  /** Adds notes to an open entry; nothing happens when there is none. */
  note(id: string, notes: Readonly<Record<string, unknown>>): Promise<void>;
  /** The open entry of this id, or null. */
  get(id: string): Promise<JournalEntry | null>;
  /** The entry is answered: only as much is kept as is needed to know its id again. */
  close(id: string): Promise<void>;
  /** All open entries, oldest first. */
  pending(): Promise<JournalEntry[]>;
  /** Closes everything of a person, except one entry where it is given. */
  forget(person: string, except?: string): Promise<void>;
  /** Whether an entry was closed because its person asked to be forgotten. */
  isForgotten(id: string): Promise<boolean>;
  /** Removes what is left of answered entries, and gives up unanswered ones, by when they were opened (ms since 1970). */
  sweep(closedBefore: number, openedBefore: number): Promise<void>;
}

/** What another version left and this one cannot read must keep nobody from starting: such an event is none, such notes are empty. */
const entryRow = z.object({
  id: z.string(),
  event: json(z.unknown()).catch(null),
  notes: json(z.record(z.string(), z.unknown())).catch({}),
});

/**
 * The journal in the encrypted records. Ids are made of chats' and messages' numbers and so name people: they are readable while
 * an entry is open, and afterwards only a keyed digest is left.
 */
export class DiskJournal implements Journal {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  async open(id: string, person: string, event: unknown): Promise<boolean> {
    const { changes } = this.records.run(
      `INSERT OR IGNORE INTO journal (digest, id, person, event, notes, openedAt)
       VALUES (:digest, :id, :person, :event, '{}', :openedAt)`,
      { digest: this.#digest(id), id, person, event: JSON.stringify(event), openedAt: this.now() },
    );
    return changes > 0;
  }

  async note(id: string, notes: Readonly<Record<string, unknown>>): Promise<void> {
    const added = JSON.stringify(notes);
    const sql = "UPDATE journal SET notes = json_patch(notes, :added) WHERE digest = :digest AND event IS NOT NULL";
    this.records.run(sql, { digest: this.#digest(id), added });
  }

  async get(id: string): Promise<JournalEntry | null> {
    const sql = "SELECT id, event, notes FROM journal WHERE digest = :digest AND event IS NOT NULL";
    return this.records.get(entryRow, sql, { digest: this.#digest(id) });
  }

  async close(id: string): Promise<void> {
    this.records.run(`${CLOSE} WHERE digest = :digest`, { digest: this.#digest(id) });
  }

  async pending(): Promise<JournalEntry[]> {
    const sql = "SELECT id, event, notes FROM journal WHERE event IS NOT NULL ORDER BY openedAt, rowid";
    return this.records.all(entryRow, sql);
  }

  async forget(person: string, except = ""): Promise<void> {
    const which = "person = :person AND digest <> :except";
    this.records.run(`${CLOSE}, forgotten = 1 WHERE ${which}`, { person, except: this.#digest(except) });
  }

  async isForgotten(id: string): Promise<boolean> {
    const sql = "SELECT digest AS id FROM journal WHERE digest = :digest AND forgotten = 1";
    return this.records.get(idRow, sql, { digest: this.#digest(id) }) !== null;
  }

  async sweep(closedBefore: number, openedBefore: number): Promise<void> {
    this.records.run("DELETE FROM journal WHERE openedAt < iif(event IS NULL, :closedBefore, :openedBefore)", {
      closedBefore,
      openedBefore,
    });
  }

  #digest(id: string): string {
    return this.records.digest(id);
  }
}

const CLOSE = "UPDATE journal SET id = NULL, event = NULL, person = '', notes = '{}'";
