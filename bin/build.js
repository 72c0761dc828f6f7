/**
 * Makes `dist/`, the JavaScript that runs, from `src/`: one file for each, at the same depth, so that paths relative to a file
 * hold in both. `npm run build` does it always; the commands beside this file do it when the sources have changed.
 *
 * Not at `npm install`, because then install scripts of other packages would run as well (see .npmrc).
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const SOURCES = join(ROOT, "src");
const DIST = join(ROOT, "dist");
/** Holds the fingerprint of what `dist/` was built from. It is written last: a build that was broken off leaves it as it was. */
const STAMP = join(DIST, "built-from");

/** Builds if need be. Where there are no sources, as in a package from a registry, `dist/` is taken as it is. */
export async function ensureBuilt() {
  const sources = filesIn(SOURCES);
  if (sources.length > 0 && fingerprint(sources) !== stamp()) await build();
}

/**
 * Builds. Each file is written aside and renamed, so that programs that start, or build, at the same time see whole files only.
 * Throws when a file of `dist/` cannot be written.
 */
export async function build() {
  const sources = filesIn(SOURCES);
  const built = [
    ...(await compile(sources.filter(isProgram))),
    ...sources.filter(isData).map(copied),
    stampOf(sources),
  ];
  for (const { path, contents } of built) replace(path, contents);
  const current = new Set(built.map(({ path }) => path));
  for (const path of filesIn(DIST)) if (isLeftover(path, current)) rmSync(path, { force: true });
}

const isDeclaration = (path) => path.endsWith(".d.ts");
const isProgram = (path) => path.endsWith(".ts") && !isDeclaration(path);
const isData = (path) => !path.endsWith(".ts");
/** Whoever builds at the same time needs its unfinished files, and types are made by `npm run build:types`. */
const isLeftover = (path, current) => !current.has(path) && !isDeclaration(path) && !path.endsWith(".part");

async function compile(entryPoints) {
  // Only who builds pays for loading it.
  const { build: esbuild } = await import("esbuild");
  const { outputFiles } = await esbuild({
    entryPoints,
    outbase: SOURCES,
    outdir: DIST,
    write: false,
    // One file for each: everything that is imported stays an import.
    bundle: true,
    treeShaking: false,
    packages: "external",
    plugins: [{ name: "endings", setup: keepImports }],
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    logLevel: "warning",
  });
  return outputFiles;
}

/** What imports `./clock.ts` imports `./clock.js` when it is built. */
function keepImports({ onResolve }) {
  onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ kind, path }) =>
    kind === "entry-point" ? undefined : { path: path.replace(/\.ts$/, ".js"), external: true },
  );
}

const copied = (path) => ({ path: join(DIST, relative(SOURCES, path)), contents: readFileSync(path) });
const stampOf = (sources) => ({ path: STAMP, contents: fingerprint(sources) });

/** Of contents and not of times, which copying, checking out and packing change. */
function fingerprint(sources) {
  const hash = createHash("sha256");
  for (const path of [import.meta.filename, ...sources]) hash.update(relative(ROOT, path)).update(readFileSync(path));
  return hash.digest("hex");
}

function stamp() {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return null;
  }
}

function replace(path, contents) {
  const unfinished = `${path}.${randomUUID()}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(unfinished, contents);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function filesIn(folder) {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort();
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
}

if (process.argv[1] === import.meta.filename) await build();
