import { describe, expect, it, vi } from "vitest";
import { UserError } from "../../../src/errors.ts";
import type { EnhanceMode } from "../../../src/pipeline/types.ts";
import { clipWork } from "../../../src/queue/clip-work.ts";
import type { Job } from "../../../src/queue/contract/job.ts";
import { PhotoGone } from "../../../src/queue/contract/job-work.ts";
import type { Rendered, RenderOptions, RenderRequest, Studio } from "../../../src/queue/contract/studio.ts";
import { jobOf } from "../../support/fake-work.ts";
import { openStore, photoOf } from "../store/open-store.ts";

const PICTURE = Buffer.from("picture");

function faceAt(index: number) {
  return {
    index,
    box: { x: index, y: 0, width: 5, height: 5 },
    pose: { yaw: 0, pitch: 0, roll: 0 },
    openEyes: true,
    openMouth: false,
    obstacle: null,
  };
}

/** A studio in this process; face 2 is its most prominent one. */
class FakeStudio implements Pick<Studio, "render" | "settled"> {
  readonly requests: RenderRequest[] = [];
  readonly jobs: (string | undefined)[] = [];
  readonly settled = vi.fn<(job: string) => void>();
  meanwhile: () => Promise<unknown> = async () => Promise.resolve();

  async render(request: RenderRequest, { job }: RenderOptions): Promise<Rendered> {
    this.requests.push(request);
    this.jobs.push(job);
    await this.meanwhile();
    return {
      photo: { width: 10, height: 10, damaged: false },
      faces: [faceAt(1), faceAt(2)],
      face: request.face ?? 2,
      gesture: request.gesture ?? "nostalgia",
      animated: [{ face: 1, gesture: "nostalgia", driver: "front" }],
      enhanced: request.enhance !== "off",
      changes: [],
      engine: "mesh",
      shows: { x: 0, y: 0, width: 10, height: 10 },
      thumbnail: Buffer.from("thumbnail"),
      clip: { mp4: Buffer.from("clip"), width: 720, height: 700, fps: 25, frames: 100, seconds: 4 },
      timings: { decode: 1, detect: 1, landmarks: 1, enhance: 0, rig: 1, render: 1, encode: 1, total: 6 },
    };
  }
}

async function prepare(enhance?: EnhanceMode) {
  const { store } = await openStore();
  const studio = new FakeStudio();
  const work = clipWork(store, studio, enhance);
  const photo = await store.photos.put(photoOf("test:ann"), PICTURE);
  const percents: number[] = [];
  const signal = new AbortController();
  const perform = async (changes: Partial<Job> = {}) =>
    work(jobOf("ann", { photo: photo.id, ...changes }), {
      signal: signal.signal,
      onProgress: (_stage, percent) => percents.push(percent),
    });
  return { store, studio, photo, perform, signal };
}

