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
  /** The entry is answered: only its id is kept, to know it again. */
  close(id: string): Promise<void>;
  /** All open entries, oldest first. */
  pending(): Promise<JournalEntry[]>;
  /** Closes everything of a person. */
  forget(person: string): Promise<void>;
  /** Removes what is left of entries that were opened before a time, in ms since 1970. */
  sweep(before: number): Promise<void>;
}

/** What another version left and this one cannot read must keep nobody from starting: such an event is none, such notes are empty. */
const entryRow = z.object({
  id: z.string(),
  event: json(z.unknown()).catch(null),
  notes: json(z.record(z.string(), z.unknown())).catch({}),
});

/** The journal in the encrypted records. */
export class DiskJournal implements Journal {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  async open(id: string, person: string, event: unknown): Promise<boolean> {
    const { changes } = this.records.run(
      "INSERT OR IGNORE INTO journal VALUES (:id, :person, :event, '{}', :openedAt)",
      { id, person, event: JSON.stringify(event), openedAt: this.now() },
    );
    return changes > 0;
  }

  async note(id: string, notes: Readonly<Record<string, unknown>>): Promise<void> {
    const added = JSON.stringify(notes);
    this.records.run("UPDATE journal SET notes = json_patch(notes, :added) WHERE id = :id AND event IS NOT NULL", {
      id,
      added,
    });
  }

  async get(id: string): Promise<JournalEntry | null> {
    const sql = "SELECT id, event, notes FROM journal WHERE id = :id AND event IS NOT NULL";
    return this.records.get(entryRow, sql, { id });
  }

  async close(id: string): Promise<void> {
    this.records.run("UPDATE journal SET event = NULL, person = '', notes = '{}' WHERE id = :id", { id });
  }

  async pending(): Promise<JournalEntry[]> {
    const sql = "SELECT id, event, notes FROM journal WHERE event IS NOT NULL ORDER BY openedAt, rowid";
    return this.records.all(entryRow, sql);
  }

  async forget(person: string): Promise<void> {
    const open = this.records.all(idRow, "SELECT id FROM journal WHERE person = :person", { person });
    this.records.transaction(() => {
      for (const { id } of open) void this.close(id);
    });
  }

  async sweep(before: number): Promise<void> {
    this.records.run("DELETE FROM journal WHERE openedAt < :before", { before });
  }
}
