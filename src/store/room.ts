import { statfsSync } from "node:fs";

/** Photos of one person that are kept at a time. */
export const PHOTOS_EACH = 100;
/** Clips and reels in one person's album. */
const KEPT_EACH = 1000;
/** The share of all that may be kept which one person's photos may take, or their album, but always that of a few large ones. */
const SHARE_EACH = 0.1;
export const LEAST_EACH = 60_000_000;
/** So much of the disk stays free, whatever the limit. */
const DISK_KEPT_FREE = 0.1;
/** A clip as they usually are, in bytes. Nobody knows how large one becomes. */
const CLIP_BYTES = 2_000_000;
/** Others use the disk, too, but not so fast. */
const LOOK_AGAIN_MS = 5000;

/** `room`: as much is kept as may be; `share`: this person has as many photos here as one may have, or as large an album. */
export type Lack = "room" | "share";

/** A photo that is to come. */
export interface ComingPhoto {
  readonly owner: string;
  /** How large it is, or may be at most. */
  readonly bytes: number;
}

export interface DiskSpace {
  readonly free: number;
  readonly total: number;
}

export interface RoomParts {
  /** Bytes that may be kept; without it as many as there are, whatever the disk says. */
  readonly limit: number | undefined;
  readonly now: () => number;
  /** Whether one person may have only a share of it; where all is kept for ever, on somebody's own machine, shares would be used up. */
  readonly shared: boolean;
  /** Bytes that are kept. */
  readonly used: () => number;
  /** The sizes of a person's photos, in bytes. */
  readonly photosOf: (owner: string) => readonly number[];
  /** The sizes of what is in a person's album, in bytes. */
  readonly keptOf: (owner: string) => readonly number[];
  readonly disk: () => DiskSpace;
}

/**
 * What may still be kept. It is asked before anything new is begun, and sets aside what was asked for until that is kept or will
 * not come; what was begun is kept in any case, so that nothing fails that was promised.
 */
export class Room {
  readonly #parts: RoomParts;
  readonly #claims = new Map<string, ComingPhoto | null>();
  /** What could be kept when the disk was last looked at, in bytes. */
  #looked: { readonly at: number; readonly most: number } | null = null;

  constructor(parts: RoomParts) {
    this.#parts = parts;
  }

  /**
   * Sets room aside for a photo and its clip, or (null) for one more clip of a photo that is kept, under an id of the caller's.
   * Null when that is done or was done before, else what is lacking.
   */
  claim(id: string, photo: ComingPhoto | null): Lack | null {
    const { limit } = this.#parts;
    if (limit === undefined || this.#claims.has(id)) return null;
    if (photo !== null && this.#hasEnough(photo, limit)) return "share";
    if (this.used + bytesOf(photo) > this.capacity) return "room";
    this.#claims.set(id, photo);
    return null;
  }

  /** What is lacking for so many bytes more in a person's album, which are there as soon as there is room for them; or null. */
  lackInAlbum(owner: string, bytes: number): Lack | null {
    const { limit, keptOf } = this.#parts;
    if (limit === undefined) return null;
    if (this.#isTooMuch([...keptOf(owner), bytes], KEPT_EACH, limit)) return "share";
    return this.used + bytes > this.capacity ? "room" : null;
  }

  /** What was claimed has been kept, or will not come. Harmless for unknown ids. */
  release(id: string): void {
    this.#claims.delete(id);
  }

  /** Bytes that are kept or set aside. */
  get used(): number {
    return this.#parts.used() + [...this.#claims.values()].reduce((sum, photo) => sum + bytesOf(photo), 0);
  }

  /** Bytes that may be kept: less than the limit where the disk would not stay free enough. */
  get capacity(): number {
    const { limit, now, used, disk } = this.#parts;
    if (limit === undefined) return Number.POSITIVE_INFINITY;
    if (this.#looked === null || Math.abs(now() - this.#looked.at) > LOOK_AGAIN_MS) {
      const { free, total } = disk();
      this.#looked = { at: now(), most: used() + free - DISK_KEPT_FREE * total };
    }
    return Math.max(0, Math.min(limit, this.#looked.most));
  }

  /** How much of what may be kept is kept or set aside, 0..1 and, where the disk has become smaller, more; 0 without a limit. */
  get fullness(): number {
    if (this.#parts.limit === undefined) return 0;
    const { capacity } = this;
    return capacity > 0 ? this.used / capacity : Number.POSITIVE_INFINITY;
  }

  #hasEnough({ owner, bytes }: ComingPhoto, limit: number): boolean {
    const coming = [...this.#claims.values()]
      .filter((photo) => photo?.owner === owner)
      .map((photo) => photo?.bytes ?? 0);
    return this.#isTooMuch([...this.#parts.photosOf(owner), ...coming, bytes], PHOTOS_EACH, limit);
  }

  #isTooMuch(sizes: readonly number[], most: number, limit: number): boolean {
    const sum = sizes.reduce((total, size) => total + size, 0);
    return this.#parts.shared && (sizes.length > most || sum > Math.max(SHARE_EACH * limit, LEAST_EACH));
  }
}

/** What the disk with this folder holds. */
export function diskSpace(folder: string): DiskSpace {
  const { bavail, blocks, bsize } = statfsSync(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

function bytesOf(photo: ComingPhoto | null): number {
  return (photo?.bytes ?? 0) + CLIP_BYTES;
}
