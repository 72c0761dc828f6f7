import { existsSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { openWorkerScratch } from "../../../../src/queue/remote/worker-scratch.ts";
import { temporaryFolder } from "../../store/open-store.ts";

/** No process has this number: Linux gives none as high. */
const NOBODY = 99_999_999;

it("is a folder of this worker's own; what killed workers left goes, and nothing else", async () => {
  const folder = await temporaryFolder();
  const [left, running, other] = [
    `keepsake-worker-${NOBODY}-x`,
    `keepsake-worker-${process.ppid}-x`,
    "keepsake-0123-x",
  ];
  for (const name of [left, running, other]) mkdirSync(join(folder, name));
  const scratch = openWorkerScratch({ folder, megabytesNeeded: 0 });
  expect(basename(scratch)).toMatch(new RegExp(`^keepsake-worker-${process.pid}-`));
  expect([left, running, other].map((name) => existsSync(join(folder, name)))).toEqual([false, true, true]);
});

it("is refused with words where there is no room in memory, because nothing may go to the disk", async () => {
  const folder = await temporaryFolder();
  expect(() => openWorkerScratch({ folder, megabytesNeeded: 1e9 })).toThrow(/writes nothing to the disk.*--shm-size/);
  expect(() => openWorkerScratch({ folder: join(folder, "none"), megabytesNeeded: 256 })).toThrow(/there are 0 MB/);
});
