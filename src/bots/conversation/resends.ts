import type { ClipRecord } from "../../store/record-types.ts";
import { write } from "../../texts/texts.ts";
import { ChatError, chatKey, personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Asker } from "./effects.ts";
import type { Predecessor } from "./predecessor.ts";
import { placeOf, placeOfClip, refusalOf, tryToSend } from "./sender.ts";

/** A clip that has been made before, and for whom. */
export interface Resend {
  readonly asker: Asker;
  readonly clip: ClipRecord;
  readonly asFile?: boolean;
  /** Whose place it takes. */
  readonly after?: Predecessor | undefined;
  /** The message that tells of it, whose place it takes where there is no predecessor. */
  readonly instead?: string;
}

/** Sends clips that have been made before. */
export class Resends {
  readonly #sending = new Set<string>();

  constructor(private readonly context: Context) {}

  /**
   * Sends a clip. `id` is the wish's journal entry. While it is being sent to this chat, another tap changes nothing. Resolves with
   * the clip's message; null when none was sent.
   */
  async send(id: string, resend: Resend): Promise<string | null> {
    const { asker, clip, asFile = false } = resend;
    const key = `${chatKey(asker.chat)} ${clip.id} ${asFile ? "file" : "clip"}`;
    if (this.#sending.has(key)) return null;
    this.#sending.add(key);
    return this.#send(id, resend).finally(() => this.#sending.delete(key));
  }

  async #send(id: string, { asker, clip, asFile = false, after, instead }: Resend): Promise<string | null> {
    const photo = await this.context.store.photos.get(clip.photo);
    if (photo === null) return null;
    const port = portOf(this.context, asker.chat);
    const stop = port.busy(asker.chat, "sending");
    try {
      const { locale } = textsOf(asker);
      const user = personKey(asker.chat, asker.from);
      let arrived: string | null = null;
      const onSent = (message: string) => {
        arrived = message;
      };
      const place = placeOfClip(placeOf(asker), after, instead);
      const sending = { place, after, clip, photo, locale, user, asFile, event: id, onSent };
      const refused = await tryToSend(this.context, sending).catch(async (error: unknown) => {
        // Nobody tries again later, and two are better than none.
        if (!(error instanceof ChatError) || !error.doubtful) throw error;
        return tryToSend(this.context, sending);
      });
      if (refused === null) return arrived;
      this.context.log.warn({ event: id, reason: refused.message }, "clip not taken");
      await port.say(placeOf(asker), { text: write(textsOf(asker), refusalOf(refused)) });
      return null;
    } finally {
      stop();
    }
  }
}
