import { randomBytes } from "node:crypto";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiskStore } from "../../../src/store/disk-store.ts";
import { clipOf, everyFile, HOUR, openStore, photoOf } from "./open-store.ts";

const PICTURE = Buffer.from(`a picture that must not be readable ${"pixels ".repeat(500)}`);
const MP4 = Buffer.from(`a clip that must not be readable ${"frames ".repeat(500)}`);

describe("photos", () => {
  it("come back as they were sent, also after a restart", async () => {
    const opened = await openStore();
    const photo = await opened.store.photos.put(photoOf("telegram:7"), PICTURE);
    expect(photo.id).toMatch(/^[A-Za-z0-9_-]{16}$/);
    await opened.reopen();
    expect(await opened.store.photos.get(photo.id)).toEqual(photo);
    expect(await opened.store.photos.bytes(photo.id)).toEqual(PICTURE);
  });

  it("may be large, and bytes at the ends of slices are kept", async () => {
    const { store } = await openStore();
    for (const size of [0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3 * 2 ** 20 + 17]) {
      const bytes = randomBytes(size);
      const photo = await store.photos.put(photoOf("telegram:7", `of ${size} bytes`), bytes);
      expect(bytes.equals((await store.photos.bytes(photo.id))!)).toBe(true);
    }
  });

  it("are kept once per source, also when two copies arrive at the same time", async () => {
    const { store, dataDir } = await openStore();
    const [one, two] = await Promise.all([
      store.photos.put(photoOf("telegram:7"), PICTURE),
      store.photos.put(photoOf("telegram:7"), PICTURE),
    ]);
    expect(one.id).toBe(two.id);
    expect(await readdir(join(dataDir, "photos"))).toEqual([one.id]);
    expect((await store.photos.findBySource("telegram", "telegram:-5", "1"))?.id).toBe(one.id);
    expect(await store.photos.findBySource("telegram", "telegram:-6", "1")).toBeNull();
  });

  it("remember their faces, and the prominent one once it is known", async () => {
    const { store } = await openStore();
    const { id } = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const face = {
      index: 1,
      box: { x: 1.5, y: 2, width: 30, height: 40 },
      pose: { yaw: -3, pitch: 0, roll: 8 },
      openEyes: true,
      openMouth: false,
      obstacle: null,
    };
    await store.photos.setFaces(id, [face], 1);
    await store.photos.setFaces(id, [face, { ...face, index: 2, obstacle: "faceTooSmall" }], null);
    const photo = await store.photos.get(id);
    expect(photo?.faces).toEqual([face, { ...face, index: 2, obstacle: "faceTooSmall" }]);
    expect(photo?.prominent).toBe(1);
  });

  it("take their clips and deliveries with them", async () => {
    const { store, dataDir } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const clip = await store.clips.put(clipOf(photo.id, "telegram:8"), MP4);
    await store.deliveries.record(delivery(photo.id, clip.id));
    expect(await store.photos.delete(photo.id)).toBe(true);
    expect(await store.photos.delete(photo.id)).toBe(false);
    expect(await store.clips.get(clip.id)).toBeNull();
    expect(await store.deliveries.find("telegram", "telegram:-5", "99")).toBeNull();
    expect(await readdir(join(dataDir, "photos"))).toEqual([]);
    expect(await readdir(join(dataDir, "clips"))).toEqual([]);
  });
});

describe("a photo with faces in a shape that is not known here", () => {
  it("counts as not looked at", async () => {
    const { store } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    for (const faces of ["[{}]", "no JSON"]) {
      store.records.run("UPDATE photos SET faces = :faces", { faces });
      expect(await store.photos.get(photo.id)).toEqual(photo);
    }
  });
});

