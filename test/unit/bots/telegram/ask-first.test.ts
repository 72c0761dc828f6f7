import { expect, it } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

it("of whoever had their clips of the hour nothing is fetched, and nothing kept", async () => {
  const { user, telegram, store } = await startRig({ limits: { clipsPerUserPerHour: 1 } });
  const chat = user().private();
  for (let i = 0; i < 12; i++) chat.sendsFile(await newPicture(), "image/jpeg");
  await chat.nextClip();
  for (let i = 0; i < 11; i++) await chat.nextText(/^You have had as many clips as one person can have in an hour/);
  expect(telegram.calls("getFile")).toHaveLength(1);
  expect(await store.usage()).toMatchObject({ photos: 1, clips: 1 });
});

it("of five photos at once from somebody new the last is refused, and not the first", async () => {
  const { user, renderer } = await startRig({ limits: { waitingPerUser: 4 } });
  const chat = user().private();
  renderer.hold();
  const photos: number[] = [];
  for (let i = 0; i < 5; i++) photos.push(chat.sendsPhoto(await newPicture()));
  expect((await chat.nextText(/^Several of your clips are waiting already/)).repliesTo).toBe(photos[4]);
  renderer.release();
  const answered = new Set<number | undefined>();
  for (let i = 0; i < 4; i++) answered.add((await chat.nextClip()).repliesTo);
  expect(answered).toEqual(new Set(photos.slice(0, 4)));
});
