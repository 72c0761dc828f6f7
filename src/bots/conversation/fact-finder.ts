import type { ClipRecord, Delivery } from "../../store/store.ts";
import { type ChatEvent, chatKey, personKey } from "../port/chat-port.ts";
import { decodeAction } from "./choice.ts";
import { type Context, listed, portOf } from "./context.ts";
import type { InWork } from "./in-work.ts";
import type { Facts } from "./reduce.ts";
import { clipKeyOf } from "./requests.ts";
import type { Talk } from "./talk.ts";

/** Who says something, and where. */
export type Speaker = Pick<ChatEvent, "chat" | "from">;

type Wanted = Pick<Facts, "photo" | "clip" | "working" | "replaceable">;

/** Finds out what `reduce` must know of an event. */
export class FactFinder {
  constructor(
    private readonly context: Context,
    private readonly inWork: InWork,
    private readonly talk: Talk,
  ) {}

  /** All that is known when an event comes in. */
  async gather(event: ChatEvent): Promise<Facts> {
    const { chat } = event;
    const admin = this.#isAdmin(event);
    const message = event.kind === "press" ? event.message : event.kind === "command" ? event.about : undefined;
    const delivery =
      message === undefined ? null : await this.context.store.deliveries.find(chat.platform, chatKey(chat), message);
    const shown = await this.#shownBy(delivery);
    const wanted = event.kind === "press" ? await this.#wanted(event) : await this.#about(delivery, shown);
    const gesture = event.kind === "photo" ? event.gesture : undefined;
    const knowsGesture = gesture !== undefined && this.context.gestures.has(gesture);
    const inPlace = portOf(this.context, chat).inPlace === true;
    const talkedAbout = message !== undefined && this.talk.isTalkedAbout(chat, message, event.from.id);
    return { admin, allowed: this.isAllowed(event), delivery, shown, knowsGesture, inPlace, talkedAbout, ...wanted };
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

  async #shownBy(delivery: Delivery | null): Promise<ClipRecord | null> {
    return delivery === null || delivery.clip === null ? null : this.context.store.clips.get(delivery.clip);
  }

  async #about(delivery: Delivery | null, clip: ClipRecord | null): Promise<Wanted> {
    const photo = delivery === null ? null : await this.context.store.photos.get(delivery.photo);
    return { photo, clip, working: false, replaceable: null };
  }

  async #wanted(event: Extract<ChatEvent, { kind: "press" }>): Promise<Wanted> {
    const action = decodeAction(event.data);
    const nothing = { photo: null, clip: null, working: false, replaceable: null };
    if (action === null || action.kind === "cancel") return nothing;
    if (action.kind === "deleteReported") {
      return { ...nothing, photo: await this.context.store.photos.get(action.photo) };
    }
    const { choice } = action;
    const photo = await this.context.store.photos.get(choice.photo);
    const clip = await this.context.store.clips.find(clipKeyOf(this.context, event, choice));
    const chat = chatKey(event.chat);
    const replaceable = this.inWork.replaceable(chat, personKey(event.chat, event.from), choice.photo);
    return { photo, clip, working: this.inWork.find(chat, choice) !== null, replaceable };
  }
}
