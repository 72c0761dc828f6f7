import type { Message } from "@grammyjs/types";
import type { Clock } from "../../clock.ts";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import {
  type Activity,
  type Change,
  ChatError,
  type ChatPort,
  type ChatRef,
  type ClipShape,
  type FileRef,
  type Keyboard,
  type MessageRef,
  type OutgoingClip,
  type OutgoingText,
  type Place,
  type SentClip,
  type ShapedClip,
} from "../port/chat-port.ts";
import type { DownloadLimits } from "../port/fetch-file.ts";
import type { CallOptions, Params, TelegramApi, Upload } from "./api.ts";
import { downloadFile, type FileSource } from "./download.ts";
import { Guests, guestIn } from "./guests.ts";
import { type ButtonManners, layOut } from "./keyboard.ts";
import type { Destination } from "./rate-limits.ts";
import { TelegramRefusal, unlessSame } from "./refusals.ts";
import { SHAPES, sendShaped } from "./shapes.ts";
import { filmTypeOf, measuresOf, sentClip, UPLOAD_TIMEOUT_MS, upload } from "./uploads.ts";

/** A photo's mark and the chat's activity say enough for so long. */
const SILENT_MS = 2000;
const SEEN = { type: "emoji", emoji: "👀" } as const;
/** Telegram shows an activity for 5 s at most. */
const ACTIVITY_EVERY_MS = 4000;
/** Bots may send files of 50 MB. */
const MAX_CLIP_BYTES = 50 * 1024 * 1024;
/** What a Bot API server of one's own may send us; larger pictures are reduced before they are looked at. */
const MAX_OWN_SERVER_BYTES = 200_000_000;

const ACTIONS = { looking: "typing", rendering: "record_video", sending: "upload_video" } as const satisfies Record<
  Activity,
  Params<"sendChatAction">["action"]
>;

/** Speaks to people in Telegram. */
export class TelegramPort implements ChatPort {
  readonly platform = "telegram";
  readonly maxClipBytes = MAX_CLIP_BYTES;
  readonly maxPhotoBytes: number;
  readonly replaces = true;
  readonly inPlace = true;
  readonly folds = "menus";
  readonly silentMs = SILENT_MS;
  /** As old servers have it, until it is known how this one is. */
  manners: ButtonManners = { coloured: false, shares: true };
  /** Our name there, without the @. */
  username = "";
  /** Chats in which the server has refused to show something to one person only. */
  readonly #loud = new Set<string>();
  readonly #api: TelegramApi;
  readonly #guests: Guests;
  readonly #clock: Clock;

  constructor(private readonly source: FileSource) {
    this.#api = source.api;
    this.#guests = new Guests(source.api, () => this.username);
    this.#clock = source.clock;
    this.maxPhotoBytes = source.ownServer ? MAX_OWN_SERVER_BYTES : MAX_PHOTO_BYTES;
  }

