import type { CallbackQuery, ChatMemberUpdated, Message, MessageEntity, Update, User } from "@grammyjs/types";
import {
  type ChatEvent,
  COMMAND_NAMES,
  type CommandEvent,
  type CommandName,
  type SentToFollow,
  type Wish,
} from "../port/chat-event.ts";
import type { ChatRef, FileRef, Person } from "../port/chat-port.ts";
import { askedIn, type Manner, type Reading, type WishReader } from "../wish/wish-reader.ts";
import { anyFileOf, contentOf, entitiesOf, photoOf, soundOf, textOf, videoOf } from "./contents.ts";
import { guestChat } from "./guests.ts";

/** The bot itself, as `getMe` describes it. */
export interface Self {
  readonly id: number;
  readonly username: string;
}

/** Who reads updates: the bot itself, and what it makes of people's words. */
export interface Reader {
  readonly self: Self;
  readonly wishes: WishReader;
}

/** What an update says to us. `heldBack` are photos of a group's album that nobody has asked about, or not yet. */
export interface UpdateReading {
  readonly events: readonly ChatEvent[];
  readonly heldBack?: { readonly album: string; readonly event: ChatEvent };
  /** An album in which the bot was addressed: its other photos are meant, too. */
  readonly addressedAlbum?: string;
}

const NOTHING: UpdateReading = { events: [] };

/** Stands for the name of a command that is meant for another bot. */
const OTHER_BOTS = "@";

/** Accounts through which many write: administrators who hide behind their group, members who hide behind a channel, and Telegram itself. */
const SHARED_ACCOUNTS: ReadonlySet<number> = new Set([1087968824, 136817688, 777000]);

/** The kinds of update that mean something to us; Telegram need not send the others. */
export const UPDATE_KINDS = ["message", "guest_message", "callback_query", "inline_query", "my_chat_member"] as const;

/** Reads an update. Kinds and fields that we do not know say nothing. */
export function readUpdate(update: Update, reader: Reader): UpdateReading {
  if (update.message !== undefined) return readMessage(update.message, reader);
  if (update.guest_message !== undefined)
    return asGuest(update.guest_message, readMessage(update.guest_message, reader));
  if (update.callback_query !== undefined) return readPress(update.callback_query);
  if (update.my_chat_member !== undefined) return readMembership(update.my_chat_member, update.update_id);
  return NOTHING;
}

/** The message of ours that somebody has answered in a group, with a word and not with a command; null for anything else. */
export function readAnswer({ message }: Update, self: Self) {
  const about = message?.reply_to_message;
  if (message?.from === undefined || about?.from?.id !== self.id || commandOf(message, self) !== null) return null;
  return { chat: chatOf(message), message: String(about.message_id), person: writerOf(message, message.from).id };
}

/** What somebody asks of us in a chat of which we are no member. */
function asGuest(message: Message, { events }: UpdateReading): UpdateReading {
  const { guest_query_id: query, from, chat } = message;
  if (query === undefined || from === undefined) return NOTHING;
  const where = guestChat(chat.id, { query, caller: String(from.id), language: from.language_code });
  return { events: events.map((event) => ({ ...event, id: `${event.id}-guest`, chat: where })) };
}

function readMessage(message: Message, reader: Reader): UpdateReading {
  const { from } = message;
  const { self } = reader;
  if (message.migrate_to_chat_id !== undefined) return readMove(message, message.migrate_to_chat_id);
  if (from === undefined || (from.is_bot && !SHARED_ACCOUNTS.has(from.id))) return NOTHING;
  // A channel's post in its group: nobody said it there.
  if (message.is_automatic_forward === true) return NOTHING;
  // Somebody shared a clip with the help of our own inline mode.
  if (message.via_bot?.id === self.id) return NOTHING;
  const command = commandOf(message, self);
  if (command === OTHER_BOTS) return NOTHING;
  const base = {
    id: `tg-${message.chat.id}-${message.message_id}`,
    chat: chatOf(message),
    from: writerOf(message, from),
  };
  if (command === "verify") return { events: [verifyEvent(base, message)] };
  const photo = photoOf(message);
  if (photo !== null) return readPhoto(message, reader, photo, base, command);
  if (command !== null) return readCommand(message, reader, base, command);
  if (mentions(message, self)) return askAbout(message, reader, base, read(message, reader, "asked"));
  return base.chat.group ? readOverheard(message, reader, base) : readPrivate(message, reader, base);
}