describe("clipWork", () => {
  it("keeps everyone's clip apart from one of a single face, near and whole", async () => {
    const { store, studio, perform } = await prepare();
    const wishes = [
      { face: 1, framing: "portrait" },
      { face: 1, framing: "photo" },
      { face: "all", framing: "photo" },
    ] as const;
    const made: string[] = [];
    for (const wish of wishes) made.push((await perform(wish)).result.clip);
    expect(new Set(made).size).toBe(3);
    for (const [k, wish] of wishes.entries()) {
      const { result, renderMs } = await perform(wish);
      expect([result.clip, result.face, renderMs]).toEqual([made[k], wish.face, null]);
      expect(await store.clips.get(result.clip)).toMatchObject(wish);
    }
    expect(studio.requests).toMatchObject(wishes);
  });

  it("keeps the original's clip apart from the enhanced one", async () => {
    const { studio, perform, store } = await prepare();
    const enhanced = await perform();
    const original = await perform({ original: true });
    expect(original.result.clip).not.toBe(enhanced.result.clip);
    expect(studio.requests.map(({ enhance }) => enhance)).toEqual(["auto", "off"]);
    expect(await store.clips.get(enhanced.result.clip)).toMatchObject({ enhanced: true, original: undefined });
    expect(await store.clips.get(original.result.clip)).toMatchObject({ enhanced: false, original: true });
  });

  it("enhances nothing where the operator has switched it off", async () => {
    const { studio, perform } = await prepare("off");
    await perform();
    expect(studio.requests).toMatchObject([{ enhance: "off" }]);
  });

  it("hands on what a look learned, so that nobody looks twice", async () => {
    const { store, studio, photo, perform } = await prepare();
    await perform({ gesture: "nod" });
    expect(studio.requests[0]).toMatchObject({ id: photo.id });
    expect(studio.requests[0]).not.toHaveProperty("known");
    const meshes = Buffer.from("meshes");
    await store.photos.setFaces(photo.id, [faceAt(1), faceAt(2)], 2, meshes);
    await perform({ gesture: "smile" });
    expect(studio.requests[1]).toMatchObject({ known: { faces: [faceAt(1), faceAt(2)], meshes } });
  });

  it("renders what the job says and keeps clip and faces", async () => {
    const { store, studio, photo, perform } = await prepare();
    const { result, renderMs } = await perform({ gesture: "smile", strength: 0.5, maxBytes: 9_000_000 });
    const wanted = { framing: "portrait", enhance: "auto", gesture: "smile", strength: 0.5, maxBytes: 9_000_000 };
    expect(studio.requests).toEqual([{ id: photo.id, photo: PICTURE, engine: "mesh", ...wanted }]);
    // By then the clip is in the store.
    expect(studio.settled).toHaveBeenCalledExactlyOnceWith(studio.jobs[0]);
    expect(result).toMatchObject({ face: 2, faces: [faceAt(1), faceAt(2)] });
    expect(renderMs).not.toBeNull();
    expect(await store.clips.get(result.clip)).toMatchObject({
      photo: photo.id,
      owner: "test:ann",
      face: 2,
      gesture: "smile",
      strength: 0.5,
      maxBytes: 9_000_000,
      height: 700,
    });
    expect(Buffer.from((await store.clips.bytes(result.clip))!).toString()).toBe("clip");
    expect(Buffer.from((await store.clips.thumbnail(result.clip))!).toString()).toBe("thumbnail");
    expect(await store.photos.get(photo.id)).toMatchObject({ prominent: 2, faces: [faceAt(1), faceAt(2)] });
  });

  it("does not render again what is there, and knows the prominent face by then", async () => {
    const { studio, perform } = await prepare();
    const first = await perform();
    expect(await perform()).toEqual({ result: first.result, renderMs: null });
    expect(await perform({ face: 2 })).toEqual({ result: first.result, renderMs: null });
    expect(studio.requests).toHaveLength(1);
    const other = await perform({ face: 1 });
    expect(other.result.clip).not.toBe(first.result.clip);
    expect(studio.requests[1]?.face).toBe(1);
  });

  it("does not take another face for the prominent one", async () => {
    const { studio, perform, store, photo } = await prepare();
    await perform({ face: 1 });
    expect((await store.photos.get(photo.id))?.prominent).toBeNull();
    expect((await perform()).result.face).toBe(2);
    expect(studio.requests).toHaveLength(2);
  });

  it("says that the photo is gone, before and while rendering", async () => {
    const { store, studio, photo, perform } = await prepare();
    studio.meanwhile = async () => store.photos.delete(photo.id);
    await expect(perform()).rejects.toThrow(PhotoGone);
    await expect(perform()).rejects.toThrow(PhotoGone);
    expect(studio.requests).toHaveLength(1);
  });

  it("keeps nothing of a withdrawn job", async () => {
    const { store, studio, perform, signal } = await prepare();
    studio.meanwhile = async () => {
      signal.abort(new Error("withdrawn"));
      return Promise.resolve();
    };
    await expect(perform()).rejects.toThrow("withdrawn");
    expect(await store.usage()).toMatchObject({ photos: 1, clips: 0 });
  });

  it("passes on what the person can mend", async () => {
    const { studio, perform } = await prepare();
    studio.meanwhile = async () => Promise.reject(new UserError("noFace"));
    await expect(perform()).rejects.toMatchObject({ code: "noFace" });
  });
});
