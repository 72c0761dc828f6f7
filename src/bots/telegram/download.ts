import { readFile, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Clock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { ChatError, type FileRef } from "../port/chat-port.ts";
import { type DownloadLimits, fetchFile, tooLarge } from "../port/fetch-file.ts";
import type { TelegramApi } from "./api.ts";

/** Where files come from. The token is part of their addresses, so none of these may leave this file. */
export interface FileSource {
  readonly api: TelegramApi;
  readonly clock: Clock;
  readonly token: string;
  readonly apiRoot: string;
  readonly ownServer: boolean;
}

/** Fetches a file. Throws `UserError("fileTooLarge")` or `ChatError` (`noFile`, `unreachable`). */
export async function downloadFile(source: FileSource, file: FileRef, limits: DownloadLimits): Promise<Uint8Array> {
  if ((file.bytes ?? 0) > limits.maxBytes) throw tooLarge(file.bytes ?? 0, limits.maxBytes);
  const path = await pathOf(source, file, limits.maxBytes);
  if (source.ownServer && isAbsolute(path)) return readLocal(path, limits.maxBytes);
  const url = `${source.apiRoot}/file/bot${source.token}/${path.split("/").map(encodeURIComponent).join("/")}`;
  return fetchFile(url, limits, source.clock);
}

async function pathOf({ api }: FileSource, file: FileRef, maxBytes: number): Promise<string> {
  try {
    const { file_path } = await api.call("getFile", { file_id: file.id });
    if (file_path === undefined) throw new ChatError("noFile", "getFile: no path");
    return file_path;
  } catch (error) {
    if (error instanceof ChatError && error.code === "tooLarge") throw tooLarge(file.bytes ?? maxBytes, maxBytes);
    throw error;
  }
}

/** A Bot API server on this machine tells where the file lies instead of serving it. */
async function readLocal(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw tooLarge(size, maxBytes);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new ChatError("noFile", "the Bot API server's file cannot be read");
  }
}
