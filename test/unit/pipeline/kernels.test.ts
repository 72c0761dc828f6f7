import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const read = (file: string): Buffer => readFileSync(join(ROOT, file));
const builtFrom = JSON.parse(read("assembly/built-from.json").toString()) as Readonly<Record<string, string>>;

it("knows every source of the kernels", () => {
  const sources = readdirSync(join(ROOT, "assembly")).filter((name) => name.endsWith(".ts"));
  expect(Object.keys(builtFrom)).toEqual(expect.arrayContaining(sources.map((name) => `assembly/${name}`)));
});

// Whether the compiler makes the one of the other is for `npm run check:kernel`, which fetches it.
it.each(Object.entries(builtFrom))(
  "%s is as it was when the kernels were built: npm run build:kernel",
  (file, hash) => {
    expect(createHash("sha256").update(read(file)).digest("hex")).toBe(hash);
  },
);
