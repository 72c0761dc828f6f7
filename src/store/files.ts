import { randomBytes } from "node:crypto";
import { chmod, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** What a half-written file's name ends with; such files are leftovers. */
export const UNFINISHED = ".part";

/** Writes a file so that after a crash at any moment there is the old one or the new one, whole and on disk. */
export async function writeFileSafely(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString("hex")}${UNFINISHED}`;
  try {
    const file = await open(unfinished, "wx", mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** Makes a rename in this directory survive a power cut. Windows has no such call and needs none. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** True for the error that a missing file gives. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Takes from a file or folder that may be absent whatever its mode allows beyond `mode`; nothing where that is not ours to do. */
export async function closeToOthers(path: string, mode: number): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null || (found.mode & 0o777 & ~mode) === 0) return;
  // Some file systems know no modes, and a folder that is shared by a group may be an administrator's.
  await chmod(path, mode).catch(() => undefined);
}
