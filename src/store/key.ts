import { randomBytes } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { isMissing, writeFileSafely } from "./files.ts";

const KEY_BYTES = 32;

/** What everything at rest is encrypted with: 32 bytes, as base64 in the setting `DATA_KEY`. Throws when it is not that. */
export function parseKey(base64: string): Buffer {
  const key = Buffer.from(base64, "base64");
  if (key.length !== KEY_BYTES)
    throw new Error(`DATA_KEY must be ${KEY_BYTES} bytes in base64, got ${key.length} bytes`);
  return key;
}

/**
 * The key in the file of settings at `envPath`; made and appended on first start. The file is then readable by its owner
 * alone (mode 600). The other lines stay as they are, and so does a symbolic link to the file. Throws when there is data already,
 * which a new key could not open.
 */
export async function ensureKey(envPath: string, isFirstStart: boolean): Promise<string> {
  const text = await readFile(envPath, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return "";
    throw error;
  });
  const existing = /^[ \t]*(?:export[ \t]+)?DATA_KEY[ \t]*=[ \t]*["'`]?([A-Za-z0-9+/=_-]+)/m.exec(text)?.[1];
  if (existing !== undefined) return existing;
  if (!isFirstStart) {
    throw new Error(
      `There is data, but no DATA_KEY to open it. Put back the one of its backup (${envPath}), or remove DATA_DIR to start afresh.`,
    );
  }
  const key = randomBytes(KEY_BYTES).toString("base64");
  const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  const line = `# Encrypts photos, clips and records. Without it they cannot be read; keep it apart from backups of them.\nDATA_KEY=${key}\n`;
  const path = await realpath(envPath).catch((error: unknown) => {
    if (isMissing(error)) return envPath;
    throw error;
  });
  await writeFileSafely(path, Buffer.from(start + line), 0o600);
  return key;
}
