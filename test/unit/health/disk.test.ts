import { describe, expect, it } from "vitest";
import { Health } from "../../../src/health/health.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { openStore } from "../store/open-store.ts";

const QUIET = {
  waiting: 0,
  running: 0,
  unanswered: 0,
  byPlatform: {},
  medianSeconds: 8,
  oldestSeconds: 0,
};

async function watched(freeBytes: () => number) {
  const { store } = await openStore();
  const clock = new FakeClock();
  return { store, clock, health: new Health({ store, queue: async () => QUIET, clock, freeBytes }) };
}

describe("health", () => {
  it("is bad while the disk has no room for another photo, though records find some, and good again after that", async () => {
    let free = 1e6;
    const { health, clock } = await watched(() => free);
    expect(health.notReady()).toEqual(["the disk is full"]);
    free = 1e9;
    await clock.advance(10_000);
    expect(health.notReady()).toEqual([]);
  });

  it("is bad while records cannot be written, whatever the disk says", async () => {
    const { store, health } = await watched(() => 1e9);
    store.records.tryWriting = () => {
      throw new Error("disk full");
    };
    expect(health.notReady()).toEqual(["the records cannot be written"]);
  });
});