/** Words in answer to a message of ours; whatever else people say in a group is not meant for us. */
function readOverheard(message: Message, reader: Reader, base: Base): UpdateReading {
  if (message.reply_to_message?.from?.id !== reader.self.id) return NOTHING;
  const reading = read(message, reader, "overheard");
  return reading.kind === "wish" ? { events: [wishEvent(base, reading.wish, message)] } : NOTHING;
}

function readPrivate(message: Message, reader: Reader, base: Base): UpdateReading {
  const what = contentOf(message);
  if (what === null) return NOTHING;
  const reading = read(message, reader, "private");
  const shown = message.reply_to_message !== undefined && isToFollow(message);
  if (shown || (what === "text" && reading.kind === "wish")) return askAbout(message, reader, base, reading);
  const about = what === "text" && reading.kind === "thanks" ? "thanks" : what;
  return { events: [{ ...base, kind: "other", what: about, message: String(message.message_id) }] };
}

/** What somebody's words say, without our name and the command before them. */
function read(message: Message, { self, wishes }: Reader, manner: Manner): Reading {
  const words = behindCommand(message).replaceAll(new RegExp(`@${self.username}\\b`, "gi"), " ");
  return wishes.read(words, message.from?.language_code, manner);
}

function wishEvent(base: Base, wish: Wish, message: Message): ChatEvent {
  const event = { ...base, kind: "wish", wish, message: String(message.message_id), ...sentIn(message) } as const;
  const about = message.reply_to_message?.message_id;
  return about === undefined ? event : { ...event, about: String(about) };
}

/** The movement that somebody shows in a video, or the music to which a face is to move. */
function sentIn(message: Message): SentToFollow {
  const [movement, music] = [videoOf(message), soundOf(message)];
  return { ...(movement && { movement }), ...(music && { music }) };
}

/** Whether a message holds such a video or such music. */
function isToFollow(message: Message): boolean {
  return videoOf(message) !== null || soundOf(message) !== null;
}

/** A group has become a supergroup, which has another id. Telegram says so in both; the old one's word is enough. */
function readMove(message: Message, to: number): UpdateReading {
  const chat = chatOf(message);
  const from = { id: String((message.from ?? message.chat).id) };
  const id = `tg-${message.chat.id}-${message.message_id}`;
  return { events: [{ id, chat, from, kind: "moved", to: { platform: "telegram", id: String(to), group: true } }] };
}

type Base = Pick<ChatEvent, "id" | "chat" | "from">;

function readPhoto(message: Message, reader: Reader, file: FileRef, base: Base, command: string | null): UpdateReading {
  const { self } = reader;
  const album = message.media_group_id;
  const manner = command === "animate" ? "asked" : "private";
  const event: ChatEvent = {
    ...base,
    kind: "photo",
    photo: { file, message: String(message.message_id) },
    ...(album === undefined ? {} : { album }),
    ...askedIn(read(message, reader, manner)),
  };
  const addressed =
    !base.chat.group ||
    command === "animate" ||
    mentions(message, self) ||
    message.reply_to_message?.from?.id === self.id;
  if (album === undefined) return addressed ? { events: [event] } : NOTHING;
  const key = `${message.chat.id} ${album}`;
  return addressed ? { events: [event], addressedAlbum: key } : { events: [], heldBack: { album: key, event } };
}

function readCommand(message: Message, reader: Reader, base: Base, name: string): UpdateReading {
  if (name === "animate") return askAbout(message, reader, base, read(message, reader, "asked"));
  const about = message.reply_to_message?.message_id;
  const known = COMMAND_NAMES.find((command) => command === name);
  if (known === undefined) {
    if (base.chat.group) return NOTHING;
    return { events: [{ ...base, kind: "other", what: "text", message: String(message.message_id) }] };
  }
  const event = commandEvent(base, known, message, about);
  const words = known === "movement" ? behindCommand(message).trim() : "";
  return { events: [words === "" ? event : { ...event, words }] };
}

