import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Logger } from "pino";

/** Where Linux keeps files in memory. Containers get 64 MB there by default, which two clips and their encoders can fill. */
export const MEMORY = { folder: "/dev/shm", megabytesNeeded: 256 };

/**
 * An empty folder for what ffmpeg must write to a file while it encodes: in memory where the system has room for it, so that
 * no clip touches a disk unencrypted, else in the data folder, which is logged. Its name cannot be known before, so that nobody
 * can take it first. What a killed process left is removed. One process per data folder, which the store's lock sees to.
 */
export function openScratch(dataDir: string, log: Pick<Logger, "warn">, memory = MEMORY): string {
  const prefix = `keepsake-${createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16)}-`;
  const onDisk = join(resolve(dataDir), "scratch");
  rmSync(onDisk, { recursive: true, force: true });
  removeLeftovers(memory.folder, (name) => name.startsWith(prefix));
  const megabytes = megabytesIn(memory.folder);
  const inMemory = megabytes < memory.megabytesNeeded ? null : makeFolder(join(memory.folder, prefix));
  if (inMemory !== null) return inMemory;
  log.warn(
    { ...memory, megabytes },
    "No room in memory for clips while they are encoded: they lie unencrypted in the data folder meanwhile",
  );
  mkdirSync(onDisk, { mode: 0o700 });
  return onDisk;
}

/** What may be written there; 0 where the system has no such folder. */
export function megabytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
}

/** Null where nothing may be made. */
function makeFolder(prefix: string): string | null {
  try {
    return mkdtempSync(prefix);
  } catch {
    return null;
  }
}

/** Removes what `isLeft` by its name. Others can make such names, too; what is theirs is left to them. */
export function removeLeftovers(folder: string, isLeft: (name: string) => boolean): void {
  const user = process.getuid?.();
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if (!isLeft(name) || lstatSync(path, { throwIfNoEntry: false })?.uid !== user) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/** A folder for one process. What cleans up after a user who has logged off may have removed the one above it. */
export function folderIn(scratch: string): string {
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(scratch, "render-"));
}
