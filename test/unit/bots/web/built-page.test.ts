import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { BUILT_PAGE } from "../../../../src/bots/web/server.ts";

const ROOT = join(import.meta.dirname, "../../../..");

function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length), readFileSync(path, "utf8")];
    }),
  );
}

it("the page that is shipped is what its source builds to (npm run build:page)", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-built-"));
  try {
    // By itself, because in a process that tests it would build a page for testing.
    const vite = join(ROOT, "node_modules/vite/bin/vite.js");
    const env = { ...process.env, NODE_ENV: "production" };
    execFileSync(process.execPath, [vite, "build", "--config", "web/vite.config.ts", "--outDir", folder], {
      cwd: ROOT,
      env,
      stdio: "pipe",
    });
    expect(contents(folder)).toEqual(contents(BUILT_PAGE));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it("is small: all scripts together but the status page's are no more than 60 kB as they are sent", () => {
  const scripts = Object.entries(contents(BUILT_PAGE)).filter(([name]) => /\/assets\/(?!status-).*\.js$/.test(name));
  expect(scripts.length).toBeGreaterThan(1);
  const sent = scripts.map(([, text]) => gzipSync(text).length);
  expect(sent.reduce((sum, bytes) => sum + bytes)).toBeLessThan(60_000);
});

it("names no address of anybody else, and nothing written into it that the browser is to run", () => {
  const files = contents(BUILT_PAGE);
  const namespaces = /http:\/\/www\.w3\.org\/(?:2000\/svg|1998\/Math\/MathML|1999\/xhtml|1999\/xlink)/g;
  for (const [name, text] of Object.entries(files)) {
    expect(text.replaceAll(namespaces, ""), name).not.toMatch(/https?:\/\//);
  }
  for (const name of ["/index.html", "/status.html"]) {
    expect(files[name]).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=/);
  }
});
