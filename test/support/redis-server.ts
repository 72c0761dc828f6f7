import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { freePort } from "./free-port.ts";

/** Whether this machine has a Redis or a Valkey to test with. */
export const REDIS_PROGRAM = ["redis-server", "valkey-server"].find(
  (program) => spawnSync(program, ["--version"]).status === 0,
);

/** A Redis of a test's own, in memory only, that can be killed and started again. */
export class RedisServer {
  #process: ChildProcess | null = null;

  private constructor(
    readonly port: number,
    private readonly options: readonly string[],
  ) {}

  static async start(options: readonly string[] = []): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), options);
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async startAgain(): Promise<void> {
    if (REDIS_PROGRAM === undefined) throw new Error("There is neither redis-server nor valkey-server on this machine");
    const settings = ["--port", String(this.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    this.#process = spawn(REDIS_PROGRAM, [...settings, ...this.options], { stdio: "ignore", cwd: "/tmp" });
    const client = this.client();
    await client.ping();
    client.disconnect();
  }

  /** Ends it at once; what it held is lost. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** A connection to look at what it holds, or to break it. */
  client(): Redis {
    const client = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
    client.on("error", () => undefined);
    return client;
  }
}
