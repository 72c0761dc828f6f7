import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../album");
const pictures = readdirSync(FOLDER).filter((name) => /\.(jpg|png)$/.test(name));
const rows = readFileSync(join(FOLDER, "README.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

it("says of every picture what it shows, where it comes from and why it is free", () => {
  expect(rows.map(([, name]) => name!.replaceAll("`", "")).sort()).toEqual(pictures.sort());
  for (const [, name, shows, from, why] of rows) expect([shows, from, why], name).not.toContain("");
});

it("holds sixteen pictures at least, and stays small", () => {
  expect(pictures.length).toBeGreaterThanOrEqual(16);
  const bytes = pictures.map((name) => readFileSync(join(FOLDER, name)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});
