import type { InlineKeyboardButton, InlineKeyboardMarkup } from "@grammyjs/types";
import type { ButtonGroup, Keyboard } from "../port/chat-port.ts";

/** Buttons in a row: digits are narrow, words are not. */
const IN_A_ROW = { faces: 8, gestures: 3, actions: 3 } as const satisfies Record<ButtonGroup["kind"], number>;

/** Lays buttons out in rows. No buttons at all remove those that are there. */
export function layOut(keyboard: Keyboard): InlineKeyboardMarkup {
  return { inline_keyboard: keyboard.flatMap(rowsOf) };
}

function rowsOf({ kind, buttons, share }: ButtonGroup): InlineKeyboardButton[][] {
  const all: InlineKeyboardButton[] = buttons.map(({ label, data, current }) => ({
    text: current === true ? `• ${label} •` : label,
    callback_data: data,
  }));
  // Opens the list of chats; there our inline mode offers this clip.
  if (share !== undefined) all.splice(1, 0, { text: share.label, switch_inline_query: share.clip });
  const rows: InlineKeyboardButton[][] = [];
  for (let i = 0; i < all.length; i += IN_A_ROW[kind]) rows.push(all.slice(i, i + IN_A_ROW[kind]));
  return rows;
}
