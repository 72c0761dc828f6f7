import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Studio } from "../contract/studio.ts";
import { Errands } from "./errands.ts";
import { connect } from "./redis.ts";
import { RemoteStudio } from "./remote-studio.ts";
import { type Listed, OUT_OF_REACH, Roster } from "./roster.ts";
import { Sealing } from "./sealing.ts";

export interface RemoteOptions {
  /** `redis://` or `rediss://`, with user and password where there are some. */
  readonly url: string;
  /** What the workers share with the bot, and Redis does not: 32 bytes. */
  readonly key: Uint8Array;
}

export interface OpenRemoteOptions extends RemoteOptions {
  readonly local: { readonly studio: Studio; readonly renderers: number } | null;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
}

/** A worker as the operator sees it. */
export interface WorkerReport
  extends Pick<Listed, "host" | "pid" | "version" | "places" | "done" | "failed" | "heardAt" | "standing"> {
  /** Clips in work there. */
  readonly busy: number;
}

/** How the workers, and the Redis between, are doing. */
export interface RemoteReport {
  readonly workers: readonly WorkerReport[];
  /** Whether Redis answers. */
  readonly reachable: boolean;
  /** Bytes that Redis holds, or null while it does not tell. */
  readonly memory: number | null;
}

export interface Remote {
  readonly studio: RemoteStudio;
  readonly report: () => Promise<RemoteReport>;
  /** What is wrong, in words; nothing when all is well. */
  readonly troubles: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** The studio of several machines. Resolves when it is known which workers there are, or that Redis cannot be reached. */
export async function openRemote(options: OpenRemoteOptions): Promise<Remote> {
  const { url, key, local, version, clock, log } = options;
  const connections = connect(url, log);
  const sealing = new Sealing(key);
  const { commands: redis } = connections;
  const onStruckOff = async (worker: string): Promise<void> => errands.removeQueues(worker);
  const roster = new Roster({ redis, sealing, clock, log, version, onStruckOff });
  const errands = new Errands({ connections, sealing, clock, log, isGone: (worker) => roster.isGone(worker) });
  const studio = new RemoteStudio({ roster, errands, sealing, clock, log, local });
  errands.start();
  await roster.start();
  return {
    studio,
    report: async () => ({
      workers: roster.list().map(({ id, ...said }) => ({ ...said, busy: studio.places.busyAt(id).render })),
      reachable: roster.trouble !== OUT_OF_REACH,
      memory: roster.trouble !== OUT_OF_REACH ? await memoryOf(redis) : null,
    }),
    troubles: () => troublesOf(roster, local === null),
    close: async () => {
      roster.stop();
      await studio.close();
      connections.close();
    },
  };
}

function troublesOf(roster: Roster, needsWorkers: boolean): string[] {
  if (roster.trouble !== null) return [roster.trouble];
  return needsWorkers && roster.usable().length === 0 ? ["there is no worker"] : [];
}

async function memoryOf(redis: { info(section: string): Promise<string> }): Promise<number | null> {
  const info = await redis.info("memory").catch(() => "");
  const bytes = /^used_memory:(\d+)/m.exec(info)?.[1];
  return bytes === undefined ? null : Number(bytes);
}
