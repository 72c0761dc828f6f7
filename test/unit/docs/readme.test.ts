import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const english = read("README.md");
const chinese = read("README.zh.md");

/** How the text is divided: the levels of its headings, in their order. */
const levels = (text: string): string[] =>
  [...withoutCode(text).matchAll(/^(#+) /gm)].flatMap(([, level]) => level ?? []);
const withoutCode = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, "");
const blocks = (text: string): string[] =>
  [...text.matchAll(/^```\w*\n([^]*?)^```/gm)].map(([, code]) => (code ?? "").replaceAll(/[ \t]*#.*$/gm, ""));
const pictures = (text: string): string[] =>
  [...text.matchAll(/src="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/g)].flatMap(([, a, b]) => a ?? b ?? []);
/** Commands, settings, options: what must be typed as it stands. */
const typed = (text: string): string[] =>
  [...withoutCode(text).matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code ?? []);
const targets = (text: string): string[] =>
  [...text.matchAll(/\]\((?!#|README)([^)]+)\)/g)].flatMap(([, target]) => target ?? []);

describe("the README in Chinese says what the English one does:", () => {
  it("the same chapters", () => {
    expect(levels(chinese)).toEqual(levels(english));
  });

  it("the same commands to copy", () => {
    expect(blocks(english)[0]).toBe("npm install && npm start\nnpm test\n");
    expect(blocks(chinese)).toEqual(blocks(english));
  });

  it("the same pictures, all of which are there", () => {
    expect(pictures(chinese)).toEqual(pictures(english));
    const missing = pictures(english).filter((path) => !path.startsWith("https:") && !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it("the same settings, options and links", () => {
    expect(typed(chinese).sort()).toEqual(typed(english).sort());
    expect(targets(chinese).sort()).toEqual(targets(english).sort());
  });
});

describe("the README's settings", () => {
  it("are those of .env.example, but for one that few need", () => {
    const chapter = /^## Settings\n([^]*?)^## /m.exec(english)?.[1] ?? "";
    const told = [...chapter.matchAll(/`([A-Z][A-Z\d_]+)`/g)].flatMap(([, name]) => name ?? []);
    const known = [...read(".env.example").matchAll(/^([A-Z][A-Z\d_]+)=/gm)].flatMap(([, name]) => name ?? []);
    expect([...new Set(told)].sort()).toEqual(known.filter((name) => name !== "FFMPEG_PATH").sort());
  });
});
