import type { Locale } from "../../texts/locales.ts";
import { type Text, textsFor, write } from "../../texts/texts.ts";
import type { Refusal } from "./protocol.ts";

const STATUS = {
  invitation: 401,
  strange: 400,
  tooMany: 429,
  full: 429,
  tooLarge: 413,
  unfit: 422,
  notFound: 404,
} as const satisfies Record<Refusal, number>;

/** A call that is turned away, with the reason that the page has words for. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly statusCode: number;
  constructor(
    readonly refusal: Refusal,
    /** What to tell the visitor, where the page has no words of its own for it. */
    readonly text?: string,
  ) {
    super(refusal);
    this.statusCode = STATUS[refusal];
  }
}

/** A call that is turned away for a reason that the page has no words for: it is told in the visitor's language. */
export function refusedWith(refusal: Refusal, why: Text, locale: Locale): Refused {
  return new Refused(refusal, write(textsFor(locale, "web"), why));
}
