import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { MEMORY, megabytesIn, removeLeftovers } from "../render/scratch.ts";

const PREFIX = "keepsake-worker-";

/**
 * A folder in memory for what ffmpeg must write to a file while it encodes; a worker writes nothing to a disk. What killed workers
 * left there is removed. Throws where the system has no room in memory.
 */
export function openWorkerScratch(memory = MEMORY): string {
  removeLeftovers(memory.folder, isLeft);
  const free = megabytesIn(memory.folder);
  if (free < memory.megabytesNeeded) {
    throw new Error(
      `A worker needs ${memory.megabytesNeeded} MB in ${memory.folder}, since it writes nothing to the disk; ` +
        `there are ${free} MB. Containers get more with --shm-size.`,
    );
  }
  return mkdtempSync(join(memory.folder, `${PREFIX}${process.pid}-`));
}

/** Several workers may run on one machine: what belongs to a process that still runs is left to it. */
function isLeft(name: string): boolean {
  const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
  return pid !== undefined && !runs(Number(pid));
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
