import { join } from "node:path";
import type { ApiMethods, UserFromGetMe } from "@grammyjs/types";
import {
  captionField,
  checkThumbnail,
  described,
  type Fields,
  fileField,
  markupField,
  Refusal,
  structured,
  textField,
} from "./fields.ts";
import { answerGuest } from "./guests.ts";
import { change, editable, reachable, refuseIfMoved, send, withoutButtons, withoutContent } from "./messages.ts";
import { SHAPED_METHODS } from "./shaped-methods.ts";
import { BOT, entitiesIn, type HeldFile, type World } from "./world.ts";

type Methods = ApiMethods<File>;
/** Answers are what the published types say they are. */
type Handlers = { readonly [M in keyof Methods]?: (world: World, fields: Fields) => ReturnType<Methods[M]> };

/** What a server does not know that stopped at Bot API 7.1. */
export const NEWER_THAN_7_1: ReadonlySet<string> = new Set(["answerGuestQuery", "sendLivePhoto", "sendRichMessage"]);

export const METHODS: Handlers = {
  getMe: (world) =>
    withoutNews(world, {
      ...BOT,
      is_bot: true,
      username: BOT.username ?? "",
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: world.inlineMode,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_guest_queries: !world.isOld,
      supports_join_request_queries: false,
    }),

  sendMessage: (world, fields) => {
    const text = textField(fields, "text", 4096);
    return send(world, fields, { text, entities: entitiesIn(text) });
  },

  editMessageText: (world, fields) => {
    const held = editable(world, fields);
    const text = textField(fields, "text", 4096);
    if (!("text" in held.message)) throw new Refusal(400, "Bad Request: there is no text in the message to edit");
    return change(world, held, { ...withoutButtons(held.message), text, ...markupField(fields) });
  },

  editMessageReplyMarkup: (world, fields) => {
    const held = editable(world, fields);
    return change(world, held, { ...withoutButtons(held.message), ...markupField(fields) });
  },

  editMessageCaption: (world, fields) => {
    const held = editable(world, fields);
    if ("text" in held.message) throw new Refusal(400, "Bad Request: there is no caption in the message to edit");
    const caption = textField(fields, "caption", 1024);
    return change(world, held, { ...withoutButtons(held.message), caption, ...markupField(fields) });
  },

  editMessageMedia: (world, fields) => {
    const held = editable(world, fields);
    const media = structured(fields["media"]) as { type: string; media: string; caption?: string; thumbnail?: string };
    if ("text" in held.message && world.isOld) {
      throw new Refusal(400, "Bad Request: there is no media in the message to edit");
    }
    if (!["animation", "document", "photo", "video", "audio"].includes(media.type)) {
      throw new Refusal(400, `Bad Request: can't parse InputMedia: Media type ${media.type} is unsupported`);
    }
    const inner = { ...media, ...attachmentsOf(fields) };
    if (fields["inline_message_id"] !== undefined && media.media.startsWith("attach://")) {
      throw new Refusal(400, "Bad Request: can't upload files to inline messages; use a file_id or URL");
    }
    const file = fileField(world, inner, "media", media.type === "photo" ? "picture.jpg" : "clip.mp4");
    checkThumbnail(inner);
    const content = { ...contentOf(media, file), ...captionField(inner) };
    const next = { ...withoutContent(held.message), ...content, ...markupField(fields) };
    const changed = change(world, held, next);
    held.replaced += 1;
    world.changed();
    return changed;
  },

  setMessageReaction: (world, fields) => {
    const chat = reachable(world, fields);
    const held = world.find(chat, Number(fields["message_id"]));
    if (held === undefined) throw new Refusal(400, "Bad Request: message to react not found");
    const reactions = (structured(fields["reaction"]) ?? []) as readonly { type: string; emoji?: string }[];
    if (reactions.length > 1) throw new Refusal(400, "Bad Request: REACTIONS_TOO_MANY");
    const [reaction] = reactions;
    if (reaction !== undefined && !REACTIONS.has(reaction.emoji ?? "")) {
      throw new Refusal(400, "Bad Request: REACTION_INVALID");
    }
    world.react(chat, held.message.message_id, reaction?.emoji ?? null);
    return true;
  },

  deleteMessage: (world, fields) => {
    refuseIfMoved(world, fields);
    const held = world.find(Number(fields["chat_id"]), Number(fields["message_id"]));
    if (held === undefined) throw new Refusal(400, "Bad Request: message to delete not found");
    held.deleted = true;
    world.changed();
    return true;
  },

  sendAnimation: (world, fields) => sendFilm(world, fields, "animation"),

  sendVideo: (world, fields) => sendFilm(world, fields, "video"),

  sendDocument: (world, fields) => {
    const file = fileField(world, fields, "document", "file.mp4");
    checkThumbnail(fields);
    return send(world, fields, { ...contentOf({ type: "document" }, file), ...captionField(fields) });
  },

  sendPhoto: (world, fields) => {
    const file = fileField(world, fields, "photo", "picture.jpg");
    return send(world, fields, { ...contentOf({ type: "photo" }, file), ...captionField(fields) });
  },

  ...SHAPED_METHODS,

  sendChatAction: (world, fields) => {
    const chat = reachable(world, fields);
    world.actions.push({ chat, action: String(fields["action"]), at: Date.now() });
    world.changed();
    return true;
  },

  answerCallbackQuery: (world, fields) => {
    const tap = world.taps.get(String(fields["callback_query_id"]));
    if (tap === undefined) {
      throw new Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }
    const text = fields["text"] === undefined ? undefined : textField(fields, "text", 200);
    tap.answer ??= { text, afterMs: Date.now() - tap.at };
    world.changed();
    return true;
  },

  answerInlineQuery: (world, fields) => {
    const results = structured(fields["results"]) as ReadonlyArray<{
      mpeg4_file_id: string;
      type: "mpeg4_gif";
      id: string;
    }>;
    if (results.length > 50) throw new Refusal(400, "Bad Request: RESULTS_TOO_MUCH");
    if (results.some(({ mpeg4_file_id }) => !world.files.has(mpeg4_file_id))) {
      throw new Refusal(400, "Bad Request: wrong file identifier/HTTP URL specified");
    }
    const button = structured(fields["button"]) as { text?: string; start_parameter?: string } | undefined;
    if (button !== undefined && !/^[\w-]{1,64}$/.test(button.start_parameter ?? "")) {
      throw new Refusal(400, "Bad Request: START_PARAM_INVALID");
    }
    if (button?.text !== undefined) world.inlineButtons.set(String(fields["inline_query_id"]), button.text);
    world.inlineAnswers.set(String(fields["inline_query_id"]), results);
    world.changed();
    return true;
  },

  answerGuestQuery: (world, fields) => answerGuest(world, fields),

  getFile: (world, fields) => {
    const file = world.files.get(String(fields["file_id"]));
    if (file === undefined) throw new Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
    if (file.bytes.length > world.largestDownload) throw new Refusal(400, "Bad Request: file is too big");
    const local = world.localFolder === null ? file.path : join(world.localFolder, "photo.jpg");
    return { ...described(file), file_path: local };
  },

  setMyCommands: (world, fields) => remember(world, "commands", fields),
  setMyDescription: (world, fields) => remember(world, "description", fields),
  setMyShortDescription: (world, fields) => remember(world, "shortDescription", fields),
};

