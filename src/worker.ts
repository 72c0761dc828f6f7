/** A worker: renders what a bot on another machine sends over Redis. It holds no token, and writes nothing to the disk. */
import { rm } from "node:fs/promises";
import { systemClock } from "./clock.ts";
import { ConfigError, loadWorkerConfig, renderEnvironment, secretsOf } from "./config.ts";
import { createLog } from "./log.ts";
import { ownVersion } from "./own-version.ts";
import { openWorker } from "./queue/remote/open-worker.ts";
import { openWorkerScratch } from "./queue/remote/worker-scratch.ts";
import { LocalStudio } from "./queue/render/local-studio.ts";
import { onSignals } from "./signals.ts";

/** What is not done by then goes to another worker. */
const FINISH_MS = 30_000;
const HOUR_MS = 3_600_000;

async function main(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const config = loadWorkerConfig();
  const { remote, renderers: places } = config;
  const log = createLog(config.logLevel, secretsOf(config));
  process.on("unhandledRejection", (error) => log.error({ err: error }, "A failure that nobody waited for"));
  setInterval(() => undefined, HOUR_MS);
  const scratch = openWorkerScratch();
  const environment = renderEnvironment(config);
  const studio = new LocalStudio({ renderers: places, environment, scratch, clock: systemClock, log });
  studio.warmUp();
  const opening = openWorker({ ...remote, studio, places, version: ownVersion(), clock: systemClock, log });
  const stop = async (): Promise<void> => {
    // One that has not found Redis yet has nothing to finish.
    const worker = await Promise.race([opening, Promise.resolve(null)]);
    await worker?.stop(FINISH_MS);
    await studio.close();
    await rm(scratch, { recursive: true, force: true });
  };
  const ended = onSignals(stop, systemClock, process);
  await Promise.race([opening.then(() => say(places)), ended]);
  await ended;
  process.exit(0);
}

function say(places: number): void {
  process.stdout.write(`Keepsake works for a bot: ${places} ${places === 1 ? "clip" : "clips"} at a time.\n`);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
});
