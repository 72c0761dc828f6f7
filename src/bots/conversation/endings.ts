import { type Text, type Texts, write } from "../../texts/texts.ts";
import type { Keyboard, MessageRef, Place } from "../port/chat-port.ts";
import { isWanted } from "./arrivals.ts";
import { type Context, portOf } from "./context.ts";
import { passing, sayLast } from "./last-word.ts";
import { notesOf, statusMessage } from "./notes.ts";
import { makingRoom, type Predecessor } from "./predecessor.ts";
import type { SeenMarks } from "./seen-marks.ts";
import { movementsOf, underClip } from "./sender.ts";
import type { StatusBoard } from "./status-board.ts";

/** A request that ends. */
export interface Ending {
  /** Its journal entry. */
  readonly id: string;
  /** Who asked for it, as `personKey` makes it. */
  readonly user: string;
  readonly place: Place;
  readonly texts: Texts;
  readonly after?: Predecessor | undefined;
}

/** How requests end: in words, in silence, or with a clip that somebody else has sent. */
export class Endings {
  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
    private readonly marks: SeenMarks,
  ) {}

  /** Lets go of a request; resolves with the message of its own that told of it, or null. */
  async letGo({ id, place, after }: Ending): Promise<MessageRef | null> {
    const told = await this.board.release(id);
    const message = told === undefined ? statusMessage(place.chat, notesOf(await this.context.journal.get(id))) : told;
    return message !== null && after !== undefined && message.id === after.message ? null : message;
  }

  /** Says how it ended: in the message that told of it, or where nothing was said in one of its own. Resolves with that message. */
  async inWords(ending: Ending, means: Text, keyboard: Keyboard = []): Promise<string> {
    const { place, after, texts } = ending;
    const port = portOf(this.context, place.chat);
    const own = await this.letGo(ending);
    const words = own ?? (after !== undefined && after.clip === null ? { chat: place.chat, id: after.message } : null);
    await this.#showAgain(ending);
    this.#unmark(ending);
    const last = { text: write(texts, means), means, keyboard };
    if (words === null) return (await port.say(place, last)).id;
    return sayLast({ port, place, message: words }, last, async () => isWanted(this.context, ending.id));
  }

  /** Nothing more is said, and what was said goes. */
  async inSilence(ending: Ending): Promise<void> {
    await this.#unsay(ending);
    await this.#showAgain(ending);
  }

  /** A clip has come, in a message of this id where it is known; what was said goes unless that became the clip. */
  async withClip(ending: Ending, message: string | null): Promise<void> {
    await this.#unsay(ending, message);
    // Where it could not take the place of the one before, that one loses its buttons to it.
    const room = makingRoom(ending.after);
    if (room !== null && message !== null && message !== room.message) await this.#showAgain(ending, false);
  }

  /** A status message that stays is a pity, and no reason to leave the rest undone. */
  async #unsay(ending: Ending, except: string | null = null): Promise<void> {
    const own = await this.letGo(ending);
    this.#unmark(ending);
    if (own !== null && own.id !== except) await passing(portOf(this.context, own.chat).remove(own));
  }

  /** Under a clip whose place another one should have taken stands what it shows again. */
  async #showAgain({ place, after, texts, user }: Ending, withButtons = true): Promise<void> {
    const room = makingRoom(after);
    if (room === null || room.clip === null) return;
    const { store } = this.context;
    const clip = await store.clips.get(room.clip);
    const photo = clip === null ? null : await store.photos.get(clip.photo);
    if (clip === null || photo === null) return;
    const port = portOf(this.context, place.chat);
    const movements = await movementsOf(this.context, place.chat, user);
    const { text, keyboard } = underClip(this.context, port, { clip, photo, texts, movements });
    const line = { text, keyboard: withButtons ? keyboard : [], captioned: true };
    await passing(port.edit({ chat: place.chat, id: room.message }, line));
  }

  /** The mark that a photo was seen goes when it has been answered. */
  #unmark({ place: { chat, replyTo }, after }: Ending): void {
    if (replyTo === undefined || after !== undefined) return;
    void this.marks.remove({ chat, id: replyTo });
  }
}
