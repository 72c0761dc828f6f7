import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  Locale as DiscordLocale,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { TextKey } from "../../texts/keys.ts";
import { ENGLISH, type Locale, OTHER_LOCALES, spokenAs } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import { LAST_LEVEL } from "../conversation/choice.ts";

/** A slash command of ours, by the name that Discord sends. */
export type SlashCommand = "animate" | "help" | "privacy" | "forget" | "verify" | "report";

/** What can be said with `/animate`, by the names that Discord sends. */
export type AnimateOption = "photo" | "motion" | "music" | "gesture" | "face" | "everyone" | "framing" | "strength";

/** The entries in a message's Apps menu, by the names that Discord sends. */
export const MENU = {
  animate: "Animate",
  motion: "Use as motion",
  verify: "Made by Keepsake?",
  report: "Report clip",
} as const;

const MOST_FACES = 100;

type Commands = RESTPutAPIApplicationCommandsJSONBody;

/** Where the application can be installed, as Discord tells it. */
export interface Installs {
  readonly servers: boolean;
  readonly users: boolean;
}

/** Our commands as Discord wants to be told them. */
export function commandsFor({ servers, users }: Installs): Commands {
  const where = {
    integration_types: [
      ...(servers ? [ApplicationIntegrationType.GuildInstall] : []),
      ...(users ? [ApplicationIntegrationType.UserInstall] : []),
    ],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      ...(users ? [InteractionContextType.PrivateChannel] : []),
    ],
  };
  const slash = (name: SlashCommand) => ({
    type: ApplicationCommandType.ChatInput as const,
    ...where,
    ...named(`name-${name}`),
    ...described(`command-${name}`),
  });
  const entry = (key: keyof typeof MENU) => ({
    type: ApplicationCommandType.Message as const,
    ...where,
    name: MENU[key],
    name_localizations: inOthers((locale) => say(locale, `menu-${key}`)),
  });
  return [
    { ...slash("animate"), options: animateOptions() },
    ...(["help", "privacy", "forget", "report"] as const).map(slash),
    { ...slash("verify"), options: [fileOption()] },
    entry("animate"),
    entry("motion"),
    entry("verify"),
    entry("report"),
  ];
}

function fileOption() {
  const names = { ...named("name-file"), ...described("option-file") };
  return { type: ApplicationCommandOptionType.Attachment as const, ...names, required: true };
}

function animateOptions() {
  const option = (name: AnimateOption) => ({ ...named(`name-${name}`), ...described(`option-${name}`) });
  const choice = <T extends string | number>(value: T, write: (locale: Locale) => string) => ({
    name: write(ENGLISH),
    name_localizations: inOthers(write),
    value,
  });
  const framings = [
    choice("portrait", (locale) => say(locale, "button-close-up")),
    choice("photo", (locale) => say(locale, "button-whole-photo")),
  ];
  const levels = Array.from({ length: LAST_LEVEL }, (_, i) =>
    choice(i + 1, (locale) => textsFor(locale, "discord").say("strength-level", { level: i + 1 })),
  );
  return [
    { type: ApplicationCommandOptionType.Attachment as const, ...option("photo"), required: true },
    // Offered while somebody types, in words that they may also just write.
    { type: ApplicationCommandOptionType.String as const, ...option("gesture"), autocomplete: true as const },
    { type: ApplicationCommandOptionType.Integer as const, ...option("face"), min_value: 1, max_value: MOST_FACES },
    { type: ApplicationCommandOptionType.Boolean as const, ...option("everyone") },
    { type: ApplicationCommandOptionType.String as const, ...option("framing"), choices: framings },
    { type: ApplicationCommandOptionType.Integer as const, ...option("strength"), choices: levels },
    { type: ApplicationCommandOptionType.Attachment as const, ...option("motion") },
    { type: ApplicationCommandOptionType.Attachment as const, ...option("music") },
  ];
}

function named(key: TextKey & `name-${string}`) {
  return { name: say(ENGLISH, key), name_localizations: inOthers((locale) => say(locale, key)) };
}

function described(key: TextKey & `${"command" | "option"}-${string}`) {
  return { description: say(ENGLISH, key), description_localizations: inOthers((locale) => say(locale, key)) };
}

/** In every language that Discord has, too, by its own codes (`es-ES`, `es-419`); English is for all others. */
function inOthers(write: (locale: Locale) => string): Partial<Record<`${DiscordLocale}`, string>> {
  const codes = Object.values(DiscordLocale);
  return Object.fromEntries(
    OTHER_LOCALES.flatMap((locale) =>
      codes.filter((code) => spokenAs(code) === locale).map((code) => [code, write(locale)]),
    ),
  );
}

/** A text that is told no figures. */
function say(
  locale: Locale,
  key: (TextKey & `${"name" | "menu" | "option" | "command"}-${string}`) | "button-close-up" | "button-whole-photo",
): string {
  return textsFor(locale, "discord").say(key);
}
