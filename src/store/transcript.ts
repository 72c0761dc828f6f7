import { z } from "zod";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";

/** A message to put into a chat of our own. `shown` is what its platform made of it, as JSON. */
export interface NewEntry {
  readonly chat: string;
  /** The message that it answers, if any. */
  readonly replyTo: string | null;
  readonly shown: unknown;
  /** The photo or the clip that it shows: with that it goes. */
  readonly photo?: string;
  readonly clip?: string;
  /** A JPEG of its own, in base64. */
  readonly picture?: string;
}

export interface Entry {
  /** Never given twice, also after its message was removed. */
  readonly id: string;
  readonly replyTo: string | null;
  readonly shown: unknown;
  readonly photo: string | null;
  readonly clip: string | null;
  readonly hasPicture: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const entryRow = z.object({
  id: z.number().transform(String),
  replyTo: z.string().nullable(),
  shown: json(z.unknown()),
  photo: z.string().nullable(),
  clip: z.string().nullable(),
  hasPicture: z.number().transform((flag) => flag === 1),
  createdAt: z.number(),
});
const idRow = z.object({ id: z.number().transform(String) });
const FIELDS = "SELECT id, replyTo, shown, photo, clip, picture IS NOT NULL AS hasPicture, createdAt FROM transcript";

/** Messages of one chat that are kept; nobody is shown so many. */
const KEPT_EACH = 500;

/** What was said in the chats that no platform keeps for us. Every change is on disk when the call returns. */
export type Transcript = Omit<DiskTranscript, "sweep">;

/** The transcript among the other records. */
export class DiskTranscript {
  constructor(
    private readonly records: Records,
    private readonly now: () => number,
  ) {}

  /** Adds a message; the oldest ones go when there are too many. Throws when its photo or clip is gone. */
  add({ chat, replyTo, shown, photo, clip, picture }: NewEntry): Entry {
    const [added] = this.records.all(
      idRow,
      `INSERT INTO transcript (chat, replyTo, shown, photo, clip, picture, createdAt)
       VALUES (:chat, :replyTo, :shown, :photo, :clip, :picture, :createdAt) RETURNING id`,
      {
        chat,
        replyTo,
        shown: JSON.stringify(shown),
        photo: photo ?? null,
        clip: clip ?? null,
        picture: picture ?? null,
        createdAt: this.now(),
      },
    );
    const newest = "SELECT id FROM transcript WHERE chat = :chat ORDER BY id DESC LIMIT 1 OFFSET :most";
    this.records.run(`DELETE FROM transcript WHERE chat = :chat AND id <= (${newest})`, { chat, most: KEPT_EACH });
    const entry = this.get(chat, added?.id ?? "");
    if (entry === null) throw new Error("a message was not taken");
    return entry;
  }

  get(chat: string, id: string): Entry | null {
    return this.records.get(entryRow, `${FIELDS} WHERE chat = :chat AND id = :id`, { chat, id: Number(id) });
  }

  /** Replaces what a message shows, and its JPEG (base64) if one is given. Null when it is gone. */
  change(chat: string, id: string, shown: unknown, picture: string | null = null): Entry | null {
    const values = { chat, id: Number(id), shown: JSON.stringify(shown), picture };
    this.records.run(
      "UPDATE transcript SET shown = :shown, picture = ifnull(:picture, picture) WHERE chat = :chat AND id = :id",
      values,
    );
    return this.get(chat, id);
  }

  /** The last `most` messages in a chat, oldest first. */
  latest(chat: string, most: number): Entry[] {
    const sql = `${FIELDS} WHERE chat = :chat ORDER BY id DESC LIMIT :most`;
    return this.records.all(entryRow, sql, { chat, most }).reverse();
  }

  /** The JPEG of a message, in base64. */
  picture(chat: string, id: string): string | null {
    const row = z.object({ picture: z.string().nullable() });
    const sql = "SELECT picture FROM transcript WHERE chat = :chat AND id = :id";
    return this.records.get(row, sql, { chat, id: Number(id) })?.picture ?? null;
  }

  /** Whether a clip is shown in this chat. */
  shows(chat: string, clip: string): boolean {
    const sql = "SELECT id FROM transcript WHERE chat = :chat AND clip = :clip LIMIT 1";
    return this.records.get(idRow, sql, { chat, clip }) !== null;
  }

  /** Removes a message and the answers to it; the ids of all that are gone. */
  remove(chat: string, id: string): string[] {
    const sql = "DELETE FROM transcript WHERE chat = :chat AND (id = :number OR replyTo = :id) RETURNING id";
    return this.records.all(idRow, sql, { chat, id, number: Number(id) }).map((row) => row.id);
  }

  clear(chat: string): void {
    this.records.run("DELETE FROM transcript WHERE chat = :chat", { chat });
  }

  /** Removes what was said up to a time, in ms since 1970, and the answers to messages that are gone. */
  sweep(before: number): void {
    this.records.run("DELETE FROM transcript WHERE createdAt <= :before", { before });
    this.records.run(
      "DELETE FROM transcript WHERE replyTo IS NOT NULL AND CAST(replyTo AS INTEGER) NOT IN (SELECT id FROM transcript)",
    );
  }
}
