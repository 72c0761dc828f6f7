import type { PhotoRecord } from "../../store/record-types.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { ChatError, chatKey, idIn, type Place, personKey } from "../port/chat-port.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Effect } from "./effects.ts";
import { restoreKeyboard } from "./keyboard.ts";
import { tellOperators } from "./operators.ts";
import { contactLine } from "./privacy.ts";
import { Takedowns } from "./takedowns.ts";
import { unsayAloud } from "./unsaying.ts";

/**
 * Takes down what shows somebody who does not want that. Nobody has to prove that it is them: it goes at once, only where they see
 * it, a few times a day at most; and whoever sent it can turn to the operator, who can allow it again.
 */
export class TakedownDesk {
  readonly #takedowns: Takedowns;

  constructor(private readonly context: Context) {
    this.#takedowns = new Takedowns(() => context.clock.now());
  }

  /** Forgets who had what taken down. */
  forget(person: string): void {
    this.#takedowns.forget(person);
  }

  async take(event: ChatEvent, { press, photo, place }: Extract<Effect, { do: "takeDown" }>): Promise<void> {
    const { store, log } = this.context;
    const port = portOf(this.context, event.chat);
    const texts = textsOf(event);
    if (!this.#takedowns.take(personKey(event.chat, event.from), chatKey(event.chat))) {
      return port.answer(press, texts.say("press-take-down-enough"));
    }
    // First, so that what is on its way finds it.
    await store.photos.setTakenDown(photo.id, true);
    await port.answer(press, texts.say("press-taken-down"));
    log.warn({ event: event.id, photo: photo.id }, "somebody had a photo's clips taken down");
    const shown = (await store.deliveries.ofPhoto(photo.id)).filter(({ chat }) => chat === chatKey(event.chat));
    for (const { platform, chat, message } of shown) await store.deliveries.remove(platform, chat, message);
    await unsayAloud(this.context, event, shown);
    const text = { key: "take-down-operator", params: { chat: event.chat.id, photo: photo.id } } as const;
    await tellOperators(this.context, event.chat, text, (own) => restoreKeyboard(photo.id, own));
    await this.#tellSender(event, photo, place);
  }

  /** In private, where the platform lets us; else in answer to the photo. Who wanted it is nobody's business. */
  async #tellSender(event: ChatEvent, { owner, platform }: PhotoRecord, place: Place): Promise<void> {
    const texts = textsOf(event);
    const text = `${texts.say("take-down-sender")}\n\n${contactLine(this.context, texts)}`;
    const port = portOf(this.context, event.chat);
    for (const where of [{ chat: { platform, id: idIn(owner), group: false } }, place]) {
      try {
        await port.say(where, { text });
        return;
      } catch (error) {
        if (!(error instanceof ChatError)) throw error;
        this.context.log.info({ reason: error.message }, "could not tell the sender there");
      }
    }
  }
}
