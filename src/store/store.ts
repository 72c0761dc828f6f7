import type { Counts } from "./counts.ts";
import type { Records } from "./database.ts";
import type { Kept } from "./kept.ts";
import type { Measurements } from "./measurements.ts";
import type { Movements } from "./movements.ts";
import type { Passes } from "./passes.ts";
import type { ClipKey, ClipRecord, Delivery, FaceSummary, NewClip, NewPhoto, PhotoRecord } from "./record-types.ts";
import type { Reels } from "./reels.ts";
import type { Room } from "./room.ts";
import type { Songs } from "./songs.ts";
import type { Transcript } from "./transcript.ts";

/** Photos as they were sent, encrypted, each with a record. */
export interface PhotoStore {
  /** Keeps a photo durably. The same platform, chat and source again gives the record that exists. */
  put(photo: NewPhoto, bytes: Uint8Array): Promise<PhotoRecord>;
  get(id: string): Promise<PhotoRecord | null>;
  findBySource(platform: string, chat: string, source: string): Promise<PhotoRecord | null>;
  /** The file as it was sent, or null when it is gone. */
  bytes(id: string): Promise<Uint8Array | null>;
  /** Notes what was found in the photo; `prominent` null, or no `meshes`, leaves what is known. */
  setFaces(id: string, faces: readonly FaceSummary[], prominent: number | null, meshes?: Uint8Array): Promise<void>;
  /** The meshes of the photo's faces (`Look.meshes`), or null when nobody noted them. */
  meshes(id: string): Promise<Uint8Array | null>;
  /** Notes that nothing of it is to be shown any more, or that it may be again. */
  setTakenDown(id: string, takenDown: boolean): Promise<void>;
  /** Removes the photo, its clips, what was kept of it and the notes of where they were sent, at once. False when there was none. */
  delete(id: string): Promise<boolean>;
  /** Removes a photo that came to nothing: there is no clip of it, and no message about it. False when nothing was removed. */
  release(id: string): Promise<boolean>;
  /** Calls `listener` with the ids of photos as soon as they are removed, for whatever reason. */
  onRemoved(listener: (ids: readonly string[]) => void): void;
}

export interface KeepOptions {
  /** The JPEG that stands for the clip until it is loaded. */
  readonly thumbnail?: Uint8Array;
  readonly signal?: AbortSignal;
}

/** Rendered clips, encrypted; they live as long as their photo. Copies in an album (`Kept`) live on. */
export interface ClipStore {
  /**
   * Keeps a clip durably; the same key again gives the clip that exists. Throws when the photo is gone, and keeps nothing when
   * `signal` is aborted meanwhile.
   */
  put(clip: NewClip, mp4: Uint8Array, options?: KeepOptions): Promise<ClipRecord>;
  get(id: string): Promise<ClipRecord | null>;
  find(key: ClipKey): Promise<ClipRecord | null>;
  bytes(id: string): Promise<Uint8Array | null>;
  /** The JPEG that stands for a clip, or null when it has none. */
  thumbnail(id: string): Promise<Uint8Array | null>;
  /** Notes a platform's id of the uploaded file, so that it need not be uploaded again; null removes it. */
  setFile(id: string, name: string, file: string | null): Promise<void>;
  /** The newest clips that a user asked for, newest first; none of a photo that was taken down. */
  recentOf(owner: string, limit: number): Promise<ClipRecord[]>;
  /** Removes one clip at once, unless a message still shows it; its photo stays. False when nothing was removed. */
  release(id: string): Promise<boolean>;
}

/** The bot's own messages about photos. They go with their photo. */
export interface DeliveryStore {
  /** False when the photo is gone: then there is nothing to note. */
  record(delivery: Delivery): Promise<boolean>;
  find(platform: string, chat: string, message: string): Promise<Delivery | null>;
  /** The last one in a chat. */
  newest(platform: string, chat: string): Promise<Delivery | null>;
  ofPhoto(photo: string): Promise<Delivery[]>;
  /** Those about this user's photos and those that this user asked for. */
  ofUser(user: string): Promise<Delivery[]>;
  remove(platform: string, chat: string, message: string): Promise<void>;
}

/** Small facts about a user or a chat that must survive a restart: JSON scalars under short names. */
export type Settings = Readonly<Record<string, string | number | boolean>>;

/** Settings of users and chats: the consent line shown, a chosen language. `party` is a user or chat as in a job. They go half a year after their last use. */
export interface SettingsStore {
  get(party: string): Promise<Settings>;
  /** Sets the values given, removes those given as null, leaves the others; resolves with the result. */
  change(party: string, values: Readonly<Record<string, string | number | boolean | null>>): Promise<Settings>;
  /**
   * Sets `name` to true unless it is set; true for the one caller who did. Two messages at once show the consent line once.
   */
  claim(party: string, name: string): Promise<boolean>;
}

export interface StoreUsage {
  readonly photos: number;
  readonly clips: number;
  /** Clips in albums. */
  readonly kept: number;
  /** Bytes of all encrypted files, and of the records beside them. */
  readonly bytes: number;
  readonly records: number;
  /** Bytes that may be kept, or null without a limit. */
  readonly limit: number | null;
  /** When the oldest photo will be swept, or null when there is none, or all are kept for ever. */
  readonly nextExpiry: number | null;
}

/** How much was removed. */
export interface Removed {
  readonly photos: number;
  readonly clips: number;
}

/** What Keepsake keeps, and for how long. Every promise that resolves after a change means: it is on disk. */
export interface Store {
  readonly photos: PhotoStore;
  readonly clips: ClipStore;
  readonly deliveries: DeliveryStore;
  readonly settings: SettingsStore;
  /** Albums, which outlive the retention time. */
  readonly kept: Kept;
  /** What was made of albums. It does not. */
  readonly reels: Reels;
  /** What was said in the chats of the page, whose history lies with us. */
  readonly transcript: Transcript;
  /** How renderings went, without a word about whose. */
  readonly measurements: Measurements;
  /** What else happened, likewise. */
  readonly counts: Counts;
  /** How people's faces moved in their videos. */
  readonly movements: Movements;
  /** What faces move to. */
  readonly songs: Songs;
  /** What lets people onto the page once. */
  readonly passes: Passes;
  /** What may still be kept. Nothing of the above asks: whoever begins something new does, beforehand. */
  readonly room: Room;
  /** For the job ledger and the journal, whose changes are committed together with the others. */
  readonly records: Records;
  /** The folder in which everything lies. */
  readonly dataDir: string;
  /**
   * Removes everything of a user at once: photos, all clips of them, clips asked for, albums, movements, songs, deliveries, settings. The records are gone
   * when it returns its promise, the files when that resolves. A clip that somebody else has as well becomes theirs. Withdraw
   * the user's jobs in the same turn: `forgetUser` in src/queue/forget.ts does both.
   */
  forget(user: string): Promise<Removed>;
  /**
   * A chat has got another id: its photos and settings are found under that from now on. Where messages are stays as it is, for
   * their numbers belong to the old id.
   */
  moveChat(from: string, to: string): Promise<void>;
  /**
   * Removes what is older than the retention time, except photos in `inUse` (`JobQueue.photosInUse`), and albums that nobody has
   * looked at for half a year. `now` in ms since 1970.
   */
  sweep(now: number, inUse: ReadonlySet<string>): Promise<Removed>;
  usage(): Promise<StoreUsage>;
  close(): Promise<void>;
}
