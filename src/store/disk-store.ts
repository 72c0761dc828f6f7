import { z } from "zod";
import { Blobs, type Files } from "./blobs.ts";
import { deriveKey } from "./cipher.ts";
import { DiskClips } from "./clips.ts";
import { DiskCounts } from "./counts.ts";
import { Records, type StoreLog } from "./database.ts";
import { DiskDeliveries } from "./deliveries.ts";
import { DiskKept } from "./kept.ts";
import { parseKey } from "./key.ts";
import { DiskMeasurements } from "./measurements.ts";
import { DiskMovements } from "./movements.ts";
import { DiskPasses } from "./passes.ts";
import { DiskPhotos } from "./photos.ts";
import { DiskReels } from "./reels.ts";
import { type DiskSpace, diskSpace, Room } from "./room.ts";
import { idRow } from "./rows.ts";
import { DiskSettings } from "./settings.ts";
import { DiskSongs } from "./songs.ts";
import type { Removed, Store, StoreUsage } from "./store.ts";
import { DiskTranscript } from "./transcript.ts";

/** How long settings and albums outlive their last use: whoever comes again within half a year is known. */
const UNUSED_MS = 180 * 24 * 3_600_000;
/** How long it is known how renderings went. */
const MEASURED_MS = 24 * 3_600_000;
const REWRITE_EVERY_MS = 3_600_000;
const REWRITE_AFTER_START_MS = 300_000;

export interface StoreRules {
  /** The folder for everything, made if absent. One process at a time. */
  readonly dataDir: string;
  /** How long photos and clips are kept; Infinity for ever. */
  readonly retentionMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bytes that may be kept (see `Room`); without it nothing is too much. */
  readonly limitBytes?: number;
  /** Tells what the disk holds, where that is not to be asked of the system. */
  readonly disk?: () => DiskSpace;
  /** Makes the ids of photos and clips; without it they are random, and nobody can guess them. */
  readonly newId?: () => string;
}

export interface DiskStoreOptions extends StoreRules {
  /** 32 bytes in base64, from `ensureKey`. */
  readonly key: string;
  /** How long to wait for a process that is just ending; 5000 without it. */
  readonly lockWaitMs?: number;
  /** Hears of records that cannot be read. */
  readonly log?: StoreLog;
}

/** What a store is made of. */
export interface StoreParts {
  readonly records: Records;
  readonly photos: Files;
  readonly clips: Files;
  /** Albums, and reels made of them. */
  readonly kept: Files;
}

/** The store on this machine's disk, everything in it encrypted. */
export class DiskStore implements Store {
  readonly photos: DiskPhotos;
  readonly clips: DiskClips;
  readonly deliveries: DiskDeliveries;
  readonly settings: DiskSettings;
  readonly kept: DiskKept;
  readonly reels: DiskReels;
  /** What was said in the chats of the page, whose history lies with us. */
  readonly transcript: DiskTranscript;
  /** How renderings went, without a word about whose. */
  readonly measurements: DiskMeasurements;
  readonly counts: DiskCounts;
  readonly movements: DiskMovements;
  readonly songs: DiskSongs;
  readonly passes: DiskPasses;
  readonly room: Room;
  readonly #files: Omit<StoreParts, "records">;
  readonly #retentionMs: number;
  /** From when on the records are to be written anew, in ms since 1970. */
  #rewriteAt: number;
  /** The folder in which everything lies. */
  readonly dataDir: string;
  /** For the job ledger, which commits to the same file. */
  readonly records: Records;

  private constructor({ records, ...files }: StoreParts, options: StoreRules) {
    const { now, newId } = options;
    this.records = records;
    this.#files = files;
    this.#retentionMs = options.retentionMs;
    // Nobody knows what the process before had still to do; it need not hold up the start.
    this.#rewriteAt = now() + REWRITE_AFTER_START_MS;
    this.dataDir = options.dataDir;
    this.reels = new DiskReels(records, files.kept, now, newId);
    this.kept = new DiskKept(records, files.kept, files.clips, this.reels, now, newId);
    const ofPhotos = { dropRecordsOfPhoto: (photo: string) => this.kept.dropRecordsOfPhoto(photo), files: files.kept };
    this.photos = new DiskPhotos(records, files.photos, files.clips, ofPhotos, now, newId);
    this.clips = new DiskClips(records, files.clips, now, newId);
    this.deliveries = new DiskDeliveries(records);
    this.settings = new DiskSettings(records, now);
    this.transcript = new DiskTranscript(records, now);
    this.measurements = new DiskMeasurements(records);
    this.counts = new DiskCounts(records, now);
    this.movements = new DiskMovements(records, now);
    this.songs = new DiskSongs(records, this.clips, now);
    this.passes = new DiskPasses(records, now);
    this.room = new Room({
      limit: options.limitBytes,
      shared: Number.isFinite(options.retentionMs),
      now,
      used: () => this.#fileBytes + records.size,
      photosOf: (owner) => this.photos.idsOf(owner).map((id) => files.photos.sizeOf(id)),
      keptOf: (owner) => [...this.kept.idsOf(owner), ...this.reels.idsOf(owner)].map((id) => files.kept.sizeOf(id)),
      disk: options.disk ?? (() => diskSpace(options.dataDir)),
    });
  }

