import type { Clock } from "../../clock.ts";
import { chatKey, type PhotoEvent } from "../port/chat-port.ts";

/** Platforms deliver an album photo by photo; nothing says which is the last one. */
export const ALBUM_QUIET_MS = 1000;

interface Album {
  readonly photos: PhotoEvent[];
  callOff: () => void;
}

/** Gathers the photos that were posted together, and hands them on when no more have come for a second. */
export class Albums {
  readonly #open = new Map<string, Album>();

  constructor(
    private readonly clock: Clock,
    private readonly handOn: (photos: readonly PhotoEvent[]) => void,
  ) {}

  add(event: PhotoEvent, album: string): void {
    const key = `${chatKey(event.chat)} ${album}`;
    const known = this.#open.get(key);
    known?.callOff();
    const photos = known?.photos ?? [];
    photos.push(event);
    const callOff = this.clock.after(ALBUM_QUIET_MS, () => {
      this.#open.delete(key);
      this.handOn(photos);
    });
    this.#open.set(key, { photos, callOff });
  }

  /** Lets go of what is being gathered; the journal still has it. */
  close(): void {
    for (const album of this.#open.values()) album.callOff();
    this.#open.clear();
  }
}
