import type { Delivery, PhotoRecord } from "../../store/store.ts";
import { ENGLISH } from "../../texts/locales.ts";
import { type Text, textsFor, write } from "../../texts/texts.ts";
import { ChatError, type ChatEvent, type ChatRef, chatKey, type Place, personKey } from "../port/chat-port.ts";
import { type Context, idsOn, portOf, textsOf } from "./context.ts";
import type { Effect } from "./effects.ts";
import { notesSchema } from "./event-schema.ts";
import { clipKeyboard, deleteKeyboard, facesKeyboard, reportKeyboard } from "./keyboard.ts";
import type { LeftOvers } from "./left-over.ts";
import { Reports } from "./reports.ts";
import type { Requests } from "./requests.ts";
import type { Resends } from "./resends.ts";

/** Whether somebody else will close the journal's entry: a clip was asked for and is on its way. */
export type Outcome = "answered" | "onItsWay";

/** Does what was decided about an event. Throws `ChatError` when the platform would not have it. */
export class EffectRunner {
  readonly #reports: Reports;

  constructor(
    private readonly context: Context,
    private readonly requests: Requests,
    private readonly leftOvers: LeftOvers,
    private readonly resends: Resends,
  ) {
    this.#reports = new Reports(() => context.clock.now());
  }

  async run(event: ChatEvent, effects: readonly Effect[]): Promise<Outcome> {
    let outcome: Outcome = "answered";
    for (const effect of effects) {
      if (effect.do === "make") {
        await this.requests.make(event.id, effect.wish);
        outcome = "onItsWay";
      } else if (effect.do === "refuseChat") outcome = await this.#refuseChat(event, effect.place);
      else await this.#perform(event, effect);
    }
    return outcome;
  }

