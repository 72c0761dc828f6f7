import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepsake } from "../../support/command.ts";
import { temporaryFolder } from "../store/open-store.ts";

/** What bash offers after these words, the last of which is being typed. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const script = join(await temporaryFolder(), "keepsake.bash");
  writeFileSync(script, (await keepsake(["completion", "bash"])).stdout);
  const line = ["keepsake", ...words].map((word) => `'${word}'`).join(" ");
  const typed = `source ${script}; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _keepsake; echo "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", typed], { encoding: "utf8" }).trim().split(" ");
}

it.skipIf(process.platform === "win32")("completes commands, options, gestures and other values in bash", async () => {
  expect(await offered("an")).toEqual(["animate"]);
  expect(await offered("animate", "--str")).toEqual(["--strength"]);
  expect(await offered("animate", "a.jpg", "--gesture", "n")).toEqual(["nod", "nostalgia"]);
  expect(await offered("animate", "--format", "we")).toEqual(["webp", "webm"]);
  expect(await offered("watch", "--face", "")).toEqual(["all"]);
  expect(await offered("completion", "f")).toEqual(["fish"]);
  expect(await offered("animate", "photo")).toEqual([""]);
});

it.each(["bash", "zsh", "fish"])("knows every command and option in %s", async (shell) => {
  const { status, stdout } = await keepsake(["completion", shell]);
  expect(status).toBe(0);
  const dashes = shell === "fish" ? "-l " : "--";
  for (const command of ["animate", "watch", "faces", "sheet", "record", "gestures", "models", "doctor", "start"]) {
    expect(stdout).toContain(command);
  }
  for (const option of ["out-dir", "driver", "size", "force", "quiet", "neutral"]) {
    expect(stdout).toContain(`${dashes}${option}`);
  }
});
