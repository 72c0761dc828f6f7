import { lstatSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { MEMORY } from "../render/scratch.ts";

const PREFIX = "keepsake-worker-";

/**
 * A folder in memory for what ffmpeg must write to a file while it encodes; a worker writes nothing to a disk. What killed workers
 * left there is removed. Throws where the system has no room in memory.
 */
export function openWorkerScratch(memory = MEMORY): string {
  removeLeftovers(memory.folder);
  const free = megabytesIn(memory.folder);
  if (free < memory.megabytesNeeded) {
    throw new Error(
      `A worker needs ${memory.megabytesNeeded} MB in ${memory.folder}, since it writes nothing to the disk; ` +
        `there are ${free} MB. Containers get more with --shm-size.`,
    );
  }
  return mkdtempSync(join(memory.folder, `${PREFIX}${process.pid}-`));
}

function megabytesIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.floor((bavail * bsize) / 2 ** 20);
  } catch {
    return 0;
  }
}

/** Several workers may run on one machine: what belongs to a process that still runs is left to it. */
function removeLeftovers(folder: string): void {
  const user = process.getuid?.();
  for (const name of namesIn(folder)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1] ?? Number.NaN);
    const path = join(folder, name);
    if (Number.isNaN(pid) || runs(pid) || lstatSync(path, { throwIfNoEntry: false })?.uid !== user) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
