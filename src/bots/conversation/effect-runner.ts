import type { Delivery, PhotoRecord } from "../../store/record-types.ts";
import { type Text, type Texts, write } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { chatKey, type Keyboard, type Place, personKey } from "../port/chat-port.ts";
import type { Choice } from "./choice.ts";
import { noteConsentTold } from "./consent.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Effect, Question } from "./effects.ts";
import { eventSchema } from "./event-schema.ts";
import { Examples } from "./examples.ts";
import type { FaceStrips } from "./face-strips.ts";
import { Forgetting } from "./forgetting.ts";
import { deleteKeyboard, facesKeyboard, takeDownKeyboard } from "./keyboard.ts";
import type { LeftOvers } from "./left-over.ts";
import { facesMenuFor, keyboardFor } from "./menus.ts";
import type { MovementDesk } from "./movement-desk.ts";
import { privacyText } from "./privacy.ts";
import { ReportDesk } from "./report-desk.ts";
import type { Requests } from "./requests.ts";
import type { Resends } from "./resends.ts";
import { Saving } from "./saving.ts";
import { captionOf, movementsOf } from "./sender.ts";
import type { StatusBoard } from "./status-board.ts";
import { TakedownDesk } from "./takedown-desk.ts";
import type { Talk } from "./talk.ts";
import { unsayAloud } from "./unsaying.ts";
import { Verifying } from "./verifying.ts";

/** Whether somebody else will close the journal's entry: a clip was asked for and is on its way. */
export type Outcome = "answered" | "onItsWay";

/** What effects go through. */
export interface RunnerParts {
  readonly board: StatusBoard;
  readonly requests: Requests;
  readonly leftOvers: LeftOvers;
  readonly resends: Resends;
  readonly strips: FaceStrips;
  readonly talk: Talk;
  readonly movements: MovementDesk;
}

/** Does what was decided about an event. Throws `ChatError` when the platform would not have it. */
export class EffectRunner {
  readonly #reports: ReportDesk;
  readonly #takedowns: TakedownDesk;
  readonly #saving: Saving;
  readonly #verifying: Verifying;
  readonly #examples: Examples;
  readonly #forgetting: Forgetting;

  constructor(
    private readonly context: Context,
    private readonly parts: RunnerParts,
  ) {
    this.#reports = new ReportDesk(context);
    this.#takedowns = new TakedownDesk(context);
    this.#saving = new Saving(context);
    this.#verifying = new Verifying(context);
    this.#examples = new Examples(context);
    this.#forgetting = new Forgetting(context, [this.#reports, this.#takedowns, parts.talk]);
  }

  async run(event: ChatEvent, effects: readonly Effect[]): Promise<Outcome> {
    let outcome: Outcome = "answered";
    for (const effect of effects) {
      if (effect.do === "make") {
        await this.parts.requests.make(event.id, effect.wish);
        outcome = "onItsWay";
      } else if (effect.do === "tryExample") {
        const wish = await this.#examples.wishOf(effect.asker);
        if (wish === null) continue;
        await this.parts.requests.make(event.id, wish);
        outcome = "onItsWay";
      } else if (effect.do === "refuseChat") outcome = await this.#refuseChat(event, effect.place);
      else await this.#perform(event, effect);
    }
    return outcome;
  }

