import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const ELSEWHERE = new Set(["node_modules", "dist", "data", ".git", ".cache", "screenshots"]);

/** All Markdown of the project. */
function documents(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ELSEWHERE.has(entry.name) || path === join(ROOT, "docs/api") ? [] : documents(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

const withoutCode = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");

/** What links and pictures point to. */
function targets(text: string): string[] {
  const found = withoutCode(text).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g);
  return [...found].flatMap(([, inMarkdown, inHtml]) => inMarkdown ?? inHtml ?? []);
}

/** The anchors that GitHub gives to a document's headings. */
function anchors(text: string): Set<string> {
  const seen = new Map<string, number>();
  const headings = [...text.replaceAll(/^```[^]*?^```/gm, "").matchAll(/^#+ (.+)$/gm)].flatMap(
    ([, heading]) => heading ?? [],
  );
  return new Set(
    headings.map((heading) => {
      const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
      const slug = words
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(/\s/g, "-");
      const times = seen.get(slug) ?? 0;
      seen.set(slug, times + 1);
      return times === 0 ? slug : `${slug}-${times}`;
    }),
  );
}

/** What is wrong with a link, or null. */
function problem(document: string, target: string): string | null {
  if (/^(?:https?|mailto|tg):/.test(target)) return null;
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? document : resolve(dirname(document), decodeURI(path));
  if (!existsSync(file)) return `${target}: there is no such file`;
  if (anchor === undefined || statSync(file).isDirectory()) return null;
  return anchors(readFileSync(file, "utf8")).has(decodeURI(anchor)) ? null : `${target}: there is no such heading`;
}

describe("links", () => {
  it("would be noticed if they led nowhere", () => {
    const readme = join(ROOT, "README.md");
    expect(problem(readme, "docs/nothing.md")).toMatch(/no such file/);
    expect(problem(readme, "docs/library.md#nothing")).toMatch(/no such heading/);
    expect(anchors("# It's `a` b: c\n## Twice\n## Twice\n")).toEqual(new Set(["its-a-b-c", "twice", "twice-1"]));
  });

  it.each(documents().map((path) => relative(ROOT, path)))("in %s lead somewhere", (path) => {
    const document = join(ROOT, path);
    expect(targets(readFileSync(document, "utf8")).flatMap((target) => problem(document, target) ?? [])).toEqual([]);
  });
});
