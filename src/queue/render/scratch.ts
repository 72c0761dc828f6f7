import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync, statfsSync } from "node:fs";
import { join, resolve } from "node:path";

const MEMORY_FOLDER = "/dev/shm";
/** Containers give this folder 64 MB by default, which two clips and their encoders can fill. */
const ROOM_NEEDED = 256 * 2 ** 20;

/**
 * An empty folder for what ffmpeg must write to a file while it encodes: in memory where the system has room for it, so that
 * no clip touches a disk unencrypted, else in the data folder. What a killed process left there is removed.
 * One process per data folder, which the store's lock sees to.
 */
export function openScratch(dataDir: string): string {
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 16);
  const onDisk = join(resolve(dataDir), "scratch");
  rmSync(onDisk, { recursive: true, force: true });
  const inMemory = hasRoom() ? makeAnew(join(MEMORY_FOLDER, `keepsake-${name}`)) : null;
  if (inMemory !== null) return inMemory;
  mkdirSync(onDisk, { mode: 0o700 });
  return onDisk;
}

function hasRoom(): boolean {
  if (!existsSync(MEMORY_FOLDER)) return false;
  const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
  return bavail * bsize >= ROOM_NEEDED;
}

/** Null when it cannot be made ours alone. */
function makeAnew(path: string): string | null {
  try {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { mode: 0o700 });
    return path;
  } catch {
    return null;
  }
}
