import type { Message } from "@grammyjs/types";
import type { Clock } from "../../clock.ts";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import {
  type Activity,
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
} from "../port/chat-port.ts";
import type { DownloadLimits } from "../port/fetch-file.ts";
import type { Params, TelegramApi, Upload } from "./api.ts";
import { downloadFile, type FileSource } from "./download.ts";
import { layOut } from "./keyboard.ts";
import { TelegramRefusal } from "./refusals.ts";

/** Telegram shows an activity for 5 s at most. */
const ACTIVITY_EVERY_MS = 4000;
const UPLOAD_TIMEOUT_MS = 120_000;
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
  readonly #api: TelegramApi;
  readonly #clock: Clock;

  constructor(private readonly source: FileSource) {
    this.#api = source.api;
    this.#clock = source.clock;
    this.maxPhotoBytes = source.ownServer ? MAX_OWN_SERVER_BYTES : MAX_PHOTO_BYTES;
  }

  async say(place: Place, { text, keyboard }: OutgoingText): Promise<MessageRef> {
    const sent = await this.#api.call(
      "sendMessage",
      {
        ...addressOf(place),
        text,
        link_preview_options: { is_disabled: true },
        ...(keyboard === undefined || keyboard.length === 0 ? {} : { reply_markup: layOut(keyboard) }),
      },
      { to: destination(place.chat) },
    );
    return refTo(place.chat, sent);
  }

  async edit(message: MessageRef, { text, keyboard, mayDrop = false }: Change): Promise<void> {
    const target = { chat_id: message.chat.id, message_id: Number(message.id) };
    const markup = keyboard === undefined ? {} : { reply_markup: layOut(keyboard) };
    const options = { to: destination(message.chat) };
    try {
      if (text === undefined) await this.#api.call("editMessageReplyMarkup", { ...target, ...markup }, options);
      else if (mayDrop)
        await this.#api.call("editMessageText", { ...target, ...markup, text }, { ...options, mayDrop });
      else await this.#api.call("editMessageText", { ...target, ...markup, text }, options);
    } catch (error) {
      if (!(error instanceof TelegramRefusal) || !error.isUnchanged) throw error;
    }
  }

  async remove(message: MessageRef): Promise<void> {
    try {
      await this.#api.call("deleteMessage", { chat_id: message.chat.id, message_id: Number(message.id) });
    } catch (error) {
      if (!(error instanceof ChatError) || error.code !== "noMessage") throw error;
    }
  }

  async sendClip(place: Place, clip: OutgoingClip): Promise<SentClip> {
    const { content, caption, keyboard } = clip;
    const file = "sent" in content ? content.sent : upload(content.mp4, "keepsake.mp4");
    const thumbnail =
      "sent" in content || content.thumbnail === undefined
        ? {}
        : { thumbnail: upload(content.thumbnail, "thumbnail.jpg") };
    const common = {
      ...addressOf(place),
      caption,
      ...thumbnail,
      ...(keyboard === undefined ? {} : { reply_markup: layOut(keyboard) }),
    };
    const options = { to: destination(place.chat), timeoutMs: UPLOAD_TIMEOUT_MS, once: true };
    const sent =
      clip.asFile === true
        ? await this.#api.call(
            "sendDocument",
            { ...common, document: file, disable_content_type_detection: true },
            options,
          )
        : await this.#api.call("sendAnimation", { ...common, animation: file, ...shape(clip) }, options);
    const id = fileIdOf(sent);
    return { message: refTo(place.chat, sent), ...(id === undefined ? {} : { sent: id }) };
  }

  async sendPicture(place: Place, jpeg: Uint8Array, caption: string, keyboard: Keyboard = []): Promise<MessageRef> {
    const markup = keyboard.length === 0 ? {} : { reply_markup: layOut(keyboard) };
    const sent = await this.#api.call(
      "sendPhoto",
      { ...addressOf(place), photo: upload(jpeg, "faces.jpg"), caption, ...markup },
      { to: destination(place.chat), timeoutMs: UPLOAD_TIMEOUT_MS, once: true },
    );
    return refTo(place.chat, sent);
  }

  busy(chat: ChatRef, activity: Activity): () => void {
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

function threadOf({ thread }: ChatRef) {
  return thread === undefined ? {} : { message_thread_id: Number(thread) };
}

function destination({ id, group }: ChatRef) {
  return { chat: id, group };
}

/** Where a message is: in the chat that Telegram names, which is another one if the group has become a supergroup meanwhile. */
function refTo(chat: ChatRef, sent: Pick<Message, "message_id" | "chat">): MessageRef {
  return { chat: { ...chat, id: String(sent.chat.id) }, id: String(sent.message_id) };
}

function upload(bytes: Uint8Array, filename: string): Upload {
  return { source: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), filename };
}

function shape({ width, height, seconds }: OutgoingClip) {
  return { width, height, duration: Math.round(seconds) };
}

/** Telegram may file a clip under another kind than we sent it as. */
function fileIdOf(sent: Message): string | undefined {
  return (sent.animation ?? sent.document ?? sent.video)?.file_id;
}
