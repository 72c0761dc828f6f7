import { type Clock, pause } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { ChatError } from "./chat-port.ts";

/** A body that has not sent a byte for so long is given up. */
const SILENCE_MS = 20_000;
const WHOLE_MS = 300_000;
const TRIES = 4;

export interface DownloadLimits {
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/**
 * Fetches a file from an address, and from no other that this one points to. Throws `UserError("fileTooLarge")` or `ChatError`
 * (`noFile`, `unreachable`), which never tell the address: it may hold a secret.
 */
export async function fetchFile(url: string, limits: DownloadLimits, clock: Clock): Promise<Uint8Array> {
  for (let tries = 1; ; tries++) {
    try {
      return await fetchOnce(url, limits, clock);
    } catch (error) {
      if (!(error instanceof ChatError) || error.code !== "unreachable" || tries >= TRIES) throw error;
      limits.signal?.throwIfAborted();
      await pause(clock, 500 * 2 ** (tries - 1));
    }
  }
}

/** What to say about a file that is larger than we take. */
export function tooLarge(bytes: number, maxBytes: number): UserError {
  const megabytes = (n: number): number => Math.round(n / 1e5) / 10;
  return new UserError("fileTooLarge", { megabytes: megabytes(bytes), limit: megabytes(maxBytes) });
}

async function fetchOnce(url: string, limits: DownloadLimits, clock: Clock): Promise<Uint8Array> {
  const watch = new Watch(clock, limits.signal);
  try {
    const response = await fetch(url, { signal: watch.signal, redirect: "manual" });
    if (response.status >= 500 || response.status === 429)
      throw new ChatError("unreachable", `file: ${response.status}`, { status: response.status });
    if (!response.ok || response.body === null)
      throw new ChatError("noFile", `file: ${response.status}`, { status: response.status });
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
