import { localeOf } from "../../texts/locales.ts";
import { type Text, type Texts, textsFor, write } from "../../texts/texts.ts";
import { chatKey, type Keyboard, type MessageRef, type Place, personKey } from "../port/chat-port.ts";
import type { Address } from "./address.ts";
import { isWanted } from "./arrivals.ts";
import { noteConsentTold } from "./consent.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Asker, ClipWish } from "./effects.ts";
import { InTurn } from "./in-turn.ts";
import { cancelKeyboard } from "./keyboard.ts";
import { keyboardFor } from "./menus.ts";
import { notesOf, statusMessage } from "./notes.ts";
import { makingRoom, type Predecessor } from "./predecessor.ts";
import type { SeenMarks } from "./seen-marks.ts";
import { explainMove, placeOf } from "./sender.ts";
import type { StatusBoard } from "./status-board.ts";

/** Gives the first sign that a wish was heard, and opens the line that tells how it is getting on. */
export class Greetings {
  /** First signs come in the order in which the photos did, also where one says more than the others. */
  readonly #turns = new InTurn();

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
    private readonly marks: SeenMarks,
  ) {}

  /**
   * Greets: with a word, or where that is enough with a mark on the photo. `told` is the message that told of it before a restart.
   * Resolves with false when it is not wanted any more by then.
   */
  async greet(id: string, wish: ClipWish, told: MessageRef | null): Promise<boolean> {
    const { chat, from } = wish.asker;
    const turn = `${chatKey(chat)} ${personKey(chat, from)}`;
    const isSilent = portOf(this.context, chat).silentMs !== undefined;
    if (told === null && !isSilent) return this.#turns.take(turn, async () => this.#say(id, wish));
    this.#open(id, wish, told);
    if (told === null) this.#mark(id, wish);
    return true;
  }

  /** Tells of a job again that an earlier process has put in line. */
  async takeUp(id: string, locale: string, address: Address): Promise<void> {
    const { chat, after } = address;
    const texts = textsFor(localeOf(locale), chat.platform);
    const told = statusMessage(chat, notesOf(await this.context.journal.get(id)));
    this.#track(id, { place: placeOf(address), texts, after }, told, null);
  }

  async #say(id: string, wish: ClipWish): Promise<boolean> {
    const { asker } = wish;
    if (!(await this.#tellConsent(id, asker))) return false;
    const told = { place: placeOf(asker), texts: textsOf(asker) };
    const text = firstWord(wish);
    const keyboard = this.#inWork(wish, told.texts);
    const words = { text: write(told.texts, text), means: text, ...(keyboard && { keyboard }) };
    const message = await portOf(this.context, asker.chat).say(told.place, words);
    this.#track(id, { ...told, keyboard }, message, text);
    await this.#noteSaid(id, told, message);
    return true;
  }

  #open(id: string, { asker, after }: ClipWish, told: MessageRef | null): void {
    this.#track(id, { place: placeOf(asker), texts: textsOf(asker), after }, told, null);
  }

  /** People see that their photo was seen by a mark on it; where that cannot be, they are told at once. */
  #mark(id: string, wish: ClipWish): void {
    const { asker, of } = wish;
    this.board.show(id, firstWord(wish), "looking");
    if (!("shared" in of)) return;
    void this.marks.put({ chat: asker.chat, id: of.shared.message }).then((marked) => {
      if (marked === false) this.board.breakSilence(id);
    });
  }

  #track(id: string, told: Told, message: MessageRef | null, text: Text | null): void {
    const { place, texts, after } = told;
    const { chat } = place;
    const port = portOf(this.context, chat);
    // The message that makes room for the clip tells of it from the beginning.
    const room = makingRoom(after);
    const known = message ?? (room === null ? null : { chat, id: room.message });
    const onSaid = async (said: MessageRef): Promise<void> => this.#noteSaid(id, told, said);
    // Whoever waits in silence can also let go of it.
    const keyboard = told.keyboard ?? (port.silentMs === undefined ? undefined : cancelKeyboard(texts));
    const captioned = message === null && room !== null && room.clip !== null;
    this.board.track(id, {
      port,
      texts,
      place,
      message: known,
      captioned,
      text,
      onSaid,
      ...(keyboard && { keyboard }),
    });
  }

  /** Where controls are drawn they show what is in work as soon as it is asked for, with a way to let go of it. */
  #inWork({ asker, of, ...wish }: ClipWish, texts: Texts): Keyboard | undefined {
    const port = portOf(this.context, asker.chat);
    if (port.folds !== "controls") return undefined;
    const cancel = cancelKeyboard(texts);
    if (!("photo" in of) || wish.face === null) return cancel;
    const choice = { ...wish, photo: of.photo.id, face: wish.face };
    const shown = { choice, faces: of.photo.faces ?? [], clip: null, enhanced: false };
    return [...cancel, ...keyboardFor(port, "clip", shown, { gestures: this.context.gestures, texts })];
  }

  /** What everybody should know, on first use. False when it is not wanted by then. */
  async #tellConsent(id: string, { chat, from }: Asker): Promise<boolean> {
    if (!(await isWanted(this.context, id))) return false;
    if (!(await noteConsentTold(this.context, chat, personKey(chat, from)))) return true;
    if (portOf(this.context, chat).tellsFirst === true) return true;
    await portOf(this.context, chat).say({ chat }, { text: textsOf({ chat, from }).say("consent") });
    return isWanted(this.context, id);
  }

  async #noteSaid(
    id: string,
    { place: { chat: asked }, texts }: Told,
    { chat, id: status }: MessageRef,
  ): Promise<void> {
    const elsewhere = chatKey(chat) === chatKey(asked) ? {} : { statusIn: chat };
    await this.context.journal.note(id, { status, ...elsewhere });
    await explainMove(portOf(this.context, chat), asked, chat, texts);
  }
}

/** Where somebody is told how their wish is getting on, and in which language. */
interface Told {
  readonly place: Place;
  readonly texts: Texts;
  readonly after?: Predecessor | undefined;
  /** The buttons that stay under what is said. */
  readonly keyboard?: Keyboard | undefined;
}

function firstWord({ of }: ClipWish): Text {
  return { key: "photo" in of ? "status-wanted" : "status-seen", params: {} };
}