  async #perform(
    event: ChatEvent,
    effect: Exclude<Effect, { do: "make" | "tryExample" | "refuseChat" }>,
  ): Promise<void> {
    const port = portOf(this.context, event.chat);
    const texts = textsOf(event);
    switch (effect.do) {
      case "say":
        await port.say(effect.place, { text: write(texts, effect.text), means: effect.text, onlyFor: event.from.id });
        return;
      case "notice":
        await port.answer(effect.press, effect.text && write(texts, effect.text), effect.passing);
        return;
      case "start":
        return this.#start(event, effect.place);
      case "privacy":
        return this.#tellPrivacy(event, effect.place);
      case "offerWishes":
        return this.#offerWishes(event, effect.place);
      case "resend":
        await this.parts.resends.send(event.id, effect);
        return;
      case "buttons":
        return this.#changeButtons(event, effect);
      case "faces":
        return this.#showFaces(event, effect);
      case "cancel":
        return this.#cancel(event, effect);
      case "deletePhoto":
        return this.#deletePhoto(event, effect.photo);
      case "deleteClip":
        return this.#deleteClip(event, effect.delivery);
      case "save":
        return this.#saving.save(event, effect);
      case "takeDown":
        return this.#takedowns.take(event, effect);
      case "restore":
        return this.context.store.photos.setTakenDown(effect.photo.id, false);
      case "forget":
        return this.#forgetting.forget(event, effect.place);
      case "report":
        return this.#reports.take(event, effect);
      case "verify":
        return this.#verifying.answer(event, effect);
      case "keepMovement":
        return this.parts.movements.keep(event, effect);
      case "dropMovement":
        return this.parts.movements.drop(event, effect);
      case "replace":
        return this.parts.requests.replace(effect.job);
      case "move":
        return this.context.store.moveChat(chatKey(event.chat), chatKey(effect.to));
      case "withdraw":
        return this.#withdraw(event);
    }
  }

  /** The first words in private. Where nothing is said before a clip, they hold what everybody should know of clips, and show one. */
  async #start(event: ChatEvent, place: Place): Promise<void> {
    const port = portOf(this.context, event.chat);
    const texts = textsOf(event);
    if (port.silentMs === undefined) {
      await port.say(place, { text: texts.say("start") });
      return;
    }
    await this.#examples.show(port, place, texts);
    await noteConsentTold(this.context, event.chat, personKey(event.chat, event.from));
  }

  async #tellPrivacy(event: ChatEvent, place: Place): Promise<void> {
    await portOf(this.context, event.chat).say(place, {
      text: privacyText(this.context, textsOf(event)),
      onlyFor: event.from.id,
    });
  }

  async #offerWishes(event: ChatEvent, place: Place): Promise<void> {
    const texts = textsOf(event);
    const titles = this.context.gestures.names.map((name) => this.context.gestures.title(name, texts.locale));
    const text = texts.say("wish-unclear", { gestures: titles.join(" · ") });
    await portOf(this.context, event.chat).say(place, { text, onlyFor: event.from.id });
  }

  /** Says once per chat that the bot is not for everyone; a stranger's group is not to be filled with refusals. */
  async #refuseChat(event: ChatEvent, place: Place): Promise<Outcome> {
    const { id, chat, from } = event;
    const first = await this.context.store.settings.claim(chatKey(chat), "refused");
    if (!first && chat.group && event.awaited !== true) return "answered";
    const why: Text = { key: "not-allowed", params: { chat: chat.id } };
    if (event.kind === "photo" && event.album !== undefined) {
      this.parts.leftOvers.add({ id, asker: { from, ...place }, why }, event.album);
      return "onItsWay";
    }
    await portOf(this.context, chat).say(place, { text: write(textsOf(event), why) });
    return "answered";
  }

  async #changeButtons(event: ChatEvent, effect: Extract<Effect, { do: "buttons" }>): Promise<void> {
    const { choice, photo, show, message, clip, facesOnly } = effect;
    const texts = textsOf(event);
    const port = portOf(this.context, message.chat);
    if (show === "delete" || show === "takeDown") {
      await port.edit(message, { ...question(show, choice, texts), captioned: true });
      return;
    }
    const faces = photo.faces ?? [];
    const strange = event.chat.group && photo.owner !== personKey(event.chat, event.from);
    // What can be made is asked for only where it is offered: the first answer takes a while.
    const shapes = show === "saveAs" ? await this.#saving.shapesOf(choice, port) : port.shapes;
    const facts = { clip: clip?.id ?? null, enhanced: clip?.enhanced ?? false, strange };
    const movements = await movementsOf(this.context, event.chat, personKey(event.chat, event.from));
    const shown = { choice, faces, movements, ...facts, ...(shapes === undefined ? {} : { shapes }) };
    const labels = { gestures: this.context.gestures, texts };
    const page = typeof show === "string" ? undefined : show.page;
    const keyboard = facesOnly ? facesKeyboard(choice, faces, labels, page) : keyboardFor(port, show, shown, labels);
    const line = show === "clip" && clip !== null ? { text: captionOf(this.context, clip, faces, texts) } : {};
    await port.edit(message, { keyboard, ...line, captioned: true });
  }

  /** The faces with their numbers take the clip's place; where they cannot be drawn, their buttons stand under the clip. */
  async #showFaces(event: ChatEvent, { choice, photo, message }: Extract<Effect, { do: "faces" }>): Promise<void> {
    const texts = textsOf(event);
    const port = portOf(this.context, message.chat);
    const faces = photo.faces ?? [];
    const shown = { choice, faces, clip: null, enhanced: false };
    const keyboard = facesMenuFor(port, shown, { gestures: this.context.gestures, texts });
    const strip = await this.parts.strips.draw(photo, personKey(event.chat, event.from));
    if (strip === null) return port.edit(message, { keyboard });
    const text = texts.say("choose-face");
    await port.sendPicture({ chat: message.chat, instead: message.id }, strip, text, keyboard);
  }

  /** Withdraws what a message tells of, for whoever asked for it. */
  async #cancel(event: ChatEvent, { press, message }: Extract<Effect, { do: "cancel" }>): Promise<void> {
    const port = portOf(this.context, event.chat);
    const texts = textsOf(event);
    const request = this.parts.board.requestOf({ chat: event.chat, id: message });
    const asked =
      request === null ? undefined : eventSchema.safeParse((await this.context.journal.get(request))?.event).data;
    if (request === null || asked === undefined) return port.answer(press, texts.say("press-cancel-late"));
    if (asked.from.id !== event.from.id && event.from.moderator !== true) {
      return port.answer(press, texts.say("press-cancel-not-yours"));
    }
    await this.parts.requests.withdraw(request);
    await port.answer(press, texts.say("press-cancelled"), true);
  }

  async #deletePhoto(event: ChatEvent, photo: PhotoRecord): Promise<void> {
    const { store, queue } = this.context;
    // In one turn, so that no message of it is noted in between.
    const [said] = await Promise.all([
      store.deliveries.ofPhoto(photo.id),
      store.photos.delete(photo.id),
      queue.photoDeleted(photo.id, personKey(event.chat, event.from)),
    ]);
    await unsayAloud(this.context, event, said);
  }

  async #deleteClip(event: ChatEvent, delivery: Delivery): Promise<void> {
    await this.context.store.deliveries.remove(delivery.platform, delivery.chat, delivery.message);
    if (delivery.clip !== null) await this.context.store.clips.release(delivery.clip);
    await unsayAloud(this.context, event, [delivery]);
  }

  /** Somebody blocked the bot: what they asked for here is not made any more; their groups still hear us. */
  async #withdraw(event: ChatEvent): Promise<void> {
    if (event.chat.group) return;
    await this.context.queue.cancel({ chat: chatKey(event.chat) });
  }
}

/** What is asked before something is done, and the answers. */
function question(
  about: Question,
  choice: Choice,
  texts: Texts,
): { readonly text: string; readonly keyboard: Keyboard } {
  return about === "delete"
    ? { text: texts.say("press-delete-ask"), keyboard: deleteKeyboard(choice, texts) }
    : { text: texts.say("press-take-down-ask"), keyboard: takeDownKeyboard(choice, texts) };
}
