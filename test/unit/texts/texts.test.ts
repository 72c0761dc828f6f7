import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { commandsFor } from "../../../src/bots/discord/commands.ts";
import { TEXTS, type TextKey } from "../../../src/texts/keys.ts";
import { LOCALES, localeOf, sourceOf } from "../../../src/texts/locales.ts";
import { gestureCaption, gestureTitle, textsFor, write } from "../../../src/texts/texts.ts";

const keys = Object.keys(TEXTS) as TextKey[];
const PLATFORMS = ["", "discord", "web"] as const;

/** Every piece of a parsed text, wherever it is nested. */
function piecesOf(node: unknown): object[] {
  if (typeof node !== "object" || node === null) return [];
  return [node, ...Object.values(node).flatMap(piecesOf)];
}

/** The names of all variables in a piece of a parsed text. */
function variablesOf(node: unknown): Set<string> {
  return new Set(piecesOf(node).flatMap((piece) => ("name" in piece && isA(piece, "var") ? [String(piece.name)] : [])));
}

function isA(piece: object, type: string): boolean {
  return "type" in piece && piece.type === type;
}

interface Choosing {
  readonly selector: { readonly name?: string };
  readonly variants: readonly {
    readonly key: { readonly type: string; readonly value: unknown };
    readonly value: unknown;
  }[];
}

/** Any parameters a text could want; figures pass for words. */
function everyParam(key: TextKey, value: number): Record<string, number> {
  return Object.fromEntries(TEXTS[key].map((name) => [name, value]));
}

/** How many places a text takes on a line: Chinese and Japanese letters are twice as wide. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

describe.each(LOCALES)("texts in %s", (locale) => {
  const messages = new FluentResource(sourceOf(locale)).body;

  it("has every text once, and no other", () => {
    expect(messages.map((message) => message.id).sort()).toEqual([...keys].sort());
  });

  it.each(keys)("%s mentions what it is given, and nothing else", (key) => {
    const message = messages.find(({ id }) => id === key);
    for (const pattern of [message?.value, ...Object.values(message?.attributes ?? {})]) {
      expect([...variablesOf(pattern)].sort()).toEqual([...TEXTS[key]].sort());
    }
  });

  it("has words of a platform's own where the others have them, and captions for gestures only", () => {
    const own = (texts: typeof messages, caption: boolean): string[] =>
      texts.flatMap(({ id, attributes }) =>
        Object.keys(attributes)
          .filter((name) => (name === "caption") === caption)
          .map((name) => `${id}.${name}`),
      );
    expect(own(messages, false)).toEqual(own(new FluentResource(sourceOf("en")).body, false));
    for (const caption of own(messages, true)) expect(caption).toMatch(/^gesture-/);
  });

  it("counts as its language does", () => {
    const rules = new Intl.PluralRules(locale);
    const oneIsMore = [2, 11, 21, 31, 101].some((figure) => rules.select(figure) === "one");
    for (const piece of piecesOf(messages)) {
      if (!isA(piece, "select")) continue;
      const { selector, variants } = piece as unknown as Choosing;
      for (const { key, value } of variants) {
        if (key.type !== "str" || ["many", "cannot", "seconds", "minutes"].includes(String(key.value))) continue;
        expect(rules.resolvedOptions().pluralCategories).toContain(key.value);
        // Where 21 counts like 1, the figure itself must be said.
        if (key.value === "one" && oneIsMore) expect([...variablesOf(value)]).toContain(selector.name);
      }
    }
  });

  it.each(keys)("%s can be written with any figure", (key) => {
    for (const figure of [0, 1, 2, 5, 21, 1000]) {
      for (const platform of PLATFORMS) {
        const text = write(textsFor(locale, platform), { key, params: everyParam(key, figure) } as never);
        expect(text.trim()).toBe(text);
        expect(text).not.toMatch(/[{}\u2068\u2069]|undefined/);
      }
    }
  });

  it.each(PLATFORMS)("keeps within what the platforms take (%s)", (platform) => {
    const texts = textsFor(locale, platform);
    for (const key of keys) {
      const text = write(texts, { key, params: everyParam(key, 1000) } as never);
      // Privacy is said together with the operator's address, a status with nothing: 2000 characters are Discord's most.
      if (!key.startsWith("words-")) expect(text.length, key).toBeLessThanOrEqual(1900);
      if (key.startsWith("menu-")) expect(text.length, key).toBeLessThanOrEqual(32);
      if (key.startsWith("name-")) expect(text).toMatch(/^[-_\p{Ll}\p{Lo}\p{Lm}\p{N}]{1,32}$/u);
      if (/^(option|choose|command|list|strength)-/.test(key)) expect(text.length, key).toBeLessThanOrEqual(100);
      if (key.startsWith("press-")) expect(text.length, key).toBeLessThanOrEqual(200);
      if (/^(button|gesture)-/.test(key)) expect(widthOf(text), `${key}: ${text}`).toBeLessThanOrEqual(20);
    }
    expect(texts.say("bot-short-description").length).toBeLessThanOrEqual(120);
    // They stand under a clip together.
    expect(`${texts.say("start")}${texts.say("consent-caption")}`.length).toBeLessThanOrEqual(1000);
    expect(texts.say("bot-description").length).toBeLessThanOrEqual(512);
  });

  it("does not shout", () => {
    expect(sourceOf(locale)).not.toMatch(/[!！]/);
  });

  it("has captions that tell the gestures apart", () => {
    const gestures = keys.filter((key) => key.startsWith("gesture-")).map((key) => key.slice("gesture-".length));
    for (const say of [gestureTitle, gestureCaption])
      expect(new Set(gestures.map((gesture) => say(gesture, locale))).size).toBe(gestures.length);
  });
});

describe("our commands in Discord", () => {
  const commands = commandsFor({ servers: true, users: true });

  /** Of a text in many languages Discord counts the longest. */
  function longest(
    text: string | undefined,
    others: Readonly<Record<string, string | null>> | null | undefined,
  ): number {
    return Math.max(...[text, ...Object.values(others ?? {})].map((words) => words?.length ?? 0));
  }

  /** Characters as Discord counts them for its limit of 8000. */
  function sizeOf(node: unknown): number {
    const own = piecesOf(node).map((piece) => {
      const part = piece as Readonly<Record<string, never>>;
      return (
        longest(part["name"], part["name_localizations"]) +
        longest(part["description"], part["description_localizations"]) +
        (typeof part["value"] === "string" ? String(part["value"]).length : 0)
      );
    });
    return own.reduce((sum, size) => sum + size, 0);
  }

  it.each(commands.map((command) => [command.name, command] as const))("%s is short enough", (_name, command) => {
    expect(sizeOf(command)).toBeLessThanOrEqual(8000);
  });

  it("say what each is for there, and not what it is for elsewhere", () => {
    const { say } = textsFor("en", "discord");
    expect([say("command-verify"), say("command-movement")]).toEqual([
      "Was this made by Keepsake?",
      "In reply to a clip: keep its movement, by a name",
    ]);
  });

  it.each(LOCALES)("do not share a name in %s", (locale) => {
    const { say } = textsFor(locale, "discord");
    for (const names of [
      [say("name-animate"), say("name-help"), say("name-privacy"), say("name-forget"), say("name-report")],
      (["photo", "gesture", "face", "everyone", "framing", "strength"] as const).map((name) => say(`name-${name}`)),
      [1, 2, 3, 4, 5].map((level) => say("strength-level", { level })),
      [say("menu-animate"), say("menu-report")],
    ])
      expect(new Set(names).size).toBe(names.length);
  });
});

