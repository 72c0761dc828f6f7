import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { openRemote, type Remote } from "../../src/queue/remote/open-remote.ts";
import { openStudio } from "../unit/queue/render/open-studio.ts";
import { RedisServer } from "./redis-server.ts";

const PROGRAM = fileURLToPath(new URL("./worker-program.ts", import.meta.url));
export const VERSION = "1.2.3";

/** A Redis, workers in processes of their own, and the bot's studio. */
export class RemoteRig {
  readonly workers: ChildProcess[] = [];
  readonly logged: string[] = [];
  readonly key = randomBytes(32);

  private constructor(
    readonly redis: RedisServer,
    private readonly scratch: string,
  ) {}

  /** @param places those of each worker that is started; @param options Redis' own. */
  static async open(places: readonly number[], options: readonly string[] = []): Promise<RemoteRig> {
    const rig = new RemoteRig(await RedisServer.start(options), await mkdtemp(join(tmpdir(), "keepsake-workers-")));
    await Promise.all(places.map(async (each) => rig.startWorker(each)));
    return rig;
  }

  /** Starts a worker; resolves when it takes work. */
  async startWorker(places = 1, { key = this.key, version = VERSION } = {}): Promise<ChildProcess> {
    const words = [this.redis.url, key.toString("hex"), String(places), this.scratch, version];
    const worker = spawn(process.execPath, ["--import", "tsx", PROGRAM, ...words], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.workers.push(worker);
    await once(worker.stdout, "data");
    return worker;
  }

  /** Another start of the bot on the same Redis. */
  async openBot(renderers = 0): Promise<Remote> {
    const log = pino({ level: "debug" }, { write: (line: string) => this.logged.push(line) });
    const local = renderers === 0 ? null : { studio: await openStudio({ renderers }), renderers };
    const remote = await openRemote({
      url: this.redis.url,
      key: this.key,
      local,
      version: VERSION,
      clock: systemClock,
      log,
    });
    onTestFinished(async () => remote.close());
    return remote;
  }

  /** The process of a worker that the bot tells of. */
  processOf({ pid }: { readonly pid: number }): ChildProcess {
    const found = this.workers.find((worker) => worker.pid === pid);
    if (found === undefined) throw new Error("No worker of this rig");
    return found;
  }

  /** Keys in Redis that belong to orders, and not to the workers that are there. */
  async left(): Promise<string[]> {
    const client = this.redis.client();
    const keys = await client.keys("*");
    client.disconnect();
    return keys.filter((key) => /^keepsake:(?:errand|order|answer):/.test(key));
  }

  /** The queues that Redis knows of. */
  async queues(): Promise<string[]> {
    const client = this.redis.client();
    const keys = await client.keys("keepsake:*:meta");
    client.disconnect();
    return keys;
  }

  async end(): Promise<void> {
    for (const worker of this.workers) {
      worker.kill("SIGCONT");
      worker.kill("SIGKILL");
    }
    await this.redis.kill();
    await rm(this.scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}
