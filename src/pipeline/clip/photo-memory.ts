import type { Puppet } from "../engine.ts";
import type { Face, Photo, SeenPhoto } from "../types.ts";

/** Faces that are ready to move: all that is made of a photo before it is known how. */
export interface ReadyFaces {
  /** As clips show it: enhanced where that helps. */
  readonly photo: Photo;
  readonly faces: readonly Face[];
  readonly puppet: Puppet;
}

/** What the clips of one photo have in common, kept from one to the next. */
export class WarmPhoto {
  /** The photo, decoded and searched for the engine of that name. */
  readonly looks = new Map<string, SeenPhoto>();
  /** By what was asked for; the one used last comes last. */
  readonly #ready = new Map<string, ReadyFaces>();

  /** What has been made ready for such a wish, or null. */
  find(wish: string): ReadyFaces | null {
    return this.#ready.get(wish) ?? null;
  }

  /** Notes what has been made ready, or is used again. */
  keep(wish: string, ready: ReadyFaces): void {
    this.#ready.delete(wish);
    this.#ready.set(wish, ready);
  }

  /** Bytes of memory, about. */
  get bytes(): number {
    let bytes = 0;
    for (const { photo } of this.looks.values()) bytes += photo.rgb.byteLength;
    for (const { photo, puppet } of this.#ready.values()) bytes += bytesOfPatches(photo) + puppet.bytes;
    return bytes;
  }

  /** Drops what has not been used for longest. False when just one wish, or none, is left. */
  shrink(): boolean {
    const [oldest] = this.#ready.keys();
    if (oldest === undefined || this.#ready.size === 1) return false;
    return this.#ready.delete(oldest);
  }
}

function bytesOfPatches({ patches = [] }: Photo): number {
  return patches.reduce((sum, { rgb, weight }) => sum + rgb.byteLength + weight.byteLength, 0);
}

/** Remembers photos under the names that the caller gives them, up to a bound; those that were used last stay. */
export class PhotoMemory {
  readonly #photos = new Map<string, WarmPhoto>();

  /** Keeps `most` bytes. */
  constructor(private readonly most: number) {}

  /** Has some work use what is known of a photo, and add to it. */
  async use<T>(name: string, work: (photo: WarmPhoto) => Promise<T>): Promise<T> {
    const photo = this.#photos.get(name) ?? new WarmPhoto();
    this.#photos.delete(name);
    this.#photos.set(name, photo);
    try {
      return await work(photo);
    } finally {
      if (photo.bytes === 0) this.#photos.delete(name);
      this.#shrink();
    }
  }

  /** Drops photos. Work that is using one adds to it in vain. */
  forget(names: readonly string[]): void {
    for (const name of names) this.#photos.delete(name);
  }

  clear(): void {
    this.#photos.clear();
  }

  get bytes(): number {
    return [...this.#photos.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #shrink(): void {
    while (this.bytes > this.most) {
      const [[name, oldest] = [undefined, undefined]] = this.#photos;
      if (name === undefined) return;
      if (this.#photos.size > 1 || !oldest.shrink()) this.#photos.delete(name);
    }
  }
}
