import { z } from "zod";
import { type Files, recordOrRemove } from "./blobs.ts";
import type { Records } from "./database.ts";
import type { ClipKey, ClipRecord, NewClip } from "./record-types.ts";
import { clipRow, EVERYONE, idRow, randomId } from "./rows.ts";
import type { ClipStore, KeepOptions } from "./store.ts";

const BY_KEY = `photo = :photo AND face = :face AND framing = :framing AND original = :original AND gesture = :gesture AND strength = :strength
  AND ifnull(maxBytes, 0) = ifnull(:maxBytes, 0) AND engine = :engine`;

const INSERT = `
  INSERT INTO clips (id, photo, face, framing, original, gesture, strength, maxBytes, engine, owner, enhanced, driver, width, height, fps, frames,
    seconds, size, createdAt, files)
  SELECT :id, :photo, :face, :framing, :original, :gesture, :strength, :maxBytes, :engine, :owner, :enhanced, :driver, :width, :height, :fps, :frames,
    :seconds, :size, :createdAt, '{}' WHERE EXISTS (SELECT 1 FROM photos WHERE id = :photo)
  ON CONFLICT DO NOTHING`;

const thumbnailRow = z.object({ jpeg: z.string() });

/** Clips as encrypted files with records. A file is written before its record, and removed after it. */
export class DiskClips implements ClipStore {
  constructor(
    private readonly records: Records,
    private readonly files: Files,
    private readonly now: () => number,
    private readonly newId: () => string = randomId,
  ) {}

  async put(clip: NewClip, mp4: Uint8Array, { thumbnail, signal }: KeepOptions = {}): Promise<ClipRecord> {
    const known = await this.find(clip);
    if (known !== null) return known;
    const id = this.newId();
    await this.files.put(id, mp4);
    const { owner, driver, width, height, fps, frames, seconds } = clip;
    const facts = { owner, enhanced: clip.enhanced ? 1 : 0, driver, width, height, fps, frames, seconds };
    await recordOrRemove(this.files, id, () => {
      if (signal?.aborted === true) return;
      this.records.transaction(() => {
        this.records.run(INSERT, { id, ...keyOf(clip), ...facts, size: mp4.byteLength, createdAt: this.now() });
        if (thumbnail !== undefined) this.#keepThumbnail(id, thumbnail);
      });
    });
    const kept = await this.find(clip);
    if (kept?.id !== id) await this.files.delete(id);
    signal?.throwIfAborted();
    if (kept === null) throw new Error("A clip's photo is no longer in the store");
    return kept;
  }

  async get(id: string): Promise<ClipRecord | null> {
    return this.records.get(clipRow, "SELECT * FROM clips WHERE id = :id", { id });
  }

  async find(key: ClipKey): Promise<ClipRecord | null> {
    return this.records.get(clipRow, `SELECT * FROM clips WHERE ${BY_KEY}`, keyOf(key));
  }

  async bytes(id: string): Promise<Uint8Array | null> {
    return (await this.get(id)) === null ? null : this.files.get(id);
  }

  async thumbnail(id: string): Promise<Uint8Array | null> {
    const row = this.records.get(thumbnailRow, "SELECT jpeg FROM thumbnails WHERE clip = :id", { id });
    return row === null ? null : Buffer.from(row.jpeg, "base64");
  }

  async setFile(id: string, name: string, file: string | null): Promise<void> {
    this.records.transaction(() => {
      const found = this.records.get(clipRow, "SELECT * FROM clips WHERE id = :id", { id });
      if (found === null) return;
      const others = Object.entries(found.files).filter(([known]) => known !== name);
      const files = JSON.stringify(Object.fromEntries(file === null ? others : [...others, [name, file]]));
      this.records.run("UPDATE clips SET files = :files WHERE id = :id", { id, files });
    });
  }

  async recentOf(owner: string, limit: number): Promise<ClipRecord[]> {
    const sql = `SELECT * FROM clips WHERE owner = :owner AND photo NOT IN (SELECT id FROM photos WHERE takenDown = 1)
      ORDER BY createdAt DESC, rowid DESC LIMIT :limit`;
    return this.records.all(clipRow, sql, { owner, limit });
  }

  async delete(id: string): Promise<boolean> {
    return (await this.deleteWhere("id = :id", { id })) > 0;
  }

  async release(id: string): Promise<boolean> {
    const shown = "SELECT 1 FROM deliveries WHERE clip = :id";
    return (await this.deleteWhere(`id = :id AND NOT EXISTS (${shown})`, { id })) > 0;
  }

  /** Removes the records of the clips that a user asked for and nobody else has; the ids, for their files. */
  dropRecordsOf(owner: string): string[] {
    const other = "SELECT user FROM deliveries WHERE clip = clips.id AND user <> :owner ORDER BY rowid LIMIT 1";
    const handOver = `UPDATE clips SET owner = (${other}) WHERE owner = :owner AND EXISTS (${other})`;
    this.records.run(handOver, { owner });
    return this.records
      .all(idRow, "DELETE FROM clips WHERE owner = :owner RETURNING id", { owner })
      .map(({ id }) => id);
  }

  /** Number of clips. */
  count(): number {
    return this.records.get(z.object({ n: z.number() }), "SELECT count(*) AS n FROM clips")?.n ?? 0;
  }

  /** Nothing when the clip's photo went meanwhile. */
  #keepThumbnail(id: string, jpeg: Uint8Array): void {
    this.records.run("INSERT INTO thumbnails SELECT id, :jpeg FROM clips WHERE id = :id", {
      id,
      jpeg: Buffer.from(jpeg).toString("base64"),
    });
  }

  private async deleteWhere(condition: string, values: Record<string, string>): Promise<number> {
    const gone = this.records.all(idRow, `DELETE FROM clips WHERE ${condition} RETURNING id`, values);
    await this.files.deleteAll(gone.map((clip) => clip.id));
    if (gone.length > 0) this.records.scrub();
    return gone.length;
  }
}

function keyOf({ photo, face, framing, original, gesture, strength, maxBytes, engine }: ClipKey) {
  return {
    photo,
    face: face === "all" ? EVERYONE : face,
    framing,
    original: original ? 1 : 0,
    gesture,
    strength,
    maxBytes,
    engine,
  };
}
