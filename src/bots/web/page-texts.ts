import { TEXTS } from "../../texts/keys.ts";
import type { Locale } from "../../texts/locales.ts";
import { OPERATOR_TEXTS } from "../../texts/operator-keys.ts";
import { type Text, textsFor, write } from "../../texts/texts.ts";

/** What the page says that the conversation says, too. */
const SHARED = [
  "error-fileTooLarge",
  "error-bug",
  "press-gone",
  "press-delete-ask",
  "button-delete",
  "button-delete-yes",
  "button-delete-no",
  "button-cancel",
  "button-share",
  "button-keep-movement",
  "error-videoUnreadable",
  "error-videoTooLarge",
  "error-videoTooLong",
  "verify-found",
  "verify-not-found",
  "verify-unreadable",
  "verify-failed",
] as const;

/** Everything that the page itself says, by key; none of it mentions figures. */
export function pageTexts(locale: Locale): Readonly<Record<string, string>> {
  const texts = textsFor(locale, "web");
  const keys = (Object.keys(TEXTS) as (keyof typeof TEXTS)[]).filter((key): key is PageKey => key.startsWith("page-"));
  return Object.fromEntries([...keys, ...SHARED].map((key) => [key, write(texts, { key, params: {} } as Text)]));
}

type PageKey = Extract<keyof typeof TEXTS, `page-${string}`>;

/** Everything that the status page says, by key, and what it shares with the page. */
export function operatorTexts(locale: Locale): Readonly<Record<string, string>> {
  const texts = textsFor(locale, "web");
  const keys = [
    ...(Object.keys(OPERATOR_TEXTS) as (keyof typeof OPERATOR_TEXTS)[]),
    "page-offline",
    "page-close",
  ] as const;
  return Object.fromEntries(keys.map((key) => [key, texts.say(key)]));
}
