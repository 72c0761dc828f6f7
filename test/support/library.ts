import { execFile } from "node:child_process";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { PORTRAIT } from "./photos.ts";

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");

/** The first block of a file in docs/ that bears a name, such as `example.mjs`. */
async function exampleIn(file: string, name: string): Promise<string> {
  const text = await readFile(join(ROOT, "docs", file), "utf8");
  const [, example] = new RegExp(`\`\`\`\\w+ ${name}\\n([\\s\\S]*?)\`\`\``).exec(text) ?? [];
  if (example === undefined) throw new Error(`docs/${file} has no example ${name}`);
  return example;
}

/** Unpacks what `npm pack` made as somebody's dependency; its own dependencies are this checkout's. */
async function installTarball(tarball: string, folder: string): Promise<void> {
  const place = join(folder, "node_modules/keepsake");
  await mkdir(place, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
  await symlink(join(ROOT, "node_modules"), join(place, "node_modules"));
}

/** This checkout as somebody's dependency, its door being the source. */
async function linkSource(folder: string): Promise<void> {
  const place = join(folder, "node_modules/keepsake");
  await mkdir(place, { recursive: true });
  await writeFile(
    join(place, "package.json"),
    JSON.stringify({ name: "keepsake", type: "module", exports: "./door.js" }),
  );
  const door = new URL("../../src/pipeline/index.ts", import.meta.url).href;
  await writeFile(join(place, "door.js"), `export * from ${JSON.stringify(door)};\n`);
}

/**
 * Runs the example of docs/library.md in a folder of its own beside a portrait: with a packed tarball as plain Node runs it, or
 * without one from the source. Gives back what it printed; rejects unless the program ends by itself, and well.
 */
export async function runLibraryExample(folder: string, tarball: string | undefined): Promise<string> {
  await writeFile(join(folder, "example.mjs"), await exampleIn("library.md", "example.mjs"));
  await cp(PORTRAIT, join(folder, "portrait.jpg"));
  if (tarball === undefined) await linkSource(folder);
  else await installTarball(tarball, folder);
  const loader = tarball === undefined ? ["--import", import.meta.resolve("tsx")] : [];
  const { stdout } = await run(process.execPath, [...loader, "example.mjs"], { cwd: folder, timeout: 280_000 });
  return stdout;
}
