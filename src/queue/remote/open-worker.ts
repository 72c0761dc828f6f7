import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { Redis } from "ioredis";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import type { Studio } from "../contract/studio.ts";
import type { RemoteOptions } from "./open-remote.ts";
import { connect } from "./redis.ts";
import { Sealing } from "./sealing.ts";
import { WorkerService } from "./worker-service.ts";

export interface OpenWorkerOptions extends RemoteOptions {
  readonly studio: Studio;
  /** Clips at once, >= 1. */
  readonly places: number;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
}

/** A worker for the bot that shares `url` and `key` with it. `stop` lets it finish what it has, for `withinMs` at most. */
export async function openWorker({ url, key, ...rest }: OpenWorkerOptions): Promise<{
  readonly stop: (withinMs: number) => Promise<void>;
}> {
  const connections = connect(url, rest.log);
  // Waiting for work takes long, and must not be taken for silence.
  const waitingConnection = (): Redis => new Redis(url, { maxRetriesPerRequest: null, socketTimeout: 15_000 });
  const id = randomBytes(9).toString("base64url");
  const service = new WorkerService({
    ...rest,
    connections,
    waitingConnection,
    sealing: new Sealing(key),
    id,
    host: hostname(),
  });
  await service.start();
  return {
    stop: async (withinMs) => {
      await service.stop(withinMs);
      connections.close();
    },
  };
}
