import { TEXTS, type TextKey } from "../../texts/keys.ts";
import type { Locale } from "../../texts/locales.ts";
import { gestureCaption, gestureTitle, textsFor } from "../../texts/texts.ts";
import type { Wish } from "../port/chat-event.ts";
import { isSpelledLike } from "./spelling.ts";
import { wordsOf } from "./words.ts";

/** What some words say: a part of a wish, or how the words around them are to be taken (see `words-…` in the texts). */
export type Meaning =
  | { readonly is: "wish"; readonly part: Wish }
  | { readonly is: "very" | "ask" | "filler" | "whom" | "not" | "remark" | "thanks" | "unknown" };

const LISTS = [
  ["words-everyone", { face: "all" }],
  ["words-whole-photo", { framing: "photo" }],
  ["words-close-up", { framing: "portrait" }],
  ["words-original", { original: true }],
  ["words-enhanced", { original: false }],
  ["words-gentle", { level: 2 }],
  ["words-gentler", { step: -1 }],
  ["words-strong", { level: 4 }],
  ["words-stronger", { step: 1 }],
] as const satisfies readonly (readonly [string, Wish])[];

const ROLES = ["not", "very", "ask", "filler", "whom", "thanks"] as const;

const MOST_FACES = 100;
const UNKNOWN: Meaning = { is: "unknown" };

/** What people may write in one language. */
export class Vocabulary {
  readonly #phrases = new Map<string, Meaning>();
  /** Nouns that may be a mere remark (`a kiss`) where nobody asked us. */
  readonly #remarks = new Set<string>();
  readonly #words = new Set<string>();
  /** Words that a mistake may have been made in. */
  readonly #meant = new Set<string>();
  #longest = 1;

  constructor(locale: Locale, gestures: readonly string[]) {
    const { say } = textsFor(locale);
    for (const phrase of listOf(say("words-not"))) this.#learn(phrase, { is: "not" });
    for (const gesture of gestures) {
      const part: Meaning = { is: "wish", part: { gesture } };
      this.#learn(gestureTitle(gesture, locale), part);
      const key = `words-${gesture}`;
      if (isWords(key)) for (const phrase of listOf(say(key))) this.#learn(phrase, part);
      this.#learn(gestureCaption(gesture, locale), part);
    }
    for (const [key, part] of LISTS) for (const phrase of listOf(say(key))) this.#learn(phrase, { is: "wish", part });
    this.#learn(say("button-everyone"), { is: "wish", part: { face: "all" } });
    this.#learn(say("button-whole-photo"), { is: "wish", part: { framing: "photo" } });
    this.#learn(say("button-close-up"), { is: "wish", part: { framing: "portrait" } });
    this.#learn(say("button-gentler"), { is: "wish", part: { step: -1 } });
    this.#learn(say("button-stronger"), { is: "wish", part: { step: 1 } });
    for (const role of ROLES) for (const phrase of listOf(say(`words-${role}`))) this.#learn(phrase, { is: role });
    // Its bare name is what commands are given; in a talk it may be any word.
    for (const gesture of gestures) {
      if (this.#learn(gesture, { is: "wish", part: { gesture } })) this.#remarks.add(keyOf(wordsOf(gesture)));
    }
    for (const phrase of listOf(say("words-remark"))) this.#remarks.add(keyOf(wordsOf(phrase)));
  }

  /** What a text says, phrase by phrase. `asked`: we are certainly meant, so that nothing is a mere remark. */
  read(text: string, asked: boolean): readonly Meaning[] {
    const words = wordsOf(text).map((word) => this.#spell(word));
    const meanings: Meaning[] = [];
    for (let i = 0; i < words.length; ) {
      const { length, meaning } = this.#phraseAt(words, i, asked);
      meanings.push(meaning);
      i += length;
    }
    return meanings;
  }

  #phraseAt(words: readonly string[], from: number, asked: boolean): { length: number; meaning: Meaning } {
    for (let length = Math.min(this.#longest, words.length - from); length > 0; length--) {
      const key = keyOf(words.slice(from, from + length));
      const meaning = this.#phrases.get(key);
      if (meaning !== undefined)
        return { length, meaning: !asked && this.#remarks.has(key) ? { is: "remark" } : meaning };
    }
    const face = /^\d+$/.test(words[from] ?? "") ? Number(words[from]) : 0;
    const isFace = face > 0 && face <= MOST_FACES;
    return { length: 1, meaning: isFace ? { is: "wish", part: { face } } : UNKNOWN };
  }

  /** The first meaning of a phrase stays; false for another one. */
  #learn(phrase: string, meaning: Meaning): boolean {
    const words = wordsOf(phrase);
    const key = keyOf(words);
    if (words.length === 0 || this.#phrases.has(key)) return false;
    this.#phrases.set(key, meaning);
    this.#longest = Math.max(this.#longest, words.length);
    for (const word of words) {
      this.#words.add(word);
      if (meaning.is !== "not") this.#meant.add(word);
    }
    return true;
  }

  /** The word that was meant. */
  #spell(word: string): string {
    if (this.#words.has(word) || !/^\p{L}+$/u.test(word)) return word;
    for (const meant of this.#meant) if (isSpelledLike(word, meant)) return meant;
    return word;
  }
}

type WordsKey = TextKey & `words-${string}`;

function isWords(key: string): key is WordsKey {
  return key in TEXTS;
}

function keyOf(words: readonly string[]): string {
  return words.join(" ");
}

function listOf(text: string): string[] {
  return text.split(/[,，、]/).map((phrase) => phrase.trim());
}