describe("clips", () => {
  it("are found by what they are of, one per key", async () => {
    const { store, dataDir } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const wanted = clipOf(photo.id, "telegram:7");
    const clip = await store.clips.put(wanted, MP4);
    expect(await store.clips.put({ ...wanted, owner: "telegram:8" }, Buffer.from("made twice"))).toEqual(clip);
    expect((await store.clips.find(wanted))?.id).toBe(clip.id);
    expect(clip.size).toBe(MP4.length);
    expect(await store.clips.bytes(clip.id)).toEqual(MP4);
    expect(await readdir(join(dataDir, "clips"))).toEqual([clip.id]);
    for (const other of [
      { face: 2 },
      { gesture: "nod" },
      { strength: 1.25 },
      { maxBytes: 8_000_000 },
      { engine: "fade" },
    ]) {
      expect(await store.clips.find({ ...wanted, ...other })).toBeNull();
    }
  });

  it("refuse a photo that is gone and leave nothing behind", async () => {
    const { store, dataDir } = await openStore();
    await expect(store.clips.put(clipOf("nosuchphoto", "telegram:7"), MP4)).rejects.toThrow("no longer");
    expect(await readdir(join(dataDir, "clips"))).toEqual([]);
  });

  it("remember the platforms' file ids until told otherwise", async () => {
    const { store } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const { id } = await store.clips.put(clipOf(photo.id, "telegram:7"), MP4);
    await store.clips.setFile(id, "telegram:animation", "BAAC");
    await store.clips.setFile(id, "telegram:document", "BQAC");
    await store.clips.setFile(id, "telegram:animation", null);
    await store.clips.setFile("unknown", "telegram:animation", "BAAC");
    expect((await store.clips.get(id))?.files).toEqual({ "telegram:document": "BQAC" });
  });

  it("are listed newest first for the one who asked", async () => {
    const { store, clock } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    for (const gesture of ["blink", "smile", "nod"]) {
      clock.now += 1000;
      await store.clips.put(clipOf(photo.id, "telegram:7", gesture), MP4);
    }
    await store.clips.put(clipOf(photo.id, "telegram:8", "tilt"), MP4);
    expect((await store.clips.recentOf("telegram:7", 2)).map((clip) => clip.gesture)).toEqual(["nod", "smile"]);
  });
});

