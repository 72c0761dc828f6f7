import { ENGLISH, LOCALES, type Locale, localeOf } from "../../texts/locales.ts";
import { NORMAL_LEVEL } from "../conversation/choice.ts";
import type { PhotoEvent, Wish } from "../port/chat-event.ts";
import { type Meaning, Vocabulary } from "./vocabulary.ts";

/**
 * How a text came to us: behind a command or our name, which ask for something by themselves; in a private chat; or as an answer
 * to one of our messages in a group, where people talk to each other, too.
 */
export type Manner = "asked" | "private" | "overheard";

/**
 * What a text is: a wish; a request that asks for nothing in particular (`/animate please`); the beginning of a wish that was not
 * understood; thanks; or talk.
 */
export type Reading =
  | { readonly kind: "wish"; readonly wish: Wish }
  | { readonly kind: "plain" | "unclear" | "thanks" | "talk" };

/** Names and the like that may stand in a wish without being understood. */
const MOST_UNKNOWN = 3;

const UNCLEAR: Reading = { kind: "unclear" };
const TALK: Reading = { kind: "talk" };

/** Reads what people write in any of our languages. */
export class WishReader {
  readonly #vocabularies = new Map<Locale, Vocabulary>();

  constructor(private readonly gestures: readonly string[]) {}

  /**
   * Reads a text in the language that its writer's platform reports, else in English, else in any other: whole texts, so that no
   * word of one language is taken for a word of another.
   */
  read(text: string, language: string | undefined, manner: Manner): Reading {
    const own = localeOf(language);
    const locales = [...new Set([own, ENGLISH, ...LOCALES])];
    const readings = locales.map((locale) =>
      readingOf(this.#vocabularyOf(locale).read(text, manner !== "overheard"), manner),
    );
    const understood = (["wish", "plain", "thanks"] as const)
      .map((what) => readings.find(({ kind }) => kind === what))
      .find((reading) => reading !== undefined);
    // What is half understood in a language that the person may not even speak is no wish.
    return understood ?? readings.slice(0, own === ENGLISH ? 1 : 2).find(({ kind }) => kind === "unclear") ?? TALK;
  }

  #vocabularyOf(locale: Locale): Vocabulary {
    const known = this.#vocabularies.get(locale);
    if (known !== undefined) return known;
    const vocabulary = new Vocabulary(locale, this.gestures);
    this.#vocabularies.set(locale, vocabulary);
    return vocabulary;
  }
}

/** What a reading adds to the request for a clip of a photo. A caption that is no wish tells of the photo. */
export function askedIn(reading: Reading): Pick<PhotoEvent, "wish" | "unclear"> {
  if (reading.kind === "wish") return { wish: reading.wish };
  return reading.kind === "unclear" ? { unclear: true } : {};
}

function readingOf(meanings: readonly Meaning[], manner: Manner): Reading {
  const telling = meanings.filter(({ is }) => is !== "filler");
  const first = telling.find(({ is }) => is !== "thanks");
  const begins = manner === "asked" || first?.is === "ask";
  const has = (is: Meaning["is"]): boolean => telling.some((meaning) => meaning.is === is);
  const parts = telling.flatMap((meaning) => (meaning.is === "wish" ? [meaning.part] : []));
  const strange = telling.filter(({ is }) => is === "unknown" || (is === "whom" && !begins)).length;
  if (parts.length === 0) {
    if (!begins) return telling[0]?.is === "thanks" ? { kind: "thanks" } : TALK;
    return manner === "asked" && strange === 0 && !has("not") ? { kind: "plain" } : UNCLEAR;
  }
  const wish = has("not") || has("remark") ? null : merged(parts, has("very"));
  const bare = parts.every(({ level }) => level !== undefined);
  const allowed = begins && manner !== "overheard" ? MOST_UNKNOWN : 0;
  // In a group “strong” alone says what somebody thinks of the clip.
  if (wish === null || strange > allowed || (bare && manner === "overheard")) return begins ? UNCLEAR : TALK;
  return { kind: "wish", wish };
}

/** One wish of its parts; null when they contradict each other. */
function merged(parts: readonly Wish[], very: boolean): Wish | null {
  for (const name of ["gesture", "face", "framing", "original"] as const)
    if (new Set(parts.flatMap((part) => part[name] ?? [])).size > 1) return null;
  // “10/10”
  if (parts.filter(({ face }) => typeof face === "number").length > 1) return null;
  const { level, step, ...rest }: Wish = Object.assign({}, ...parts) as Wish;
  if (step !== undefined) {
    // “A bit more”, and then “gentle”.
    const direction = level === undefined ? Math.sign(step) : Math.sign(level - NORMAL_LEVEL);
    return { ...rest, step: very ? 2 * direction : direction };
  }
  if (level === undefined) return rest;
  return { ...rest, level: very ? level + Math.sign(level - NORMAL_LEVEL) : level };
}