  async say(place: Place, { text, keyboard, onlyFor }: OutgoingText): Promise<MessageRef> {
    const guest = guestIn(place.chat);
    if (guest !== null) return this.#guests.say(place.chat, guest, text);
    const message = {
      ...addressOf(place),
      text,
      link_preview_options: { is_disabled: true },
      ...(keyboard === undefined || keyboard.length === 0 ? {} : this.#markup(keyboard)),
    };
    const to = destination(place.chat);
    const sent =
      (place.chat.group && onlyFor !== undefined ? await this.#whisper(message, onlyFor, to) : null) ??
      (await this.#api.call("sendMessage", message, { to }));
    return refTo(place.chat, sent);
  }

  /**
   * Says something to one person in a group. Null where that cannot be: the server does not know how, or they wrote too long ago. A
   * server that is too old says it to everybody.
   */
  async #whisper(message: Params<"sendMessage">, to: string, destined: Destination): Promise<Message | null> {
    // Whoever speaks in a group's name is nobody to whom one could.
    if (this.#loud.has(destined.chat) || Number(to) < 0) return null;
    try {
      const ephemeral_message_parameters = { receiver_user_id: Number(to) };
      return await this.#api.call("sendMessage", { ...message, ephemeral_message_parameters }, { to: destined });
    } catch (error) {
      if (!(error instanceof TelegramRefusal) || error.code === "unreachable") throw error;
      if (error.code === "refused" && !error.isTooLate) this.#loud.add(destined.chat);
      return null;
    }
  }

  async edit(message: MessageRef, change: Change): Promise<void> {
    if (guestIn(message.chat) !== null) return this.#guests.edit(message, change);
    const { text, captioned, keyboard, mayDrop = false } = change;
    const target = { ...targetOf(message), ...(keyboard === undefined ? {} : this.#markup(keyboard)) };
    const to = destination(message.chat);
    const options = { to, mayDrop };
    await unlessSame(async () => {
      if (text === undefined) await this.#api.call("editMessageReplyMarkup", target, { to });
      else if (captioned === true) await this.#api.call("editMessageCaption", { ...target, caption: text }, options);
      else await this.#api.call("editMessageText", { ...target, text }, options);
    });
  }

  #markup(keyboard: Keyboard) {
    return { reply_markup: layOut(keyboard, this.manners) };
  }

  async remove(message: MessageRef): Promise<void> {
    if (guestIn(message.chat) !== null) throw new ChatError("forbidden", "guests cannot delete what they said");
    try {
      await this.#api.call("deleteMessage", targetOf(message));
    } catch (error) {
      if (!(error instanceof ChatError) || error.code !== "noMessage") throw error;
    }
  }

  async sendClip(place: Place, clip: OutgoingClip): Promise<SentClip> {
    const guest = guestIn(place.chat);
    if (guest !== null) return this.#guests.sendClip(place.chat, guest, clip);
    if (place.instead !== undefined) {
      const taken = await this.#putInPlace({ chat: place.chat, id: place.instead }, clip);
      if (taken !== null) return taken;
    }
    return this.#sendNew(place, clip);
  }

  /** Puts a clip where another message is. Null where that cannot be: the message is gone, or the server is too old for it. */
  async #putInPlace(message: MessageRef, clip: OutgoingClip): Promise<SentClip | null> {
    const { content, caption, keyboard = [] } = clip;
    const media = {
      type: clip.asFile === true ? ("document" as const) : filmTypeOf(clip),
      media: fileOf(content),
      caption,
      ...(clip.asFile === true ? {} : measuresOf(clip)),
      ...thumbnailOf(content),
    };
    const sent = await this.#replace(message, { media, ...this.#markup(keyboard) });
    if (sent === null) return null;
    return typeof sent === "object" ? sentClip(message, sent) : { message };
  }

  async #replace(message: MessageRef, what: Omit<Params<"editMessageMedia">, "chat_id" | "message_id">) {
    try {
      const params = { ...targetOf(message), ...what } as Params<"editMessageMedia">;
      return await this.#api.call("editMessageMedia", params, {
        to: destination(message.chat),
        timeoutMs: UPLOAD_TIMEOUT_MS,
      });
    } catch (error) {
      if (error instanceof TelegramRefusal && error.isUnchanged) return true;
      if (error instanceof ChatError && (error.code === "noMessage" || error.code === "refused")) return null;
      throw error;
    }
  }

  async #sendNew(place: Place, clip: OutgoingClip): Promise<SentClip> {
    const { content, caption, keyboard } = clip;
    const file = fileOf(content);
    const common = {
      ...addressOf(place),
      caption,
      ...thumbnailOf(content),
      ...(keyboard === undefined ? {} : this.#markup(keyboard)),
    };
    const options = { to: destination(place.chat), timeoutMs: UPLOAD_TIMEOUT_MS, once: true };
    const sent = await this.#sendAs(clip, file, common, options);
    return sentClip(refTo(place.chat, sent), sent);
  }

