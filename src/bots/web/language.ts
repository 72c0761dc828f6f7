import type { FastifyRequest } from "fastify";
import { type Locale, localeOf, spokenAs } from "../../texts/locales.ts";

/** The language to speak with whoever makes this request. */
export function languageFor({ headers }: FastifyRequest): Locale {
  return languageOf(headers["accept-language"]);
}

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
  const spoken = wanted.find(({ tag }) => spokenAs(tag) !== undefined);
  return localeOf(spoken?.tag);
}
