import type { InlineKeyboardButton, Message } from "@grammyjs/types";
import type { HeldMessage } from "./world.ts";

/** A message as somebody in the chat sees it. */
export interface Seen {
  readonly id: number;
  readonly text: string;
  /** Every text it has shown, first to last. */
  readonly history: readonly string[];
  readonly kind: "text" | "clip" | "file" | "picture" | "sticker" | "round" | "live";
  readonly buttons: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly repliesTo: number | undefined;
  readonly message: Message;
  /** How often what it shows has made room for something else. */
  readonly replaced: number;
  readonly deleted: boolean;
}

/** A message with the buttons under it. */
export type WithButtons = Message & { readonly reply_markup?: { readonly inline_keyboard: InlineKeyboardButton[][] } };

/** How a message looks to whoever sees it. */
export function see({ message, history, replaced, deleted }: HeldMessage): Seen {
  const markup = (message as WithButtons).reply_markup;
  return {
    id: message.message_id,
    text: message.text ?? message.caption ?? "",
    history: [...history],
    kind: kindOf(message),
    rows: markup?.inline_keyboard.map((row) => row.map(labelOf)) ?? [],
    buttons: markup?.inline_keyboard.flat().map(labelOf) ?? [],
    repliesTo: message.reply_to_message?.message_id,
    message,
    replaced,
    deleted,
  };
}

function kindOf(message: Message): Seen["kind"] {
  if (message.animation !== undefined || message.video !== undefined) return "clip";
  if (message.document !== undefined) return "file";
  if (message.sticker !== undefined) return "sticker";
  if (message.video_note !== undefined) return "round";
  if ("live_photo" in message) return "live";
  return message.photo !== undefined ? "picture" : "text";
}

/** A message that shows something else is another one to whoever waits for it. */
export function stateOf({ id, replaced }: Seen): string {
  return `${id} ${replaced}`;
}

/** As somebody sees it: the blue one is the current choice. */
export function labelOf({ text, style }: Pick<InlineKeyboardButton, "text" | "style">): string {
  return style === "primary" ? `• ${text} •` : text;
}

/** A label without the mark of the current choice. */
export function plain(label: string): string {
  return label.replace(/^• | •$/g, "");
}