  /** Opens the store and clears up what a crash may have left. Throws as `Records.open` does, and for a malformed key. */
  static async open(options: DiskStoreOptions): Promise<DiskStore> {
    const key = parseKey(options.key);
    const { dataDir, lockWaitMs, log } = options;
    const records = await Records.open(dataDir, deriveKey(key, "records"), lockWaitMs, log);
    const fileKey = deriveKey(key, "files");
    const photos = await Blobs.open(options.dataDir, "photos", fileKey);
    const clips = await Blobs.open(options.dataDir, "clips", fileKey);
    const kept = await Blobs.open(options.dataDir, "kept", fileKey);
    return DiskStore.of({ records, photos, clips, kept }, options);
  }

  /** As `open`, of parts that are open already. */
  static async of(parts: StoreParts, rules: StoreRules): Promise<DiskStore> {
    const store = new DiskStore(parts, rules);
    await store.#reconcile();
    return store;
  }

  async forget(user: string): Promise<Removed> {
    this.records.makeRoom();
    const gone = this.records.transaction(() => {
      this.records.run("DELETE FROM deliveries WHERE user = :user", { user });
      this.records.run("DELETE FROM settings WHERE party = :user", { user });
      this.transcript.clear(user);
      this.passes.dropOf(user);
      this.movements.dropOf(user);
      this.songs.dropOf(user);
      const reels = this.reels.dropRecordsOf(user);
      const kept = this.kept.dropRecordsOf(user);
      const { photos, clips } = this.photos.dropRecords(this.photos.idsOf(user));
      const own = [...clips, ...this.clips.dropRecordsOf(user)];
      return { photos, clips: own, kept: [...reels, ...kept.files], all: new Set([...own, ...kept.clips]).size };
    });
    this.#rewriteAt = 0;
    const { photos, clips, kept } = this.#files;
    await Promise.all([photos.deleteAll(gone.photos), clips.deleteAll(gone.clips), kept.deleteAll(gone.kept)]);
    this.records.scrub();
    return { photos: gone.photos.length, clips: gone.all };
  }

  async moveChat(from: string, to: string): Promise<void> {
    this.records.transaction(() => {
      // What the new chat has already is kept there.
      this.records.run("UPDATE OR IGNORE photos SET chat = :to WHERE chat = :from", { from, to });
      this.records.run("UPDATE OR IGNORE settings SET party = :to WHERE party = :from", { from, to });
      this.records.run("DELETE FROM settings WHERE party = :from", { from });
    });
  }

  async sweep(now: number, inUse: ReadonlySet<string>): Promise<Removed> {
    // Where all is kept for ever, nothing is older than this.
    const before = Math.max(0, now - this.#retentionMs);
    this.records.makeRoom();
    const old = this.records.all(idRow, "SELECT id FROM photos WHERE createdAt <= :before", { before });
    const removed = await this.photos.expire(old.map((photo) => photo.id).filter((id) => !inUse.has(id)));
    await this.reels.sweep(before, inUse);
    if (Number.isFinite(this.#retentionMs)) await this.kept.sweep(now - UNUSED_MS);
    this.transcript.sweep(before);
    this.measurements.sweep(now - MEASURED_MS);
    this.counts.sweep(now - MEASURED_MS);
    this.passes.sweep();
    this.movements.sweep(before, Number.isFinite(this.#retentionMs) ? now - UNUSED_MS : 0);
    this.songs.sweep(before);
    this.settings.sweep(now - UNUSED_MS);
    this.#rewrite(now);
    return removed;
  }

  /** Where somebody was forgotten at the next sweep, else once an hour: all of it is read and written. */
  #rewrite(now: number): void {
    const early = this.#rewriteAt - now;
    // A clock that was put back is no reason to wait longer.
    if (early > 0 && early <= REWRITE_EVERY_MS) return;
    if (this.records.rewrite()) this.#rewriteAt = now + REWRITE_EVERY_MS;
  }

  async usage(): Promise<StoreUsage> {
    const row = z.object({ photos: z.number(), oldest: z.number().nullable() });
    const found = this.records.get(row, "SELECT count(*) AS photos, min(createdAt) AS oldest FROM photos");
    const oldest = found?.oldest ?? null;
    return {
      photos: found?.photos ?? 0,
      clips: this.clips.count(),
      bytes: this.#fileBytes,
      records: this.records.size,
      limit: Number.isFinite(this.room.capacity) ? this.room.capacity : null,
      kept: this.kept.count(),
      nextExpiry: oldest === null || this.#retentionMs === Infinity ? null : oldest + this.#retentionMs,
    };
  }

  async close(): Promise<void> {
    this.records.close();
  }

  get #fileBytes(): number {
    return this.#files.photos.size + this.#files.clips.size + this.#files.kept.size;
  }

  /** Files and records that lost each other in a crash both go. */
  async #reconcile(): Promise<void> {
    const photos = this.records.all(idRow, "SELECT id FROM photos").map((photo) => photo.id);
    await this.photos.expire(await this.#files.photos.reconcile(new Set(photos)));
    const clips = this.records.all(idRow, "SELECT id FROM clips").map((clip) => clip.id);
    for (const id of await this.#files.clips.reconcile(new Set(clips))) await this.clips.delete(id);
    const kept = "SELECT id FROM kept UNION ALL SELECT id FROM reels WHERE made IS NOT NULL";
    const recorded = this.records.all(idRow, kept).map(({ id }) => id);
    for (const id of await this.#files.kept.reconcile(new Set(recorded)))
      for (const table of ["kept", "reels"]) this.records.run(`DELETE FROM ${table} WHERE id = :id`, { id });
  }
}
