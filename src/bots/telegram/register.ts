import type { BotCommand, LanguageCode } from "@grammyjs/types";
import { ENGLISH, LOCALES } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import type { CommandName } from "../port/chat-port.ts";
import type { TelegramApi } from "./api.ts";

const COMMANDS: readonly CommandName[] = ["start", "help", "animate", "file", "privacy", "forget", "report"];

/** Tells Telegram in every language what the bot is and which commands it has. English is for all other languages, too. */
export async function registerTexts(api: TelegramApi): Promise<void> {
  for (const locale of LOCALES) {
    const { say } = textsFor(locale);
    const language = locale === ENGLISH ? {} : { language_code: locale as LanguageCode };
    const commands: BotCommand[] = COMMANDS.map((command) => ({ command, description: say(`command-${command}`) }));
    await api.call("setMyCommands", { commands, ...language });
    await api.call("setMyDescription", { description: say("bot-description"), ...language });
    await api.call("setMyShortDescription", { short_description: say("bot-short-description"), ...language });
  }
}
