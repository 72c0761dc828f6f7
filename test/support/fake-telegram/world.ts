import type { CallbackQuery, Chat, InlineQueryResult, Message, MessageEntity, Update, User } from "@grammyjs/types";
import { Changes } from "../changes.ts";

/** A file that Telegram holds. */
export interface HeldFile {
  readonly id: string;
  readonly unique: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A message in a chat, ours or a person's. `history` is every text that it has shown. */
export interface HeldMessage {
  message: Message;
  readonly history: string[];
  /** How often what it shows has made room for something else. */
  replaced: number;
  deleted: boolean;
  /** The one person who sees it. */
  readonly onlyFor?: number;
}

/** One call that the bot made. */
export interface Call {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: number;
  /** What we answered: an HTTP status, or 0 when the connection was dropped. */
  status: number;
}

/** An answer to a tap. */
export interface TapAnswer {
  readonly text: string | undefined;
  readonly afterMs: number;
}

export const BOT: User = { id: 700, is_bot: true, first_name: "Keepsake", username: "keepsake_test_bot" };

/** Everything that Telegram knows: chats, messages, files, updates that wait for the bot. */
export class World extends Changes {
  readonly chats = new Map<number, Chat>();
  readonly messages = new Map<number, Map<number, HeldMessage>>();
  readonly files = new Map<string, HeldFile>();
  readonly calls: Call[] = [];
  readonly taps = new Map<string, { readonly at: number; answer: TapAnswer | null }>();
  readonly inlineAnswers = new Map<string, readonly InlineQueryResult[]>();
  /** What the button above an inline answer says. */
  readonly inlineButtons = new Map<string, string>();
  /** Questions to a guest that wait for their one answer, and the message that it became. */
  readonly guestQueries = new Map<string, HeldMessage | null>();
  /** Messages that are known by an id of their own, because the bot is not where they are. */
  readonly inlineMessages = new Map<string, HeldMessage>();
  readonly blocked = new Set<number>();
  /** Groups that have become supergroups, and which. */
  readonly moved = new Map<number, number>();
  readonly actions: { readonly chat: number; readonly action: string; readonly at: number }[] = [];
  readonly texts = new Map<string, unknown>();
  /** The bot's marks on people's messages, by chat and message. */
  readonly reactions = new Map<string, string>();
  /** Every mark that was ever set or taken away. */
  readonly marks: { readonly chat: number; readonly message: number; readonly emoji: string | null }[] = [];
  /** The server knows Bot API 7.1 and nothing newer. */
  isOld = false;
  /** `/setinline` at @BotFather. */
  inlineMode = true;
  /** Telegram lets bots fetch 20 MB; a server of one's own has no limit. */
  largestDownload = 20 * 1024 * 1024;
  /** When somebody last did something in a chat that the bot heard of: for 15 s it may whisper to them. */
  readonly heard = new Map<string, number>();
  /** Where a server in local mode says that its files lie. */
  localFolder: string | null = null;
  /** Updates that the bot has not confirmed. */
  updates: Update[] = [];
  #nextUpdate = 1000;
  #nextMessage = 1;
  #nextFile = 1;

  nextMessageId(): number {
    return this.#nextMessage++;
  }

  /** Puts a message into its chat. */
  keep(message: Message, onlyFor?: number): HeldMessage {
    const held: HeldMessage = {
      ...(onlyFor === undefined ? {} : { onlyFor }),
      message,
      history: [message.text ?? message.caption ?? ""],
      replaced: 0,
      deleted: false,
    };
    const chat = this.messages.get(message.chat.id) ?? new Map<number, HeldMessage>();
    this.messages.set(message.chat.id, chat);
    chat.set(message.message_id, held);
    this.changed();
    return held;
  }

  find(chat: number, message: number): HeldMessage | undefined {
    const held = this.messages.get(chat)?.get(message);
    return held?.deleted === true ? undefined : held;
  }

  /** The messages that can be seen in a chat, oldest first. */
  visible(chat: number): HeldMessage[] {
    return [...(this.messages.get(chat)?.values() ?? [])].filter(({ deleted }) => !deleted);
  }

  /** A group becomes a supergroup: another id, other message numbers, and the old messages stay behind. */
  becomesSupergroup(group: Chat, id: number): Chat {
    this.moved.set(group.id, id);
    const message = { message_id: this.nextMessageId(), date: 1, chat: group, from: BOT, migrate_to_chat_id: id };
    this.tell({ message });
    return { id, type: "supergroup", title: "Family" };
  }

  react(chat: number, message: number, emoji: string | null): void {
    this.marks.push({ chat, message, emoji });
    if (emoji === null) this.reactions.delete(`${chat} ${message}`);
    else this.reactions.set(`${chat} ${message}`, emoji);
    this.changed();
  }

  addFile(bytes: Uint8Array, name: string, unique?: string): HeldFile {
    const number = this.#nextFile++;
    const file = {
      id: `FILE${number}-${name}`,
      unique: unique ?? `U${number}`,
      path: `files/${number}_${name}`,
      bytes,
    };
    this.files.set(file.id, file);
    return file;
  }

  /** Tells the bot something. */
  tell(update: Omit<Update, "update_id"> | Record<string, unknown>): number {
    const id = this.#nextUpdate++;
    this.updates.push({ ...update, update_id: id });
    this.changed();
    return id;
  }

  /** Somebody taps a button; resolves with the bot's answer. */
  async tap(query: CallbackQuery): Promise<TapAnswer> {
    this.taps.set(query.id, { at: Date.now(), answer: null });
    this.heard.set(`${query.message?.chat.id} ${query.from.id}`, Date.now());
    this.tell({ callback_query: query });
    return this.until("an answer to a tap", () => this.taps.get(query.id)?.answer ?? undefined, 30_000);
  }
}

/** The entities that Telegram finds in a text: commands and mentions. */
export function entitiesIn(text: string): MessageEntity[] {
  return [...text.matchAll(/(?<!\S)(\/[a-z]+(?:@\w+)?|@\w+)/gi)].map((match) => ({
    type: match[0].startsWith("/") ? "bot_command" : "mention",
    offset: match.index,
    length: match[0].length,
  }));
}
