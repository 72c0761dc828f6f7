import type { Clock } from "../../clock.ts";
import type { Text } from "../../texts/texts.ts";
import { chatKey } from "../port/chat-port.ts";
import type { Asker } from "./effects.ts";

/** Platforms deliver an album photo by photo; nothing says which is the last one. */
const QUIET_MS = 1000;

/** A photo that was not taken. */
export interface LeftOver {
  /** Its journal entry. */
  readonly id: string;
  readonly asker: Asker;
  readonly why: Text;
}

interface Album {
  readonly photos: LeftOver[];
  callOff: () => void;
}

/** Gathers what is left over of an album, so that there is one word for all of it, a second after the last one has come. */
export class LeftOvers {
  readonly #open = new Map<string, Album>();

  constructor(
    private readonly clock: Clock,
    private readonly tell: (photos: readonly [LeftOver, ...LeftOver[]]) => void,
  ) {}

  add(photo: LeftOver, album: string): void {
    const key = `${chatKey(photo.asker.chat)} ${album}`;
    const known = this.#open.get(key);
    known?.callOff();
    const photos = known?.photos ?? [];
    photos.push(photo);
    const callOff = this.clock.after(QUIET_MS, () => {
      this.#open.delete(key);
      const [first, ...others] = photos;
      if (first !== undefined) this.tell([first, ...others]);
    });
    this.#open.set(key, { photos, callOff });
  }

  /** Lets go of what is being gathered; the journal still has it. */
  close(): void {
    for (const album of this.#open.values()) album.callOff();
    this.#open.clear();
  }
}