  async #sendAs(
    clip: OutgoingClip,
    file: string | Upload,
    common: Pick<Params<"sendDocument">, "chat_id" | "caption" | "thumbnail" | "reply_markup">,
    options: CallOptions & { mayDrop?: false },
  ): Promise<Message> {
    if (clip.asFile === true) {
      const document = { document: file, disable_content_type_detection: true };
      return this.#api.call("sendDocument", { ...common, ...document }, options);
    }
    const measures = measuresOf(clip);
    return clip.sounds === true
      ? this.#api.call("sendVideo", { ...common, video: file, supports_streaming: true, ...measures }, options)
      : this.#api.call("sendAnimation", { ...common, animation: file, ...measures }, options);
  }

  get shapes(): readonly ClipShape[] {
    return this.#api.knows("sendLivePhoto") ? SHAPES : SHAPES.filter((shape) => shape !== "live");
  }

  async sendShaped(place: Place, clip: ShapedClip): Promise<SentClip> {
    const sent = await sendShaped(this.#api, { ...addressOf(place), clip }, destination(place.chat));
    return sentClip(refTo(place.chat, sent), sent);
  }

  async sendPicture(place: Place, jpeg: Uint8Array, caption: string, keyboard: Keyboard = []): Promise<MessageRef> {
    const markup = keyboard.length === 0 ? {} : this.#markup(keyboard);
    if (place.instead !== undefined) {
      const message = { chat: place.chat, id: place.instead };
      const media = { type: "photo" as const, media: upload(jpeg, "faces.jpg"), caption };
      if ((await this.#replace(message, { media, ...markup })) !== null) return message;
    }
    const sent = await this.#api.call(
      "sendPhoto",
      { ...addressOf(place), photo: upload(jpeg, "faces.jpg"), caption, ...markup },
      { to: destination(place.chat), timeoutMs: UPLOAD_TIMEOUT_MS, once: true },
    );
    return refTo(place.chat, sent);
  }

  async react(message: MessageRef, seen: boolean): Promise<boolean> {
    if (guestIn(message.chat) !== null) return false;
    const reaction = seen ? [SEEN] : [];
    return this.#api
      .call("setMessageReaction", { ...targetOf(message), reaction }, { tries: 2, timeoutMs: 5000 })
      .catch(() => false);
  }

  busy(chat: ChatRef, activity: Activity): () => void {
    if (guestIn(chat) !== null) return () => undefined;
    let callOff = (): void => undefined;
    const show = (): void => {
      const params = { chat_id: chat.id, action: ACTIONS[activity], ...threadOf(chat) };
      void this.#api.call("sendChatAction", params, { mayDrop: true, tries: 1 }).catch(() => undefined);
      callOff = this.#clock.after(ACTIVITY_EVERY_MS, show);
    };
    show();
    return () => callOff();
  }

  async answer(press: string, notice?: string): Promise<void> {
    const text = notice === undefined ? {} : { text: notice };
    await this.#api
      .call("answerCallbackQuery", { callback_query_id: press, ...text }, { tries: 2, timeoutMs: 10_000 })
      .catch(() => undefined);
  }

  async download(file: FileRef, limits: DownloadLimits): Promise<Uint8Array> {
    return downloadFile(this.source, file, limits);
  }
}

/** Where a message goes, and what it answers (if that is still there). */
function addressOf({ chat, replyTo }: Place) {
  const reply = { message_id: Number(replyTo), allow_sending_without_reply: true };
  return {
    chat_id: chat.id,
    ...threadOf(chat),
    ...(replyTo === undefined ? {} : { reply_parameters: reply }),
  };
}

function targetOf({ chat, id }: MessageRef) {
  return { chat_id: chat.id, message_id: Number(id) };
}

/** Telegram's own copy of a clip, or its bytes. */
function fileOf(content: OutgoingClip["content"]): string | Upload {
  return "sent" in content ? content.sent : upload(content.mp4, "keepsake.mp4");
}

function thumbnailOf(content: OutgoingClip["content"]) {
  if ("sent" in content || content.thumbnail === undefined) return {};
  return { thumbnail: upload(content.thumbnail, "thumbnail.jpg") };
}

function threadOf({ thread }: ChatRef) {
  return thread === undefined ? {} : { message_thread_id: Number(thread) };
}

function destination({ id, group }: ChatRef): Destination {
  return { chat: id, group };
}

/** Where a message is: in the chat that Telegram names, which is another one if the group has become a supergroup meanwhile. */
function refTo(chat: ChatRef, sent: Pick<Message, "message_id" | "chat">): MessageRef {
  return { chat: { ...chat, id: String(sent.chat.id) }, id: String(sent.message_id) };
}
