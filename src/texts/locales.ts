import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ENDING = ".ftl";

/** A language that we speak, by the two letters of its file beside this one: `de` for `de.ftl`. */
export type Locale = string;

/** What is spoken to those whose language we do not know. */
export const ENGLISH: Locale = "en";

/** Every language that has a file, English first. */
export const LOCALES: readonly Locale[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length))
  .sort((one, other) => Number(other === ENGLISH) - Number(one === ENGLISH) || (one < other ? -1 : 1));

/** The languages besides English. */
export const OTHER_LOCALES: readonly Locale[] = LOCALES.filter((locale) => locale !== ENGLISH);

/** The language of ours that a code such as `es-419`, `zh-hans` or `RU` belongs to, or undefined. */
export function spokenAs(code: string): Locale | undefined {
  const base = code.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === base);
}

/** The language to speak with somebody whose platform reports this code; English by default. */
export function localeOf(code: string | undefined): Locale {
  return (code === undefined ? undefined : spokenAs(code)) ?? ENGLISH;
}

/** The source text of one language, as it lies on disk. */
export function sourceOf(locale: Locale): string {
  return readFileSync(join(import.meta.dirname, `${locale}${ENDING}`), "utf8");
}
