import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { ChatError } from "../../../../src/bots/port/chat-port.ts";
import { settle } from "../../../support/fake-clock.ts";
import { facesInARow } from "../../../support/held-studio.ts";
import { ANNA, BORIS, commandEvent, openSlate, photoEvent, pressEvent, type Slate } from "../../../support/slate.ts";
import { soon } from "../../../support/soon.ts";

const DONE = "Deleted: your photo, all clips made from it, and everything noted about you.";

/** The data of a button under the newest clip. */
function button(port: Slate, label: string): string {
  const buttons = port.clips.at(-1)?.clip.keyboard?.flatMap((group) => group.buttons) ?? [];
  return buttons.find((one) => one.label === label)?.data ?? "";
}

async function openWithClip() {
  const slate = await openSlate();
  await slate.conversation.handle(photoEvent(1));
  await soon(async () => expect(await slate.queue.stats()).toMatchObject({ running: 0, unanswered: 0 }));
  await soon(() => expect(slate.port.shown.size).toBe(1));
  return { ...slate, clip: [...slate.port.shown][0] ?? "" };
}

/** Anna has a second clip of the photo, which Boris can have as well. */
async function makeSmile({
  port,
  conversation,
  clip,
}: Pick<Awaited<ReturnType<typeof openWithClip>>, "port" | "conversation" | "clip">) {
  await conversation.handle(pressEvent(ANNA, button(port, "Smile"), clip));
  await soon(() => expect(port.clips).toHaveLength(2));
}

describe("what is on its way when its person says /forget", () => {
  it.each([
    ["a clip", 1],
    ["the strip of faces, and the clip behind it", 3],
  ])("%s is taken back when it arrives", async (_, faces) => {
    const { port, conversation, renderer, store } = await openSlate();
    renderer.faces = facesInARow(faces);
    renderer.hold();
    await conversation.handle(photoEvent(1));
    await soon(() => expect(port.texts.size).toBe(2));
    await settle();
    if (faces === 1) renderer.release();
    port.hold();
    renderer.release();
    await soon(() => expect(port.underWay).toBeGreaterThan(0));
    const forgetting = conversation.handle(commandEvent(ANNA, "forget"));
    await forgetting;
    await soon(async () => expect((await store.usage()).photos).toBe(0));
    port.arrive();
    await soon(() => expect([...port.texts.values()]).toContain(DONE));
    await soon(() => expect(port.underWay).toBe(0));
    await settle();
    expect([...port.shown]).toEqual([]);
    expect(await store.deliveries.ofUser("slate:@anna:home")).toEqual([]);
  });

  it("a clip, and nothing of its person is noted any more, where it would have told what everybody should know", async () => {
    const { port, conversation, renderer, store } = await openSlate();
    Object.assign(port, { silentMs: 2000 });
    renderer.hold();
    const event = { ...photoEvent(1), chat: { platform: "slate", id: ANNA.id, group: false } };
    await conversation.handle(event);
    await settle();
    port.hold();
    renderer.release();
    await soon(() => expect(port.underWay).toBeGreaterThan(0));
    await conversation.handle({ ...commandEvent(ANNA, "forget"), chat: event.chat });
    await soon(async () => expect((await store.usage()).photos).toBe(0));
    port.arrive();
    await soon(() => expect(port.underWay).toBe(0));
    await settle();
    expect([...port.shown]).toEqual([]);
    expect(await store.settings.get("slate:@anna:home")).toEqual({});
  });

  it("the status of a clip that its platform would not take in its place", async () => {
    const { port, conversation } = await openSlate();
    Object.assign(port, { replaces: true });
    port.refusals = [new ChatError("unreachable", "sendClip")];
    await conversation.handle(photoEvent(1));
    await soon(() => expect(port.refusals).toEqual([]));
    await settle();
    await conversation.handle(commandEvent(ANNA, "forget"));
    await soon(() => expect([...port.texts.values()]).toContain(DONE));
    await soon(() =>
      expect([...port.texts.values()]).toEqual([expect.stringMatching(/^Please send only photos/), DONE]),
    );
  });

  it("a copy of somebody else's clip is taken back, and theirs stays", async () => {
    const { port, conversation, store, clip } = await openWithClip();
    await makeSmile({ port, conversation, clip });
    port.hold();
    await conversation.handle(pressEvent(BORIS, button(port, "Smile"), clip));
    await soon(() => expect(port.underWay).toBe(1));
    await conversation.handle(commandEvent(BORIS, "forget"));
    await soon(() => expect(port.underWay).toBe(2));
    port.arrive();
    await soon(() =>
      expect([...port.texts.values()]).toContain("There is nothing left of yours here: no photo, no clip."),
    );
    await soon(() => expect(port.clips).toHaveLength(3));
    await soon(() => expect([...port.shown]).toEqual([clip, port.clips[1]?.id]));
    expect(await store.deliveries.ofUser("slate:@boris:home")).toEqual([]);
  });

  it("the first words: a status message that was not said yet is not said any more", async () => {
    const { port, conversation, renderer } = await openSlate();
    port.hold();
    await conversation.handle(photoEvent(1));
    await soon(() => expect(port.underWay).toBe(1));
    await conversation.handle(commandEvent(ANNA, "forget"));
    await soon(() => expect(port.underWay).toBe(2));
    port.arrive();
    await soon(() => expect(port.texts.size).toBe(2));
    await settle();
    expect([...port.texts.values()].some((text) => text.startsWith("I have your photo"))).toBe(false);
    expect(renderer.looks).toBe(0);
  });

  it("an album", async () => {
    const { port, conversation, clock, store } = await openSlate();
    for (const n of [1, 2, 3]) await conversation.handle({ ...photoEvent(n), album: "holidays" });
    await conversation.handle(commandEvent(ANNA, "forget"));
    await soon(() => expect(port.texts.size).toBe(2));
    await clock.advance(60_000);
    expect([...port.texts.values()]).toEqual([
      expect.stringMatching(/AI/),
      expect.stringMatching(/^There is nothing left of yours/),
    ]);
    expect(await store.usage()).toMatchObject({ photos: 0 });
  });
});

