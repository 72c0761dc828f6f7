import { createHash } from "node:crypto";
import type { Chat, InlineQueryResult, Message, User } from "@grammyjs/types";
import { type Fields, Refusal, structured } from "./fields.ts";
import { load, type Picture } from "./pictures.ts";
import { type Seen, see } from "./seen.ts";
import { BOT, entitiesIn, type HeldMessage, type World } from "./world.ts";

/** Where the bot is not: it hears neither the chat's name nor of its messages. */
const ELSEWHERE: Chat = { id: 0, type: "private", first_name: "" };

/** Answers a question to a guest: once, with what Telegram has already. */
export function answerGuest(world: World, fields: Fields): { readonly inline_message_id: string } {
  const query = String(fields["guest_query_id"]);
  const answer = world.guestQueries.get(query);
  if (answer === undefined) throw new Refusal(400, "Bad Request: QUERY_ID_INVALID");
  if (answer !== null) throw new Refusal(400, "Bad Request: guest query has been answered already");
  const held: HeldMessage = { message: messageOf(world, fields), history: [], replaced: 0, deleted: false };
  held.history.push(held.message.text ?? held.message.caption ?? "");
  world.guestQueries.set(query, held);
  const id = `inline-${query}`;
  world.inlineMessages.set(id, held);
  world.changed();
  return { inline_message_id: id };
}

function messageOf(world: World, fields: Fields): Message {
  const result = structured(fields["result"]) as InlineQueryResult & { readonly mpeg4_file_id?: string };
  const base = { message_id: world.nextMessageId(), date: 1, chat: ELSEWHERE, from: BOT };
  if (result.type === "article" && "message_text" in result.input_message_content) {
    const { message_text: text } = result.input_message_content;
    if (text.trim() === "") throw new Refusal(400, "Bad Request: message text is empty");
    return { ...base, text };
  }
  const file = world.files.get(result.mpeg4_file_id ?? "");
  if (result.type !== "mpeg4_gif" || file === undefined) {
    throw new Refusal(400, "Bad Request: wrong file identifier/HTTP URL specified");
  }
  const animation = { file_id: file.id, file_unique_id: file.unique, width: 1, height: 1, duration: 1 };
  const { caption: line } = result as { readonly caption?: string };
  const caption = line === undefined ? {} : { caption: line };
  return { ...base, animation, ...caption };
}

let lastQuery = 0;

/** Somebody names the bot in answer to a photo, in a chat of which it is no member. Resolves with the query's id. */
export function summon(world: World, from: User, chat: Chat, text: string, picture: Picture): string {
  const query = `guest-${++lastQuery}`;
  const { bytes, name } = load(picture);
  const file = world.addFile(bytes, name, createHash("sha1").update(bytes).digest("base64url"));
  const photo = [{ file_id: file.id, file_unique_id: file.unique, width: 1280, height: 853 }];
  const sender = { id: 88, is_bot: false, first_name: "Somebody" };
  const about = { message_id: 10 * lastQuery, date: 1, chat, from: sender, photo };
  const entities = entitiesIn(text);
  const guest_message = {
    message_id: 10 * lastQuery + 1,
    date: 1,
    chat,
    from,
    text,
    entities,
    reply_to_message: about,
  };
  world.guestQueries.set(query, null);
  world.tell({ guest_message: { ...guest_message, guest_query_id: query } });
  return query;
}

/** The bot's answer there as soon as it fits. */
export async function guestAnswer(world: World, query: string, fits: (seen: Seen) => boolean): Promise<Seen> {
  return world.until(`an answer to ${query}`, () => {
    const held = world.guestQueries.get(query);
    const now = held === undefined || held === null ? undefined : see(held);
    return now !== undefined && fits(now) ? now : undefined;
  });
}
