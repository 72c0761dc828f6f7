import type { ClipRecord, Delivery, PhotoRecord } from "../../store/record-types.ts";
import type { ChatEvent, PressEvent, WishEvent } from "../port/chat-event.ts";
import { type ChatRef, chatKey, personKey } from "../port/chat-port.ts";
import { type Choice, decodeAction, FIRST_CHOICE, suited, wished } from "./choice.ts";
import { type Context, listed, portOf } from "./context.ts";
import type { Facts } from "./facts.ts";
import type { InWork } from "./in-work.ts";
import { clipKeyOf } from "./requests.ts";
import { choiceOfClip } from "./sender.ts";
import { sentGesture } from "./sent-gesture.ts";
import type { Talk } from "./talk.ts";

/** Who says something, and where. */
export type Speaker = Pick<ChatEvent, "chat" | "from">;

type Wanted = Pick<Facts, "photo" | "clip" | "working" | "replaceable">;

const NOTHING: Wanted = { photo: null, clip: null, working: false, replaceable: null };

/** Finds out what `reduce` must know of an event. */
export class FactFinder {
  constructor(
    private readonly context: Context,
    private readonly inWork: InWork,
    private readonly talk: Talk,
  ) {}

  /** All that is known when an event comes in. */
  async gather(event: ChatEvent): Promise<Facts> {
    const { chat, from } = event;
    const delivery = await this.#messageMeant(event);
    const shown =
      delivery === null || delivery.clip === null ? null : await this.context.store.clips.get(delivery.clip);
    const gesture = event.kind === "photo" ? event.wish?.gesture : undefined;
    return {
      admin: this.#isAdmin(event),
      allowed: this.isAllowed(event),
      delivery,
      knowsGesture: gesture === undefined || this.context.gestures.has(gesture),
      choice: null,
      shown,
      latest: event.kind === "wish" && (await this.#isLatest(event.chat, delivery)),
      inPlace: portOf(this.context, chat).inPlace === true,
      talkedAbout: delivery !== null && this.talk.isTalkedAbout(chat, delivery.message, from.id),
      ...(await this.#about(event, delivery, shown)),
    };
  }

  /** Our message that was tapped or answered. What is written in private, in answer to nothing, is about the last one. */
  async #messageMeant(event: ChatEvent): Promise<Delivery | null> {
    const { chat } = event;
    const { deliveries } = this.context.store;
    const message = event.kind === "press" ? event.message : "about" in event ? event.about : undefined;
    if (message !== undefined) return deliveries.find(chat.platform, chatKey(chat), message);
    const isFree = event.kind === "wish" || (event.kind === "other" && event.what === "text");
    // Where a video or a song is handed over by a command, the last clip is meant, whoever asked for it.
    const handedOver = event.kind === "wish" && (event.movement ?? event.music) !== undefined && event.awaited === true;
    return (isFree && !chat.group) || handedOver ? deliveries.newest(chat.platform, chatKey(chat)) : null;
  }

  async #isLatest(chat: ChatRef, delivery: Delivery | null): Promise<boolean> {
    const newest = await this.context.store.deliveries.newest(chat.platform, chatKey(chat));
    return newest !== null && newest.message === delivery?.message;
  }

  async #about(event: ChatEvent, delivery: Delivery | null, clip: ClipRecord | null): Promise<Partial<Facts> & Wanted> {
    if (event.kind === "press") return this.#wanted(event);
    const photo = delivery === null ? null : await this.context.store.photos.get(delivery.photo);
    if (event.kind === "wish") return this.#wished(event, photo, clip);
    return { ...NOTHING, photo, clip };
  }

  #isAdmin({ chat, from }: Speaker): boolean {
    return listed(this.context.policy.admins, chat.platform, from.id);
  }

  /** Whether the operator lets this chat or person use the bot. */
  isAllowed({ chat, from }: Speaker): boolean {
    if (this.#isAdmin({ chat, from })) return true;
    const { allowedChats } = this.context.policy;
    const { guarded = false } = portOf(this.context, chat);
    const about = guarded ? allowedChats.filter((id) => id.startsWith(`${chat.platform}:`)) : allowedChats;
    if (about.length === 0) return true;
    const ids = [chat.id, from.id, ...(chat.server === undefined ? [] : [chat.server])];
    return ids.some((id) => listed(about, chat.platform, id));
  }

  /** What somebody's words ask for: their photo as it was shown last, changed as they say. */
  async #wished(
    event: WishEvent,
    shown: PhotoRecord | null,
    clip: ClipRecord | null,
  ): Promise<Pick<Facts, "choice"> & Wanted> {
    const { chat, from } = event;
    const isFree = event.about === undefined && !chat.group;
    const inWork = isFree ? this.inWork.newest(chatKey(chat), personKey(chat, from)) : null;
    const photo = inWork === null ? shown : await this.context.store.photos.get(inWork.photo);
    if (photo === null) return { ...NOTHING, choice: null };
    const first = { ...FIRST_CHOICE, photo: photo.id, face: photo.prominent ?? 1 };
    const before = inWork ?? (clip === null ? first : choiceOfClip(clip));
    const face = event.wish.face ?? before.face;
    const wish = { ...event.wish, ...sentGesture(event) };
    const choice = { photo: photo.id, face, ...wished(this.#suited(before, photo, face), wish) };
    return { ...(await this.#state(event, choice)), photo, choice };
  }

  /** What another face does not do well is not asked of it, unless somebody says so. */
  #suited(before: Choice, { faces }: PhotoRecord, face: Choice["face"]): Choice {
    if (face === "all") return before;
    const other = faces?.find(({ index }) => index === face);
    return { ...before, ...suited(before, other, this.context.gestures) };
  }

  async #wanted(event: PressEvent): Promise<Wanted> {
    const action = decodeAction(event.data);
    if (action === null || action.kind === "cancel" || action.kind === "tryExample") return NOTHING;
    if (!("choice" in action)) {
      return { ...NOTHING, photo: await this.context.store.photos.get(action.photo) };
    }
    const { choice } = action;
    const photo = await this.context.store.photos.get(choice.photo);
    return { ...(await this.#state(event, choice)), photo };
  }

  /** How far what somebody asks for has got. */
  async #state(event: PressEvent | WishEvent, choice: Choice): Promise<Omit<Wanted, "photo">> {
    const clip = await this.context.store.clips.find(clipKeyOf(this.context, event, choice));
    const chat = chatKey(event.chat);
    const replaceable = this.inWork.replaceable(chat, personKey(event.chat, event.from), choice.photo);
    return { clip, working: this.inWork.find(chat, choice) !== null, replaceable };
  }
}
