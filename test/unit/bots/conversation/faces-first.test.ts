import { expect, it, vi } from "vitest";
import { facesInARow } from "../../../support/held-studio.ts";
import { ANNA, BORIS, openSlate, photoEvent, pressEvent, sameAskedBy } from "../../../support/slate.ts";

const soon = async (check: () => void | Promise<void>) => vi.waitFor(check, 10_000);

/** Anna's photo of three people, whose first clip waits behind two others. */
async function openWaiting() {
  const slate = await openSlate();
  const { conversation, renderer, queue, port, store } = slate;
  renderer.hold();
  for (const n of [7, 8]) await conversation.handle({ ...photoEvent(n), from: { id: `@guest-${n}` } });
  await soon(async () => expect((await queue.stats()).running).toBe(2));
  renderer.faces = facesInARow(3);
  await conversation.handle(photoEvent(1));
  await soon(() => expect(port.pictures).toHaveLength(1));
  const [photo] = await Promise.all([store.photos.findBySource("slate", "slate:living-room", "slate:@anna:home/u1")]);
  const tap = (face: number) => `m:${photo?.id ?? ""}:${face}:nostalgia:3`;
  return { ...slate, tap };
}

it("whoever chooses another face while the first one waits gets that one instead", async () => {
  const { conversation, renderer, queue, port, tap } = await openWaiting();
  expect(port.pictures).toEqual([expect.stringMatching(/^I found 3 faces, numbered from left to right/)]);
  await conversation.handle(pressEvent(ANNA, tap(3), "faces"));
  await soon(async () => expect((await queue.stats()).waiting).toBe(1));
  renderer.release();
  await soon(() => expect(port.clips).toHaveLength(3));
  expect(renderer.made.map(({ face }) => face)).toEqual([1, 1, 3]);
});

it("what somebody else of the group asked for, too, stays in line", async () => {
  const { conversation, renderer, queue, port, tap } = await openWaiting();
  await conversation.handle(sameAskedBy(BORIS));
  await soon(() => expect([...port.texts.values()]).toContain("This one is already being made."));
  await conversation.handle(pressEvent(ANNA, tap(3), "faces"));
  await soon(async () => expect((await queue.stats()).waiting).toBe(2));
  renderer.release();
  await soon(() => expect(port.clips).toHaveLength(4));
  expect(renderer.made.map(({ face }) => face)).toEqual([1, 1, 2, 3]);
});
