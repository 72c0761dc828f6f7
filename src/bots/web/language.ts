import { LOCALES, type Locale } from "../../texts/keys.ts";
import { localeOf } from "../../texts/texts.ts";

/** The language to speak with a browser that sends this Accept-Language header: its first that we speak, else English. */
export function languageOf(header: string | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", weight] = part.trim().split(/;\s*q=/);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const spoken = wanted.find(({ tag }) => LOCALES.some((locale) => locale === tag.toLowerCase().split("-")[0]));
  return localeOf(spoken?.tag);
}
