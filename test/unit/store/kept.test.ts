import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clipOf, everyFile, HOUR, openStore, photoOf } from "./open-store.ts";

const MP4 = Buffer.from("a clip of grandmother");
const ANNA = "web:anna";

/** A store in which Anna keeps a clip of a photo. */
async function withAlbum(retentionMs?: number) {
  const opened = await openStore(retentionMs);
  const photo = await opened.store.photos.put(
    { ...photoOf(ANNA), platform: "web", chat: ANNA },
    Buffer.from("a photo"),
  );
  const clip = await opened.store.clips.put(clipOf(photo.id, ANNA), MP4, { thumbnail: Buffer.from("small") });
  const kept = await opened.store.kept.keep({ owner: ANNA, clip, title: "grandmother" });
  if (kept === null) throw new Error("nothing was kept");
  return { opened, photo, clip, kept };
}

describe("an album", () => {
  it("outlives the photo, and takes what is written under its clips through a restart", async () => {
    const { opened, clip, kept } = await withAlbum();
    expect(await opened.store.kept.keep({ owner: ANNA, clip, title: "again" })).toEqual(kept);
    expect(await opened.store.kept.label(ANNA, kept.id, { name: "Greta", years: "1901–1983" })).toBe(true);
    opened.clock.now += 25 * HOUR;
    expect(await opened.store.sweep(opened.clock.now, new Set())).toEqual({ photos: 1, clips: 1 });
    const store = await opened.reopen();
    const [shown] = await store.kept.of(ANNA);
    expect(shown).toMatchObject({ gesture: "smile", title: "grandmother", name: "Greta", years: "1901–1983" });
    expect(await store.kept.bytes(ANNA, kept.id)).toEqual(MP4);
    expect(String(await store.kept.thumbnail(ANNA, kept.id))).toBe("small");
    // What is in it can be read by nobody who has the disk alone.
    const files = Buffer.concat([...(await everyFile(opened.dataDir)).values()]);
    for (const text of ["Greta", "grandmother"]) expect(files.includes(text)).toBe(false);
  });

  it("is open to nobody else", async () => {
    const { opened, kept } = await withAlbum();
    const { kept: albums } = opened.store;
    expect(await albums.of("web:boris")).toEqual([]);
    expect(await albums.bytes("web:boris", kept.id)).toBeNull();
    expect(await albums.thumbnail("web:boris", kept.id)).toBeNull();
    expect(await albums.label("web:boris", kept.id, { name: "x", years: "" })).toBe(false);
    expect(await albums.letGo("web:boris", kept.id)).toBe(false);
  });

  it.each(["letting go", "deleting its photo", "forgetting", "half a year in which nobody looks"] as const)(
    "loses a clip by %s, and with it the reels that show it",
    async (how) => {
      const { opened, photo, kept } = await withAlbum();
      const { store, clock, dataDir } = opened;
      const made = async () => {
        const reel = await store.reels.plan(ANNA, [{ kept: kept.id, caption: "cGljdHVyZQ==" }]);
        await store.reels.keep(reel.id, { width: 720, height: 720, seconds: 8 }, Buffer.from("a reel"));
        return reel.id;
      };
      const reel = await made();
      const planned = await store.reels.plan(ANNA, [{ kept: kept.id, caption: null }]);
      if (how === "letting go") await store.kept.letGo(ANNA, kept.id);
      else if (how === "deleting its photo") await store.photos.delete(photo.id);
      else if (how === "forgetting") expect(await store.forget(ANNA)).toEqual({ photos: 1, clips: 1 });
      else await store.sweep((clock.now += 181 * 24 * HOUR), new Set());
      expect(await store.kept.of(ANNA)).toEqual([]);
      expect(await store.reels.of(ANNA)).toEqual([]);
      expect(await readdir(join(dataDir, "kept"))).toEqual([]);
      // A reel that was being made meanwhile is not kept, either.
      expect(await store.reels.keep(planned.id, { width: 2, height: 2, seconds: 1 }, MP4)).toBe(false);
      expect(await store.reels.bytes(ANNA, reel)).toBeNull();
      expect(await readdir(join(dataDir, "kept"))).toEqual([]);
    },
  );

  it("stays as long as somebody looks at it, and in memory of no one when they were forgotten in between", async () => {
    const { opened, clip, kept } = await withAlbum();
    const { store, clock } = opened;
    for (let month = 0; month < 7; month++) {
      clock.now += 30 * 24 * HOUR;
      await store.kept.of(ANNA);
      await store.sweep(clock.now, new Set());
    }
    expect(await store.kept.get(ANNA, kept.id)).not.toBeNull();
    // The clip went long ago.
    expect(await store.kept.keep({ owner: "web:boris", clip, title: "" })).toBeNull();
  });

  it("keeps nothing of somebody who is forgotten while the copy is written", async () => {
    const { opened, photo } = await withAlbum();
    const { store, dataDir } = opened;
    const clip = await store.clips.put(clipOf(photo.id, ANNA, "wink"), MP4);
    const keeping = store.kept.keep({ owner: ANNA, clip, title: "" });
    await store.forget(ANNA);
    expect(await keeping).toBeNull();
    expect(await readdir(join(dataDir, "kept"))).toEqual([]);
  });

  it("and its files find each other after a crash", async () => {
    const { opened, kept } = await withAlbum();
    await opened.store.reels.plan(ANNA, [{ kept: kept.id, caption: null }]);
    opened.store.records.run("DELETE FROM kept", {});
    const store = await opened.reopen();
    expect(await readdir(join(opened.dataDir, "kept"))).toEqual([]);
    // What is still to be made has no file yet.
    expect(await store.reels.of(ANNA)).toHaveLength(1);
  });
});

it("keeps photos for ever where that was asked for", async () => {
  const { opened, photo, kept } = await withAlbum(Number.POSITIVE_INFINITY);
  const { store, clock } = opened;
  await store.sweep((clock.now += 3000 * 24 * HOUR), new Set());
  expect(await store.photos.get(photo.id)).not.toBeNull();
  expect(await store.kept.get(ANNA, kept.id)).not.toBeNull();
  expect(await store.usage()).toMatchObject({ photos: 1, clips: 1, kept: 1, nextExpiry: null });
});
