/** A worker whose pipeline is the tests' stand-in: `node --import tsx worker-program.ts URL KEY PLACES SCRATCH VERSION`. Says READY. */
import { pino } from "pino";
import { systemClock } from "../../src/clock.ts";
import { openWorker } from "../../src/queue/remote/open-worker.ts";
import { LocalStudio } from "../../src/queue/render/local-studio.ts";

const [, , url = "", key = "", places = "1", scratch = "", version = ""] = process.argv;
const log = pino({ level: "silent" });
const studio = new LocalStudio({
  renderers: Number(places),
  environment: { PATH: "/usr/bin:/bin" },
  scratch,
  clock: systemClock,
  log,
  module: new URL("./fake-studio-work.ts", import.meta.url).href,
});
const worker = await openWorker({
  url,
  key: Buffer.from(key, "hex"),
  studio,
  places: Number(places),
  version,
  clock: systemClock,
  log,
});
process.stdout.write("READY\n");
process.on("SIGTERM", () => {
  void worker
    .stop(5000)
    .then(async () => studio.close())
    .then(() => process.exit(0));
});
setInterval(() => undefined, 3_600_000);
