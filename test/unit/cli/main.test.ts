import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, it, vi } from "vitest";
import { runCommand } from "../../../src/cli/main.ts";
import { temporaryFolder } from "../store/open-store.ts";

/** What `keepsake faces` says of a PNG that ends after its header. */
async function saidOfABrokenFile(level: string): Promise<string> {
  vi.stubEnv("LOG_LEVEL", level);
  const file = join(await temporaryFolder(), "broken.png");
  writeFileSync(file, Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAA", "base64"));
  const stderr = new PassThrough();
  const said: string[] = [];
  stderr.on("data", (text: Buffer) => said.push(text.toString()));
  const { stdin, stdout } = process;
  const streams = { stdin, stdout, stderr: stderr as unknown as NodeJS.WriteStream };
  expect(await runCommand(["faces", file], { ...streams, signal: new AbortController().signal })).toBe(3);
  vi.unstubAllEnvs();
  return said.join("");
}

it("tells in a sentence what is wrong with a photo, and what a library said of it to those who look for bugs", async () => {
  const sentence = await saidOfABrokenFile("info");
  expect(sentence).toMatch(/^[^\n]+damaged[^\n]*\n$/i);
  const debug = await saidOfABrokenFile("debug");
  expect(debug.startsWith(sentence)).toBe(true);
  expect(debug).toMatch(/Error: .*\n\s+at /s);
});
