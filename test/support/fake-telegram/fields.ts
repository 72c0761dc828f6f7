import { createHash } from "node:crypto";
import type { InlineKeyboardMarkup } from "@grammyjs/types";
import type { HeldFile, World } from "./world.ts";

/** Telegram says no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    description: string,
    /** The id of the supergroup that the chat has become. */
    readonly migrateTo?: number,
  ) {
    super(description);
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function textField(fields: Fields, name: string, most: number): string {
  const text = fields[name];
  if (typeof text !== "string" || text.trim() === "") throw new Refusal(400, "Bad Request: message text is empty");
  if (text.length > most) throw new Refusal(400, "Bad Request: message is too long");
  return text;
}

export function captionField(fields: Fields): { readonly caption?: string } {
  return fields["caption"] === undefined ? {} : { caption: textField(fields, "caption", 1024) };
}

export function markupField(fields: Fields): { readonly reply_markup?: InlineKeyboardMarkup } {
  const markup = structured(fields["reply_markup"]) as InlineKeyboardMarkup | undefined;
  if (markup === undefined) return {};
  const rows = markup.inline_keyboard;
  if (rows.some((row) => row.length > 8 || row.length === 0) || rows.flat().length > 100) {
    throw new Refusal(400, "Bad Request: BUTTONS_TOO_MUCH");
  }
  for (const button of rows.flat()) {
    if (button.text === "") throw new Refusal(400, "Bad Request: text buttons are unallowed in the inline keyboard");
    if (!("callback_data" in button)) continue;
    const length = Buffer.byteLength(button.callback_data);
    if (length < 1 || length > 64) throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
  }
  return rows.length === 0 ? {} : { reply_markup: markup };
}

/** Objects arrive as such in JSON, and as text in forms. */
export function structured(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}

/** An upload, also one that another field points to, or a file that is here already. */
export function fileField(world: World, fields: Fields, name: string, fileName: string): HeldFile {
  const upload = uploadOf(fields, name);
  if (upload !== null) {
    if (upload.length > 50 * 1024 * 1024) throw new Refusal(413, "Request Entity Too Large");
    if (upload.length === 0) throw new Refusal(400, "Bad Request: file must be non-empty");
    return world.addFile(upload, fileName, createHash("sha1").update(upload).digest("hex"));
  }
  const known = world.files.get(String(fields[name]));
  if (known === undefined)
    throw new Refusal(400, "Bad Request: wrong remote file identifier specified: can't unserialize it");
  return known;
}

export function uploadOf(fields: Fields, name: string): Uint8Array | null {
  const value = fields[name];
  if (value instanceof Uint8Array) return value;
  if (typeof value !== "string" || !value.startsWith("attach://")) return null;
  const attached = fields[value.slice("attach://".length)];
  return attached instanceof Uint8Array ? attached : null;
}

export function checkThumbnail(fields: Fields): void {
  if (fields["thumbnail"] === undefined) return;
  const thumbnail = uploadOf(fields, "thumbnail");
  if (thumbnail === null) throw new Refusal(400, "Bad Request: thumbnail can be uploaded only");
  if (thumbnail.length > 200 * 1024) throw new Refusal(400, "Bad Request: thumbnail is too big");
  if (thumbnail[0] !== 0xff || thumbnail[1] !== 0xd8)
    throw new Refusal(400, "Bad Request: thumbnail must be in JPEG format");
}

export function described({ id, unique, bytes }: HeldFile) {
  return { file_id: id, file_unique_id: unique, file_size: bytes.length };
}
