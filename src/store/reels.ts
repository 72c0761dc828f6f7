import { z } from "zod";
import { type Files, recordOrRemove } from "./blobs.ts";
import type { Records } from "./database.ts";
import { json } from "./json-column.ts";
import { idRow, randomId } from "./rows.ts";

/** A clip's place in a reel. */
export interface ReelPart {
  /** The kept clip's id. */
  readonly kept: string;
  /** What is written under it, as a PNG in base64; the page draws it, which has letters for every language. */
  readonly caption: string | null;
}

export interface Reel {
  /** Made like a photo's id. */
  readonly id: string;
  readonly owner: string;
  /** The ids of the kept clips, in their order. */
  readonly parts: readonly string[];
  readonly createdAt: number;
  /** Null until it is made. */
  readonly made: MadeReel | null;
}

/** Sides in pixels, size of the MP4 in bytes. */
export interface MadeReel {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly size: number;
}

const made = z.object({ width: z.number(), height: z.number(), seconds: z.number(), size: z.number() });
const reelRow = z.object({
  id: z.string(),
  owner: z.string(),
  parts: json(z.array(z.string())),
  createdAt: z.number(),
  made: json(made).nullable(),
}) satisfies z.ZodType<Reel>;
const captionsRow = z.object({ captions: json(z.array(z.string().nullable())) });
const FIELDS = "id, owner, parts, createdAt, made";

/** Kept clips in a row. */
export type Reels = Omit<DiskReels, "sweep" | "dropRecordsOf" | "dropRecordsWith" | "idsOf">;

/** Reels: encrypted files with records, which are there before them: what is to be made survives a restart. */
export class DiskReels {
  constructor(
    private readonly records: Records,
    private readonly files: Files,
    private readonly now: () => number,
    private readonly newId: () => string = randomId,
  ) {}

  /** Notes what is to be made. */
  async plan(owner: string, parts: readonly ReelPart[]): Promise<Reel> {
    const id = this.newId();
    this.records.run(
      "INSERT INTO reels (id, owner, parts, captions, createdAt) VALUES (:id, :owner, :parts, :captions, :now)",
      {
        id,
        owner,
        parts: JSON.stringify(parts.map(({ kept }) => kept)),
        captions: JSON.stringify(parts.map(({ caption }) => caption)),
        now: this.now(),
      },
    );
    const reel = await this.get(id);
    if (reel === null) throw new Error("A reel was not taken");
    return reel;
  }

  /** Somebody's reels, the newest first. */
  async of(owner: string): Promise<Reel[]> {
    const sql = `SELECT ${FIELDS} FROM reels WHERE owner = :owner ORDER BY createdAt DESC, rowid DESC`;
    return this.records.readable(reelRow, sql, { owner });
  }

  async get(id: string): Promise<Reel | null> {
    return this.records.get(reelRow, `SELECT ${FIELDS} FROM reels WHERE id = :id`, { id });
  }

  /** The captions of a reel that is to be made, in the order of its parts. */
  async captions(id: string): Promise<readonly (string | null)[]> {
    return this.records.get(captionsRow, "SELECT captions FROM reels WHERE id = :id", { id })?.captions ?? [];
  }

  /** Keeps a reel durably, and its captions no longer. False when it, or a clip in it, has gone meanwhile. */
  async keep(id: string, film: Omit<MadeReel, "size">, mp4: Uint8Array): Promise<boolean> {
    await this.files.put(id, mp4);
    let changes = 0;
    await recordOrRemove(this.files, id, () => {
      const values = { id, made: JSON.stringify({ ...film, size: mp4.length }) };
      ({ changes } = this.records.run("UPDATE reels SET made = :made, captions = '[]' WHERE id = :id", values));
    });
    if (changes === 0) await this.files.delete(id);
    return changes > 0;
  }

  async bytes(owner: string, id: string): Promise<Uint8Array | null> {
    const reel = await this.get(id);
    return reel === null || reel.owner !== owner || reel.made === null ? null : this.files.get(id);
  }

  /** Removes a reel at once. False when there was none. */
  async delete(owner: string, id: string): Promise<boolean> {
    const sql = "DELETE FROM reels WHERE owner = :owner AND id = :id RETURNING id";
    const gone = this.records.all(idRow, sql, { owner, id });
    await this.files.deleteAll(gone.map((one) => one.id));
    if (gone.length > 0) this.records.scrub();
    return gone.length > 0;
  }

  /** Removes the records of somebody's reels; their ids, for their files. */
  dropRecordsOf(owner: string): string[] {
    return this.records
      .all(idRow, "DELETE FROM reels WHERE owner = :owner RETURNING id", { owner })
      .map(({ id }) => id);
  }

  /** Removes the records of the reels that show one of these kept clips; their ids, for their files. */
  dropRecordsWith(kept: readonly string[]): string[] {
    const sql =
      "DELETE FROM reels WHERE EXISTS (SELECT 1 FROM json_each(reels.parts) WHERE value = :id) RETURNING reels.id";
    return kept.flatMap((id) => this.records.all(idRow, sql, { id }).map((gone) => gone.id));
  }

  /** Ids of all of somebody's. */
  idsOf(owner: string): string[] {
    return this.records.all(idRow, "SELECT id FROM reels WHERE owner = :owner", { owner }).map(({ id }) => id);
  }

  /** Removes those up to a time, in ms since 1970, but for those that are being made. */
  async sweep(before: number, inUse: ReadonlySet<string>): Promise<void> {
    const old = this.records.all(idRow, "SELECT id FROM reels WHERE createdAt <= :before", { before });
    const gone = old.map(({ id }) => id).filter((id) => !inUse.has(id));
    for (const id of gone) this.records.run("DELETE FROM reels WHERE id = :id", { id });
    await this.files.deleteAll(gone);
  }
}
