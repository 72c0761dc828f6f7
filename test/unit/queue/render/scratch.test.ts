import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openScratch } from "../../../../src/queue/render/scratch.ts";
import { temporaryFolder } from "../../store/open-store.ts";

it("is an empty folder of the owner's own, the same one for the same data", async () => {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, "scratch"));
  await writeFile(join(dataDir, "scratch", "old.mp4"), "x");
  const scratch = openScratch(dataDir);
  onTestFinished(async () => rm(scratch, { recursive: true, force: true }));
  await writeFile(join(scratch, "first.mp4"), "x");
  expect((await stat(scratch)).mode & 0o777).toBe(0o700);
  expect(openScratch(dataDir)).toBe(scratch);
  expect(await readdir(scratch)).toEqual([]);
  expect(existsSync(join(dataDir, "scratch", "old.mp4"))).toBe(false);
  const other = openScratch(await temporaryFolder());
  onTestFinished(async () => rm(other, { recursive: true, force: true }));
  expect(other).not.toBe(scratch);
});
