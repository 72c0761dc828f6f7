import type { BotCommand, LanguageCode } from "@grammyjs/types";
import { ENGLISH, LOCALES } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import type { CommandName } from "../port/chat-event.ts";
import type { TelegramApi } from "./api.ts";

/** What is offered where: a group sees only what people do there. All commands work everywhere. */
const SCOPES = [
  {
    type: "default",
    commands: ["start", "help", "animate", "file", "movement", "verify", "privacy", "forget", "report"],
  },
  { type: "all_group_chats", commands: ["animate", "help"] },
] as const satisfies readonly { readonly type: string; readonly commands: readonly CommandName[] }[];

/** Tells Telegram in every language what the bot is and which commands it has. English is for all other languages, too. */
export async function registerTexts(api: TelegramApi): Promise<void> {
  for (const locale of LOCALES) {
    const { say } = textsFor(locale);
    const language = locale === ENGLISH ? {} : { language_code: locale as LanguageCode };
    for (const { type, commands: names } of SCOPES) {
      const commands: BotCommand[] = names.map((command) => ({ command, description: say(`command-${command}`) }));
      await api.call("setMyCommands", { commands, scope: { type }, ...language });
    }
    await api.call("setMyDescription", { description: say("bot-description"), ...language });
    await api.call("setMyShortDescription", { short_description: say("bot-short-description"), ...language });
  }
}
