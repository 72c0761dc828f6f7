import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openClip } from "../support/judges/clip.ts";
import { runLibraryExample } from "../support/library.ts";

/** A tarball that `npm pack` made; without it the example runs on the source. */
const TARBALL = process.env["KEEPSAKE_TARBALL"];

it("does in a program of somebody's own what docs/library.md says, and lets it end", async () => {
  const folder = await mkdtemp(join(tmpdir(), "keepsake-library-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  expect(await runLibraryExample(folder, TARBALL)).toBe("1 faces, mostly number 1\n");
  const { facts } = await openClip(await readFile(join(folder, "portrait.mp4")));
  expect(facts).toMatchObject({ codec: "h264", width: 720, height: 720 });
});
