import { type APIMessage, type GatewayMessageCreateDispatchData, MessageType } from "discord.js";
import type { ChatEvent, OtherEvent, PhotoEvent, SharedPhoto } from "../port/chat-event.ts";
import type { ChatRef, Person } from "../port/chat-port.ts";
import { askedIn, type Reading, type WishReader } from "../wish/wish-reader.ts";
import { writeThread } from "./address.ts";
import { fileOf, isVideo, picturesIn } from "./pictures.ts";

/** What a message says to us: one in private, or one that names us. Without the right to read others' messages that is all. */
export function readMessage(
  message: GatewayMessageCreateDispatchData,
  { self, wishes }: { readonly self: string; readonly wishes: WishReader },
  language: string | undefined,
): readonly ChatEvent[] {
  const { author, type } = message;
  if (author.bot === true || author.system === true || message.webhook_id !== undefined) return [];
  if (type !== MessageType.Default && type !== MessageType.Reply) return [];
  const base: Base = { id: `dc-${message.id}`, chat: chatOf(message), from: personOf(author.id, language) };
  const named = message.content.includes(`<@${self}>`) || message.content.includes(`<@!${self}>`);
  const manner = named ? "asked" : base.chat.group ? "overheard" : "private";
  const reading = wishes.read(message.content.replaceAll(/<[^>]*>/g, " "), language, manner);
  // In a group people talk to each other, also in answer to a clip.
  if (manner === "overheard" && (reading.kind !== "wish" || message.referenced_message?.author.id !== self)) return [];
  const photos = photosOf(message);
  const asked = askedIn(reading);
  if (photos.length > 0)
    return photos.map((photo) => ({ ...photoEvent(base, photo, photos.length > 1 ? message.id : null), ...asked }));
  return [wordsEvent(base, message, reading)];
}

/** The message of ours that somebody in a group has answered; null for anything else. */
export function readAnswer(message: GatewayMessageCreateDispatchData, self: string) {
  const { author, referenced_message: about } = message;
  const chat = chatOf(message);
  if (!chat.group || author.bot === true || about?.author.id !== self) return null;
  return { chat, message: about.id, person: author.id };
}

/** Words without a picture: a wish about the message that they answer, or something that gets an answer of its own. */
function wordsEvent(base: Base, message: APIMessage, reading: Reading): ChatEvent {
  const answered = message.referenced_message?.id;
  const about = answered === undefined ? {} : { about: answered };
  if (reading.kind === "wish") return { ...base, kind: "wish", wish: reading.wish, message: message.id, ...about };
  if (base.chat.group) return { ...base, kind: "command", name: "animate", message: message.id, ...about };
  const what = contentOf(message);
  const thanks = what === "text" && reading.kind === "thanks";
  return { ...base, kind: "other", what: thanks ? "thanks" : what, message: message.id };
}

type Base = Pick<ChatEvent, "id" | "chat" | "from">;

/** The message's own pictures; else those of the message that it answers. */
function photosOf(message: APIMessage): readonly SharedPhoto[] {
  const own = picturesIn(message).map((picture) => ({ file: fileOf(picture), message: message.id }));
  const about = message.referenced_message;
  // Our own clips and strips are no photos to animate.
  if (own.length > 0 || about === undefined || about === null || about.author.bot === true) return own;
  const owner = about.author.id;
  return picturesIn(about).map((picture) => ({ file: fileOf(picture), message: about.id, owner }));
}

function photoEvent(base: Base, photo: SharedPhoto, album: string | null): PhotoEvent {
  const event = { ...base, kind: "photo", photo } as const;
  return album === null ? event : { ...event, id: `${base.id}-${photo.file.unique}`, album };
}

function chatOf({ channel_id, guild_id, author }: GatewayMessageCreateDispatchData): ChatRef {
  const thread = writeThread(author.id);
  if (guild_id === undefined) return { platform: "discord", id: author.id, group: false, thread };
  return { platform: "discord", id: channel_id, group: true, thread, server: guild_id };
}

function personOf(id: string, language: string | undefined): Person {
  return language === undefined ? { id } : { id, language };
}

function contentOf({ attachments, sticker_items, content }: APIMessage): OtherEvent["what"] {
  if (sticker_items !== undefined && sticker_items.length > 0) return "sticker";
  if (attachments.some(isVideo)) return "video";
  if (attachments.length > 0) return "file";
  return content === "" ? "something" : "text";
}
