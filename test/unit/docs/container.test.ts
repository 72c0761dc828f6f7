import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const dockerfile = read("Dockerfile");
/** What is copied from the repository, not from an earlier stage. */
const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => (paths ?? "").split(" "));

it("puts into the container what the package holds", () => {
  const { files } = JSON.parse(read("package.json")) as { files: readonly string[] };
  const folders = files.filter((file) => !file.startsWith("!")).map((file) => file.split("/")[0] ?? file);
  // What is built comes from the stage before.
  const needed = new Set(folders.filter((folder) => folder !== "dist"));
  expect([...needed].filter((folder) => !copied.includes(folder))).toEqual([]);
  expect(dockerfile).toContain("COPY --from=build /opt/keepsake/dist dist");
});

it("copies only what is there and what Docker is shown", () => {
  const shown = read(".dockerignore");
  for (const path of copied) {
    expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect(shown, path).toContain(`!${path}\n`);
  }
});

it("knows the settings that it makes", () => {
  const known = read(".env.example");
  const made = [...`${dockerfile}\n${read("compose.yaml")}`.matchAll(/\b([A-Z]+_[A-Z_]+)(?==|:)/g)].map(
    ([, name]) => name,
  );
  expect(made.length).toBeGreaterThan(3);
  for (const name of made) if (name !== "NODE_ENV") expect(known, name).toContain(`\n${name}=`);
});
