import { z } from "zod";
import { type Files, recordOrRemove } from "./blobs.ts";
import type { Records, Values } from "./database.ts";
import type { ClipRecord } from "./record-types.ts";
import type { DiskReels } from "./reels.ts";
import { idRow, randomId } from "./rows.ts";

/** A clip in somebody's album. It is a copy: the photo and the clip that it was kept of go when their time comes. */
export interface KeptClip {
  /** Made like a photo's id. */
  readonly id: string;
  readonly owner: string;
  readonly photo: string;
  readonly clip: string;
  readonly gesture: string;
  /** What the photo's file was called, without its ending; empty where nobody knows. */
  readonly title: string;
  /** What somebody wrote under it. */
  readonly name: string;
  readonly years: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
  /** Size of the MP4 in bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** What somebody writes under a clip. */
export type Label = Pick<KeptClip, "name" | "years">;

/** A clip that is to be kept, and what its photo's file was called. */
export interface ToKeep {
  readonly owner: string;
  readonly clip: ClipRecord;
  readonly title: string;
}

const keptRow = z.object({
  id: z.string(),
  owner: z.string(),
  photo: z.string(),
  clip: z.string(),
  gesture: z.string(),
  title: z.string(),
  name: z.string(),
  years: z.string(),
  width: z.number(),
  height: z.number(),
  fps: z.number(),
  seconds: z.number(),
  size: z.number(),
  keptAt: z.number(),
}) satisfies z.ZodType<KeptClip>;
const thumbnailRow = z.object({ thumbnail: z.string().nullable() });
const goneRow = z.object({ id: z.string(), clip: z.string() });

const FIELDS = "id, owner, photo, clip, gesture, title, name, years, width, height, fps, seconds, size, keptAt";
/** Nothing is kept of what has gone meanwhile: `/forget` may have come in between. */
const INSERT = `
  INSERT INTO kept (${FIELDS}, usedAt, thumbnail)
  SELECT :id, :owner, photo, id, gesture, :title, '', '', width, height, fps, seconds, :size, :now, :now,
    (SELECT jpeg FROM thumbnails WHERE clip = clips.id) FROM clips WHERE id = :clip
  ON CONFLICT DO NOTHING`;
/** An album's last use is noted once a day: each note is a write to the disk. */
const NOTED_EVERY_MS = 24 * 3_600_000;

/** What went: the ids of the clips that there were copies of, and of files to be removed. */
export interface DroppedKept {
  readonly clips: readonly string[];
  readonly files: readonly string[];
}

/** People's albums. */
export type Kept = Omit<DiskKept, "sweep" | "dropRecordsOf" | "dropRecordsOfPhoto" | "idsOf">;

/**
 * Albums: encrypted files with records. A file is written before its record, and removed after it. With a clip the reels go that
 * show it.
 */
export class DiskKept {
  constructor(
    private readonly records: Records,
    private readonly files: Files,
    private readonly clipFiles: Pick<Files, "get">,
    private readonly reels: DiskReels,
    private readonly now: () => number,
    private readonly newId: () => string = randomId,
  ) {}

  /** Keeps a copy of a clip durably; the same clip again gives the copy that exists. Null when the clip is gone. */
  async keep({ owner, clip, title }: ToKeep): Promise<KeptClip | null> {
    const known = this.#copyOf(owner, clip.id);
    if (known !== null) return known;
    const mp4 = await this.clipFiles.get(clip.id);
    if (mp4 === null) return null;
    const id = this.newId();
    await this.files.put(id, mp4);
    await recordOrRemove(this.files, id, () => {
      this.records.run(INSERT, { id, owner, clip: clip.id, title, size: mp4.length, now: this.now() });
    });
    const kept = this.#copyOf(owner, clip.id);
    if (kept?.id !== id) await this.files.delete(id);
    return kept;
  }

  /** Somebody's album, the newest first. To look at it is to use it. */
  async of(owner: string): Promise<KeptClip[]> {
    const now = this.now();
    const noted = "UPDATE kept SET usedAt = :now WHERE owner = :owner AND usedAt <= :before";
    this.records.run(noted, { owner, now, before: now - NOTED_EVERY_MS });
    const sql = `SELECT ${FIELDS} FROM kept WHERE owner = :owner ORDER BY keptAt DESC, rowid DESC`;
    return this.records.readable(keptRow, sql, { owner });
  }

  async get(owner: string, id: string): Promise<KeptClip | null> {
    return this.records.get(keptRow, `SELECT ${FIELDS} FROM kept WHERE owner = :owner AND id = :id`, { owner, id });
  }

  async bytes(owner: string, id: string): Promise<Uint8Array | null> {
    return (await this.get(owner, id)) === null ? null : this.files.get(id);
  }

  /** The JPEG that stands for it, or null when it has none. */
  async thumbnail(owner: string, id: string): Promise<Uint8Array | null> {
    const sql = "SELECT thumbnail FROM kept WHERE owner = :owner AND id = :id";
    const jpeg = this.records.get(thumbnailRow, sql, { owner, id })?.thumbnail ?? null;
    return jpeg === null ? null : Buffer.from(jpeg, "base64");
  }

  /** Writes under a clip. False when it is gone. */
  async label(owner: string, id: string, { name, years }: Label): Promise<boolean> {
    const sql = "UPDATE kept SET name = :name, years = :years WHERE owner = :owner AND id = :id";
    return this.records.run(sql, { owner, id, name, years }).changes > 0;
  }

  /** Removes a clip from its album at once. False when there was none. */
  async letGo(owner: string, id: string): Promise<boolean> {
    const { clips, files } = this.records.transaction(() => this.#drop("owner = :owner AND id = :id", { owner, id }));
    await this.files.deleteAll(files);
    if (clips.length > 0) this.records.scrub();
    return clips.length > 0;
  }

  /** Removes the records of somebody's album. */
  dropRecordsOf(owner: string): DroppedKept {
    return this.#drop("owner = :owner", { owner });
  }

  /** Removes the records of what was kept of a photo. */
  dropRecordsOfPhoto(photo: string): DroppedKept {
    return this.#drop("photo = :photo", { photo });
  }

  /** Ids of all that somebody keeps. */
  idsOf(owner: string): string[] {
    return this.records.all(idRow, "SELECT id FROM kept WHERE owner = :owner", { owner }).map(({ id }) => id);
  }

  /** Number of kept clips. */
  count(): number {
    return this.records.get(z.object({ n: z.number() }), "SELECT count(*) AS n FROM kept")?.n ?? 0;
  }

  /** Removes the albums that nobody has looked at since a time, in ms since 1970. */
  async sweep(before: number): Promise<void> {
    const { files } = this.records.transaction(() => this.#drop("usedAt <= :before", { before }));
    await this.files.deleteAll(files);
  }

  #drop(condition: string, values: Values): DroppedKept {
    const gone = this.records.all(goneRow, `DELETE FROM kept WHERE ${condition} RETURNING id, clip`, values);
    const ids = gone.map(({ id }) => id);
    return { clips: gone.map(({ clip }) => clip), files: [...ids, ...this.reels.dropRecordsWith(ids)] };
  }

  #copyOf(owner: string, clip: string): KeptClip | null {
    return this.records.get(keptRow, `SELECT ${FIELDS} FROM kept WHERE owner = :owner AND clip = :clip`, {
      owner,
      clip,
    });
  }
}
