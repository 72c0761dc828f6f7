import { MAX_VIDEO_BYTES } from "../../pipeline/motion/movement.ts";
import { type Keeping, MOST_MOVEMENTS } from "../../store/movements.ts";
import { type Text, write } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { personKey } from "../port/chat-port.ts";
import { Places } from "../port/places.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { ClipWish, Effect } from "./effects.ts";
import { movementName } from "./movement-name.ts";
import { placeOf } from "./sender.ts";
import { fetchSent } from "./sent-file.ts";
import type { StatusBoard } from "./status-board.ts";

/** Videos that are in memory at once. One of each person, so that nobody waits for another's second one. */
const ON_THEIR_WAY = { all: 2, each: 1 };
/** The name under which is noted that somebody was told what happens to their videos. */
const TOLD = "movement";
/** Has movements measured in people's videos, and keeps them for those who want them again. The videos are not kept. */
export class MovementDesk {
  readonly #places = new Places(ON_THEIR_WAY);
  /** What stops the measuring for a wish, by its journal entry. */
  readonly #underWay = new Map<string, AbortController>();

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
  ) {}

  /**
   * Sees to it that the movement of a wish is known, unless it is called off. `id` is the wish's journal entry. Throws `UserError` for a video that is of no use, and `SentNotFetched`
   * or `ChatError` for one that cannot be had.
   */
  async learn(id: string, wish: ClipWish): Promise<void> {
    const { movement: video, gesture, asker } = wish;
    if (video === undefined) return;
    const { movements } = this.context.store;
    if ((await movements.get(gesture)) !== null) return;
    const owner = personKey(asker.chat, asker.from);
    const calling = new AbortController();
    const { signal } = calling;
    this.#underWay.set(id, calling);
    const leave = await this.#places.take(owner);
    try {
      if (signal.aborted || (await this.context.journal.get(id)) === null) return;
      await this.#tellOnce(wish);
      this.board.show(id, { key: "status-measuring", params: {} }, "looking");
      const limits = {
        maxBytes: MAX_VIDEO_BYTES,
        tooLarge: "videoTooLarge",
        notFetched: "movement-not-fetched",
      } as const;
      const bytes = await fetchSent(portOf(this.context, asker.chat), video, limits);
      signal.throwIfAborted();
      const movement = await this.context.studio.measure(bytes, { signal });
      // Their asking to be forgotten comes first.
      if ((await this.context.journal.get(id)) !== null) await movements.put({ gesture, owner, movement });
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#underWay.delete(id);
      leave();
    }
  }

  /** Stops the measuring for a wish that nobody has any more; its place is free for the next one. */
  callOff(id: string): void {
    this.#underWay.get(id)?.abort(new Error("the wish was withdrawn"));
  }

  /** Keeps the movement of a clip for whoever sent the video. */
  async keep(event: ChatEvent, effect: Extract<Effect, { do: "keepMovement" }>): Promise<void> {
    const { gesture, place, press } = effect;
    const { movements } = this.context.store;
    const owner = personKey(event.chat, event.from);
    const texts = textsOf(event);
    const kept = await movements.keptOf(owner);
    const given = movementName(effect.title);
    const title =
      given ??
      kept.find((one) => one.gesture === gesture)?.title ??
      freeName(kept, (number) => texts.say("movement-number", { number }));
    const text = keepingText(await movements.keep(gesture, owner, title), title, given !== null);
    const port = portOf(this.context, event.chat);
    if (press === undefined) await port.say(place, { text: write(texts, text), onlyFor: event.from.id });
    else await port.answer(press, write(texts, text));
  }

  /** Deletes a movement that somebody keeps. */
  async drop(event: ChatEvent, { press, gesture }: Extract<Effect, { do: "dropMovement" }>): Promise<void> {
    const dropped = await this.context.store.movements.drop(gesture, personKey(event.chat, event.from));
    const key = dropped ? "movement-dropped" : "movement-gone";
    await portOf(this.context, event.chat).answer(press, textsOf(event).say(key));
  }

  /** What happens to a video is told before somebody's first one is fetched. */
  async #tellOnce({ asker }: ClipWish): Promise<void> {
    const { chat, from } = asker;
    if (!(await this.context.store.settings.claim(personKey(chat, from), TOLD))) return;
    const words = { text: textsOf(asker).say("movement-first"), onlyFor: from.id };
    await portOf(this.context, chat).say(placeOf(asker), words);
  }
}

function keepingText(came: Keeping, title: string, named: boolean): Text {
  if (came === "kept") return { key: named ? "movement-named" : "movement-kept", params: { title } };
  if (came === "full") return { key: "movement-full", params: { limit: MOST_MOVEMENTS } };
  return { key: came === "gone" ? "movement-gone" : "movement-not-yours", params: {} };
}

/** The first of the numbered names that is not taken. */
function freeName(kept: readonly { readonly title: string }[], nameOf: (number: number) => string): string {
  for (let number = 1; ; number++) if (kept.every(({ title }) => title !== nameOf(number))) return nameOf(number);
}
