import { type Text, write } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { ChatError, type OutgoingText } from "../port/chat-port.ts";
import { isWanted } from "./arrivals.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Speaker } from "./fact-finder.ts";
import { sayLast } from "./last-word.ts";
import { notesOf, statusMessage } from "./notes.ts";
import { placeOf } from "./sender.ts";
import type { StatusBoard } from "./status-board.ts";

/** As much of an event as is needed to answer it. */
export interface Heard extends Speaker, Pick<ChatEvent, "id" | "kind"> {
  /** The message that an answer answers, where there is one. */
  readonly replyTo?: string;
  /** It must be done, however long that cannot be: its person wants to be forgotten. */
  readonly must?: true;
}

/** What of an event is needed to answer it. */
export function heard(event: ChatEvent): Heard {
  const replyTo = threadOf(event);
  const { id, kind, chat, from } = event;
  const must = event.kind === "command" && event.name === "forget";
  return { id, kind, chat, from, ...(replyTo === undefined ? {} : { replyTo }), ...(must ? { must } : {}) };
}

function threadOf(event: ChatEvent): string | undefined {
  switch (event.kind) {
    case "photo":
      return event.photo.message;
    case "press":
      return event.about ?? event.message;
    case "wish":
    case "command":
    case "other":
      return event.message;
    case "moved":
    case "gone":
      return undefined;
  }
}

/** Says that something went wrong on our side, and what comes of it, in answer to what was asked. */
export class Apologies {
  /** Events to which was said that nothing can be written down just now. */
  readonly #unheard = new Set<string>();

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
  ) {}

  /** An event cannot be written down. Said once, however often its platform tells of it. Never rejects. */
  async sayUnheard(event: ChatEvent): Promise<void> {
    if (this.#unheard.has(event.id)) return;
    this.#unheard.add(event.id);
    const asked = heard(event);
    await this.#saying(asked, async (words) => {
      const port = portOf(this.context, event.chat);
      await (event.kind === "press" ? port.answer(event.press, words.text) : port.say(placeOf(asked), words));
    });
  }

  /** Events can be written down again. */
  canHear(): void {
    this.#unheard.clear();
  }

  /**
   * An event has failed: its status message, where there is one, becomes the apology. False where its platform cannot be reached.
   * Never rejects.
   */
  async say(asked: Heard): Promise<boolean> {
    const told = await this.board.release(asked.id);
    return this.#saying(asked, async (words) => {
      const noted = statusMessage(asked.chat, notesOf(await this.context.journal.get(asked.id)));
      // What tells of a tap may be the clip under which it was made: that one stays.
      const message = (asked.kind === "photo" ? told : null) ?? noted;
      const port = portOf(this.context, asked.chat);
      const place = placeOf(asked);
      await (message === null
        ? port.say(place, words)
        : sayLast({ port, place, message }, words, async () => isWanted(this.context, asked.id)));
    });
  }

  async #saying(asked: Heard, say: (words: OutgoingText) => Promise<unknown>): Promise<boolean> {
    if (asked.kind === "gone" || asked.kind === "moved") return true;
    try {
      const means: Text = { key: asked.must === true ? "forget-later" : "error-bug", params: {} };
      await say({ text: write(textsOf(asked), means), means });
    } catch (error) {
      const reason = error instanceof ChatError ? { reason: error.message } : { err: error };
      this.context.log.warn({ event: asked.id, ...reason }, "could not apologise");
      return !(error instanceof ChatError) || error.code !== "unreachable" || error.doubtful;
    }
    return true;
  }
}
