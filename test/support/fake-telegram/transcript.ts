import type { InlineKeyboardMarkup } from "@grammyjs/types";
import { Telling } from "../fake-platform/telling.ts";
import { structured } from "./fields.ts";
import { labelOf } from "./seen.ts";
import type { Call, World } from "./world.ts";

interface GuestResult {
  readonly caption?: string;
  readonly input_message_content?: { readonly message_text: string };
}

/** Calls that nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set([
  "getMe",
  "getUpdates",
  "getFile",
  "deleteWebhook",
  "setMyCommands",
  "setMyDescription",
  "setMyShortDescription",
  "sendChatAction",
]);

/** What the bot does in a chat, written down as people meet it: text, buttons by row, order, changes, and what makes a sound. */
export class Transcript extends Telling<Call> {
  #messages = 0;
  #sounds = 0;

  constructor(
    private readonly world: World,
    title: string,
  ) {
    super(world.calls, title);
  }

  protected sum(): string {
    return `Messages: ${this.#messages}. Sounds: ${this.#sounds}. Buttons at the end: ${this.#buttonsNow()}.`;
  }

  protected write({ method, params }: Call): string[] {
    if (UNSEEN.has(method)) return [];
    const text = textOf(params);
    const told = text === "" ? "" : `: ${text.replaceAll("\n", " / ")}`;
    if (method === "answerCallbackQuery") return text === "" ? [] : [`- a notice${told}`];
    if (method === "setMessageReaction") {
      const [reaction] = structured(params["reaction"]) as readonly { emoji: string }[];
      return [reaction === undefined ? "- the mark on the photo goes" : `- ${reaction.emoji} on the photo`];
    }
    if (method === "deleteMessage") return [`- ${this.name(idOf(params))} goes`];
    const rows = rowsOf(params["reply_markup"]);
    if (method.startsWith("edit")) return [`- ${this.name(idOf(params))} changes (${method})${told}`, ...rows];
    if (method === "answerInlineQuery") return offered(params);
    this.#messages += 1;
    if (method === "answerGuestQuery") {
      this.call(`inline-${String(params["guest_query_id"])}`, "the answer");
      return [`- the one answer (${method})${told}`];
    }
    if (params["ephemeral_message_parameters"] !== undefined)
      return [`- a message that nobody else sees (${method})${told}`];
    if (params["disable_notification"] !== undefined) return [`- a new message, without a sound (${method})${told}`];
    this.#sounds += 1;
    return [`- a new message, with a sound (${method})${told}`, ...rows];
  }

  #buttonsNow(): number {
    const held = [...this.world.messages.values()].flatMap((chat) => [...chat.values()]);
    const markups = held.filter(({ deleted }) => !deleted).map(({ message }) => message as object);
    return markups.reduce((sum, message) => sum + countOf(message), 0);
  }
}

function idOf(params: Call["params"]): string {
  return String(params["inline_message_id"] ?? params["message_id"]);
}

function countOf(message: object): number {
  return "reply_markup" in message ? (message.reply_markup as InlineKeyboardMarkup).inline_keyboard.flat().length : 0;
}

/** What is offered where somebody types the bot's name. */
function offered(params: Call["params"]): string[] {
  const results = structured(params["results"]) as readonly { readonly title?: string }[];
  const button = structured(params["button"]) as { readonly text: string } | undefined;
  const above = button === undefined ? [] : [`  - above it: [${button.text}]`];
  return [`- a list (answerInlineQuery): ${results.map(({ title }) => title).join(", ") || "nothing"}`, ...above];
}

function textOf(params: Call["params"]): string {
  const media = params["media"] === undefined ? {} : (structured(params["media"]) as { caption?: string });
  const result = params["result"] === undefined ? {} : (structured(params["result"]) as GuestResult);
  const answer = result.input_message_content?.message_text ?? result.caption;
  const text = params["text"] ?? params["caption"] ?? media.caption ?? answer ?? "";
  return typeof text === "string" ? text : "";
}

/** Rows of buttons as people see them; the one in colour with dots. */
function rowsOf(markup: unknown): string[] {
  const { inline_keyboard: rows = [] } = (structured(markup) ?? {}) as Partial<InlineKeyboardMarkup>;
  return rows.map((row) => `  - ${row.map((button) => `[${labelOf(button)}]`).join(" ")}`);
}
