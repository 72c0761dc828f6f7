import { existsSync } from "node:fs";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openScratch } from "../../../../src/queue/render/scratch.ts";
import { temporaryFolder } from "../../store/open-store.ts";

/** A data folder, a folder in memory, and what is said about them. */
async function prepare() {
  const [dataDir, memory] = [await temporaryFolder(), await temporaryFolder()];
  const warn = vi.fn();
  const open = (data = dataDir, place = { folder: memory, megabytesNeeded: 1 }) => openScratch(data, { warn }, place);
  return { dataDir, memory, warn, open };
}

describe("scratch", () => {
  it("is an empty folder in memory of the owner's own, and what a killed process left there is gone", async () => {
    const { dataDir, memory, warn, open } = await prepare();
    await mkdir(join(dataDir, "scratch"));
    await writeFile(join(dataDir, "scratch", "old.mp4"), "x");
    const killed = open();
    await writeFile(join(killed, "first.mp4"), "x");
    const other = open(await temporaryFolder());
    const scratch = open();
    expect((await stat(scratch)).mode & 0o777).toBe(0o700);
    expect((await readdir(memory)).map((name) => join(memory, name)).sort()).toEqual([scratch, other].sort());
    expect(await readdir(scratch)).toEqual([]);
    expect(existsSync(join(dataDir, "scratch"))).toBe(false);
    expect(warn).not.toHaveBeenCalled();
  });

  it("has a name that nobody can take before", async () => {
    const { open } = await prepare();
    expect(open()).not.toBe(open());
  });

  it("leaves to others what is theirs, whatever they call it", async () => {
    const { memory, open } = await prepare();
    const ours = open();
    const uid = process.getuid?.() ?? 0;
    const getuid = vi.spyOn(process, "getuid").mockReturnValue(uid + 1);
    open();
    getuid.mockRestore();
    expect(await readdir(memory)).toHaveLength(2);
    expect(existsSync(ours)).toBe(true);
  });

  it.each([
    ["is absent", (memory: string) => ({ folder: join(memory, "absent"), megabytesNeeded: 1 })],
    ["is too small", (memory: string) => ({ folder: memory, megabytesNeeded: Number.POSITIVE_INFINITY })],
  ])("lies in the data folder where that in memory %s, and says so", async (_, placeIn) => {
    const { dataDir, memory, warn, open } = await prepare();
    const scratch = open(dataDir, placeIn(memory));
    expect(scratch).toBe(join(dataDir, "scratch"));
    expect((await stat(scratch)).mode & 0o777).toBe(0o700);
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.anything(), expect.stringContaining("unencrypted"));
  });
});
