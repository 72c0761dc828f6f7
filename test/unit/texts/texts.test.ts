import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { LOCALES, TEXTS, type TextKey } from "../../../src/texts/keys.ts";
import { gestureTitle, localeOf, sourceOf, textsFor, write } from "../../../src/texts/texts.ts";

const keys = Object.keys(TEXTS) as TextKey[];

/** The names of all variables in a piece of a parsed text, wherever they are nested. */
function variablesOf(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  if ("type" in node && node.type === "var" && "name" in node) found.add(String(node.name));
  for (const child of Object.values(node)) variablesOf(child, found);
  return found;
}

/** Any parameters a text could want; figures pass for words. */
function everyParam(key: TextKey, value: number): Record<string, number> {
  return Object.fromEntries(TEXTS[key].map((name) => [name, value]));
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

  it("has words of a platform's own where the others have them", () => {
    const own = (texts: typeof messages): string[] =>
      texts.flatMap(({ id, attributes }) => Object.keys(attributes).map((platform) => `${id}.${platform}`));
    expect(own(messages)).toEqual(own(new FluentResource(sourceOf("en")).body));
  });

  it.each(keys)("%s can be written with any figure", (key) => {
    for (const [figure, platform] of [0, 1, 2, 5, 21, 1000].flatMap((n) => [
      [n, ""] as const,
      [n, "discord"] as const,
      [n, "web"] as const,
    ])) {
      const text = write(textsFor(locale, platform), { key, params: everyParam(key, figure) } as never);
      expect(text.trim()).toBe(text);
      expect(text).not.toMatch(/[{}\u2068\u2069]|undefined/);
    }
  });

  it("keeps within what the platforms take", () => {
    const texts = textsFor(locale);
    for (const key of keys) {
      const { length } = write(texts, { key, params: everyParam(key, 1000) } as never);
      expect(textsFor(locale, "discord").say(key, everyParam(key, 1000) as never).length, key).toBeLessThanOrEqual(
        1900,
      );
      if (key.startsWith("menu-")) expect(length, key).toBeLessThanOrEqual(32);
      if (key.startsWith("name-"))
        expect(write(texts, { key, params: {} } as never)).toMatch(/^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
      if (key.startsWith("option-") || key.startsWith("choose-")) expect(length, key).toBeLessThanOrEqual(100);
      if (key.startsWith("press-")) expect(length, key).toBeLessThanOrEqual(200);
      if (key.startsWith("command-")) expect(length, key).toBeLessThanOrEqual(100);
      if (key.startsWith("gesture-")) expect(length, key).toBeLessThanOrEqual(40);
      if (key.startsWith("button-")) expect(length, key).toBeLessThanOrEqual(40);
    }
    expect(texts.say("bot-short-description").length).toBeLessThanOrEqual(120);
    expect(texts.say("bot-description").length).toBeLessThanOrEqual(512);
  });

  it("does not shout", () => {
    expect(sourceOf(locale)).not.toMatch(/[!！]/);
  });
});

describe("gestureTitle", () => {
  it.each([
    ["look", "en", "Look around"],
    ["look", "ru", "Посмотреть по сторонам"],
    ["look-back2", "ru", "Look back2"],
  ] as const)("calls %s in %s %s", (gesture, locale, title) => expect(gestureTitle(gesture, locale)).toBe(title));
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
