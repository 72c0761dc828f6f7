import { createHash } from "node:crypto";
import type { Chat, InlineQueryResult, Message, User } from "@grammyjs/types";
import { load, type Picture } from "./pictures.ts";
import { plain, type Seen, see, stateOf, type WithButtons } from "./seen.ts";
import type { FakeTelegram } from "./server.ts";
import { BOT, entitiesIn, type TapAnswer } from "./world.ts";

/** The doors to what is not seen at once, in the languages that tests speak. */
const MENUS = ["More …", "Ещё…", "⋯", "Faces"];

let lastUser = 5000;

/** Somebody who writes to the bot. */
export class TestUser {
  readonly user: User;

  constructor(
    private readonly telegram: FakeTelegram,
    language = "en",
  ) {
    const id = ++lastUser;
    this.user = { id, is_bot: false, first_name: `Person ${id}`, language_code: language };
  }

  get id(): number {
    return this.user.id;
  }

  /** Their private chat with the bot. */
  private(): TestChat {
    const chat: Chat = { id: this.id, type: "private", first_name: this.user.first_name };
    this.telegram.world.chats.set(chat.id, chat);
    return new TestChat(this.telegram, chat, this.user);
  }

  /** A group as they see it. */
  in(group: Chat): TestChat {
    this.telegram.world.chats.set(group.id, group);
    return new TestChat(this.telegram, group, this.user);
  }

  block(): void {
    this.telegram.world.blocked.add(this.id);
  }

  /** Types `@bot query` somewhere; resolves with what the bot offers. */
  async searchInline(query: string): Promise<readonly InlineQueryResult[]> {
    const { world } = this.telegram;
    const id = `inline-${Date.now()}-${Math.random()}`;
    world.tell({ inline_query: { id, from: this.user, query, offset: "" } });
    return world.until("an inline answer", () => world.inlineAnswers.get(id), 30_000);
  }
}

/** What is sent with `sendsSound`. */
export interface SentSound {
  readonly kind?: "voice" | "audio";
  readonly bytes?: Buffer;
  readonly caption?: string;
}

/** A video as somebody sends it. */
export interface SentVideo {
  readonly kind?: "video" | "video_note" | "animation";
  readonly bytes?: Buffer;
  readonly caption?: string;
}

let lastGroup = -100_000;

/** A new group. */
export function newGroup(): Chat {
  return { id: --lastGroup, type: "supergroup", title: "Family" };
}

/** One person's view of a chat with the bot. */
export class TestChat {
  /** What has been looked at already: `next` gives newer ones. */
  readonly #seen = new Set<string>();

  constructor(
    private readonly telegram: FakeTelegram,
    readonly chat: Chat,
    private readonly user: User,
  ) {}

  says(text: string, to?: { readonly id: number }): number {
    return this.#post({ text, entities: entitiesIn(text) }, to);
  }

