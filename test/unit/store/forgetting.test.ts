import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { clipOf, HOUR, openStore, photoOf } from "./open-store.ts";

const PICTURE = Buffer.from("a picture");
const MP4 = Buffer.from("a clip");

describe("a clip in several chats", () => {
  it("goes with the last message that shows it", async () => {
    const { store, dataDir } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const clip = await store.clips.put(clipOf(photo.id, "telegram:7"), MP4);
    for (const message of ["1", "2"]) await store.deliveries.record({ ...delivery(photo.id, clip.id), message });
    await store.deliveries.remove("telegram", "telegram:-5", "1");
    expect(await store.clips.release(clip.id)).toBe(false);
    expect(await store.clips.bytes(clip.id)).toEqual(MP4);
    await store.deliveries.remove("telegram", "telegram:-5", "2");
    expect(await store.clips.release(clip.id)).toBe(true);
    expect(await readdir(join(dataDir, "clips"))).toEqual([]);
  });

  it("is not kept when nobody wants it any more by the time that it is written", async () => {
    const { store, dataDir } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const stop = new AbortController();
    const putting = store.clips.put(clipOf(photo.id, "telegram:8"), MP4, { signal: stop.signal });
    stop.abort();
    await expect(putting).rejects.toThrow("aborted");
    expect(await readdir(join(dataDir, "clips"))).toEqual([]);
    expect(await store.usage()).toMatchObject({ clips: 0 });
  });
});

describe("forgetting", () => {
  it("has the records written anew at the next sweep: SQLite leaves copies of rows that it moved", async () => {
    const { store, clock } = await openStore();
    const exec = vi.spyOn(store.records, "exec");
    const rewritten = async () => {
      exec.mockClear();
      await store.sweep(clock.now, new Set());
      return exec.mock.calls.flat().includes("VACUUM");
    };
    await store.settings.change("telegram:7", { consent: true });
    expect(await rewritten()).toBe(false);
    await store.forget("telegram:7");
    expect(await rewritten()).toBe(true);
    await store.settings.change("telegram:8", { consent: true });
    expect(await rewritten()).toBe(false);
    clock.now += HOUR;
    expect(await rewritten()).toBe(true);
  });

  it("leaves a clip to whoever has it as well, and names nobody who is gone", async () => {
    const { store } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:9"), PICTURE);
    const clip = await store.clips.put(clipOf(photo.id, "telegram:7"), MP4);
    await store.deliveries.record({ ...delivery(photo.id, clip.id), message: "1", user: "telegram:7" });
    await store.deliveries.record({ ...delivery(photo.id, clip.id), message: "2", user: "telegram:8" });
    expect(await store.forget("telegram:7")).toEqual({ photos: 0, clips: 0 });
    expect(await store.clips.get(clip.id)).toMatchObject({ owner: "telegram:8" });
    expect(await store.forget("telegram:8")).toEqual({ photos: 0, clips: 1 });
  });

  it("takes what came before the call, and nothing that comes after", async () => {
    const { store } = await openStore();
    const before = await store.photos.put(photoOf("telegram:7", "1"), PICTURE);
    const forgetting = store.forget("telegram:7");
    const after = await store.photos.put(photoOf("telegram:7", "2"), PICTURE);
    const clip = await store.clips.put(clipOf(after.id, "telegram:7"), MP4);
    expect(await forgetting).toEqual({ photos: 1, clips: 0 });
    expect(await store.photos.get(before.id)).toBeNull();
    expect(await store.photos.bytes(after.id)).toEqual(PICTURE);
    expect(await store.clips.bytes(clip.id)).toEqual(MP4);
  });

  it("leaves nothing of the one and everything of the others", async () => {
    const { store, dataDir } = await openStore();
    const mine = await store.photos.put(photoOf("telegram:7", "1"), PICTURE);
    const yours = await store.photos.put(photoOf("telegram:8", "2"), PICTURE);
    await store.clips.put(clipOf(mine.id, "telegram:8"), MP4);
    await store.clips.put(clipOf(yours.id, "telegram:7", "nod"), MP4);
    const kept = await store.clips.put(clipOf(yours.id, "telegram:8"), MP4);
    await store.deliveries.record({ ...delivery(yours.id, kept.id), user: "telegram:7" });
    await store.settings.change("telegram:7", { consent: true });
    await store.settings.change("telegram:8", { consent: true });

    expect(await store.forget("telegram:7")).toEqual({ photos: 1, clips: 2 });
    expect(await store.photos.get(mine.id)).toBeNull();
    expect(await store.deliveries.ofUser("telegram:7")).toEqual([]);
    expect(await store.settings.get("telegram:7")).toEqual({});
    expect(await store.settings.get("telegram:8")).toEqual({ consent: true });
    expect(await readdir(join(dataDir, "photos"))).toEqual([yours.id]);
    expect(await readdir(join(dataDir, "clips"))).toEqual([kept.id]);
    expect(await store.clips.bytes(kept.id)).toEqual(MP4);
  });
});

function delivery(photo: string, clip: string | null) {
  return { platform: "telegram", chat: "telegram:-5", message: "99", photo, clip, user: "telegram:7" };
}
