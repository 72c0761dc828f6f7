import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a first start has made, as far as its operator should know. */
export interface FirstStart {
  readonly dataDir: string;
  readonly retentionHours: number;
  /** The file in which the key was put, or null when it came from elsewhere. */
  readonly keyFile: string | null;
}

/** Whether nothing has been kept in this folder yet. To be asked before it is opened. */
export function isFirstStart(dataDir: string): boolean {
  return !existsSync(join(dataDir, "records.db"));
}

/** Three lines about what was made where, and what to back up. */
export function firstStartLines({ dataDir, retentionHours, keyFile }: FirstStart): string {
  const key = keyFile === null ? "the key that you gave (DATA_KEY)" : `the key in ${resolve(keyFile)}`;
  const howLong = Number.isFinite(retentionHours) ? `for ${retentionHours} hours` : "until they are deleted";
  const backUp = keyFile === null ? "that key" : resolve(keyFile);
  return [
    `First start: photos and clips are kept in ${resolve(dataDir)} ${howLong} (RETENTION_HOURS).`,
    `They are encrypted with ${key}. Without it nobody can read them, not even you.`,
    `Back up ${backUp}, apart from the photos.`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}
