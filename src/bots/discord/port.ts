import { type APIMessage, MessageFlags } from "discord.js";
import type { Clock } from "../../clock.ts";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import {
  type Change,
  ChatError,
  type ChatPort,
  type ChatRef,
  type FileRef,
  type Keyboard,
  type LoopShape,
  type MessageRef,
  type OutgoingClip,
  type OutgoingText,
  type Place,
  type SentClip,
} from "../port/chat-port.ts";
import type { DownloadLimits } from "../port/fetch-file.ts";
import { readThread } from "./address.ts";
import type { Channels } from "./channels.ts";
import { type AttachmentSource, downloadAttachment } from "./download.ts";
import type { Draft, Drafts } from "./drafts.ts";
import type { Exchange, Exchanges } from "./exchanges.ts";
import type { Languages } from "./languages.ts";
import { DiscordRefusal } from "./refusals.ts";
import type { Webhooks } from "./webhooks.ts";

/** That an answer is coming is shown by Discord itself, or by a mark on the photo: this says enough for so long. */
const SILENT_MS = 2000;
/** Discord shows for 10 s that somebody is typing. */
const TYPING_EVERY_MS = 8000;
/** What everybody may upload; an interaction tells if it is more, or less. */
const MAX_CLIP_BYTES = 10 * 1024 * 1024;

export interface PortParts {
  readonly channels: Channels;
  readonly exchanges: Exchanges;
  readonly webhooks: Webhooks;
  readonly attachments: AttachmentSource;
  readonly drafts: Drafts;
  readonly languages: Languages;
  readonly clock: Clock;
}

/**
 * Speaks to people in Discord: as an answer to their interaction while that is possible, else in the channel, else (where the
 * channel is closed to us) to the person alone.
 */
export class DiscordPort implements ChatPort {
  readonly platform = "discord";
  readonly maxClipBytes = MAX_CLIP_BYTES;
  readonly maxPhotoBytes = MAX_PHOTO_BYTES;
  readonly replaces = true;
  readonly inPlace = true;
  readonly folds = "lists";
  readonly silentMs = SILENT_MS;
  readonly loops?: LoopShape;

  constructor(private readonly parts: PortParts) {
    const { loops } = parts.drafts;
    if (loops !== null) this.loops = loops;
  }

  async say(place: Place, { text, keyboard = [] }: OutgoingText): Promise<MessageRef> {
    return this.#send(place, this.parts.drafts.text(text, keyboard));
  }

