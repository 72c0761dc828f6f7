import { afterAll, beforeAll, describe, it } from "vitest";
import { REDIS_PROGRAM } from "../support/redis-server.ts";
import { RemoteRig } from "../support/remote-rig.ts";
import { openStudio } from "../unit/queue/render/open-studio.ts";
import { studioContract } from "./studio.contract.ts";

studioContract("LocalStudio", async () => openStudio({ renderers: 2 }));

if (REDIS_PROGRAM === undefined) {
  describe("RemoteStudio, as a Studio", () => {
    it.skip("is not tried: there is neither redis-server nor valkey-server on this machine");
  });
} else {
  describe("with two workers", () => {
    let rig: RemoteRig;
    beforeAll(async () => {
      rig = await RemoteRig.open([1, 1]);
    });
    afterAll(async () => rig.end());
    studioContract("RemoteStudio", async () => (await rig.openBot()).studio);
  });
}
