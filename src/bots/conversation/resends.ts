import type { ClipRecord } from "../../store/store.ts";
import { write } from "../../texts/texts.ts";
import { ChatError, chatKey, personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Asker } from "./effects.ts";
import { placeOf, refusalOf, tryToSend } from "./sender.ts";

/** Sends clips that have been made before. */
export class Resends {
  readonly #sending = new Set<string>();

  constructor(private readonly context: Context) {}

  /** Sends a clip. `id` is the wish's journal entry. While it is being sent to this chat, another tap changes nothing. */
  async send(id: string, asker: Asker, clip: ClipRecord, asFile = false): Promise<void> {
    const key = `${chatKey(asker.chat)} ${clip.id} ${asFile ? "file" : "clip"}`;
    if (this.#sending.has(key)) return;
    this.#sending.add(key);
    await this.#send(id, asker, clip, asFile).finally(() => this.#sending.delete(key));
  }

  async #send(id: string, asker: Asker, clip: ClipRecord, asFile: boolean): Promise<void> {
    const photo = await this.context.store.photos.get(clip.photo);
    if (photo === null) return;
    const port = portOf(this.context, asker.chat);
    const stop = port.busy(asker.chat, "sending");
    try {
      const { locale } = textsOf(asker);
      const user = personKey(asker.chat, asker.from);
      const sending = { place: placeOf(asker), clip, photo, locale, user, asFile, event: id };
      const refused = await tryToSend(this.context, sending).catch(async (error: unknown) => {
        // Nobody tries again later, and two are better than none.
        if (!(error instanceof ChatError) || !error.doubtful) throw error;
        return tryToSend(this.context, sending);
      });
      if (refused === null) return;
      this.context.log.warn({ event: id, reason: refused.message }, "clip not taken");
      await port.say(placeOf(asker), { text: write(textsOf(asker), refusalOf(refused)) });
    } finally {
      stop();
    }
  }
}