  async edit(message: MessageRef, { text, keyboard }: Change): Promise<void> {
    const { drafts } = this.parts;
    const body = {
      ...(text === undefined ? {} : drafts.words(text)),
      ...(keyboard === undefined ? {} : drafts.rows(keyboard)),
    };
    const done = await this.#through(message, async (exchange) =>
      this.parts.webhooks.edit(exchange, message.id, { body }),
    );
    if (done === null) await this.parts.channels.edit(message, { body, files: [] });
  }

  async remove(message: MessageRef): Promise<void> {
    const done = await this.#through(message, async (exchange) => this.parts.webhooks.remove(exchange, message.id));
    if (done !== null) return;
    await this.parts.channels.remove(message).catch((error: unknown) => {
      if (!(error instanceof ChatError) || error.code !== "noMessage") throw error;
    });
  }

  async sendClip(place: Place, { content, ...clip }: OutgoingClip): Promise<SentClip> {
    // Discord sends nothing twice from one upload.
    if ("sent" in content) throw new ChatError("noFile", "send: Discord keeps no copies");
    return { message: await this.#send(place, this.parts.drafts.clip(content, clip)) };
  }

  async sendPicture(place: Place, jpeg: Uint8Array, caption: string, keyboard: Keyboard = []): Promise<MessageRef> {
    return this.#send(place, this.parts.drafts.picture(jpeg, caption, keyboard));
  }

  /** An interaction shows by itself that it was heard. */
  async react(message: MessageRef, seen: boolean): Promise<boolean> {
    if ((readThread(message.chat)?.interaction ?? null) !== null) return true;
    return this.parts.channels.react(message, seen).then(
      () => true,
      () => false,
    );
  }

  forget(person: string): void {
    this.parts.languages.forget(person);
    this.parts.channels.forget(person);
  }

  busy(chat: ChatRef): () => void {
    let callOff = (): void => undefined;
    const show = async (): Promise<void> => {
      callOff = this.parts.clock.after(TYPING_EVERY_MS, () => void show());
      // An interaction shows by itself that it is being worked on.
      if ((await this.parts.exchanges.of(chat)) === null) await this.parts.channels.type(chat).catch(() => undefined);
    };
    void show();
    return () => callOff();
  }

  async answer(press: string, notice?: string, passing = false): Promise<void> {
    const exchange = await this.parts.exchanges.find(press);
    if (exchange === null || passing) return;
    await this.#notify(exchange, notice).catch(() => undefined);
  }

  /** Where a reply was promised to a tap, the notice is that reply; without a notice there is none. */
  async #notify(exchange: Exchange, notice: string | undefined): Promise<void> {
    const { webhooks, drafts } = this.parts;
    if (notice === undefined) {
      if (exchange.promised) await webhooks.remove(exchange, "@original");
    } else if (exchange.promised) await this.#keepPromise(exchange, drafts.text(notice, []));
    else await webhooks.add(exchange, { body: { ...drafts.words(notice), flags: MessageFlags.Ephemeral } });
  }

  async download(file: FileRef, limits: DownloadLimits): Promise<Uint8Array> {
    return downloadAttachment(this.parts.attachments, file, limits);
  }

  async #send(place: Place, draft: Draft): Promise<MessageRef> {
    const { chat } = place;
    const sent = await this.#through({ chat, id: "" }, async (exchange) => this.#answer(exchange, place, draft));
    if (sent !== null) return { chat, id: sent.id };
    return (await this.#putInPlace(place, draft)) ?? this.#post(place, draft);
  }

  /**
   * Puts a message where another one is, without an interaction. Null where there is none, or that cannot be. Whoever has waited
   * until their interaction was over is told so by a new message, for changes make no sound.
   */
  async #putInPlace({ chat, instead }: Place, draft: Draft): Promise<MessageRef | null> {
    const asked = readThread(chat);
    if (instead === undefined || asked?.alone === true) return null;
    if (chat.group && asked !== null && asked.interaction !== null) return null;
    const message = { chat, id: instead };
    try {
      await this.parts.channels.edit(message, draft);
      return message;
    } catch (error) {
      if (!isElsewhere(error)) throw error;
      return null;
    }
  }

  async #post(place: Place, draft: Draft): Promise<MessageRef> {
    const { chat } = place;
    const asked = readThread(chat);
    if (!chat.group || asked === null) return this.parts.channels.post(place, draft);
    const direct = { chat: { platform: "discord", id: asked.user, group: false, thread: asked.user } } as const;
    if (asked.alone) return this.parts.channels.post(direct, draft);
    try {
      return await this.parts.channels.post(place, draft);
    } catch (error) {
      if (!isClosed(error)) throw error;
      // If that is closed, too, what matters is why the channel was.
      return this.parts.channels.post(direct, draft).catch(() => {
        throw error;
      });
    }
  }

  /** Answers an interaction: in the place of the status message, in that of the promised reply, or with a further message. */
  async #answer(exchange: Exchange, { instead }: Place, draft: Draft): Promise<APIMessage> {
    const { webhooks } = this.parts;
    try {
      if (instead !== undefined) return await webhooks.edit(exchange, instead, draft);
      if (exchange.promised) return await this.#keepPromise(exchange, draft);
    } catch (error) {
      // Somebody has deleted it meanwhile.
      if (!(error instanceof ChatError) || error.code !== "noMessage") throw error;
    }
    return webhooks.add(exchange, draft);
  }

  /** Writes the promised reply. It stays promised as long as Discord has not taken it, and nobody else writes it meanwhile. */
  async #keepPromise(exchange: Exchange, draft: Draft): Promise<APIMessage> {
    exchange.promised = false;
    try {
      return await this.parts.webhooks.edit(exchange, "@original", draft);
    } catch (error) {
      exchange.promised = !(error instanceof ChatError) || error.code !== "noMessage";
      throw error;
    }
  }

  /** Does something with a chat's interaction. Null when there is none (any more), or it does not know the message. */
  async #through<T>({ chat }: MessageRef, work: (exchange: Exchange) => Promise<T>): Promise<T | null> {
    const exchange = await this.parts.exchanges.of(chat);
    if (exchange === null) return null;
    try {
      return await work(exchange);
    } catch (error) {
      if (error instanceof DiscordRefusal && error.isOver) this.parts.exchanges.end(exchange.id);
      else if (!isElsewhere(error)) throw error;
      return null;
    }
  }
}

/** The channel does not let us speak, or not in this way. */
function isClosed(error: unknown): boolean {
  return error instanceof ChatError && (error.code === "gone" || error.code === "forbidden");
}

/** What an interaction may not do, its channel may still allow. */
function isElsewhere(error: unknown): boolean {
  return isClosed(error) || (error instanceof ChatError && error.code === "noMessage");
}
