import type { InputMediaAnimation, InputMediaVideo } from "@grammyjs/types";
import { localeOf } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import {
  type Change,
  ChatError,
  type ChatRef,
  type MessageRef,
  type OutgoingClip,
  type SentClip,
} from "../port/chat-port.ts";
import { keepNewest } from "../port/keep-newest.ts";
import type { TelegramApi } from "./api.ts";
import { inlineClip } from "./inline-clip.ts";
import { unlessSame } from "./refusals.ts";
import { fileIdOf, filmTypeOf, measuresOf, UPLOAD_TIMEOUT_MS, upload } from "./uploads.ts";

/**
 * Chats in which the bot is a guest: somebody named it there in answer to a photo. It may say one thing, once, and change that;
 * it can neither delete it nor upload anything into it, and hears of nothing else there.
 */

/** Who called us, and the one question that we may answer. */
export interface Guest {
  readonly query: string;
  readonly caller: string;
  readonly language?: string | undefined;
}

const MARK = "guest";
const PART = " ";

/** A chat with id of its own kind, because it need not be the one that has this id for us. */
export function guestChat(id: number, { query, caller, language = "" }: Guest): ChatRef {
  const thread = [MARK, query, caller, language].join(PART);
  return { platform: "telegram", id: `${MARK}${id}`, group: true, thread };
}

/** Null for a chat in which the bot is more than a guest. */
export function guestIn({ thread }: ChatRef): Guest | null {
  const [mark, query, caller, language] = thread?.split(PART) ?? [];
  if (mark !== MARK || query === undefined || caller === undefined) return null;
  return { query, caller, ...(language === "" ? {} : { language }) };
}

/** How many answers are remembered; whoever asks anew gets a new one. */
const REMEMBERED = 1000;

/** What is said as a guest. */
export class Guests {
  /** What has been said: the inline message of each question. */
  readonly #answers = new Map<string, string>();

  constructor(
    private readonly api: TelegramApi,
    private readonly username: () => string,
  ) {}

  /** Says something in answer; what is said after that takes its place. */
  async say(chat: ChatRef, guest: Guest, text: string): Promise<MessageRef> {
    const known = this.#answers.get(guest.query);
    if (known === undefined) {
      const input_message_content = { message_text: text, link_preview_options: { is_disabled: true } };
      return this.#answer(chat, guest, { type: "article", id: "word", title: "Keepsake", input_message_content });
    }
    const message = { chat, id: known };
    // The clip is there already, and what it says is under it.
    await this.edit(message, { text }).catch((error: unknown) => {
      if (!(error instanceof ChatError) || error.code === "unreachable") throw error;
    });
    return message;
  }

  /** Changes what was said; buttons there are none. */
  async edit({ id }: MessageRef, { text, captioned }: Change): Promise<void> {
    if (text === undefined) return;
    await unlessSame(async () => {
      if (captioned === true) await this.api.call("editMessageCaption", { inline_message_id: id, caption: text });
      else await this.api.call("editMessageText", { inline_message_id: id, text });
    });
  }

  /** Puts a clip where the word was, or answers with it. Its copy comes from the caller's own chat, where it is seen by nobody. */
  async sendClip(chat: ChatRef, guest: Guest, clip: OutgoingClip): Promise<SentClip> {
    const sent = "sent" in clip.content ? clip.content.sent : await this.#keep(guest, clip, clip.content.mp4);
    const { caption } = clip;
    if (sent === null) return { message: await this.say(chat, guest, this.#howToBegin(guest)) };
    const known = this.#answers.get(guest.query);
    if (known === undefined) {
      const result = inlineClip({ id: "clip", sent, title: caption, sounds: clip.sounds === true }, caption);
      return { message: await this.#answer(chat, guest, result), sent };
    }
    const media: InputMediaAnimation<never> | InputMediaVideo<never> = { type: filmTypeOf(clip), media: sent, caption };
    await this.api.call("editMessageMedia", { inline_message_id: known, media });
    return { message: { chat, id: known }, sent };
  }

  /** Telegram's id of an uploaded clip; null where the caller has never written to us. */
  async #keep({ caller }: Guest, clip: OutgoingClip, mp4: Uint8Array): Promise<string | null> {
    const [file, measures] = [upload(mp4, "keepsake.mp4"), measuresOf(clip)];
    const silent = { chat_id: caller, disable_notification: true };
    try {
      const to = { chat: caller, group: false };
      const options = { to, timeoutMs: UPLOAD_TIMEOUT_MS } as const;
      const sent =
        clip.sounds === true
          ? await this.api.call("sendVideo", { ...silent, video: file, ...measures }, options)
          : await this.api.call("sendAnimation", { ...silent, animation: file, ...measures }, options);
      await this.api.call("deleteMessage", { chat_id: caller, message_id: sent.message_id }).catch(() => undefined);
      return fileIdOf(sent) ?? null;
    } catch (error) {
      if (error instanceof ChatError && error.code === "gone") return null;
      throw error;
    }
  }

  #howToBegin({ language }: Guest): string {
    const link = `https://t.me/${this.username()}?start=guest`;
    return textsFor(localeOf(language), "telegram").say("guest-begin", { link });
  }

  async #answer(
    chat: ChatRef,
    { query }: Guest,
    result: Parameters<typeof this.api.call<"answerGuestQuery">>[1]["result"],
  ) {
    const { inline_message_id: id } = await this.api.call(
      "answerGuestQuery",
      { guest_query_id: query, result },
      { once: true },
    );
    this.#answers.set(query, id);
    keepNewest(this.#answers, REMEMBERED);
    return { chat, id };
  }
}
