import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Logger, pino } from "pino";
import { systemClock } from "../src/clock.ts";
import { clipWork } from "../src/queue/clip-work.ts";
import { EmbeddedQueue } from "../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../src/queue/embedded/ledger.ts";
import { openRemote, type Remote } from "../src/queue/remote/open-remote.ts";
import { DiskStore } from "../src/store/disk-store.ts";
import { RedisServer } from "../test/support/redis-server.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
/** Records and photos in memory: what is measured is not this machine's disk. */
const QUICK = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const LIMITS = { waitingPerUser: 10, waitingPerChat: 10, waiting: 100_000, clipsPerUserPerHour: 100_000 };

/** A Redis, simulated workers, and a bot's line and store before them. */
export class ScaleRig {
  readonly key = randomBytes(32);
  readonly log: Logger = pino({ level: "silent" });
  readonly workers: ChildProcess[] = [];

  private constructor(
    readonly redis: RedisServer,
    readonly folder: string,
  ) {}

  /** @param options Redis' own. */
  static async open(options: readonly string[] = []): Promise<ScaleRig> {
    return new ScaleRig(await RedisServer.start(options), await mkdtemp(join(QUICK, "keepsake-scale-")));
  }

  /** Starts a process with so many workers; resolves when they take work. `inside` puts a command before it, such as another network. */
  async startWorkers(
    {
      workers = 1,
      places = 1,
      renderMs = 3000,
      url = this.redis.url,
    }: Partial<Record<"workers" | "places" | "renderMs", number>> & {
      readonly url?: string;
    },
    inside: readonly string[] = [],
  ): Promise<ChildProcess> {
    const words = [url, this.key.toString("hex"), workers, places, renderMs].map(String);
    const [program = "", ...rest] = [...inside, process.execPath, "--import", "tsx", WORKER, ...words];
    const child = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
    this.workers.push(child);
    await once(child.stdout, "data");
    return child;
  }

  async openRemote(): Promise<Remote> {
    return openRemote({
      url: this.redis.url,
      key: this.key,
      local: null,
      version: "scale",
      clock: systemClock,
      log: this.log,
    });
  }

  /** A line as the bot has it, on a store of its own. */
  async openLine(remote: Remote) {
    const key = randomBytes(32).toString("base64");
    const store = await DiskStore.open({
      dataDir: join(this.folder, "data"),
      key,
      retentionMs: 3_600_000,
      now: Date.now,
    });
    const { studio } = remote;
    const queue = new EmbeddedQueue({
      ledger: new JobLedger(store.records),
      work: clipWork(store, studio, "off"),
      clock: systemClock,
      log: this.log,
      places: studio.places,
      limits: LIMITS,
    });
    return { store, queue };
  }

  /** Keys of orders that are still in Redis. */
  async left(): Promise<string[]> {
    const client = this.redis.client();
    const keys = await client.keys("keepsake:*");
    client.disconnect();
    return keys.filter((key) => /^keepsake:(?:errand|order|answer):/.test(key));
  }

  async close(): Promise<void> {
    for (const worker of this.workers) {
      worker.kill("SIGCONT");
      worker.kill("SIGKILL");
    }
    await this.redis.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
