import { expect, it } from "vitest";
import { z } from "zod";
import { DiskJournal } from "../../../src/store/journal.ts";
import { openStore } from "./open-store.ts";

const anyRow = z.record(z.string(), z.unknown());

async function openJournal() {
  const opened = await openStore();
  return { opened, journal: new DiskJournal(opened.store.records, () => 1000) };
}

it("knows an event again, answered or not", async () => {
  const { journal } = await openJournal();
  expect(await journal.open("tg-1-2", "telegram:1", { kind: "photo" })).toBe(true);
  expect(await journal.open("tg-1-2", "telegram:1", { kind: "photo" })).toBe(false);
  await journal.close("tg-1-2");
  expect(await journal.open("tg-1-2", "telegram:1", { kind: "photo" })).toBe(false);
  expect(await journal.pending()).toEqual([]);
});

it("has what was open, with its notes, after a restart", async () => {
  const { opened, journal } = await openJournal();
  await journal.open("a", "telegram:1", { kind: "photo" });
  await journal.open("b", "telegram:2", { kind: "press" });
  await journal.note("a", { status: "17" });
  await journal.note("a", { queued: true });
  await journal.close("b");
  await opened.reopen();
  const reopened = new DiskJournal(opened.store.records, () => 2000);
  expect(await reopened.pending()).toEqual([
    { id: "a", event: { kind: "photo" }, notes: { status: "17", queued: true } },
  ]);
  expect(await reopened.get("b")).toBeNull();
});

it("forgets a person, but not that their events were answered", async () => {
  const { journal } = await openJournal();
  await journal.open("a", "telegram:1", { kind: "photo" });
  await journal.open("b", "telegram:2", { kind: "photo" });
  await journal.forget("telegram:1");
  expect((await journal.pending()).map(({ id }) => id)).toEqual(["b"]);
  expect(await journal.open("a", "telegram:1", {})).toBe(false);
});

it("can be read although one entry cannot", async () => {
  const { opened, journal } = await openJournal();
  for (const id of ["a", "b"]) await journal.open(id, "telegram:1", { kind: "photo" });
  opened.store.records.run("UPDATE journal SET event = 'no JSON', notes = '' WHERE id = 'a'");
  expect(await journal.pending()).toEqual([
    { id: "a", event: null, notes: {} },
    { id: "b", event: { kind: "photo" }, notes: {} },
  ]);
});

it("drops what was answered long ago, and later what never was", async () => {
  const { opened, journal } = await openJournal();
  await journal.open("a", "telegram:1", { kind: "photo" });
  await journal.open("b", "telegram:1", { kind: "photo" });
  await journal.close("a");
  await journal.sweep(1001, 1000);
  expect(await journal.open("a", "telegram:1", {})).toBe(true);
  expect(await journal.get("b")).not.toBeNull();
  await journal.sweep(1001, 1001);
  expect(opened.store.records.all(anyRow, "SELECT * FROM journal")).toEqual([]);
});

it("names nobody in what it keeps of answered and forgotten events", async () => {
  const { opened, journal } = await openJournal();
  for (const id of ["tg-4711-1", "tg-4711-2"]) await journal.open(id, "telegram:4711", { from: { id: "4711" } });
  await journal.close("tg-4711-1");
  await journal.forget("telegram:4711");
  const kept = opened.store.records.all(anyRow, "SELECT * FROM journal");
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain("4711");
});

it("tells what its person asked to forget from what was answered", async () => {
  const { journal } = await openJournal();
  for (const id of ["answered", "open", "forgetting"]) await journal.open(id, "telegram:1", {});
  await journal.close("answered");
  await journal.forget("telegram:1", "forgetting");
  expect(await journal.isForgotten("answered")).toBe(false);
  expect(await journal.isForgotten("open")).toBe(true);
  expect((await journal.pending()).map(({ id }) => id)).toEqual(["forgetting"]);
  await journal.close("open");
  expect(await journal.isForgotten("open")).toBe(true);
  expect(await journal.isForgotten("never seen")).toBe(false);
});
