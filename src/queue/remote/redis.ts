import { Redis } from "ioredis";
import type { Logger } from "pino";
import { type Clock, pause } from "../../clock.ts";

/** A machine that is cut off closes no connection: who hears nothing for so long connects anew. */
const SILENCE_MS = 8000;
const COMMAND_MS = 5000;
const PATIENCE_MS = 60_000;
const TRY_AGAIN_MS = 500;

export interface Connections {
  /** For commands that are answered at once, or fail after 5 s. */
  readonly commands: Redis;
  /** Hears channels. */
  readonly channels: Redis;
  close(): void;
}

/**
 * Connections to the Redis or Valkey of `REDIS_URL`, kept for good: one that breaks is opened again after two seconds at most.
 * The log is told when Redis gets out of reach and when it is back, and never what the address holds.
 */
export function connect(url: string, log: Pick<Logger, "warn" | "info">): Connections {
  const common = {
    maxRetriesPerRequest: null,
    connectTimeout: COMMAND_MS,
    socketTimeout: SILENCE_MS,
    retryStrategy: (tries: number) => Math.min(200 * tries, 2000),
  };
  const commands = new Redis(url, { ...common, commandTimeout: COMMAND_MS });
  const channels = new Redis(url, common);
  let lost = false;
  commands.on("error", (error: Error) => {
    if (lost) return;
    lost = true;
    log.warn({ reason: reasonOf(error) }, "Redis cannot be reached");
  });
  commands.on("ready", () => {
    if (lost) log.info("Redis is back");
    lost = false;
  });
  // It breaks together with the other one, and says nothing new.
  channels.on("error", () => undefined);
  return {
    commands,
    channels,
    close: () => {
      commands.disconnect();
      channels.disconnect();
    },
  };
}

/** Tries again for a minute what Redis does not do at once: it may be away, or full, for a while. Rejects as the last try did. */
export async function insist<T>(action: () => Promise<T>, clock: Clock, end?: AbortSignal): Promise<T> {
  const until = clock.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (clock.now() > until || end?.aborted === true) throw error;
      await pause(clock, TRY_AGAIN_MS, end);
    }
  }
}

/** What Redis says of why it does not do something; never an address with its password. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code } = error as NodeJS.ErrnoException;
  return code ?? (/^[A-Z]{3,} [^/@]*/.exec(error.message)?.[0].slice(0, 100) || error.name);
}
