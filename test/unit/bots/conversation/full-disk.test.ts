import { expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { encodeAction } from "../../../../src/bots/conversation/choice.ts";
import { textsFor } from "../../../../src/texts/texts.ts";
import { settle } from "../../../support/fake-clock.ts";
import { ANNA, commandEvent, openSlate, photoEvent, pressEvent } from "../../../support/slate.ts";
import { soon } from "../../../support/soon.ts";

const MINUTE_MS = 60_000;
const SAID = "SELECT message FROM deliveries";
const SORRY = /^Something went wrong here/;

/** A bot on whose disk what `fill` names cannot be written until `free` is called. */
async function openOnDisk() {
  const slate = await openSlate();
  const { records } = slate.store;
  const run = records.run.bind(records);
  let isFull: (sql: string) => boolean = () => false;
  const spy = vi.spyOn(records, "run").mockImplementation((sql, values) => {
    if (isFull(sql)) throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    return run(sql, values);
  });
  onTestFinished(() => spy.mockRestore());
  return {
    ...slate,
    fill: (what: RegExp) => {
      isFull = (sql) => what.test(sql);
    },
    free: () => {
      isFull = () => false;
    },
  };
}

it("a first sign that cannot be noted becomes the apology, and does not stay beside it", async () => {
  const { port, conversation, fill } = await openOnDisk();
  fill(/UPDATE journal SET notes/);
  await conversation.handle(photoEvent(1));
  await soon(() => expect([...port.texts.values()].at(-1)).toMatch(SORRY));
  expect([...port.texts.values()]).not.toContain(textsFor("en").say("status-seen"));
});

it("what was answered is closed as soon as that can be written, and is not answered again", async () => {
  const { port, conversation, store, clock, fill, free } = await openOnDisk();
  fill(/UPDATE journal SET id = NULL/);
  await conversation.handle(commandEvent(ANNA, "help"));
  await soon(() => expect(port.texts.size).toBe(1));
  await settle();
  free();
  await clock.advance(MINUTE_MS);
  const open = "SELECT count(*) AS n FROM journal WHERE event IS NOT NULL";
  expect(store.records.get(z.object({ n: z.number() }), open)).toEqual({ n: 0 });
  expect(port.texts.size).toBe(1);
});

it("a clip that is out is noted when that can be written, so that /forget finds it", async () => {
  const { port, conversation, store, queue, clock, fill, free } = await openOnDisk();
  fill(/INTO deliveries/);
  await conversation.handle(photoEvent(1));
  await soon(() => expect(port.clips).toHaveLength(1));
  await soon(async () => expect(await queue.stats()).toMatchObject({ unanswered: 0 }));
  expect(await store.deliveries.ofUser("slate:@anna:home")).toEqual([]);
  free();
  await clock.advance(MINUTE_MS);
  expect(await store.deliveries.ofUser("slate:@anna:home")).toHaveLength(1);
});

it("where a clip lies is noted before that it is out: no power cut leaves one that /forget cannot find", async () => {
  const { port, conversation, store } = await openSlate();
  const run = store.records.run.bind(store.records);
  let known: readonly unknown[] | null = null;
  const spy = vi.spyOn(store.records, "run").mockImplementation((sql, values) => {
    if (String(values?.added).includes("sent")) known = store.records.all(z.object({ message: z.string() }), SAID);
    return run(sql, values);
  });
  onTestFinished(() => spy.mockRestore());
  await conversation.handle(photoEvent(1));
  await soon(() => expect(known).toEqual([{ message: port.clips[0]?.id }]));
});

it("nobody is told that something is cancelled before that is written down", async () => {
  const { port, conversation, renderer, queue, fill } = await openOnDisk();
  renderer.hold();
  await conversation.handle(photoEvent(1));
  await soon(async () => expect(await queue.stats()).toMatchObject({ running: 1 }));
  const status = [...port.texts.keys()].at(-1) ?? "";
  fill(/UPDATE jobs/);
  await conversation.handle(pressEvent(ANNA, encodeAction({ kind: "cancel" }), status));
  await soon(() => expect([...port.texts.values()].at(-1)).toMatch(SORRY));
  expect(port.notices).toEqual([]);
});

it("whoever wants to be forgotten while nothing can be deleted hears so, and is forgotten when it can", async () => {
  const { port, conversation, store, clock, fill, free } = await openOnDisk();
  await conversation.handle(photoEvent(1));
  await soon(() => expect(port.clips).toHaveLength(1));
  await soon(() => expect(port.shown.size).toBe(1));
  fill(/DELETE|UPDATE journal SET notes/);
  await conversation.handle(commandEvent(ANNA, "forget"));
  await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^I cannot delete everything just now/));
  await clock.advance(MINUTE_MS);
  expect([...port.texts.values()].filter((text) => text.startsWith("I cannot delete"))).toHaveLength(1);
  free();
  await clock.advance(10 * MINUTE_MS);
  await soon(() => expect([...port.texts.values()].at(-1)).toMatch(/^Deleted: your photo/));
  expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
  expect(port.shown.size).toBe(0);
});
