import { chmod, readFile, stat } from "node:fs/promises";
import { parse } from "dotenv";
import type { Logger } from "pino";
import { isMissing } from "./store/files.ts";

/** Nobody but the owner may read or enter what a process makes with this mask. */
const OWNER_ONLY = 0o077;
/** The settings that open something to whoever reads them. */
const SECRET = /^DATA_KEY$|_TOKEN$|_SECRET$/;

/** What this file needs of `process`. */
export interface Unconfined {
  umask(mask: number): unknown;
  /** Absent on Windows. */
  getuid?(): number;
}

/**
 * Keeps what the process has to itself from here on: files that it makes are its owner's alone, and so is the file of settings
 * at `envPath` where it holds a secret. Says so where that cannot be had, and where the process could do anything to the machine.
 */
export async function keepToOurselves(envPath: string, log: Pick<Logger, "warn">, process: Unconfined): Promise<void> {
  process.umask(OWNER_ONLY);
  if (process.getuid?.() === 0) {
    log.warn(
      "Keepsake runs as root; it needs no such rights, and docs/operating.md tells how to give it a user of its own",
    );
  }
  if (!(await closeSettings(envPath))) {
    log.warn(
      "Others on this machine can read the file of settings, which holds secrets, and its mode cannot be changed",
    );
  }
}

/** False when everybody can read secrets in the file, and it is not ours to close. */
async function closeSettings(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (found === null || (found.mode & OWNER_ONLY) === 0 || !(await holdsSecrets(path))) return true;
  try {
    await chmod(path, 0o600);
    return true;
  } catch {
    // Somebody else's file that is for a group of ours is as an administrator wants it.
    return (found.mode & 0o007) === 0;
  }
}

/** Not in a file that we may not read: then they came from the environment. */
async function holdsSecrets(path: string): Promise<boolean> {
  const text = await readFile(path).catch(() => "");
  return Object.entries(parse(text)).some(([name, value]) => SECRET.test(name) && value !== "");
}
