import { z } from "zod";
import { type Files, recordOrRemove } from "./blobs.ts";
import type { Records } from "./database.ts";
import type { DroppedKept } from "./kept.ts";
import type { FaceSummary, NewPhoto, PhotoRecord } from "./record-types.ts";
import { idRow, photoRow, randomId } from "./rows.ts";
import type { PhotoStore, Removed } from "./store.ts";

const meshesRow = z.object({ floats: z.string() });
const BY_SOURCE = "SELECT * FROM photos WHERE platform = :platform AND chat = :chat AND source = :source";

/** What was kept of photos, which goes only when somebody deletes them. */
export interface PhotosKept {
  readonly dropRecordsOfPhoto: (photo: string) => DroppedKept;
  readonly files: Pick<Files, "deleteAll">;
}

/** Photos as encrypted files with records. A file is written before its record, and removed after it. */
export class DiskPhotos implements PhotoStore {
  readonly #listeners: ((ids: readonly string[]) => void)[] = [];

  constructor(
    private readonly records: Records,
    private readonly files: Files,
    private readonly clipFiles: Files,
    private readonly kept: PhotosKept,
    private readonly now: () => number,
    private readonly newId: () => string = randomId,
  ) {}

  async put(photo: NewPhoto, bytes: Uint8Array): Promise<PhotoRecord> {
    const known = await this.findBySource(photo.platform, photo.chat, photo.source);
    if (known !== null) return known;
    const id = this.newId();
    await this.files.put(id, bytes);
    const { platform, owner, chat, source } = photo;
    await recordOrRemove(this.files, id, () => {
      this.records.run(
        `INSERT INTO photos (id, platform, owner, chat, source, createdAt)
         VALUES (:id, :platform, :owner, :chat, :source, :createdAt) ON CONFLICT DO NOTHING`,
        { id, platform, owner, chat, source, createdAt: this.now() },
      );
    });
    const kept = await this.findBySource(platform, chat, source);
    if (kept === null) throw new Error("A photo was removed while it was put into the store");
    if (kept.id !== id) await this.files.delete(id);
    return kept;
  }

  async get(id: string): Promise<PhotoRecord | null> {
    return this.records.get(photoRow, "SELECT * FROM photos WHERE id = :id", { id });
  }

  async findBySource(platform: string, chat: string, source: string): Promise<PhotoRecord | null> {
    return this.records.get(photoRow, BY_SOURCE, { platform, chat, source });
  }

  async bytes(id: string): Promise<Uint8Array | null> {
    return (await this.get(id)) === null ? null : this.files.get(id);
  }

  async setFaces(
    id: string,
    faces: readonly FaceSummary[],
    prominent: number | null,
    meshes?: Uint8Array,
  ): Promise<void> {
    this.records.transaction(() => {
      this.records.run("UPDATE photos SET faces = :faces, prominent = ifnull(:prominent, prominent) WHERE id = :id", {
        id,
        faces: JSON.stringify(faces),
        prominent,
      });
      if (meshes === undefined) return;
      // A photo deleted while it was looked at leaves nothing to note.
      this.records.run(
        `INSERT INTO meshes (photo, floats) SELECT id, :floats FROM photos WHERE id = :id
         ON CONFLICT (photo) DO UPDATE SET floats = excluded.floats`,
        { id, floats: Buffer.from(meshes).toString("base64") },
      );
    });
  }

  async meshes(id: string): Promise<Uint8Array | null> {
    const found = this.records.get(meshesRow, "SELECT floats FROM meshes WHERE photo = :id", { id });
    return found === null ? null : Buffer.from(found.floats, "base64");
  }

  async setTakenDown(id: string, takenDown: boolean): Promise<void> {
    this.records.run("UPDATE photos SET takenDown = :flag WHERE id = :id", { id, flag: takenDown ? 1 : 0 });
  }

  async delete(id: string): Promise<boolean> {
    const [removed, kept] = this.records.transaction(() => [this.dropRecords([id]), this.kept.dropRecordsOfPhoto(id)]);
    await Promise.all([this.#deleteFiles(removed), this.kept.files.deleteAll(kept.files)]);
    if (removed.photos.length + kept.files.length > 0) this.records.scrub();
    return removed.photos.length > 0;
  }

  async release(id: string): Promise<boolean> {
    const used = ["clips", "deliveries"].map((table) => `SELECT 1 FROM ${table} WHERE photo = :id`);
    const sql = `SELECT id FROM photos WHERE id = :id AND NOT EXISTS (${used.join(" UNION ALL ")})`;
    return this.records.get(idRow, sql, { id }) === null ? false : this.delete(id);
  }

  /** The photos that a person sent. */
  idsOf(owner: string): string[] {
    return this.records.all(idRow, "SELECT id FROM photos WHERE owner = :owner", { owner }).map(({ id }) => id);
  }

  onRemoved(listener: (ids: readonly string[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Removes photos with their clips and deliveries, because their time has come: what was kept of them stays. */
  async expire(ids: readonly string[]): Promise<Removed> {
    const removed = this.records.transaction(() => this.dropRecords(ids));
    await this.#deleteFiles(removed);
    if (removed.photos.length > 0) this.records.scrub();
    return { photos: removed.photos.length, clips: removed.clips.length };
  }

  /** Removes the records of photos and their clips; the ids of both, for their files. */
  dropRecords(ids: readonly string[]): { photos: string[]; clips: string[] } {
    const clips = ids.flatMap((id) => this.records.all(idRow, "SELECT id FROM clips WHERE photo = :id", { id }));
    const photos = ids.filter((id) => this.records.run("DELETE FROM photos WHERE id = :id", { id }).changes > 0);
    for (const listener of this.#listeners) listener(photos);
    return { photos, clips: clips.map((clip) => clip.id) };
  }

  async #deleteFiles({ photos, clips }: { readonly photos: string[]; readonly clips: string[] }): Promise<void> {
    await Promise.all([this.files.deleteAll(photos), this.clipFiles.deleteAll(clips)]);
  }
}
