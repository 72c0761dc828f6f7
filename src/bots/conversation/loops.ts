import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { ExportedClip } from "../../pipeline/video/export.ts";
import type { Studio } from "../../queue/contract/studio.ts";
import type { ClipRecord } from "../../store/record-types.ts";
import type { Store } from "../../store/store.ts";
import type { LoopShape } from "../port/chat-port.ts";

/** So long, and so many, are kept for whoever goes back and forth between clips. */
const KEPT_MS = 10 * 60_000;
const KEPT = 16;

/** What loops are made with, and whose photos' removal they follow. */
export interface LoopParts {
  readonly studio: Pick<Studio, "convert" | "products">;
  readonly store: { readonly photos: Pick<Store["photos"], "onRemoved"> };
  readonly clock: Clock;
  readonly log: Logger;
}

interface Made {
  readonly photo: string;
  readonly loop: Promise<ExportedClip>;
  readonly callOff: () => void;
}

/** Clips as pictures that loop by themselves, for platforms whose videos wait to be started. In memory only. */
export class Loops {
  #possible = true;
  readonly #made = new Map<string, Made>();

  constructor(private readonly parts: LoopParts) {
    parts.store.photos.onRemoved((photos) => {
      for (const [clip, { photo }] of this.#made) if (photos.includes(photo)) this.#drop(clip);
    });
  }

  /** Learns whether there is an encoder for such a shape; from then on the studio is ready for the first clip. */
  async prepare({ format }: LoopShape): Promise<void> {
    this.#possible = (await this.parts.studio.products()).includes(format);
    if (!this.#possible)
      this.parts.log.warn({ format }, "ffmpeg has no encoder for clips that loop: they come as videos");
  }

  /** A clip, of which these are the bytes, in such a shape; null where that cannot be had: a clip that must be started is still a clip. */
  async of(clip: ClipRecord, mp4: Uint8Array, shape: LoopShape): Promise<Uint8Array | null> {
    if (!this.#possible) return null;
    const known = this.#made.get(clip.id);
    try {
      return (await (known?.loop ?? this.#make(clip, mp4, shape))).bytes;
    } catch (error) {
      this.parts.log.warn({ clip: clip.id, err: error }, "a clip cannot be made to loop");
      this.#drop(clip.id);
      return null;
    }
  }

  async #make({ id, photo, width, height, fps, maxBytes }: ClipRecord, mp4: Uint8Array, shape: LoopShape) {
    const limit = maxBytes === null ? {} : { maxBytes };
    const loop = this.parts.studio.convert({ mp4, width, height, fps }, { ...shape, ...limit });
    const callOff = this.parts.clock.after(KEPT_MS, () => this.#drop(id));
    this.#made.set(id, { photo, loop, callOff });
    const [oldest] = this.#made.keys();
    if (this.#made.size > KEPT && oldest !== undefined) this.#drop(oldest);
    return loop;
  }

  /** The timer goes with it: it would hold on to what has been forgotten. */
  #drop(clip: string): void {
    this.#made.get(clip)?.callOff();
    this.#made.delete(clip);
  }
}
