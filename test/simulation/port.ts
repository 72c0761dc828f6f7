import {
  type Change,
  ChatError,
  type ChatPort,
  type ChatRef,
  type FileRef,
  type Keyboard,
  type MessageRef,
  type OutgoingClip,
  type OutgoingText,
  type Place,
  type SentClip,
  type ShapedClip,
} from "../../src/bots/port/chat-port.ts";
import { Dead, type Life } from "./life.ts";
import { bytesOf } from "./picture.ts";
import type { Posted, Shown, SimulatedPlatform } from "./platform.ts";
import type { Timeline } from "./timeline.ts";

/** How long a port tries to reach a platform that is down. */
const TRIES_FOR_MS = 10_000;

export interface PortParts {
  readonly platform: SimulatedPlatform;
  readonly life: Life;
  readonly timeline: Timeline;
  readonly tell: (what: string) => void;
  /** A platform has taken a clip; `answerLost` when its caller does not hear of that. */
  readonly onClip: (life: Life, shown: Shown, answerLost: boolean) => void;
}

/** How one process speaks to a simulated platform. Also what a process says just before it dies may arrive. */
export class SimulatedPort implements ChatPort {
  readonly platform: string;
  readonly maxClipBytes = 50 * 1024 * 1024;
  readonly maxPhotoBytes = 20_000_000;
  readonly editEveryMs?: number;
  readonly replaces?: boolean;
  readonly inPlace?: boolean;
  readonly folds?: NonNullable<ChatPort["folds"]>;
  readonly loops?: NonNullable<ChatPort["loops"]>;
  readonly shapes?: NonNullable<ChatPort["shapes"]>;
  readonly sendShaped?: NonNullable<ChatPort["sendShaped"]>;
  readonly silentMs?: number;
  readonly react?: (message: MessageRef, seen: boolean) => Promise<boolean>;
  readonly outline?: () => Promise<void>;
  readonly clear?: (chat: ChatRef) => Promise<void>;
  /** Chats in which the bot is shown to be at work. */
  busyIn = 0;

  constructor(private readonly parts: PortParts) {
    const { profile, name } = parts.platform;
    this.platform = name;
    if (profile.editEveryMs !== undefined) this.editEveryMs = profile.editEveryMs;
    if (profile.replaces) this.replaces = true;
    if (profile.inPlace) this.inPlace = true;
    if (profile.folds !== undefined) this.folds = profile.folds;
    if (profile.loops !== undefined) this.loops = profile.loops;
    if (profile.shapes !== undefined) {
      this.shapes = profile.shapes;
      this.sendShaped = async (place, clip) => this.#sendShaped(place, clip);
    }
    if (profile.silentMs !== undefined) {
      this.silentMs = profile.silentMs;
      this.react = async (message, seen) => this.#mark(message, seen);
    }
    if (profile.ours) {
      this.outline = async () => this.#call("outline", null, () => undefined);
      this.clear = async (chat) => this.#call("clear", chat, () => this.#clear(chat));
    }
  }

  get alive(): boolean {
    return this.parts.life.alive;
  }

