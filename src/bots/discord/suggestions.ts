import { ENGLISH, type Locale, localeOf } from "../../texts/locales.ts";
import type { GestureBook } from "../conversation/gestures.ts";
import type { WishReader } from "../wish/wish-reader.ts";

/** What Discord shows under an option at a time. */
const MOST = 25;

/** Who understands what people write. */
export interface Understanding {
  readonly gestures: GestureBook;
  readonly wishes: WishReader;
}

/**
 * The gestures that somebody may mean by what they have typed so far, in their own language: those whose name begins so, then those
 * that it means in any language, then those in whose name it stands somewhere. All of them before anything is typed.
 */
export function suggestGestures(typed: string, language: string | undefined, { gestures, wishes }: Understanding) {
  const locale = localeOf(language);
  const sought = plain(typed);
  const reading = wishes.read(typed, language, "asked");
  const meant = reading.kind === "wish" ? reading.wish.gesture : undefined;
  const rank = (name: string): number => {
    const titles = titlesOf(name, locale, gestures);
    if (titles.some((title) => title.startsWith(sought))) return 0;
    if (name === meant) return 1;
    return titles.some((title) => title.includes(sought)) ? 2 : 3;
  };
  return gestures.names
    .map((value) => ({ value, rank: rank(value) }))
    .filter(({ rank: found }) => found < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ value }) => ({ name: gestures.title(value, locale), value }));
}

function titlesOf(name: string, locale: Locale, gestures: GestureBook): string[] {
  return [gestures.title(name, locale), gestures.title(name, ENGLISH), name].map(plain);
}

/** Without capitals and accents, as people type on phones. */
function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
