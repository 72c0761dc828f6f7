import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KEPT, type Studio } from "../../../../src/queue/contract/studio.ts";
import { type Order, photoThatSays } from "../../../support/fake-studio-work.ts";
import { REDIS_PROGRAM } from "../../../support/redis-server.ts";
import { RemoteRig } from "../../../support/remote-rig.ts";
import { until } from "../../../support/until.ts";

/** Processes take long to start where others want the cores, too. */
const STARTING_MS = 60_000;

const render = async (studio: Studio, order: Order, signal?: AbortSignal) =>
  studio.render({ photo: photoThatSays(order) }, { job: "tg-42-7", ...(signal === undefined ? {} : { signal }) });

describe.skipIf(REDIS_PROGRAM === undefined)("When Redis", { timeout: 90_000 }, () => {
  let rig: RemoteRig;
  beforeEach(async () => {
    rig = await RemoteRig.open([1], ["--maxmemory", "40mb", "--maxmemory-policy", "noeviction"]);
  }, STARTING_MS);
  afterEach(async () => rig.end());

  it("is started anew in the middle, and has forgotten everything, the clip comes all the same", async () => {
    const { studio, report, troubles } = await rig.openBot();
    const rendering = render(studio, { act: "wait", milliseconds: 4000 });
    await until(async () => (await report()).workers.some(({ busy }) => busy === 1));
    await sleep(500);
    await rig.redis.kill();
    await until(() => troubles().includes("Redis cannot be reached"));
    expect(studio.places.count).toBe(0);
    await rig.redis.startAgain();
    expect(await rendering).toMatchObject({ face: 2 });
    expect(troubles()).toEqual([]);
    studio.settled("tg-42-7");
    await until(async () => (await rig.left()).length === 0);
    expect(rig.logged.join("")).toContain("Redis is back");
  });

  it("cannot be reached, the bot's own machine goes on alone", async () => {
    const { studio, troubles } = await rig.openBot(1);
    expect(studio.places.count).toBe(2);
    await rig.redis.kill();
    await until(() => troubles().length > 0);
    expect(studio.places.count).toBe(1);
    expect(await render(studio, { act: "clip" })).toMatchObject({ face: 2 });
    await rig.redis.startAgain();
    await until(() => studio.places.count === 2);
  });

  it("is full, the bot says so, waits, and goes on by itself", async () => {
    const { studio, report, troubles } = await rig.openBot();
    const client = rig.redis.client();
    await client.config("SET", "maxmemory", "1mb");
    await until(() => troubles().some((trouble) => trouble.startsWith("Redis takes nothing: OOM")));
    const rendering = render(studio, { act: "clip" });
    await sleep(8000);
    expect((await report()).workers).toMatchObject([{ standing: "usable" }]);
    await client.config("SET", "maxmemory", "100mb");
    client.disconnect();
    expect(await rendering).toMatchObject({ face: 2 });
    expect(troubles()).toEqual([]);
  });

  it("has what a bot was waiting for when it ended, the next one takes it up instead of making it again", async () => {
    const first = await rig.openBot();
    const stop = new AbortController();
    const rendering = render(first.studio, { act: "wait", milliseconds: 3000 }, stop.signal);
    await until(async () => (await first.report()).workers.some(({ busy }) => busy === 1));
    await sleep(500);
    stop.abort(KEPT);
    await expect(rendering).rejects.toBe(KEPT);
    await first.close();
    const second = await rig.openBot();
    const began = performance.now();
    // The worker has one place, and would begin nothing else before.
    expect(await render(second.studio, { act: "wait", milliseconds: 60_000 })).toMatchObject({ face: 2 });
    expect(performance.now() - began).toBeLessThan(10_000);
    // It is there until it is known to be kept: a third one would find it, too.
    const third = await rig.openBot();
    expect(await render(third.studio, { act: "wait", milliseconds: 60_000 })).toMatchObject({ face: 2 });
    third.studio.settled("tg-42-7");
    await until(async () => (await rig.left()).length === 0);
  });
});
