import { pino } from "pino";
import { onTestFinished } from "vitest";
import { EmbeddedQueue } from "../../src/queue/embedded/embedded-queue.ts";
import { JobLedger } from "../../src/queue/embedded/ledger.ts";
import { openStore } from "../unit/store/open-store.ts";
import { jobQueueContract } from "./job-queue.contract.ts";
import { jobQueueLifeContract } from "./job-queue-life.contract.ts";
import type { OpenQueue } from "./queue-harness.ts";

const openEmbeddedQueue: OpenQueue = async (setting) => {
  const opened = await openStore();
  const open = () =>
    new EmbeddedQueue({ ...setting, ledger: new JobLedger(opened.store.records), log: pino({ level: "silent" }) });
  let queue = open();
  onTestFinished(async () => queue.close());
  return {
    queue,
    reopen: async () => {
      await queue.close();
      await opened.reopen();
      queue = open();
      return queue;
    },
  };
};

jobQueueContract("EmbeddedQueue", openEmbeddedQueue);
jobQueueLifeContract("EmbeddedQueue", openEmbeddedQueue);
