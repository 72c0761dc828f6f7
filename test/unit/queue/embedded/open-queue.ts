import { pino } from "pino";
import { onTestFinished } from "vitest";
import type { JobWork } from "../../../../src/queue/contract/job-work.ts";
import { DEFAULT_LIMITS } from "../../../../src/queue/contract/limits.ts";
import { fixedPlaces } from "../../../../src/queue/contract/places.ts";
import { EmbeddedQueue } from "../../../../src/queue/embedded/embedded-queue.ts";
import type { JobLedger } from "../../../../src/queue/embedded/ledger.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

/** A queue that does one job at a time, and closes when the test ends. */
export function openQueue(ledger: JobLedger, work: JobWork, clock = new FakeClock()): EmbeddedQueue {
  const log = pino({ level: "silent" });
  const queue = new EmbeddedQueue({ ledger, work, clock, log, places: fixedPlaces(1), limits: DEFAULT_LIMITS });
  onTestFinished(async () => queue.close());
  return queue;
}