  /** Sends a photo; Telegram offers it in two sizes. */
  sendsPhoto(
    picture: Picture,
    options: { readonly caption?: string; readonly album?: string; readonly to?: { readonly id: number } } = {},
  ): number {
    const { bytes, name } = load(picture);
    const file = this.telegram.world.addFile(bytes, name, uniqueOf(bytes));
    const small = this.telegram.world.addFile(bytes.subarray(0, 100), "small.jpg");
    const photo = [
      { file_id: small.id, file_unique_id: small.unique, width: 90, height: 60, file_size: 100 },
      { file_id: file.id, file_unique_id: file.unique, width: 1280, height: 853, file_size: bytes.length },
    ];
    return this.#post(
      {
        photo,
        ...captionOf(options.caption),
        ...(options.album === undefined ? {} : { media_group_id: options.album }),
      },
      options.to,
    );
  }

  /** Sends a file. `claims` is the size that Telegram tells, if not the real one. */
  sendsFile(
    picture: Picture,
    mime: string,
    options: { readonly claims?: number; readonly caption?: string } = {},
  ): number {
    const { bytes, name } = load(picture);
    const file = this.telegram.world.addFile(bytes, name, uniqueOf(bytes));
    const document = {
      file_id: file.id,
      file_unique_id: file.unique,
      file_name: name,
      mime_type: mime,
      file_size: options.claims ?? bytes.length,
    };
    return this.#post({ document, ...captionOf(options.caption) });
  }

  /** Answers a message with a round video, or with another one. */
  sendsVideo(
    to: { readonly id: number },
    { kind = "video_note", bytes = Buffer.from(`video ${Math.random()}`), caption }: SentVideo = {},
  ): number {
    const file = this.telegram.world.addFile(bytes, "video.mp4", uniqueOf(bytes));
    const video = { file_id: file.id, file_unique_id: file.unique, duration: 5, length: 384, file_size: bytes.length };
    return this.#post({ [kind]: video, ...captionOf(caption) }, to);
  }

  /** Answers a message with a voice message, or with a song. */
  sendsSound(
    to: { readonly id: number } | undefined,
    { kind = "voice", bytes = Buffer.from(`sound ${Math.random()}`), caption }: SentSound = {},
  ): number {
    const file = this.telegram.world.addFile(bytes, "sound.ogg", uniqueOf(bytes));
    const sound = { file_id: file.id, file_unique_id: file.unique, duration: 20, file_size: bytes.length };
    return this.#post({ [kind]: sound, ...captionOf(caption) }, to);
  }

  /** Sends any other content, such as a sticker. */
  sends(content: Record<string, unknown>): number {
    return this.#post(content);
  }

  /** Taps the button with this label; resolves with what pops up. */
  async taps(on: Seen, label: string | RegExp): Promise<TapAnswer> {
    const now = (this.telegram.world.find(this.chat.id, on.id)?.message ?? on.message) as WithButtons;
    const buttons = now.reply_markup?.inline_keyboard.flat() ?? [];
    const button = buttons.find(({ text }) => (typeof label === "string" ? plain(text) === label : label.test(text)));
    if (button === undefined || !("callback_data" in button)) {
      throw new Error(`no button ${String(label)} among ${buttons.map(({ text }) => text).join(", ")}`);
    }
    return this.tapsData(on, button.callback_data);
  }

  /** Sends a button's data, whether there is such a button or not. */
  async tapsData(on: Seen, data: string): Promise<TapAnswer> {
    const id = `tap-${Date.now()}-${Math.random()}`;
    const query = { id, from: this.user, chat_instance: "1", data, message: on.message };
    return this.telegram.world.tap(query);
  }

  /** All that the bot has to say here and that can be seen now. */
  seen(): Seen[] {
    return this.telegram.world
      .visible(this.chat.id)
      .filter(({ message, onlyFor = this.user.id }) => message.from?.id === BOT.id && onlyFor === this.user.id)
      .map(see);
  }

  /** Chooses what may be in one of a clip's menus, as somebody does who looks for it; resolves with what pops up. */
  async chooses(on: Seen, label: string): Promise<TapAnswer> {
    for (const menu of MENUS) {
      const { buttons } = this.again(on);
      if (buttons.some((button) => plain(button) === label)) break;
      if (!buttons.includes(menu)) continue;
      const { length } = this.telegram.calls("answerCallbackQuery");
      await this.taps(on, menu);
      await this.telegram.world.until("the menu", () => {
        const now = this.again(on).buttons;
        return now.join() !== buttons.join() && this.telegram.calls("answerCallbackQuery").length > length
          ? true
          : undefined;
      });
      if (this.again(on).buttons.some((button) => plain(button) === label)) break;
      const back = this.again(on).buttons.find((button) => button.startsWith("‹ ")) ?? "";
      await this.taps(on, back);
      await this.becomes(on, "as before", (now) => now.buttons.includes("⋯"));
    }
    return this.taps(this.again(on), label);
  }

  /** The next new message of the bot that fits. */
  async next(what: string, fits: (seen: Seen) => boolean, withinMs?: number): Promise<Seen> {
    const found = await this.telegram.world.until(
      `${what} in chat ${this.chat.id}`,
      () => this.seen().find((seen) => !this.#seen.has(stateOf(seen)) && fits(seen)),
      withinMs,
    );
    this.#seen.add(stateOf(found));
    return found;
  }

  async nextClip(withinMs?: number): Promise<Seen> {
    return this.next("a clip", ({ kind }) => kind === "clip", withinMs);
  }

  async nextText(like: RegExp | string, withinMs?: number): Promise<Seen> {
    const fits = (text: string): boolean => (typeof like === "string" ? text === like : like.test(text));
    return this.next(`text ${String(like)}`, ({ kind, text }) => kind === "text" && fits(text), withinMs);
  }

  /** The message as it is now. */
  again(seen: Seen): Seen {
    const held = this.telegram.world.messages.get(this.chat.id)?.get(seen.id);
    if (held === undefined) throw new Error("no such message");
    return see(held);
  }

  /** Resolves when a message has changed into what fits. */
  async becomes(seen: Seen, what: string, fits: (seen: Seen) => boolean, withinMs?: number): Promise<Seen> {
    const isNow = (): Seen | undefined => {
      const now = this.again(seen);
      return fits(now) ? now : undefined;
    };
    return this.telegram.world.until(`a message to become ${what}`, isNow, withinMs);
  }

  /** Resolves when a message is gone. */
  async gone(seen: Seen): Promise<true> {
    return this.telegram.world.until("a message to go", () => (this.again(seen).deleted ? true : undefined));
  }

  #post(content: Record<string, unknown>, to?: { readonly id: number }): number {
    const { world } = this.telegram;
    const message = {
      message_id: world.nextMessageId(),
      date: Math.floor(Date.now() / 1000),
      chat: this.chat,
      from: this.user,
      ...content,
      ...(to === undefined ? {} : { reply_to_message: world.find(this.chat.id, to.id)?.message }),
    } as Message;
    world.keep(message);
    if (!this.#arrives(message)) return message.message_id;
    world.heard.set(`${this.chat.id} ${this.user.id}`, Date.now());
    world.tell({ message });
    return message.message_id;
  }

  /** In groups a bot in privacy mode gets commands, answers to itself, and nothing else. */
  #arrives(message: Message): boolean {
    if (this.chat.type === "private") return true;
    const text = message.text ?? message.caption ?? "";
    return text.startsWith("/") || message.reply_to_message?.from?.id === BOT.id;
  }
}

function uniqueOf(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("base64url");
}

function captionOf(caption: string | undefined) {
  return caption === undefined ? {} : { caption, caption_entities: entitiesIn(caption) };
}