/** `/animate`, or the bot's name, in answer to a photo: that one is meant; in answer to a message of ours, the clip that it shows. */
function askAbout(message: Message, { self }: Reader, base: Base, reading: Reading): UpdateReading {
  const about = message.reply_to_message;
  const file = about === undefined || about.from?.id === self.id ? null : photoOf(about);
  if (about === undefined || file === null) {
    if (reading.kind === "wish") return { events: [wishEvent(base, reading.wish, message)] };
    if (isToFollow(message)) return { events: [wishEvent(base, {}, message)] };
    return { events: [commandEvent(base, "animate", message, about?.message_id)] };
  }
  const { from } = about;
  const nobody = from === undefined || from.is_bot || SHARED_ACCOUNTS.has(from.id);
  const owner = nobody ? {} : { owner: String(from.id) };
  const photo = { file, message: String(about.message_id), ...owner };
  return { events: [{ ...base, kind: "photo", photo, ...askedIn(reading), ...sentIn(message) }] };
}

/** What `/verify` asks about: the file under which it stands, or the one of the message that it answers. */
function verifyEvent(base: Base, message: Message): ChatEvent {
  const file =
    anyFileOf(message) ?? (message.reply_to_message === undefined ? null : anyFileOf(message.reply_to_message));
  const event = commandEvent(base, "verify", message, message.reply_to_message?.message_id);
  return file === null ? event : { ...event, file };
}

function commandEvent(base: Base, name: CommandName, message: Message, about: number | undefined): CommandEvent {
  const event = { ...base, kind: "command", name, message: String(message.message_id) } as const;
  return about === undefined ? event : { ...event, about: String(about) };
}

function commandOf(message: Message, self: Self): string | null {
  const entity = commandIn(message);
  if (entity === undefined) return null;
  const [name = "", bot] = textOf(message).slice(1, entity.length).split("@");
  if (bot !== undefined && bot.toLowerCase() !== self.username.toLowerCase()) return OTHER_BOTS;
  return name.toLowerCase();
}

function mentions(message: Message, self: Self): boolean {
  const text = textOf(message);
  const name = `@${self.username.toLowerCase()}`;
  return entitiesOf(message).some(
    ({ type, offset, length }) => type === "mention" && text.slice(offset, offset + length).toLowerCase() === name,
  );
}

/** A message's text without the command with which it begins. */
function behindCommand(message: Message): string {
  return textOf(message).slice(commandIn(message)?.length ?? 0);
}

/** The command with which a message begins. */
function commandIn(message: Message): MessageEntity | undefined {
  return entitiesOf(message).find(({ type, offset }) => type === "bot_command" && offset === 0);
}

function readPress(query: CallbackQuery): UpdateReading {
  const { message } = query;
  if (message === undefined) return NOTHING;
  const reply = "reply_to_message" in message ? message.reply_to_message : undefined;
  return {
    events: [
      {
        id: `tg-${message.chat.id}-${message.message_id}-${query.id}`,
        chat: chatOf(message),
        from: personOf(query.from),
        kind: "press",
        press: query.id,
        data: query.data ?? "",
        message: String(message.message_id),
        ...(reply === undefined ? {} : { about: String(reply.message_id) }),
      },
    ],
  };
}

function readMembership({ chat, from, new_chat_member }: ChatMemberUpdated, updateId: number): UpdateReading {
  if (new_chat_member.status !== "kicked" && new_chat_member.status !== "left") return NOTHING;
  const where: ChatRef = { platform: "telegram", id: String(chat.id), group: chat.type !== "private" };
  return { events: [{ id: `tg-${chat.id}-gone-${updateId}`, chat: where, from: personOf(from), kind: "gone" }] };
}

function chatOf(message: {
  chat: { id: number; type: string };
  message_thread_id?: number | undefined;
  is_topic_message?: boolean | undefined;
}): ChatRef {
  const { chat } = message;
  const where = { platform: "telegram", id: String(chat.id), group: chat.type !== "private" } as const;
  const topic = message.is_topic_message === true ? message.message_thread_id : undefined;
  return topic === undefined ? where : { ...where, thread: String(topic) };
}

/** Who wrote a message. Behind a shared account that is the group or the channel in whose name it speaks. */
function writerOf(message: Message, from: User): Person {
  return SHARED_ACCOUNTS.has(from.id) ? { id: String((message.sender_chat ?? message.chat).id) } : personOf(from);
}

export function personOf({ id, language_code }: User): Person {
  return { id: String(id), ...(language_code === undefined ? {} : { language: language_code }) };
}
