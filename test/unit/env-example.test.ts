import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "dotenv";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config.ts";

const ROOT = join(import.meta.dirname, "../..");
const example = parse(readFileSync(join(ROOT, ".env.example")));

describe(".env.example", () => {
  it("changes nothing as it is", () => {
    expect(parseConfig(example)).toEqual(parseConfig({}));
  });

  it("names every setting, and no other", () => {
    const schema = readFileSync(join(ROOT, "src/config/settings.ts"), "utf8");
    const settings = [...schema.matchAll(/^ {2}([A-Z][A-Z\d_]+):/gm)].map(([, name]) => name);
    expect(settings.length).toBeGreaterThan(10);
    // PATH is the operating system's.
    expect(Object.keys(example).sort()).toEqual(settings.filter((name) => name !== "PATH").sort());
  });
});
