import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readEnvironment } from "../src/environment.ts";
import { RedisServer } from "../test/support/redis-server.ts";

const START = fileURLToPath(new URL("../bin/start.js", import.meta.url));
const VITEST = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const SCENES = ["test/e2e/telegram.test.ts", "test/e2e/telegram-restart.test.ts", "test/e2e/discord-process.test.ts"];

/** The scenes of Telegram and Discord, real clips and all, with a bot that renders nothing and two workers. */
export async function scenes(): Promise<boolean> {
  const environment = readEnvironment();
  const redis = await RedisServer.start();
  const folder = await mkdtemp(join(tmpdir(), "keepsake-scenes-"));
  const settings = { REDIS_URL: redis.url, WORKER_KEY: randomBytes(32).toString("hex") };
  const workers: ChildProcess[] = [];
  try {
    for (let i = 0; i < 2; i += 1) {
      const worker = spawn(process.execPath, [START, "worker"], {
        cwd: folder,
        env: { ...environment, RENDERERS: "1", ...settings },
        stdio: ["ignore", "pipe", "inherit"],
      });
      workers.push(worker);
      await once(worker.stdout, "data");
    }
    const run = ["run", "--project", "e2e", ...SCENES];
    const { status } = spawnSync(process.execPath, [VITEST, ...run], {
      env: { ...environment, ...settings, RENDERERS: "0" },
      stdio: "inherit",
    });
    return status === 0;
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    await redis.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
