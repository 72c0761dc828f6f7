/** What chats take for a sticker that moves: one side of so many pixels, no longer, and no larger than this. */
export const STICKER_SIDE = 512;
export const STICKER_SECONDS = 3;
export const STICKER_BYTES = 256 * 1024;
