import type { Update, UserFromGetMe } from "@grammyjs/types";
import { Telegraf, type Telegram } from "telegraf";

/** What comes from Telegram goes through telegraf to one handler, which must only take note of it. */
export interface UpdateHandler {
  /** Resolves when the update is safe. Rejects when Telegram must deliver it again. */
  (update: Update): Promise<void>;
}

/** The bot as telegraf sees it: it speaks the protocol, and knows nothing of conversations. */
export interface Bot {
  readonly telegram: Telegram;
  /** Who we are; needed before the first update. */
  introduce(self: UserFromGetMe): void;
  /** Hands an update in, from a poll or a webhook. Rejects when the handler did. */
  receive(update: Update): Promise<void>;
}

/** Makes a bot for a token on a Bot API server. Nothing is sent yet. */
export function createBot(token: string, apiRoot: string, handle: UpdateHandler): Bot {
  const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });
  // The library's types know less than today's updates hold; they are passed on as they came.
  bot.use(async (context) => handle(context.update as Update));
  // Without this the library prints the whole update and lets the process end with an error.
  bot.catch((error) => {
    throw error;
  });
  return {
    telegram: bot.telegram,
    introduce: (self) => {
      bot.botInfo = self;
    },
    receive: async (update) => bot.handleUpdate(update as Parameters<typeof bot.handleUpdate>[0]),
  };
}
