import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { DiskStore } from "../../../src/store/disk-store.ts";
import { photoOf, temporaryFolder } from "./open-store.ts";

const HOLDER = fileURLToPath(new URL("./folder-holder.ts", import.meta.url));

/** A folder, and processes that want it; each says in its first line how it fared. */
async function prepare() {
  const dataDir = await temporaryFolder();
  const key = randomBytes(32).toString("base64");
  const start = async () => {
    const child = spawn(process.execPath, ["--import", "tsx", HOLDER, dataDir, key], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const [said] = (await once(createInterface(child.stdout), "line")) as [string];
    return { child, said };
  };
  const open = async () => DiskStore.open({ dataDir, key, retentionMs: 3_600_000, now: Date.now, lockWaitMs: 100 });
  return { start, open };
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

/** Real processes: one process knows of its own connections by other means than the lock. */
describe("two processes on one folder", { timeout: 60_000 }, () => {
  it.each(["SIGTERM", "SIGKILL"] as const)(
    "the second begins when the first has ended by %s, not before",
    async (signal) => {
      const { start } = await prepare();
      const first = await start();
      expect(first.said).toBe("holding");
      expect((await start()).said).toContain("in use by another Keepsake");
      expect((await start()).said).toContain("in use by another Keepsake");
      await end(first.child, signal);
      expect((await start()).said).toBe("holding");
    },
  );

  it("a folder that has been used before is held just so", async () => {
    const { start, open } = await prepare();
    const before = await open();
    await before.photos.put(photoOf("telegram:7"), Buffer.from("picture"));
    await before.close();
    const holder = await start();
    expect(holder.said).toBe("holding");
    await expect(open()).rejects.toThrow("in use by another Keepsake");
    await end(holder.child, "SIGTERM");
    const after = await open();
    expect(await after.usage()).toMatchObject({ photos: 1 });
    await after.close();
  });
});
