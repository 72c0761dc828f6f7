import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { photoThatSays } from "../../../support/fake-studio-work.ts";
import { REDIS_PROGRAM } from "../../../support/redis-server.ts";
import { RemoteRig } from "../../../support/remote-rig.ts";
import { until } from "../../../support/until.ts";

const STARTING_MS = 60_000;
const SECRET_IN_PHOTO = "grandmother's face";

describe.skipIf(REDIS_PROGRAM === undefined)("On the way over Redis", { timeout: 90_000 }, () => {
  let rig: RemoteRig;
  beforeEach(async () => {
    rig = await RemoteRig.open([]);
  }, STARTING_MS);
  afterEach(async () => rig.end());

  it("nobody sees who asked, which photo it is, or anything of the picture", async () => {
    await rig.startWorker();
    const monitor = await rig.redis.client().monitor();
    const seen: string[] = [];
    monitor.on("monitor", (_time: string, words: string[]) => seen.push(words.join(" ")));
    const { studio } = await rig.openBot();
    const photo = Buffer.concat([photoThatSays({ act: "clip" }), Buffer.from(SECRET_IN_PHOTO)]);
    await studio.look(photo, {});
    const job = "tg-4242424242-7";
    const rendered = await studio.render({ id: "photoid-1234", photo, gesture: "smile" }, { job });
    studio.forget(["photoid-1234"]);
    studio.settled(job);
    await until(() => seen.some((line) => line.includes("keepsake:calls")));
    monitor.disconnect();
    const all = seen.join("\n");
    expect(all).toContain("keepsake:order:");
    expect(all).toContain("keepsake:answer:");
    for (const word of ["4242424242", "photoid-1234", SECRET_IN_PHOTO, "smile", "ftypisom", rig.key.toString("hex")])
      expect(all.includes(word), word).toBe(false);
    expect(rendered.gesture).toBe("smile");
  });

  it("a worker with another key, or of another version, gets nothing, and the operator is told", async () => {
    await rig.startWorker(1, { key: randomBytes(32) });
    await rig.startWorker(1, { version: "9.9.9" });
    const { studio, report, troubles } = await rig.openBot();
    expect(studio.places.count).toBe(0);
    expect((await report()).workers).toMatchObject([{ version: "9.9.9", standing: "otherVersion" }]);
    expect(troubles()).toEqual(["there is no worker"]);
    const logged = rig.logged.join("");
    expect(logged).toContain("A worker has another WORKER_KEY, and gets nothing");
    expect(logged).toContain("A worker has another version of Keepsake, and gets nothing");
    await rig.startWorker();
    expect(await studio.render({ photo: photoThatSays({ act: "clip" }) }, {})).toMatchObject({ face: 2 });
  });
});
