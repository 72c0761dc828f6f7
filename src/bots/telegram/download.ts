import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, relative } from "node:path";
import type { Logger } from "pino";
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
  /** The only folder from which files are read. */
  readonly filesFolder?: string | undefined;
  readonly log: Pick<Logger, "warn">;
}

/** Fetches a file. Throws `UserError("fileTooLarge")` or `ChatError` (`noFile`, `unreachable`). */
export async function downloadFile(source: FileSource, file: FileRef, limits: DownloadLimits): Promise<Uint8Array> {
  if ((file.bytes ?? 0) > limits.maxBytes) throw tooLarge(file.bytes ?? 0, limits.maxBytes);
  const path = await pathOf(source, file, limits.maxBytes);
  if (source.ownServer && isAbsolute(path)) return readLocal(source, path, limits.maxBytes);
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

/** A Bot API server on this machine tells where the file lies instead of serving it. Its word opens no other folder than its own. */
async function readLocal({ filesFolder, log }: FileSource, path: string, maxBytes: number): Promise<Uint8Array> {
  if (filesFolder === undefined) {
    log.warn("the Bot API server keeps its files on the disk (--local), and TELEGRAM_FILES does not say where");
    throw new ChatError("noFile", "no folder for the Bot API server's files is set");
  }
  try {
    const file = await realpath(path);
    const way = relative(await realpath(filesFolder), file);
    if (way.startsWith("..") || isAbsolute(way)) {
      log.warn("the Bot API server named a file outside of TELEGRAM_FILES");
      throw new ChatError("noFile", "the Bot API server's file is outside of its folder");
    }
    const { size } = await stat(file);
    if (size > maxBytes) throw tooLarge(size, maxBytes);
    return await readFile(file);
  } catch (error) {
    if (error instanceof UserError || error instanceof ChatError) throw error;
    throw new ChatError("noFile", "the Bot API server's file cannot be read");
  }
}
