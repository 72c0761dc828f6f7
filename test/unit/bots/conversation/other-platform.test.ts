import { expect, it, vi } from "vitest";
import { z } from "zod";
import { ChatError } from "../../../../src/bots/port/chat-port.ts";
import { facesInARow } from "../../../support/held-studio.ts";
import { FAMILY as chat, ANNA as from, openSlate as open, photoEvent } from "../../../support/slate.ts";

it("another platform has the same conversation: photo, strip, clip, tap", async () => {
  const { port, conversation, renderer } = await open();
  renderer.faces = facesInARow(2);
  await conversation.handle(photoEvent(1));
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
  expect(port.clips[0]?.replyTo).toBe("1");
  expect(port.pictures).toHaveLength(1);
  const data = port.clips[0]?.clip.keyboard?.[0]?.buttons.find(({ current }) => current !== true)?.data ?? "";
  await conversation.handle({
    id: "slate-tap",
    chat,
    from,
    kind: "press",
    press: "t",
    data,
    message: port.clips[0]?.id ?? "",
    about: "1",
  });
  await vi.waitFor(() => expect(port.clips).toHaveLength(2));
  expect(port.notices).toEqual(["On it."]);
  expect(renderer.made.map(({ face }) => face)).toEqual([2, 1]);
  await vi.waitFor(() => expect([...port.texts.values()]).toEqual([expect.stringMatching(/^Please send only/)]));
});

it("the same event twice, and the same photo twice, are rendered once", async () => {
  const { port, conversation, renderer } = await open();
  await Promise.all([conversation.handle(photoEvent(1)), conversation.handle(photoEvent(1))]);
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
  await conversation.handle({ ...photoEvent(2), photo: { file: { id: "f1", unique: "u1" }, message: "2" } });
  await vi.waitFor(() => expect(port.clips).toHaveLength(2));
  expect(port.clips[1]).toMatchObject({ replyTo: "2", clip: { content: { sent: `copy-${port.clips[0]?.id ?? ""}` } } });
  expect(renderer.made).toHaveLength(1);
});

it("an answer that does not get through is tried again later, once", async () => {
  const { port, conversation, clock, queue, renderer } = await open();
  port.refusals = [new ChatError("unreachable", "no network")];
  await conversation.handle(photoEvent(1));
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ running: 0, unanswered: 1 }));
  await vi.waitFor(async () => {
    await clock.advance(5000);
    expect(port.clips).toHaveLength(1);
  });
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ unanswered: 0 }));
  await clock.advance(600_000);
  expect(port.clips).toHaveLength(1);
  expect(renderer.made).toHaveLength(1);
});

it("an answer that is given up after a day leaves nothing behind, and may be asked for again", async () => {
  const { port, conversation, clock, queue, store } = await open();
  port.refusals = Array.from({ length: 1000 }, () => new ChatError("unreachable", "no network"));
  await conversation.handle(photoEvent(1));
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ running: 0, unanswered: 1 }), 10_000);
  await vi.waitFor(async () => {
    await clock.advance(3_600_000);
    expect(await queue.stats()).toMatchObject({ unanswered: 0 });
  }, 10_000);
  const count = z.object({ n: z.number() });
  await vi.waitFor(() => {
    const sql = "SELECT count(*) AS n FROM journal WHERE event IS NOT NULL";
    expect(store.records.get(count, sql)).toEqual({ n: 0 });
  }, 10_000);
  // The status message went as well.
  expect([...port.texts.values()].some((text) => /photo\. One moment|Sending/.test(text))).toBe(false);
});

it("where nobody is left to answer, the answer is let go", async () => {
  const { port, conversation, queue } = await open();
  port.refusals = [new ChatError("gone", "blocked")];
  await conversation.handle(photoEvent(1));
  await vi.waitFor(async () => expect(await queue.stats()).toMatchObject({ running: 0, unanswered: 0 }));
  expect(port.clips).toHaveLength(0);
});

it("a status message that somebody deleted is no trouble", async () => {
  const { port, conversation, renderer } = await open();
  renderer.hold();
  await conversation.handle(photoEvent(1));
  await vi.waitFor(() => expect(port.texts.size).toBe(2));
  port.texts.clear();
  renderer.release();
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
});

it("a clip is made no larger than the platform takes", async () => {
  const { port, conversation, store } = await open();
  await conversation.handle(photoEvent(1));
  await vi.waitFor(() => expect(port.clips).toHaveLength(1));
  const [clip] = await store.clips.recentOf("slate:@anna:home", 1);
  expect(clip?.maxBytes).toBe(5_000_000);
});

it("an operator there is reached by an id that holds a colon", async () => {
  const { port, conversation } = await open({ admins: ["slate:@ruth:home", "telegram:42", "@tom:home"] });
  await conversation.handle({
    id: "slate-report",
    chat,
    from,
    kind: "command",
    name: "report",
    message: "5",
    about: "4",
  });
  await vi.waitFor(() => expect(port.texts.size).toBe(3));
  expect(port.told).toEqual(["@ruth:home", "@tom:home", "living-room"]);
});
