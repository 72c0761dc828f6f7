import { expect, it } from "vitest";
import { DiskStore } from "../../../src/store/disk-store.ts";
import { HOUR, openStore } from "./open-store.ts";

const DAY = 24 * HOUR;

it("goes half a year after it was last of use, and not before", async () => {
  const { store, clock } = await openStore();
  await store.settings.claim("telegram:1", "consent");
  await store.settings.claim("telegram:2", "consent");
  for (let day = 0; day < 179; day += 1) {
    clock.now += DAY;
    expect(await store.settings.claim("telegram:1", "consent")).toBe(false);
  }
  await store.sweep(clock.now, new Set());
  expect(await store.settings.get("telegram:2")).toEqual({ consent: true });
  clock.now += 180 * DAY;
  await store.sweep(clock.now, new Set());
  expect(await store.settings.claim("telegram:1", "consent")).toBe(true);
});

it("is kept as a whole: what is asked for often keeps the rest", async () => {
  const { store, clock } = await openStore();
  await store.settings.change("telegram:1", { language: "es" });
  clock.now += 100 * DAY;
  await store.settings.claim("telegram:1", "consent");
  clock.now += 100 * DAY;
  await store.sweep(clock.now, new Set());
  expect(await store.settings.get("telegram:1")).toEqual({ language: "es", consent: true });
});

it("that cannot be read is left out and logged, without what it holds, like measurements", async () => {
  const { dataDir, key, store } = await openStore();
  await store.settings.change("telegram:1", { consent: true, language: "es" });
  for (const at of [1, 2]) store.measurements.note({ at, outcome: "clip", stages: { render: 5 } });
  store.records.run("UPDATE settings SET value = '[4711' WHERE name = 'language'");
  store.records.run('UPDATE measurements SET stages = \'{"render":"slow"}\' WHERE at = 1');
  await store.close();
  const logged: unknown[] = [];
  const log = { warn: (facts: unknown) => void logged.push(facts) };
  const again = await DiskStore.open({ dataDir, key, retentionMs: DAY, now: () => 1_000_000, log });
  expect(await again.settings.get("telegram:1")).toEqual({ consent: true });
  expect(again.measurements.since(0).map(({ at }) => at)).toEqual([2]);
  expect(logged).toHaveLength(2);
  expect(JSON.stringify(logged)).not.toContain("4711");
  await again.close();
});