  async say(place: Place, { text, keyboard = [] }: OutgoingText): Promise<MessageRef> {
    const shown = await this.#call("say", place.chat, () =>
      this.#show(place, { kind: "text", text, content: null, keyboard }),
    );
    return { chat: place.chat, id: shown.id };
  }

  async edit({ chat, id }: MessageRef, { text, keyboard, captioned = false, mayDrop = false }: Change): Promise<void> {
    const { mood, profile, random } = this.parts.platform;
    await this.#call(mayDrop ? "edit in passing" : "edit", chat, () => {
      const shown = this.#visible(id);
      if (random.chance(mood.refuses)) throw new ChatError("refused", "edit: simulated refusal");
      if (text !== undefined) {
        const isText = shown.kind === "text";
        if (profile.captions && captioned === isText) throw new ChatError("refused", "edit: no such words there");
        shown.text = text;
        if (isText) shown.texts.push(text);
        this.parts.tell(`  ${id} now says: ${firstLine(text)}`);
      }
      // As with Telegram, a change of the text alone takes the buttons away.
      if (keyboard !== undefined || text !== undefined) shown.keyboard = keyboard ?? [];
    });
  }

  async remove({ chat, id }: MessageRef): Promise<void> {
    await this.#call(
      "remove",
      chat,
      () => {
        const shown = this.parts.platform.messages.get(id);
        if (shown === undefined || shown.removed) return;
        const { removableMs = Number.POSITIVE_INFINITY } = this.parts.platform.profile;
        if (this.parts.timeline.now - shown.at > removableMs) {
          shown.stuck = true;
          throw new ChatError("refused", "remove: too old");
        }
        shown.removed = true;
        this.parts.tell(`  ${id} is removed`);
      },
      id,
    );
  }

  async sendClip(place: Place, clip: OutgoingClip): Promise<SentClip> {
    const { platform } = this.parts;
    const shown = await this.#call("sendClip", place.chat, () => {
      if (platform.random.chance(platform.mood.refuses)) throw this.#refusal(clip);
      const content = "sent" in clip.content ? this.#copy(clip.content.sent) : Buffer.from(clip.content.mp4).toString();
      const { caption: text, keyboard = [] } = clip;
      const taken = this.#put(place, { kind: "clip", text, content, keyboard });
      platform.copies.set(`copy-${taken.id}-${taken.clips.length}`, content);
      return taken;
    });
    return { message: { chat: place.chat, id: shown.id }, sent: `copy-${shown.id}-${shown.clips.length}` };
  }

  async sendPicture(place: Place, jpeg: Uint8Array, text: string, keyboard: Keyboard = []): Promise<MessageRef> {
    const content = Buffer.from(jpeg).toString();
    const shown = await this.#call("sendPicture", place.chat, () =>
      this.#put(place, { kind: "picture", text, content, keyboard }),
    );
    return { chat: place.chat, id: shown.id };
  }

  busy(): () => void {
    this.busyIn += 1;
    let over = false;
    return () => {
      if (!over) this.busyIn -= 1;
      over = true;
    };
  }

  async answer(press: string, notice?: string): Promise<void> {
    const { answered } = this.parts.platform;
    await this.#call("answer", null, () => {
      answered.set(press, notice);
    }).catch((error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
    });
  }

  async download({ id }: FileRef): Promise<Uint8Array> {
    return this.#call("download", null, () => {
      const { pictures, fetched } = this.parts.platform;
      const picture = pictures.get(id);
      if (picture === undefined) throw new ChatError("noFile", "download");
      fetched.add(id);
      return bytesOf(picture);
    });
  }

  /** On the way there and on the way back time passes, and the process may die. */
  async #call<T>(what: string, chat: ChatRef | null, carryOut: () => T, about = ""): Promise<T> {
    const { platform, life, timeline, tell } = this.parts;
    const { mood, random } = platform;
    await life.border(`${platform.name} ${what}`);
    const there = random.between(1, mood.slowestMs);
    const back = random.between(1, mood.slowestMs);
    const lost = random.chance(mood.losesAnswers);
    await new Promise<void>((resolve) => timeline.after(there, resolve));
    const stuck = platform.messages.get(about);
    if (mood.down) {
      await life.wait(TRIES_FOR_MS);
      if (stuck !== undefined) stuck.stuck = true;
      throw new ChatError("unreachable", `${what}: simulated outage`);
    }
    if (chat !== null && platform.closed.has(chat.id)) {
      await life.wait(back);
      if (stuck !== undefined) stuck.stuck = true;
      throw new ChatError("gone", `${what}: blocked`);
    }
    const result = await this.#attempt(what, carryOut, back);
    if (isClip(what, result)) this.parts.onClip(life, result, lost);
    await life.wait(back);
    await life.border(`${platform.name} ${what} is done`);
    if (!lost) {
      if (isShown(result)) result.known = true;
      return result;
    }
    tell(`  the answer to ${what} is lost`);
    // What takes another message's place is there once, however often it is tried.
    const doubtful = platform.profile.doubts === true && what.startsWith("send") && isShown(result) && !result.known;
    throw new ChatError("unreachable", `${what}: simulated loss`, { doubtful });
  }

  async #attempt<T>(what: string, carryOut: () => T, back: number): Promise<T> {
    const { platform, life, tell } = this.parts;
    try {
      const result = carryOut();
      tell(`${platform.name} ${what}`);
      return result;
    } catch (error) {
      if (error instanceof Dead) throw error;
      tell(`${platform.name} ${what}: ${error instanceof Error ? error.message : "refused"}`);
      await life.wait(back);
      throw error;
    }
  }

  async #sendShaped(place: Place, { content, shape }: ShapedClip): Promise<SentClip> {
    const { copies } = this.parts.platform;
    const shown = await this.#call("sendShaped", place.chat, () => {
      const bytes = "sent" in content ? this.#copy(content.sent) : Buffer.from(content.bytes).toString();
      const taken = this.#show(place, { kind: "picture", text: "", content: bytes, keyboard: [] });
      copies.set(`copy-${taken.id}-${shape}`, bytes);
      return taken;
    });
    return { message: { chat: place.chat, id: shown.id }, sent: `copy-${shown.id}-${shape}` };
  }

  /** In the place of another message, where it is still there and allows it, or in one of its own. */
  #put(place: Place, message: Pick<Posted, "kind" | "text" | "content" | "keyboard">): Shown {
    const { platform, tell } = this.parts;
    const { profile, mood, random, messages } = platform;
    const room = profile.replaces && place.instead !== undefined ? messages.get(place.instead) : undefined;
    if (room === undefined || room.removed || random.chance(mood.refuses)) return this.#show(place, message);
    platform.become(room, message);
    tell(`  ${room.id} becomes: ${firstLine(message.content ?? "")}`);
    return room;
  }

  async #mark({ chat, id }: MessageRef, seen: boolean): Promise<boolean> {
    const { platform, timeline } = this.parts;
    return this.#call("react", chat, () => {
      const shown = platform.messages.get(id);
      if (shown === undefined || shown.removed || platform.random.chance(platform.mood.refuses)) return false;
      shown.marked = seen;
      if (seen) shown.markedAt ??= timeline.now;
      return true;
    }).catch((error: unknown) => {
      if (!(error instanceof ChatError)) throw error;
      return false;
    });
  }

  #show(place: Place, message: Pick<Posted, "kind" | "text" | "content" | "keyboard">): Shown {
    const shown = this.parts.platform.show({
      ...message,
      chat: place.chat,
      by: null,
      replyTo: place.replyTo ?? null,
    });
    this.parts.tell(
      `  ${shown.id} in ${place.chat.id} to ${shown.replyTo ?? "nobody"}: ${firstLine(shown.content ?? shown.text)}`,
    );
    return shown;
  }

  #visible(id: string): Shown {
    const shown = this.parts.platform.messages.get(id);
    if (shown === undefined || shown.removed) throw new ChatError("noMessage", "edit");
    return shown;
  }

  #copy(id: string): string {
    const { platform } = this.parts;
    const copy = platform.copies.get(id);
    if (copy === undefined || platform.random.chance(platform.mood.refuses)) throw new ChatError("noFile", "sendClip");
    return copy;
  }

  /** Files are refused for reasons of their own. */
  #refusal({ asFile = false }: OutgoingClip): ChatError {
    return new ChatError(asFile ? "forbidden" : "refused", "sendClip: simulated refusal");
  }

  #clear(chat: ChatRef): void {
    for (const shown of this.parts.platform.visibleIn(chat)) shown.removed = true;
  }
}

function isShown(result: unknown): result is Shown {
  return typeof result === "object" && result !== null && "known" in result;
}

function isClip(what: string, result: unknown): result is Shown {
  return what === "sendClip" && result !== undefined;
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
