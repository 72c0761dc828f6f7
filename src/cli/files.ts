import { randomUUID } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, parse } from "node:path";
import { UserError } from "../errors.ts";
import { MAX_FILE_BYTES } from "../pipeline/photo/decode.ts";
import { UsageError } from "./usage.ts";

/** Reads a photo from a stream, as `readPhoto` does from a file. */
export async function readPhotoFrom(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    parts.push(part);
    bytes += part.length;
    if (bytes > MAX_FILE_BYTES) throw tooLarge(bytes);
  }
  return Buffer.concat(parts);
}

/** Reads a photo's file. Throws `UsageError` when there is none and `UserError` `fileTooLarge` before reading a huge one. */
export async function readPhoto(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UsageError(`${path} is a folder, not a photo.`);
    if (found.size > MAX_FILE_BYTES) throw tooLarge(found.size);
    return await readFile(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** What to throw for a file that could not be read: `UsageError` where the system says why, otherwise what was thrown. */
export function cannotRead(path: string, error: unknown): unknown {
  return isSystemError(error) ? new UsageError(`${path} cannot be read: ${reason(error)}.`) : error;
}

function tooLarge(bytes: number): UserError {
  return new UserError("fileTooLarge", { megabytes: Math.round(bytes / 1e5) / 10, limit: MAX_FILE_BYTES / 1e6 });
}

/** Throws `UsageError` when there is a file that would be lost. */
export function requireNew(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return;
  throw new UsageError(`${path} is there already. Name another file with --out, or write over it with --force.`);
}

/** The file that results where none is named: next to the photo, with another ending. */
export function besidePhoto(photo: string, ending: string): string {
  const { dir, name } = parse(photo);
  return join(dir, name + ending);
}

/** Throws `UsageError` when a file cannot be written there, so that no work is done in vain, or when it is the photo itself. */
export function requireWritable(path: string, photo: string): void {
  const folder = dirname(path);
  const target = statSync(path, { throwIfNoEntry: false });
  if (target?.isDirectory() === true) throw new UsageError(`${path} is a folder; name a file.`);
  if (target !== undefined && existsSync(photo) && realpathSync(path) === realpathSync(photo)) {
    throw new UsageError(`${path} is the photo itself; name another file with --out.`);
  }
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw isSystemError(error) ? new UsageError(`Nothing can be written to ${folder}: ${reason(error)}.`) : error;
  }
}

/** Makes a folder where there is none. Throws `UsageError` where that cannot be. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw isSystemError(error) ? new UsageError(`The folder ${path} cannot be made: ${reason(error)}.`) : error;
  }
}

/** Writes a file so that others see it whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`);
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isSystemError(error) ? new UsageError(`${path} cannot be written: ${reason(error)}.`) : error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "there is no such folder",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  EROFS: "the disk is read-only",
  EEXIST: "there is a file of that name",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "its name is too long",
};

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}

function reason(error: { readonly code: string }): string {
  return REASONS[error.code] ?? error.code;
}
