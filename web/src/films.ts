import { call } from "./calls.ts";

/** What an old tablet can spare. */
const MOST_BYTES = 48_000_000;

/** Clips that are shown again and again are fetched once, as far as they have room; nothing of them is written to the disk. */
export class Films {
  /** By address, the one that was not shown for longest first. */
  readonly #kept = new Map<string, { readonly url: string; readonly bytes: number }>();

  /** The clip of an address, as an address in this page's memory. Throws CallFailed. */
  async get(address: string): Promise<string> {
    const known = this.#kept.get(address);
    if (known !== undefined) {
      this.#kept.delete(address);
      this.#kept.set(address, known);
      return known.url;
    }
    const film = await (await call(address)).blob();
    const url = URL.createObjectURL(film);
    this.#kept.set(address, { url, bytes: film.size });
    this.#makeRoom();
    return url;
  }

  close(): void {
    for (const { url } of this.#kept.values()) URL.revokeObjectURL(url);
    this.#kept.clear();
  }

  /** The last two stay in any case: one dissolves into the other. */
  #makeRoom(): void {
    let sum = [...this.#kept.values()].reduce((total, { bytes }) => total + bytes, 0);
    for (const [address, { url, bytes }] of [...this.#kept].slice(0, -2)) {
      if (sum <= MOST_BYTES) return;
      sum -= bytes;
      this.#kept.delete(address);
      URL.revokeObjectURL(url);
    }
  }
}
