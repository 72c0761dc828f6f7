import { z } from "zod";
import type { Blobs } from "./blobs.ts";
import type { Records } from "./database.ts";
import { clipRow, EVERYONE, idRow, newId } from "./rows.ts";
import type { ClipKey, ClipRecord, ClipStore, NewClip } from "./store.ts";

const BY_KEY = `photo = :photo AND face = :face AND framing = :framing AND original = :original AND gesture = :gesture AND strength = :strength
  AND ifnull(maxBytes, 0) = ifnull(:maxBytes, 0) AND engine = :engine`;

const INSERT = `
  INSERT INTO clips (id, photo, face, framing, original, gesture, strength, maxBytes, engine, owner, enhanced, driver, width, height, fps, frames,
    seconds, size, createdAt, files)
  SELECT :id, :photo, :face, :framing, :original, :gesture, :strength, :maxBytes, :engine, :owner, :enhanced, :driver, :width, :height, :fps, :frames,
    :seconds, :size, :createdAt, '{}' WHERE EXISTS (SELECT 1 FROM photos WHERE id = :photo)`;

/** Clips as encrypted files with records. A file is written before its record, and removed after it. */
export class DiskClips implements ClipStore {
  constructor(
    private readonly records: Records,
    private readonly files: Blobs,
    private readonly now: () => number,
  ) {}

  async put(clip: NewClip, mp4: Uint8Array): Promise<ClipRecord> {
    const id = newId();
    await this.files.put(id, mp4);
    const replaced = this.records.transaction(() => {
      const older = this.records.all(idRow, `DELETE FROM clips WHERE ${BY_KEY} RETURNING id`, keyOf(clip));
      const { owner, driver, width, height, fps, frames, seconds } = clip;
      const facts = { owner, enhanced: clip.enhanced ? 1 : 0, driver, width, height, fps, frames, seconds };
      this.records.run(INSERT, { id, ...keyOf(clip), ...facts, size: mp4.byteLength, createdAt: this.now() });
      return older;
    });
    await this.files.deleteAll(replaced.map((older) => older.id));
    const kept = await this.get(id);
    if (kept !== null) return kept;
    await this.files.delete(id);
    throw new Error("A clip's photo is no longer in the store");
  }

  get(id: string): Promise<ClipRecord | null> {
    return Promise.resolve(this.records.get(clipRow, "SELECT * FROM clips WHERE id = :id", { id }));
  }

  find(key: ClipKey): Promise<ClipRecord | null> {
    return Promise.resolve(this.records.get(clipRow, `SELECT * FROM clips WHERE ${BY_KEY}`, keyOf(key)));
  }

  async bytes(id: string): Promise<Uint8Array | null> {
    return (await this.get(id)) === null ? null : this.files.get(id);
  }

  setFile(id: string, name: string, file: string | null): Promise<void> {
    this.records.transaction(() => {
      const found = this.records.get(clipRow, "SELECT * FROM clips WHERE id = :id", { id });
      if (found === null) return;
      const others = Object.entries(found.files).filter(([known]) => known !== name);
      const files = JSON.stringify(Object.fromEntries(file === null ? others : [...others, [name, file]]));
      this.records.run("UPDATE clips SET files = :files WHERE id = :id", { id, files });
    });
    return Promise.resolve();
  }

  recentOf(owner: string, limit: number): Promise<ClipRecord[]> {
    const sql = "SELECT * FROM clips WHERE owner = :owner ORDER BY createdAt DESC, rowid DESC LIMIT :limit";
    return Promise.resolve(this.records.all(clipRow, sql, { owner, limit }));
  }

  async delete(id: string): Promise<boolean> {
    return (await this.deleteWhere("id = :id", { id })) > 0;
  }

  /** Removes the clips that a user asked for, of whoever's photos. Resolves with how many. */
  deleteOf(owner: string): Promise<number> {
    return this.deleteWhere("owner = :owner", { owner });
  }

  /** Number of clips. */
  count(): number {
    return this.records.get(z.object({ n: z.number() }), "SELECT count(*) AS n FROM clips")?.n ?? 0;
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
