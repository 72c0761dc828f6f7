/**
 * `node scripts/release.js 0.2.0` makes a release ready: dates the changelog, sets the version, packs, installs what it packed in
 * an empty folder and makes a clip with it there. It publishes nothing, but says how.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dated, notesOf } from "./changelog.js";

const ROOT = join(import.meta.dirname, "..");
const CHANGELOG = join(ROOT, "CHANGELOG.md");

function run(command, args, cwd = ROOT) {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

function refuse(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

const [version] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/.test(version ?? "")) refuse("Name a version: node scripts/release.js 0.2.0");
if (run("git", ["status", "--porcelain"]) !== "") refuse("Commit what you have changed first.");

const changelog = dated(readFileSync(CHANGELOG, "utf8"), version, new Date().toISOString().slice(0, 10));
if (changelog === null) refuse("There is nothing under Unreleased in CHANGELOG.md.");
writeFileSync(CHANGELOG, changelog);
run("npm", ["version", version, "--no-git-tag-version", "--allow-same-version"]);
const tarball = join(ROOT, run("npm", ["pack", "--ignore-scripts=false", "--silent"]).trim().split("\n").at(-1));

const empty = mkdtempSync(join(tmpdir(), "keepsake-release-"));
try {
  writeFileSync(join(empty, "package.json"), "{}");
  run("npm", ["install", tarball, "--ignore-scripts", "--no-audit", "--no-fund"], empty);
  run("npx", ["keepsake", "animate", join(ROOT, "examples/portrait.jpg"), "--out", "clip.gif"], empty);
  if (!existsSync(join(empty, "clip.gif"))) throw new Error("the packed Keepsake made no clip");
  if (run("npx", ["keepsake", "--version"], empty).trim() !== version) throw new Error("it tells another version");
} finally {
  rmSync(empty, { recursive: true, force: true });
}

process.stdout.write(`${tarball} works in an empty folder. Its notes:

${notesOf(changelog, version)}

To publish it:
  git commit -am "Release ${version}" && git tag -a v${version} -m ${version}
  git push --follow-tags
  npm publish ${tarball}
To think better of it: git checkout CHANGELOG.md package.json package-lock.json
`);
