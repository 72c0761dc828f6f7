/** Simulated workers in one process: `node --import tsx worker.ts URL KEY WORKERS PLACES RENDER_MS`. Says READY. */
import { pino } from "pino";
import { systemClock } from "../src/clock.ts";
import { openWorker } from "../src/queue/remote/open-worker.ts";
import { SimulatedStudio } from "./simulated-studio.ts";

const [, , url = "", key = "", workers = "1", places = "1", renderMs = "3000"] = process.argv;
const shared = {
  url,
  key: Buffer.from(key, "hex"),
  version: "scale",
  clock: systemClock,
  log: pino({ level: "silent" }),
};
for (let i = 0; i < Number(workers); i += 1)
  await openWorker({ ...shared, studio: new SimulatedStudio(Number(renderMs)), places: Number(places) });
process.stdout.write("READY\n");
setInterval(() => undefined, 3_600_000);