describe("gestureTitle", () => {
  it.each([
    ["look", "en", "Look around"],
    ["look", "ru", "Осмотреться"],
    ["look-back2", "ru", "Look back2"],
  ] as const)("calls %s in %s %s", (gesture, locale, title) => expect(gestureTitle(gesture, locale)).toBe(title));
});

describe("gestureCaption", () => {
  it.each([
    ["smile", "en", "Smile"],
    ["smile", "ru", "Улыбка"],
    ["look-back2", "es", "Look back2"],
  ] as const)("writes of %s in %s %s", (gesture, locale, caption) =>
    expect(gestureCaption(gesture, locale)).toBe(caption),
  );
});

describe("localeOf", () => {
  it.each([
    ["en-GB", "en"],
    ["zh-hans", "zh"],
    ["es-419", "es"],
    ["ru", "ru"],
    ["RU_ru", "ru"],
    ["eo", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("speaks %s as %s", (code, locale) => expect(localeOf(code)).toBe(locale));
});

describe("counting", () => {
  it.each([
    [1, "1 минуту"],
    [3, "3 минуты"],
    [5, "5 минут"],
    [21, "21 минуту"],
  ])("says %i minutes properly in Russian", (minutes, words) =>
    expect(textsFor("ru").say("refused-quota", { minutes })).toContain(words),
  );

  it("says seconds and minutes in English", () => {
    const { say } = textsFor("en");
    expect(say("status-waiting", { place: 1, amount: 20, unit: "seconds" })).toBe("You are next in line, about 20 s.");
    expect(say("status-waiting", { place: 4, amount: 3, unit: "minutes" })).toBe(
      "You are number 4 in line, about 3 min.",
    );
  });
});
