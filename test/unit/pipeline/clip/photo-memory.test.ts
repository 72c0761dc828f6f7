import { describe, expect, it } from "vitest";
import { PhotoMemory, type ReadyFaces, type WarmPhoto } from "../../../../src/pipeline/clip/photo-memory.ts";
import type { Puppet } from "../../../../src/pipeline/engine.ts";
import type { SeenPhoto } from "../../../../src/pipeline/types.ts";

function seenOf(bytes: number): SeenPhoto {
  return { photo: { width: 1, height: 1, rgb: new Uint8Array(bytes), damaged: false }, faces: [] };
}

function readyOf(bytes: number): ReadyFaces {
  return { ...seenOf(0), puppet: { bytes } as Puppet };
}

/** Looks at a photo, as the first work of a name does. */
async function look(memory: PhotoMemory, name: string, bytes = 100): Promise<void> {
  await memory.use(name, async (photo) => {
    photo.looks.set("mesh", seenOf(bytes));
    return Promise.resolve();
  });
}

async function find<T>(memory: PhotoMemory, name: string, what: (photo: WarmPhoto) => T): Promise<T> {
  return memory.use(name, async (photo) => Promise.resolve(what(photo)));
}

const isKnown = async (memory: PhotoMemory, name: string): Promise<boolean> =>
  find(memory, name, ({ looks }) => looks.has("mesh"));

describe("PhotoMemory", () => {
  it("remembers the photos that were used last, up to its bound", async () => {
    const memory = new PhotoMemory(250);
    await look(memory, "a");
    await look(memory, "b");
    await isKnown(memory, "a");
    await look(memory, "c");
    expect([await isKnown(memory, "a"), await isKnown(memory, "b"), await isKnown(memory, "c")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(memory.bytes).toBe(200);
  });

  it("drops a photo's oldest wish before the photo, and a photo that is too large alone", async () => {
    const memory = new PhotoMemory(250);
    await look(memory, "a");
    for (const wish of ["1", "2"]) {
      await find(memory, "a", (photo) => {
        photo.keep(wish, readyOf(100));
      });
    }
    expect(await find(memory, "a", (photo) => [photo.find("1"), photo.find("2")?.puppet.bytes])).toEqual([null, 100]);
    await look(memory, "b", 300);
    expect([await isKnown(memory, "b"), memory.bytes]).toEqual([false, 0]);
  });

  it("keeps nothing of a photo that is forgotten while it is worked on", async () => {
    const memory = new PhotoMemory(250);
    await memory.use("a", async (photo) => {
      memory.forget(["a"]);
      photo.looks.set("mesh", seenOf(100));
      return Promise.resolve();
    });
    expect([await isKnown(memory, "a"), memory.bytes]).toEqual([false, 0]);
  });
});