  async #perform(event: ChatEvent, effect: Exclude<Effect, { do: "make" | "refuseChat" }>): Promise<void> {
    const port = portOf(this.context, event.chat);
    const texts = textsOf(event);
    switch (effect.do) {
      case "say":
        await port.say(effect.place, { text: write(texts, effect.text) });
        return;
      case "notice":
        await port.answer(effect.press, effect.text && write(texts, effect.text), effect.passing);
        return;
      case "privacy":
        return this.#tellPrivacy(event, effect.place);
      case "offerWishes":
        return this.#offerWishes(event, effect.place);
      case "resend":
        return this.resends.send(event.id, effect.asker, effect.clip, effect.asFile);
      case "buttons":
        return this.#changeButtons(event, effect);
      case "deletePhoto":
        return this.#deletePhoto(event, effect.photo);
      case "deleteClip":
        return this.#deleteClip(event, effect.delivery);
      case "forget":
        return this.#forget(event, effect.place);
      case "report":
        return this.#report(event, effect);
      case "replace":
        return this.requests.replace(effect.job);
      case "move":
        return this.context.store.moveChat(chatKey(event.chat), chatKey(effect.to));
      case "withdraw":
        return this.#withdraw(event);
    }
  }

  async #tellPrivacy(event: ChatEvent, place: Place): Promise<void> {
    const { policy } = this.context;
    const texts = textsOf(event);
    const operator =
      policy.operatorContact === undefined
        ? texts.say("privacy-no-contact")
        : texts.say("privacy-contact", { contact: policy.operatorContact });
    const text = `${texts.say("privacy", { hours: policy.retentionHours })}\n\n${operator}`;
    await portOf(this.context, event.chat).say(place, { text });
  }

  async #offerWishes(event: ChatEvent, place: Place): Promise<void> {
    const texts = textsOf(event);
    const titles = this.context.gestures.names.map((name) => this.context.gestures.title(name, texts.locale));
    const text = texts.say("wish-unclear", { gestures: titles.join(" · ") });
    await portOf(this.context, event.chat).say(place, { text });
  }

  /** Says once per chat that the bot is not for everyone; a stranger's group is not to be filled with refusals. */
  async #refuseChat(event: ChatEvent, place: Place): Promise<Outcome> {
    const { id, chat, from } = event;
    const first = await this.context.store.settings.claim(chatKey(chat), "refused");
    if (!first && chat.group && event.awaited !== true) return "answered";
    const why: Text = { key: "not-allowed", params: { chat: chat.id } };
    if (event.kind === "photo" && event.album !== undefined) {
      this.leftOvers.add({ id, asker: { from, ...place }, why }, event.album);
      return "onItsWay";
    }
    await portOf(this.context, chat).say(place, { text: write(textsOf(event), why) });
    return "answered";
  }

  async #changeButtons(event: ChatEvent, effect: Extract<Effect, { do: "buttons" }>): Promise<void> {
    const { choice, photo, show, message } = effect;
    const texts = textsOf(event);
    const { chat } = message;
    const delivery = await this.context.store.deliveries.find(chat.platform, chatKey(chat), message.id);
    const clip = typeof delivery?.clip === "string" ? await this.context.store.clips.get(delivery.clip) : null;
    const faces = photo.faces ?? [];
    const shown = { choice, faces, clip: clip?.id ?? null, enhanced: clip?.enhanced ?? false };
    const labels = { gestures: this.context.gestures, texts };
    const page = typeof show === "string" ? undefined : show.page;
    const keyboard =
      show === "delete"
        ? deleteKeyboard(choice, texts)
        : delivery?.clip === null
          ? facesKeyboard(choice, faces, labels, page)
          : clipKeyboard(shown, labels, page);
    await portOf(this.context, chat).edit(message, { keyboard });
  }

  async #deletePhoto(event: ChatEvent, photo: PhotoRecord): Promise<void> {
    const { store, queue } = this.context;
    // In one turn, so that no message of it is noted in between.
    const [said] = await Promise.all([
      store.deliveries.ofPhoto(photo.id),
      store.photos.delete(photo.id),
      queue.cancel({ photo: photo.id }),
    ]);
    await this.#unsayAloud(event, said);
  }

  async #deleteClip(event: ChatEvent, delivery: Delivery): Promise<void> {
    await this.context.store.deliveries.remove(delivery.platform, delivery.chat, delivery.message);
    if (delivery.clip !== null) await this.context.store.clips.release(delivery.clip);
    await this.#unsayAloud(event, [delivery]);
  }

  async #forget(event: ChatEvent, place: Place): Promise<void> {
    const person = personKey(event.chat, event.from);
    const { journal, store } = this.context;
    const before = notesSchema.parse((await journal.get(event.id))?.notes ?? {}).unsaid ?? [];
    const known = before.concat(await store.deliveries.ofUser(person));
    // A process that ends in the middle goes on with it at the next start.
    await journal.note(event.id, { unsaid: known });
    // In one turn: what comes in afterwards is served, and what is still under way finds that nobody waits for it.
    const [, late, removed] = await Promise.all([
      journal.forget(person, event.id),
      store.deliveries.ofUser(person),
      this.context.forget(person),
    ]);
    this.#reports.forget(person);
    const texts = textsOf(event);
    const port = portOf(this.context, event.chat);
    await port.clear?.(event.chat);
    let left = 0;
    try {
      await port.say(place, { text: texts.say("forget-done", { photos: removed.photos }) });
    } finally {
      // Whether they can be told or not.
      left = await this.#unsay(event, merged(known, late));
    }
    if (left > 0) await port.say(place, { text: texts.say("forget-also", { left }) });
  }

  /** Removes our messages from their chats, and says if some stay. */
  async #unsayAloud(event: ChatEvent, said: readonly Delivery[]): Promise<void> {
    const left = await this.#unsay(event, said);
    if (left === 0) return;
    await portOf(this.context, event.chat).say(
      { chat: event.chat },
      { text: textsOf(event).say("forget-also", { left }) },
    );
  }

  /** Removes our messages from their chats; resolves with how many could not be removed. */
  async #unsay(event: ChatEvent, said: readonly Delivery[]): Promise<number> {
    let left = 0;
    for (const delivery of said) {
      const ref = delivery.chat === chatKey(event.chat) ? event.chat : referTo(delivery);
      if (!this.context.ports.has(ref.platform)) continue;
      await portOf(this.context, ref)
        .remove({ chat: ref, id: delivery.message })
        .catch(() => {
          left += 1;
        });
    }
    return left;
  }

  async #report(event: ChatEvent, { place, message, photo }: Extract<Effect, { do: "report" }>): Promise<void> {
    const { policy, log } = this.context;
    const texts = textsOf(event);
    const { chat } = event;
    const verdict = this.#reports.take(personKey(chat, event.from), `${chatKey(chat)} ${message}`);
    if (verdict.kind !== "taken") {
      const text =
        verdict.kind === "again" ? texts.say("report-again") : texts.say("report-enough", { minutes: verdict.minutes });
      await portOf(this.context, chat).say(place, { text });
      return;
    }
    log.warn({ event: event.id, photo }, "a clip was reported");
    const told = await this.#tellAdmins(event.chat, message, photo);
    const contact = policy.operatorContact;
    const thanks = told
      ? texts.say("report-thanks")
      : contact === undefined
        ? texts.say("report-noted")
        : texts.say("report-contact", { contact });
    await portOf(this.context, event.chat).say(place, { text: thanks });
  }

  /** Writes to the operators on the platform where the report was made; false when that reached none of them. */
  async #tellAdmins(chat: ChatRef, message: string, photo: string | null): Promise<boolean> {
    const texts = textsFor(ENGLISH, chat.platform);
    const where = { chat: chat.id, message };
    const text =
      photo === null ? texts.say("report-operator-unknown", where) : texts.say("report-operator", { ...where, photo });
    let told = false;
    for (const id of idsOn(this.context.policy.admins, chat.platform)) {
      const keyboard = photo === null ? [] : reportKeyboard(photo, texts);
      await portOf(this.context, chat)
        .say({ chat: { platform: chat.platform, id, group: false } }, { text, keyboard })
        .then(() => {
          told = true;
        })
        .catch((error: unknown) => {
          if (!(error instanceof ChatError)) throw error;
          this.context.log.warn({ reason: error.message }, "a report did not reach an operator");
        });
    }
    return told;
  }

  /** Somebody blocked the bot: what they asked for here is not made any more; their groups still hear us. */
  async #withdraw(event: ChatEvent): Promise<void> {
    if (event.chat.group) return;
    await this.context.queue.cancel({ chat: chatKey(event.chat) });
  }
}

/** Each message once. */
function merged(one: readonly Delivery[], other: readonly Delivery[]): readonly Delivery[] {
  const key = ({ platform, chat, message }: Delivery): string => `${platform} ${chat} ${message}`;
  return [...new Map([...one, ...other].map((delivery) => [key(delivery), delivery])).values()];
}

/** The chat that a delivery's key names; a private one has its person's. */
function referTo({ platform, chat, user }: Delivery): ChatRef {
  return { platform, id: chat.slice(platform.length + 1), group: chat !== user };
}
