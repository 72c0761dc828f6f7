import { expect, it } from "vitest";
import { openStore, photoOf } from "./open-store.ts";

const PICTURE = Buffer.from(`a picture that must not be readable ${"pixels ".repeat(500)}`);

it("photos remember their faces' meshes as they were last noted, and forget them with the photo", async () => {
  const { store } = await openStore();
  const { id } = await store.photos.put(photoOf("telegram:7"), PICTURE);
  expect(await store.photos.meshes(id)).toBeNull();
  await store.photos.setFaces(id, [], null, Buffer.from("old"));
  await store.photos.setFaces(id, [], null, Buffer.from("new"));
  await store.photos.setFaces(id, [], null);
  expect(await store.photos.meshes(id)).toEqual(Buffer.from("new"));
  await store.photos.delete(id);
  await store.photos.setFaces(id, [], null, Buffer.from("late"));
  expect(await store.photos.meshes(id)).toBeNull();
});

it("photos tell whoever listens when they are removed: one of them, all of a person, all that are old", async () => {
  const { store } = await openStore();
  const removed: string[] = [];
  store.photos.onRemoved((ids) => removed.push(...ids));
  const put = async (owner: string, source: string) =>
    (await store.photos.put({ ...photoOf(owner), source }, PICTURE)).id;
  const [deleted, forgotten, old] = [await put("a", "1"), await put("b", "2"), await put("c", "3")];
  await store.photos.delete(deleted);
  await store.forget("b");
  await store.sweep(Number.MAX_SAFE_INTEGER, new Set());
  expect(removed).toEqual([deleted, forgotten, old]);
});