/** What a server of Bot API 7.1 tells of the bot. */
function withoutNews(world: World, me: UserFromGetMe): UserFromGetMe {
  const { allows_users_to_create_topics, ...old } = me;
  return world.isOld ? (old as UserFromGetMe) : { ...old, allows_users_to_create_topics };
}

const SCOPES: ReadonlySet<string> = new Set([
  "default",
  "all_private_chats",
  "all_group_chats",
  "all_chat_administrators",
  "chat",
  "chat_administrators",
  "chat_member",
]);

/** Those of the emoji with which bots can react that matter here. */
const REACTIONS: ReadonlySet<string> = new Set(["👍", "👎", "❤", "🔥", "👀", "🤔", "🎉", "🙏"]);

function remember(world: World, what: string, fields: Fields): true {
  const scope = (structured(fields["scope"]) as { type: string } | undefined)?.type ?? "default";
  if (!SCOPES.has(scope)) throw new Refusal(400, "Bad Request: unsupported scope specified");
  const where = scope === "default" ? what : `${what} in ${scope}`;
  world.texts.set(typeof fields["language_code"] === "string" ? `${where} ${fields["language_code"]}` : where, fields);
  world.changed();
  return true;
}

/** The uploads of a form. */
function attachmentsOf(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value instanceof Uint8Array));
}

/** Sends a film that plays by itself: an animation silently, a video with its sound. */
function sendFilm(world: World, fields: Fields, type: "animation" | "video") {
  const file = fileField(world, fields, type, "clip.mp4");
  const size = {
    width: Number(fields["width"]),
    height: Number(fields["height"]),
    duration: Number(fields["duration"]),
  };
  for (const [name, value] of Object.entries(size)) {
    if (!Number.isInteger(value) || value < 0) throw new Refusal(400, `Bad Request: invalid ${name} specified`);
  }
  checkThumbnail(fields);
  return send(world, fields, { ...contentOf({ type, ...size }, file), ...captionField(fields) });
}

/** What a message shows of a file. */
function contentOf(
  media: { type: string; width?: number; height?: number; duration?: number },
  file: HeldFile,
): object {
  const video = { ...described(file), mime_type: "video/mp4" };
  if (media.type === "photo" && (file.bytes[0] !== 0xff || file.bytes[1] !== 0xd8)) {
    throw new Refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS");
  }
  if (media.type === "photo") return { photo: [{ ...described(file), width: 800, height: 200 }] };
  if (media.type === "document") return { document: video };
  const { width, height, duration } = media;
  if (media.type === "video") return { video: { ...video, width, height, duration } };
  return { animation: { ...video, width, height, duration, file_name: "keepsake.mp4" }, document: video };
}
