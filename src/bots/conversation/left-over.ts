import type { Clock } from "../../clock.ts";
import { type Text, write } from "../../texts/texts.ts";
import { chatKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Asker } from "./effects.ts";
import { explainMove, placeOf } from "./sender.ts";

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

/** Says once why these photos, of one album or a single one, are not taken. */
export async function tellLeftOver(context: Context, photos: readonly [LeftOver, ...LeftOver[]]): Promise<void> {
  const [{ id, asker, why }, ...others] = photos;
  const left = photos.length;
  const isLine = why.key === "refused-user-full" || why.key === "refused-chat-full";
  const text: Text = left > 1 && isLine ? { key: "album-rest", params: { left } } : why;
  const texts = textsOf(asker);
  // One stands for all, and is tried again where nothing can be said just now.
  for (const other of others) await context.journal.close(other.id);
  const port = portOf(context, asker.chat);
  const message = await port.say(placeOf(asker), { text: write(texts, text), means: text, onlyFor: asker.from.id });
  await explainMove(port, asker.chat, message.chat, texts);
  await context.journal.close(id);
}
