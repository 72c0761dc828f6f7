/**
 * Makes the WebAssembly that the pipeline runs: `npm run build:kernel`. It is committed, so only who changes `assembly/` builds it, and
 * the compiler, which is large, is no development package but fetched by npx in the version that package.json names.
 *
 * `npm run check:kernel` builds it aside and compares: what is committed must be what its source says. `built-from.json` lets a test
 * without the compiler see that a source was changed and not built again.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const RECORD = join(import.meta.dirname, "built-from.json");
const KERNELS = {
  "assembly/layer.ts": "src/pipeline/mesh/render/kernel.wasm",
  "assembly/planes.ts": "src/pipeline/video/planes.wasm",
};

const sha256 = (path) => createHash("sha256").update(readFileSync(path)).digest("hex");

function compile(source, target) {
  execFileSync("asc", [source, "-o", target], { cwd: ROOT, stdio: "inherit" });
}

function build() {
  for (const [source, target] of Object.entries(KERNELS)) compile(source, target);
  const sources = ["asconfig.json", ...readdirSync(import.meta.dirname).filter((name) => name.endsWith(".ts")).map((name) => `assembly/${name}`)];
  const files = [...sources, ...Object.values(KERNELS)].sort();
  const hashes = Object.fromEntries(files.map((file) => [file, sha256(join(ROOT, file))]));
  writeFileSync(RECORD, `${JSON.stringify(hashes, null, 2)}\n`);
}

/** Throws when a committed file is not what its source says. */
function check() {
  const folder = mkdtempSync(join(tmpdir(), "keepsake-kernel-"));
  try {
    for (const [source, target] of Object.entries(KERNELS)) {
      const built = join(folder, "built.wasm");
      compile(source, built);
      if (sha256(built) !== sha256(join(ROOT, target))) throw new Error(`${target} is not what ${source} says: npm run build:kernel`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv.includes("--check")) check();
else build();