it("a clip that is on its way when its photo's Delete is pressed is taken back when it arrives", async () => {
  const { port, conversation, store, clip } = await openWithClip();
  await makeSmile({ port, conversation, clip });
  port.hold();
  await conversation.handle(pressEvent(BORIS, button(port, "Smile"), clip));
  await soon(() => expect(port.underWay).toBe(1));
  const data = button(port, "Delete").replace(/^a/, "d");
  await conversation.handle(pressEvent(ANNA, data, clip));
  await soon(async () => expect((await store.usage()).photos).toBe(0));
  port.arrive();
  await soon(() => expect(port.clips).toHaveLength(3));
  await soon(() => expect([...port.shown]).toEqual([]));
});

it("/forget is brought to its end by the next start when the process ends in the middle", async () => {
  const { port, conversation, store, clip } = await openWithClip();
  // The platform is slow to remove, and the process dies meanwhile.
  let end: () => void = () => undefined;
  const removing = vi.spyOn(port, "remove").mockReturnValue(
    new Promise((resolve) => {
      end = resolve;
    }),
  );
  await conversation.handle(commandEvent(ANNA, "forget"));
  await soon(() => expect(removing).toHaveBeenCalled());
  expect(await store.deliveries.ofUser("slate:@anna:home")).toEqual([]);
  vi.restoreAllMocks();
  await conversation.connect(port);
  await soon(() => expect(port.shown.has(clip)).toBe(false));
  end();
});

it("nothing on the disk names the person afterwards", async () => {
  const { port, conversation, store } = await openWithClip();
  await conversation.handle(commandEvent(ANNA, "forget"));
  await soon(() => expect([...port.texts.values()]).toContain(DONE));
  const any = z.record(z.string(), z.unknown());
  await soon(() => {
    for (const table of ["photos", "clips", "deliveries", "settings", "jobs", "journal", "transcript"]) {
      const rows = JSON.stringify(store.records.all(any, `SELECT * FROM ${table}`));
      expect(rows, table).not.toContain("anna");
      expect(rows, table).not.toContain("slate-1");
    }
  });
});

it("says what could not be removed from the chat", async () => {
  const { port, conversation, clip } = await openWithClip();
  port.fixed.add(clip);
  await conversation.handle(commandEvent(ANNA, "forget"));
  await soon(() => expect([...port.texts.values()].join()).toMatch(/One of my messages is still in its chat/));
});

it("so does Delete", async () => {
  const { port, conversation, clip } = await openWithClip();
  port.fixed.add(clip);
  await conversation.handle(pressEvent(ANNA, button(port, "Delete").replace(/^a/, "d"), clip));
  await soon(() => expect([...port.texts.values()].join()).toMatch(/One of my messages is still in its chat/));
});
