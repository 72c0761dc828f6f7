import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { changed, type OldBug } from "./old-bugs.ts";

const ROOT = join(import.meta.dirname, "../..");
const TEXTS = join(ROOT, "src/texts");
const BUNDLES = join(ROOT, ".cache", `simulation-${process.pid}`);
process.once("exit", () => rmSync(BUNDLES, { recursive: true, force: true }));

/**
 * Makes one JavaScript file of the simulation and what it simulates, with an old bug put back if one is given. It lies as deep
 * as the sources do, so that what these look for beside themselves is found. Removed when this process ends.
 */
export async function bundle(bug?: OldBug): Promise<string> {
  const folder = join(BUNDLES, bug?.name ?? "today");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(TEXTS)) {
    if (name.endsWith(".ftl")) copyFileSync(join(TEXTS, name), join(folder, basename(name)));
  }
  const outfile = join(folder, "worker.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    plugins: bug === undefined ? [] : [putBack(bug)],
  });
  return outfile;
}

function putBack({ name, changes }: OldBug): Plugin {
  return {
    name,
    setup: (building) => {
      for (const file of new Set(changes.map((change) => change.file))) {
        const path = join(ROOT, file);
        building.onLoad({ filter: new RegExp(`^${path.replaceAll(/[.*+?^${}()|[\\]\\\\]/g, "\\\\$&")}$`) }, () => {
          const source = readFileSync(path, "utf8");
          const contents = changes.filter((change) => change.file === file).reduce(changed, source);
          return { contents, loader: "ts" };
        });
      }
    },
  };
}
