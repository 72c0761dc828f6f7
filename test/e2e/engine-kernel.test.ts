import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  scripts: Readonly<Record<"build:kernel", string>>;
};

describe.each(scripts["build:kernel"].split(" && "))("%s", (line) => {
  const compiler = join(ROOT, "node_modules/assemblyscript/bin/asc.js");

  it("makes what is committed", () => {
    const folder = mkdtempSync(join(tmpdir(), "keepsake-kernel-"));
    try {
      const [command, ...options] = line.split(" ");
      expect(command).toBe("asc");
      const built = join(folder, "built.wasm");
      const output = options.indexOf("-o") + 1;
      execFileSync(process.execPath, [compiler, ...options.with(output, built)], { cwd: ROOT });
      expect(Buffer.compare(readFileSync(built), readFileSync(join(ROOT, options[output]!)))).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
