import { describe, expect, it, vi } from "vitest";
import { facesInARow } from "../../../support/held-studio.ts";
import { ANNA, BORIS, openSlate, photoEvent, pressEvent, sameAskedBy } from "../../../support/slate.ts";

async function soon(check: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(check, 10_000);
}

/** Anna's photo, of which both have the same clip. */
async function openShared() {
  const slate = await openSlate();
  const { port, conversation } = slate;
  await conversation.handle(photoEvent(1));
  await soon(() => expect(port.clips).toHaveLength(1));
  const data = (label: string): string =>
    port.clips[0]?.clip.keyboard?.flatMap(({ buttons }) => buttons).find((one) => one.label === label)?.data ?? "";
  const hers = port.clips[0]?.id ?? "";
  await conversation.handle(sameAskedBy(BORIS));
  await soon(() => expect(port.clips).toHaveLength(2));
  const his = port.clips[1]?.id ?? "";
  await soon(async () => expect(await slate.store.deliveries.ofUser("slate:@boris:home")).toHaveLength(1));
  return { ...slate, data, hers, his };
}

it("two people ask for one clip, one by its face's number and one without, and both get it", async () => {
  const { port, conversation, renderer, store, queue } = await openSlate();
  renderer.faces = facesInARow(3);
  renderer.hold();
  await conversation.handle(photoEvent(1));
  await soon(async () => expect((await queue.stats()).running).toBe(1));
  const { photo } = photoEvent(1);
  const asked = { ...photoEvent(1), photo: { ...photo, owner: ANNA.id }, from: BORIS, face: 2 };
  await conversation.handle({ ...asked, id: "slate-2" });
  await soon(() => expect([...port.texts.values()]).toContain("This one is already being made."));
  // In another chat it is a clip of its own.
  const study = { platform: "slate", id: "study", group: true } as const;
  await conversation.handle({ ...asked, id: "slate-3", chat: study });
  renderer.release();
  await soon(() => expect(port.clips).toHaveLength(2));
  await soon(async () => expect(await queue.stats()).toMatchObject({ running: 0, unanswered: 0 }));
  expect((await store.usage()).clips).toBe(2);
});

describe("of a clip that two people have", () => {
  it("deleting one's copy leaves the other's, with its buttons", async () => {
    const { port, conversation, store, data, hers, his, renderer } = await openShared();
    await conversation.handle(pressEvent(BORIS, data("Delete").replace(/^a/, "d"), his));
    await soon(() => expect(port.shown.has(his)).toBe(false));
    expect(port.shown.has(hers)).toBe(true);
    expect((await store.usage()).clips).toBe(1);
    await conversation.handle(pressEvent(ANNA, data("Save as file"), hers));
    await soon(() => expect(port.clips).toHaveLength(3));
    expect(renderer.made).toHaveLength(1);
  });

  it("both go when the photo's owner deletes it", async () => {
    const { port, conversation, store, data, hers } = await openShared();
    await conversation.handle(pressEvent(ANNA, data("Delete").replace(/^a/, "d"), hers));
    await soon(() => expect([...port.shown]).toEqual([]));
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0 });
  });
});
