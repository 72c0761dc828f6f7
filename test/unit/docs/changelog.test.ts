import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

interface ChangelogFunctions {
  readonly dated: (changelog: string, version: string, date: string) => string | null;
  readonly notesOf: (changelog: string, version: string) => string;
}
const ROOT = join(import.meta.dirname, "../../..");
const { dated, notesOf } = (await import(join(ROOT, "scripts/changelog.js"))) as ChangelogFunctions;

const BEFORE = "# Changelog\n\n## Unreleased\n\n- Clips smile.\n\n## 0.1.0 (2026-01-02)\n\n- Clips.\n";

it("gives what was unreleased a version and a date, and opens a new chapter", () => {
  const after = dated(BEFORE, "0.2.0", "2026-11-27") ?? "";
  expect(after).toContain("## Unreleased\n\n## 0.2.0 (2026-11-27)\n\n- Clips smile.\n\n## 0.1.0");
  expect(notesOf(after, "0.2.0")).toBe("- Clips smile.");
  expect(notesOf(after, "0.1.0")).toBe("- Clips.");
  expect(dated(after, "0.3.0", "2026-11-28")).toBeNull();
});

it("is how Keepsake's own is written: a chapter for what is unreleased, then versions with their dates", () => {
  const chapters = [...readFileSync(join(ROOT, "CHANGELOG.md"), "utf8").matchAll(/^## (.+)$/gm)].map(
    ([, title]) => title,
  );
  expect(chapters[0]).toBe("Unreleased");
  for (const title of chapters.slice(1)) expect(title).toMatch(/^\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)$/);
});
