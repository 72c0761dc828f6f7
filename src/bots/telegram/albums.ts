import type { Clock } from "../../clock.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { keepNewest } from "../port/keep-newest.ts";
import type { UpdateReading } from "./updates.ts";

/** Albums whose fate is remembered, */
const REMEMBERED = 200;
/** and how long: Telegram tells of an album's parts together, and nobody asked about the photos that are held back. */
const REMEMBERED_MS = 600_000;

/**
 * In a group only the photo with the caption names the bot; the rest of its album is meant as well, whether it came before or
 * after. And whatever else an album holds gets one answer, not one each.
 */
export class AlbumMemory {
  readonly #addressed = new Set<string>();
  readonly #answered = new Set<string>();
  readonly #heldBack = new Map<string, ChatEvent[]>();

  constructor(private readonly clock: Clock) {}

  /** The events to pass on, now that this has come. */
  release({ events, heldBack, addressedAlbum }: UpdateReading): readonly ChatEvent[] {
    if (heldBack !== undefined) {
      if (this.#addressed.has(heldBack.album)) return [heldBack.event];
      const before = this.#heldBack.get(heldBack.album) ?? [];
      if (before.length === 0) this.#forgetLater(this.#heldBack, heldBack.album);
      this.#heldBack.set(heldBack.album, [...before, heldBack.event]);
      keepNewest(this.#heldBack, REMEMBERED);
      return [];
    }
    if (addressedAlbum === undefined) return events;
    this.#addressed.add(addressedAlbum);
    this.#forgetLater(this.#addressed, addressedAlbum);
    keepNewest(this.#addressed, REMEMBERED);
    const before = this.#heldBack.get(addressedAlbum) ?? [];
    this.#heldBack.delete(addressedAlbum);
    return [...before, ...events];
  }

  /** True for the first of an album's messages that are no photos. */
  isFirstOther(album: string): boolean {
    if (this.#answered.has(album)) return false;
    this.#answered.add(album);
    this.#forgetLater(this.#answered, album);
    keepNewest(this.#answered, REMEMBERED);
    return true;
  }

  #forgetLater(memory: { delete(album: string): boolean }, album: string): void {
    this.clock.after(REMEMBERED_MS, () => memory.delete(album));
  }
}
