import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Studio } from "../../../../src/queue/contract/studio.ts";
import { type Order, photoThatSays } from "../../../support/fake-studio-work.ts";
import { REDIS_PROGRAM } from "../../../support/redis-server.ts";
import { RemoteRig } from "../../../support/remote-rig.ts";
import { until } from "../../../support/until.ts";

/** Processes take long to start where others want the cores, too. */
const STARTING_MS = 60_000;

const render = async (studio: Studio, order: Order, job = "tg-42-7") =>
  studio.render({ id: "photo", photo: photoThatSays(order) }, { job });

describe.skipIf(REDIS_PROGRAM === undefined)("When a worker is lost", { timeout: 90_000 }, () => {
  let rig: RemoteRig;
  beforeEach(async () => {
    rig = await RemoteRig.open([1, 1]);
  }, STARTING_MS);
  afterEach(async () => rig.end());

  it.each(["SIGKILL", "SIGSTOP"] as const)(
    "(%s) its work goes elsewhere within ten seconds, and is answered once",
    async (signal) => {
      const { studio, report } = await rig.openBot();
      const rendering = render(studio, { act: "wait", milliseconds: 3000 });
      await until(async () => (await report()).workers.some(({ busy }) => busy === 1));
      await sleep(500);
      const busy = (await report()).workers.findIndex((worker) => worker.busy === 1);
      const began = performance.now();
      rig.processOf((await report()).workers[busy]!).kill(signal);
      expect(await rendering).toMatchObject({ face: 2 });
      expect(performance.now() - began).toBeLessThan(14_000);
      studio.settled("tg-42-7");
      // One that was only frozen goes on, finds that nobody waits, and works again.
      for (const worker of rig.workers) worker.kill("SIGCONT");
      if (signal === "SIGSTOP")
        await until(async () => (await report()).workers.every(({ standing }) => standing === "usable"));
      await until(async () => (await rig.left()).length === 0);
    },
  );

  it("a photo that kills every worker kills two, and is given up", async () => {
    await rig.startWorker();
    const { studio } = await rig.openBot();
    await expect(render(studio, { act: "parent" })).rejects.toMatchObject({ name: "StudioFailed", failure: "crash" });
    expect(rig.workers.filter(({ signalCode }) => signalCode === "SIGKILL")).toHaveLength(2);
    expect(await render(studio, { act: "clip" }, "tg-42-8")).toMatchObject({ face: 2 });
  });

  it("one that is asked to end finishes what it has, and takes nothing more", async () => {
    const { studio, report } = await rig.openBot();
    const rendering = render(studio, { act: "wait", milliseconds: 2000 });
    await until(async () => (await report()).workers.some(({ busy }) => busy === 1));
    await sleep(500);
    const busy = (await report()).workers.find((worker) => worker.busy === 1)!;
    const leaving = rig.processOf(busy);
    leaving.kill("SIGTERM");
    await until(async () => (await report()).workers.some(({ standing }) => standing === "leaving"));
    const other = render(studio, { act: "clip" }, "tg-42-8");
    expect(await Promise.all([rendering, other])).toMatchObject([{ face: 2 }, { face: 2 }]);
    await until(() => leaving.exitCode === 0);
    // That of the one that stays.
    expect(await rig.queues()).toHaveLength(1);
    expect(studio.places.count).toBe(1);
  });
});
