import { readFile, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { UserError } from "../../errors.ts";
import type { Clock } from "../../queue/clock.ts";
import { ChatError, type FileRef } from "../chat-port.ts";
import type { TelegramApi } from "./api.ts";
import { pause } from "./rate-limits.ts";

/** A body that has not sent a byte for so long is given up. */
const SILENCE_MS = 20_000;
const WHOLE_MS = 300_000;
const TRIES = 4;

/** Where files come from. The token is part of their addresses, so none of these may leave this file. */
export interface FileSource {
  readonly api: TelegramApi;
  readonly clock: Clock;
  readonly token: string;
  readonly apiRoot: string;
  readonly ownServer: boolean;
}

export interface DownloadLimits {
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** Fetches a file. Throws `UserError("fileTooLarge")` or `ChatError` (`noFile`, `unreachable`). */
export async function downloadFile(source: FileSource, file: FileRef, limits: DownloadLimits): Promise<Uint8Array> {
  if ((file.bytes ?? 0) > limits.maxBytes) throw tooLarge(file.bytes ?? 0, limits.maxBytes);
  const path = await pathOf(source, file, limits.maxBytes);
  if (source.ownServer && isAbsolute(path)) return readLocal(path, limits.maxBytes);
  for (let tries = 1; ; tries++) {
    try {
      return await fetchOnce(source, path, limits);
    } catch (error) {
      if (!(error instanceof ChatError) || error.code !== "unreachable" || tries >= TRIES) throw error;
      limits.signal?.throwIfAborted();
      await pause(source.clock, 500 * 2 ** (tries - 1));
    }
  }
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

async function fetchOnce(
  { clock, token, apiRoot }: FileSource,
  path: string,
  limits: DownloadLimits,
): Promise<Uint8Array> {
  const watch = new Watch(clock, limits.signal);
  try {
    const url = `${apiRoot}/file/bot${token}/${path.split("/").map(encodeURIComponent).join("/")}`;
    const response = await fetch(url, { signal: watch.signal, redirect: "error" });
    if (response.status >= 500 || response.status === 429)
      throw new ChatError("unreachable", `file: ${response.status}`);
    if (!response.ok || response.body === null) throw new ChatError("noFile", `file: ${response.status}`);
    return await readBody(response.body, limits.maxBytes, watch);
  } catch (error) {
    if (error instanceof ChatError || error instanceof UserError) throw error;
    limits.signal?.throwIfAborted();
    // The error's own text may hold the address.
    throw new ChatError("unreachable", "file: connection failed");
  } finally {
    watch.close();
  }
}

async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number, watch: Watch): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    watch.alive();
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(length, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Aborts what is silent, or takes too long. */
class Watch {
  readonly #abort = new AbortController();
  readonly signal: AbortSignal;
  readonly #callOffWhole: () => void;
  #callOffSilence: () => void;

  constructor(
    private readonly clock: Clock,
    signal: AbortSignal | undefined,
  ) {
    this.signal = signal === undefined ? this.#abort.signal : AbortSignal.any([signal, this.#abort.signal]);
    this.#callOffWhole = clock.after(WHOLE_MS, () => this.#abort.abort());
    this.#callOffSilence = clock.after(SILENCE_MS, () => this.#abort.abort());
  }

  alive(): void {
    this.#callOffSilence();
    this.#callOffSilence = this.clock.after(SILENCE_MS, () => this.#abort.abort());
  }

  close(): void {
    this.#callOffSilence();
    this.#callOffWhole();
  }
}

function tooLarge(bytes: number, maxBytes: number): UserError {
  const megabytes = (n: number): number => Math.round(n / 1e5) / 10;
  return new UserError("fileTooLarge", { megabytes: megabytes(bytes), limit: megabytes(maxBytes) });
}
