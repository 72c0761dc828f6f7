import { expect, it } from "vitest";
import { clipOf, everyFile, HOUR, openStore, photoOf } from "./open-store.ts";

const ANNA = "web:anna";
const said = (chat: string, text: string, replyTo: string | null = null) => ({ chat, replyTo, shown: { text } });

it("keeps what was said in each chat, also over a restart, and encrypted", async () => {
  const bench = await openStore();
  const first = bench.store.transcript.add(said(ANNA, "a very private hello"));
  bench.store.transcript.add(said("web:boris", "something else"));
  bench.store.transcript.change(ANNA, first.id, { text: "a very private goodbye" });
  const { transcript } = await bench.reopen();
  expect(transcript.latest(ANNA, 200).map(({ shown }) => shown)).toEqual([{ text: "a very private goodbye" }]);
  expect(transcript.get("web:boris", first.id)).toBeNull();
  expect(transcript.change("web:boris", first.id, { text: "not mine" })).toBeNull();
  for (const [path, bytes] of await everyFile(bench.dataDir)) expect(bytes.includes("private"), path).toBe(false);
});

it("never gives an id twice, because events are named by it", async () => {
  const { store } = await openStore();
  const first = store.transcript.add(said(ANNA, "one"));
  store.transcript.clear(ANNA);
  expect(Number(store.transcript.add(said(ANNA, "two")).id)).toBeGreaterThan(Number(first.id));
});

it("removes the answers with the message that they answer", async () => {
  const { store } = await openStore();
  const photo = store.transcript.add(said(ANNA, "photo"));
  const answer = store.transcript.add(said(ANNA, "answer", photo.id));
  store.transcript.add(said(ANNA, "another"));
  expect(store.transcript.remove(ANNA, photo.id)).toEqual([photo.id, answer.id]);
  expect(store.transcript.latest(ANNA, 200)).toHaveLength(1);
});

it("lets messages go with their photo or clip, with their person, and with time", async () => {
  const { store, clock } = await openStore();
  const photo = await store.photos.put(photoOf(ANNA, "1", ANNA), Buffer.from("photo"));
  const clip = await store.clips.put(clipOf(photo.id, ANNA), Buffer.from("clip"));
  const { transcript } = store;
  const posted = transcript.add({ ...said(ANNA, "photo"), photo: photo.id, picture: "cGljdHVyZQ==" });
  transcript.add({ ...said(ANNA, "clip", posted.id), clip: clip.id });
  expect([transcript.shows(ANNA, clip.id), transcript.shows("web:boris", clip.id)]).toEqual([true, false]);
  expect([transcript.picture(ANNA, posted.id), transcript.picture("web:boris", posted.id)]).toEqual([
    "cGljdHVyZQ==",
    null,
  ]);
  await store.clips.delete(clip.id);
  expect(transcript.latest(ANNA, 200)).toHaveLength(1);
  await store.photos.delete(photo.id);
  expect(transcript.latest(ANNA, 200)).toHaveLength(0);

  transcript.add(said(ANNA, "of Anna"));
  transcript.add(said("web:boris", "of Boris"));
  await store.forget(ANNA);
  expect(transcript.latest(ANNA, 200)).toHaveLength(0);
  expect(transcript.latest("web:boris", 200)).toHaveLength(1);
  clock.now += 24 * HOUR;
  await store.sweep(clock.now, new Set());
  expect(transcript.latest("web:boris", 200)).toHaveLength(0);
});
