import { expect, it } from "vitest";
import { DiskJournal } from "../../../src/store/journal.ts";
import { openStore } from "./open-store.ts";

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

it("drops what is old", async () => {
  const { journal } = await openJournal();
  await journal.open("a", "telegram:1", {});
  await journal.sweep(1001);
  expect(await journal.open("a", "telegram:1", {})).toBe(true);
});
