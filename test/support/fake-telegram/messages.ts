import type { Chat, EphemeralMessageParameters, InlineKeyboardMarkup, Message, ReplyParameters } from "@grammyjs/types";
import { type Fields, markupField, Refusal, structured } from "./fields.ts";
import { BOT, type HeldMessage, type World } from "./world.ts";

/** Puts a message of the bot into a chat. */
export function send(world: World, fields: Fields, content: object) {
  const chatId = reachable(world, fields);
  const chat = world.chats.get(chatId);
  if (chat === undefined) throw new Refusal(400, "Bad Request: chat not found");
  const reply = structured(fields["reply_parameters"]) as ReplyParameters | undefined;
  const answered = reply === undefined ? undefined : world.find(chatId, Number(reply.message_id));
  if (reply !== undefined && answered === undefined && reply.allow_sending_without_reply !== true) {
    throw new Refusal(400, "Bad Request: message to be replied not found");
  }
  const message = {
    message_id: world.nextMessageId(),
    date: Math.floor(Date.now() / 1000),
    chat,
    from: BOT,
    ...content,
    ...markupField(fields),
    ...(answered === undefined ? {} : { reply_to_message: answered.message }),
  };
  const onlyFor = receiverOf(world, fields, chat);
  world.keep(message as unknown as Message, onlyFor);
  // What one person sees has no number that it could be changed by.
  return (onlyFor === undefined ? message : { ...message, message_id: 0, ephemeral_message_id: 1 }) as never;
}

/** For so long after they did something somebody can be told something that nobody else sees. */
const WHISPER_MS = 15_000;

/** The one person who is to see a message; undefined for everybody, as servers have it that do not know better. */
function receiverOf(world: World, fields: Fields, chat: Chat): number | undefined {
  const asked = structured(fields["ephemeral_message_parameters"]) as EphemeralMessageParameters | undefined;
  if (asked === undefined || world.isOld) return undefined;
  if (chat.type !== "supergroup") throw new Refusal(400, "Bad Request: ephemeral messages are for supergroups");
  const heard = world.heard.get(`${chat.id} ${asked.receiver_user_id}`) ?? 0;
  if (Date.now() - heard > WHISPER_MS) throw new Refusal(400, "Bad Request: too late to send an ephemeral message");
  return asked.receiver_user_id;
}

/** The chat of a call, if the bot may speak there. */
export function reachable(world: World, fields: Fields): number {
  refuseIfMoved(world, fields);
  const chat = Number(fields["chat_id"]);
  if (world.blocked.has(chat)) throw new Refusal(403, "Forbidden: bot was blocked by the user");
  if (!world.chats.has(chat)) throw new Refusal(400, "Bad Request: chat not found");
  return chat;
}

/** Refuses what is asked of a group that has become a supergroup. */
export function refuseIfMoved(world: World, fields: Fields): void {
  const to = world.moved.get(Number(fields["chat_id"]));
  if (to !== undefined) throw new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", to);
}

/** A message of the bot that can be changed. */
export function editable(world: World, fields: Fields): HeldMessage {
  if (typeof fields["inline_message_id"] === "string") {
    const inline = world.inlineMessages.get(fields["inline_message_id"]);
    if (inline === undefined) throw new Refusal(400, "Bad Request: MESSAGE_ID_INVALID");
    return inline;
  }
  const chat = reachable(world, fields);
  const held = world.find(chat, Number(fields["message_id"]));
  if (held === undefined) throw new Refusal(400, "Bad Request: message to edit not found");
  if (held.message.from?.id !== BOT.id) throw new Refusal(400, "Bad Request: message can't be edited");
  return held;
}

/** A change that brings no buttons removes those that were there. */
export function withoutButtons(message: Message): Message {
  const rest: Message & { reply_markup?: InlineKeyboardMarkup } = { ...message };
  delete rest.reply_markup;
  return rest;
}

/** A message without what it shows: another medium takes its place. */
export function withoutContent(message: Message): Message {
  const { message_id, date, chat, from, reply_to_message } = message;
  return { message_id, date, chat, from, ...(reply_to_message && { reply_to_message }) } as Message;
}

/** Shows a message as it is from now on; nothing new is refused. */
export function change(world: World, held: HeldMessage, next: Message) {
  const { reply_markup: before, ...old } = held.message as Message & { reply_markup?: InlineKeyboardMarkup };
  const { reply_markup: after, ...fresh } = next as Message & { reply_markup?: InlineKeyboardMarkup };
  const fileIn = ({ animation, video, document, photo }: Message): string | undefined =>
    (animation ?? video ?? document ?? photo?.at(-1))?.file_id;
  const same =
    old.text === fresh.text &&
    old.caption === fresh.caption &&
    fileIn(old) === fileIn(fresh) &&
    JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
  if (same) {
    throw new Refusal(
      400,
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  held.message = next;
  // Of a message in a chat where it is not, the bot hears no more than that it was changed.
  const told = next.chat.id === 0 ? true : next;
  const line = next.text ?? next.caption ?? "";
  if (line !== held.history.at(-1)) held.history.push(line);
  world.changed();
  return told as never;
}
