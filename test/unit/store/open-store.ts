import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { DiskStore } from "../../../src/store/disk-store.ts";
import type { NewClip, NewPhoto } from "../../../src/store/record-types.ts";

export const HOUR = 3_600_000;

/** A folder in memory where the system has one: thousands of synced commits are not what most tests are about. */
const PLACE = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** A folder that goes when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(PLACE, "keepsake-store-"));
  onTestFinished(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in a fresh folder whose clock the test turns, and which can be opened again. */
export async function openStore(retentionMs = 24 * HOUR) {
  const dataDir = await temporaryFolder();
  const key = randomBytes(32).toString("base64");
  const clock = { now: 1_000_000 };
  const open = async () => DiskStore.open({ dataDir, key, retentionMs, now: () => clock.now });
  let store = await open();
  onTestFinished(async () => store.close());
  return {
    dataDir,
    key,
    clock,
    get store() {
      return store;
    },
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
  };
}

export function photoOf(owner: string, source = "1", chat = "telegram:-5"): NewPhoto {
  return { platform: "telegram", owner, chat, source };
}

export function clipOf(photo: string, owner: string, gesture = "smile"): NewClip {
  return {
    photo,
    face: 1,
    framing: "portrait",
    gesture,
    strength: 1,
    maxBytes: null,
    engine: "mesh",
    owner,
    enhanced: false,
    driver: `${gesture}-front`,
    width: 720,
    height: 720,
    fps: 25,
    frames: 100,
    seconds: 4,
  };
}

/** Every file below a folder with its bytes. */
export async function everyFile(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(path, await readFile(path));
  }
  return files;
}