describe("settings", () => {
  it("are set, removed and kept over a restart", async () => {
    const opened = await openStore();
    await opened.store.settings.change("telegram:7", { locale: "es", count: 3, muted: true });
    await opened.store.settings.change("telegram:7", { count: null });
    const store = await opened.reopen();
    expect(await store.settings.get("telegram:7")).toEqual({ locale: "es", muted: true });
    expect(await store.settings.get("telegram:8")).toEqual({});
  });

  it("are claimed by exactly one of many", async () => {
    const { store } = await openStore();
    const claims = await Promise.all(
      Array.from({ length: 20 }, async () => store.settings.claim("telegram:7", "consent")),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
  });
});

describe("deliveries", () => {
  it("are found by message, photo and user", async () => {
    const { store } = await openStore();
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const sent = { ...delivery(photo.id, null), user: "telegram:8" };
    await store.deliveries.record(sent);
    expect(await store.deliveries.find("telegram", "telegram:-5", "99")).toEqual(sent);
    expect(await store.deliveries.ofPhoto(photo.id)).toEqual([sent]);
    expect(await store.deliveries.ofUser("telegram:7")).toEqual([sent]);
    expect(await store.deliveries.ofUser("telegram:8")).toEqual([sent]);
    await store.deliveries.remove("telegram", "telegram:-5", "99");
    expect(await store.deliveries.ofPhoto(photo.id)).toEqual([]);
  });
});

describe("sweeping", () => {
  it("removes what is older than the retention, except what is in use", async () => {
    const { store, clock, dataDir } = await openStore(24 * HOUR);
    const old = await store.photos.put(photoOf("telegram:7", "1"), PICTURE);
    const used = await store.photos.put(photoOf("telegram:7", "2"), PICTURE);
    await store.clips.put(clipOf(old.id, "telegram:7"), MP4);
    const start = clock.now;
    clock.now += HOUR;
    const young = await store.photos.put(photoOf("telegram:7", "3"), PICTURE);
    expect(await store.sweep(start + 24 * HOUR - 1, new Set())).toEqual({ photos: 0, clips: 0 });
    expect(await store.sweep(start + 24 * HOUR, new Set([used.id]))).toEqual({ photos: 1, clips: 1 });
    expect((await readdir(join(dataDir, "photos"))).sort()).toEqual([used.id, young.id].sort());
    expect(await store.usage()).toMatchObject({ photos: 2, clips: 0, nextExpiry: start + 24 * HOUR });
  });

  it("says how much disk is used", async () => {
    const { store } = await openStore();
    expect(await store.usage()).toMatchObject({ photos: 0, clips: 0, bytes: 0, limit: null, nextExpiry: null });
    const photo = await store.photos.put(photoOf("telegram:7"), PICTURE);
    const clip = await store.clips.put(clipOf(photo.id, "telegram:7"), MP4);
    const { bytes, records } = await store.usage();
    expect(bytes).toBeGreaterThan(PICTURE.length + MP4.length);
    expect(bytes).toBeLessThan(PICTURE.length + MP4.length + 200);
    expect(records).toBeGreaterThan(0);
    expect(store.room.used).toBe(bytes + records);
    await store.clips.delete(clip.id);
    await store.photos.delete(photo.id);
    expect(await store.usage()).toMatchObject({ bytes: 0 });
  });

  it("counts what an earlier process left", async () => {
    const opened = await openStore();
    await opened.store.photos.put(photoOf("telegram:7"), PICTURE);
    const { bytes } = await opened.store.usage();
    const again = await opened.reopen();
    expect(await again.usage()).toMatchObject({ bytes });
  });
});

describe("at rest", () => {
  it("nothing can be read, in files or records", async () => {
    const opened = await openStore();
    const photo = await opened.store.photos.put(photoOf("telegram:7123456"), PICTURE);
    const clip = await opened.store.clips.put(clipOf(photo.id, "telegram:7123456"), MP4);
    await opened.store.clips.setFile(clip.id, "telegram:animation", "SECRETFILEID");
    await opened.store.settings.change("telegram:7123456", { locale: "es-plain" });
    for (const open of [true, false]) {
      if (!open) await opened.store.close();
      const files = await everyFile(opened.dataDir);
      expect(files.size).toBeGreaterThanOrEqual(3);
      for (const [path, bytes] of files) {
        for (const plain of [
          "readable",
          "pixels",
          "frames",
          "7123456",
          "SECRETFILEID",
          "es-plain",
          "SQLite format",
          opened.key,
        ]) {
          expect(bytes.includes(plain), `${plain} in ${path}`).toBe(false);
        }
      }
    }
  });

  it("an altered file, or one in another's place, is not taken for a photo", async () => {
    const { store, dataDir } = await openStore();
    const one = await store.photos.put(photoOf("telegram:7", "1"), PICTURE);
    const two = await store.photos.put(photoOf("telegram:7", "2"), PICTURE);
    const path = join(dataDir, "photos", one.id);
    const sealed = (await everyFile(dataDir)).get(path)!;
    await writeFile(join(dataDir, "photos", two.id), sealed);
    await expect(store.photos.bytes(two.id)).rejects.toThrow();
    sealed[sealed.length - 20]! ^= 1;
    await writeFile(path, sealed);
    await expect(store.photos.bytes(one.id)).rejects.toThrow();
  });

  it("another key, or a second process, is refused with the reason", async () => {
    const opened = await openStore();
    const options = {
      dataDir: opened.dataDir,
      key: randomBytes(32).toString("base64"),
      retentionMs: HOUR,
      now: () => 0,
    };
    await opened.store.photos.put(photoOf("telegram:7"), PICTURE);
    await expect(DiskStore.open({ ...options, key: opened.key, lockWaitMs: 50 })).rejects.toThrow("in use by another");
    await opened.store.close();
    const before = await everyFile(opened.dataDir);
    await expect(DiskStore.open(options)).rejects.toThrow("another DATA_KEY");
    expect(await everyFile(opened.dataDir)).toEqual(before);
    await expect(DiskStore.open({ ...options, key: "c2hvcnQ=" })).rejects.toThrow("32 bytes");
  });
});

describe("after a crash", () => {
  it("files without records and records without files are cleared away", async () => {
    const opened = await openStore();
    const { dataDir } = opened;
    const lost = await opened.store.photos.put(photoOf("telegram:7", "1"), PICTURE);
    const whole = await opened.store.photos.put(photoOf("telegram:7", "2"), PICTURE);
    const clip = await opened.store.clips.put(clipOf(whole.id, "telegram:7"), MP4);
    await rm(join(dataDir, "photos", lost.id));
    await rm(join(dataDir, "clips", clip.id));
    await writeFile(join(dataDir, "photos", "orphanorphan1234"), "x");
    await writeFile(join(dataDir, "clips", "abc.0011.part"), "x");
    const store = await opened.reopen();
    expect(await store.photos.get(lost.id)).toBeNull();
    expect(await store.clips.get(clip.id)).toBeNull();
    expect(await store.photos.bytes(whole.id)).toEqual(PICTURE);
    expect(await readdir(join(dataDir, "photos"))).toEqual([whole.id]);
    expect(await readdir(join(dataDir, "clips"))).toEqual([]);
  });
});

function delivery(photo: string, clip: string | null) {
  return { platform: "telegram", chat: "telegram:-5", message: "99", photo, clip, user: "telegram:7" };
}
