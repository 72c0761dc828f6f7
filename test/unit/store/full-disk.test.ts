import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { z } from "zod";
import { DiskStore } from "../../../src/store/disk-store.ts";
import type { Tried } from "./full-disk-victim.ts";
import { HOUR, temporaryFolder } from "./open-store.ts";

const VICTIM = fileURLToPath(new URL("./full-disk-victim.ts", import.meta.url));

/** How a write fails for which there is no room: those of records, and those of files. */
const NO_ROOM = /^(SQLITE_IOERR_WRITE|SQLITE_FULL|EFBIG)$/;

// Only Linux lets the limit of a running process be changed.
it.skipIf(process.platform !== "linux")(
  "on a full disk every write says so, leaves nothing half done, and works again when there is room",
  async () => {
    const dataDir = await temporaryFolder();
    const key = randomBytes(32).toString("base64");
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", VICTIM, dataDir, key]);
    const { full, free } = JSON.parse(stdout) as Tried;
    expect(Object.keys(full).length).toBeGreaterThan(20);
    for (const [what, fared] of Object.entries(full)) expect(fared, what).toMatch(NO_ROOM);
    for (const [what, fared] of Object.entries(free)) expect(fared, what).toBe("done");

    const store = await DiskStore.open({ dataDir, key, retentionMs: HOUR, now: Date.now });
    const [check] = store.records.all(z.object({ integrity_check: z.string() }), "PRAGMA integrity_check");
    expect(check).toEqual({ integrity_check: "ok" });
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
    for (const kind of ["photos", "clips"]) expect(await readdir(join(dataDir, kind))).toEqual([]);
    await store.close();
  },
  60_000,
);
