import type { InlineKeyboardButton, InlineKeyboardMarkup } from "@grammyjs/types";
import type { Button, ButtonGroup, Keyboard } from "../port/chat-port.ts";

/** Buttons in a row: digits are narrow, words are not. */
const FACES_IN_A_ROW = 8;
const WORDS_IN_A_ROW = 3;

/** What the server and the bot's settings allow of buttons. */
export interface ButtonManners {
  /** Buttons can have a colour, so that what is shown need not be marked by its label. */
  readonly coloured: boolean;
  /** People can pass clips on with the help of the bot's inline mode. */
  readonly shares: boolean;
}

/** Lays buttons out in rows. No buttons at all remove those that are there. */
export function layOut(keyboard: Keyboard, manners: ButtonManners): InlineKeyboardMarkup {
  return { inline_keyboard: keyboard.flatMap((group) => rowsOf(group, manners)) };
}

function rowsOf({ kind, buttons, share }: ButtonGroup, manners: ButtonManners): InlineKeyboardButton[][] {
  const all: InlineKeyboardButton[] = buttons.map((button) => buttonOf(button, manners));
  // Opens the list of chats; there our inline mode offers this clip.
  if (share !== undefined && manners.shares) {
    all.splice(-1, 0, { text: share.label, switch_inline_query: share.clip });
  }
  const rows: InlineKeyboardButton[][] = [];
  const most = kind === "faces" ? FACES_IN_A_ROW : WORDS_IN_A_ROW;
  for (let i = 0; i < all.length; i += most) rows.push(all.slice(i, i + most));
  return rows;
}

function buttonOf({ label, data, current, danger }: Button, { coloured }: ButtonManners): InlineKeyboardButton {
  if (!coloured) return { text: current === true ? `• ${label} •` : label, callback_data: data };
  const style =
    current === true ? ({ style: "primary" } as const) : danger === true ? ({ style: "danger" } as const) : {};
  return { text: label, callback_data: data, ...style };
}
