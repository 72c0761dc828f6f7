import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { UserErrorCode } from "../errors.ts";
import { isOwnGesture, isSongGesture } from "../pipeline/motion/gesture-name.ts";
import type { TEXTS, TextKey, TextParams } from "./keys.ts";
import { type Locale, sourceOf } from "./locales.ts";

/** A text key together with what it needs, so that texts can be handed round before the language is known. */
export type Text = { [K in TextKey]: { readonly key: K; readonly params: TextParams<K> } }[TextKey];

/** The texts of one language, in the words of a platform where that has words of its own: attributes with its name. */
export interface Texts {
  readonly locale: Locale;
  readonly platform: string;
  /** Throws Error when a text is missing or broken: tests see to it that none is. */
  readonly say: <K extends TextKey>(key: K, ...params: ParamsOf<K>) => string;
}

type ParamsOf<K extends TextKey> = (typeof TEXTS)[K] extends readonly [] ? [] : [params: TextParams<K>];

const bundles = new Map<Locale, FluentBundle>();

/** The texts of one language; read once. */
export function textsFor(locale: Locale, platform = ""): Texts {
  return { locale, platform, say: (key, ...params) => format({ locale, platform }, key, params[0] ?? {}) };
}

/** Writes a text that was handed round as a key. */
export function write(texts: Texts, text: Text): string {
  return format(texts, text.key, text.params);
}

/** What is said of a problem that a person can mend, or of one that is ours. */
export function errorText(code: UserErrorCode | "bug"): Text {
  const key = `error-${code}` as const;
  // Each of these keys needs nothing; there are more of them than the compiler compares one by one.
  return { key, params: {} } as Text;
}

/**
 * What people call a gesture: its text `gesture-<name>`; of one that has none, as an operator's own may, the name itself made
 * readable (`look-back`: `Look back`).
 */
export function gestureTitle(gesture: string, locale: Locale): string {
  // Whoever filmed a movement may have given it a name, but that is theirs alone.
  if (isOwnGesture(gesture)) return format({ locale, platform: "" }, "movement-title", {});
  if (isSongGesture(gesture)) return format({ locale, platform: "" }, "song-title", {});
  const key = `gesture-${gesture}`;
  if (bundleOf(locale).hasMessage(key)) return format({ locale, platform: "" }, key, {});
  return gesture.charAt(0).toUpperCase() + gesture.slice(1).replaceAll("-", " ");
}

/** What stands under a clip of a gesture: the attribute `caption` of its title, in languages that want other words there. */
export function gestureCaption(gesture: string, locale: Locale): string {
  if (isSongGesture(gesture)) return format({ locale, platform: "" }, "song-caption", {});
  const caption = bundleOf(locale).getMessage(`gesture-${gesture}`)?.attributes["caption"];
  return caption === undefined ? gestureTitle(gesture, locale) : bundleOf(locale).formatPattern(caption);
}

type Voice = Pick<Texts, "locale" | "platform">;

function format({ locale, platform }: Voice, key: string, params: Readonly<Record<string, FluentVariable>>): string {
  const bundle = bundleOf(locale);
  const message = bundle.getMessage(key);
  const pattern = message?.attributes[platform] ?? message?.value;
  if (pattern === undefined || pattern === null) throw new Error(`no text ${key} in ${locale}`);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, { ...params }, errors);
  if (errors.length > 0) throw new Error(`text ${key} in ${locale}: ${errors[0]?.message ?? ""}`);
  return text;
}

function bundleOf(locale: Locale): FluentBundle {
  const known = bundles.get(locale);
  if (known !== undefined) return known;
  // The isolating marks that Fluent puts round figures show up as boxes in some chat clients.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(sourceOf(locale)));
  if (errors.length > 0) throw new Error(`texts of ${locale}: ${errors[0]?.message ?? ""}`);
  bundles.set(locale, bundle);
  return bundle;
}
