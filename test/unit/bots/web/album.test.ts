import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Album, AlbumClip, AlbumReel } from "../../../../src/bots/web/protocol.ts";
import { UserError } from "../../../../src/errors.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { startWebRig, type Visitor } from "../../../support/web-rig.ts";

const portrait = readFileSync(PORTRAIT);
const PATIENCE = { timeout: 15_000 };

/** Posts so many photos; the ids of their clips. */
async function posted(visitor: Visitor, count = 1): Promise<string[]> {
  for (let i = 0; i < count; i++) await visitor.postPhoto(Buffer.concat([portrait, Buffer.from(String(i))]));
  const clips = async () => (await visitor.history()).flatMap(({ clipUrl }) => clipUrl?.split("/").at(-1) ?? []);
  await expect.poll(async () => (await clips()).length, PATIENCE).toBe(count);
  return clips();
}

async function albumOf(visitor: Visitor): Promise<Album> {
  return (await (await visitor.get("/api/album")).json()) as Album;
}

async function kept(visitor: Visitor, clip: string): Promise<AlbumClip> {
  return (await (await visitor.post("/api/album", { clip, title: "grandmother" })).json()) as AlbumClip;
}

it("keeps a clip for whoever sees it, with what they write under it, and shows it to nobody else", async () => {
  const { visit } = await startWebRig();
  const [anna, boris] = [await visit(), await visit()];
  const [clip = ""] = await posted(anna);
  expect((await boris.post("/api/album", { clip, title: "" })).status).toBe(404);
  const { id, clipUrl, stillUrl, caption } = await kept(anna, clip);
  expect(caption).toBe("Come alive");
  const label = { name: " Greta ", years: "1901–1983" };
  expect((await anna.send("PUT", `/api/album/${id}/label`, label)).status).toBe(204);
  expect((await boris.send("PUT", `/api/album/${id}/label`, label)).status).toBe(404);
  expect(await albumOf(anna)).toMatchObject({ clips: [{ id, clip, title: "grandmother", name: "Greta" }], reels: [] });
  expect(await albumOf(boris)).toEqual({ clips: [], reels: [] });
  for (const address of [clipUrl, stillUrl, `${clipUrl}/gif`]) {
    expect((await anna.get(address)).status, address).toBe(200);
    expect((await boris.get(address)).status, address).toBe(404);
  }
  expect((await boris.send("DELETE", clipUrl)).status).toBe(404);
  expect((await anna.send("DELETE", clipUrl)).status).toBe(204);
  expect((await albumOf(anna)).clips).toEqual([]);
});

it("saves clips as other files, for each visitor one at a time, and says when that is too large", async () => {
  const { visit, renderer } = await startWebRig();
  const anna = await visit();
  const [clip = ""] = await posted(anna);
  for (const [ending, type] of [
    ["gif", "image/gif"],
    ["webp", "image/webp"],
    ["jpg", "image/jpeg"],
  ]) {
    const answer = await anna.get(`/api/clips/${clip}/${ending}`);
    expect(answer.headers.get("content-type"), ending).toBe(type);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  }
  renderer.convertFailures.push(new UserError("clipTooLarge"));
  expect((await anna.get(`/api/clips/${clip}/gif`)).status).toBe(413);
  expect((await (await visit()).get(`/api/clips/${clip}/gif`)).status).toBe(404);
});

it("has a reel made in line with the clips, tells how far it is, and takes it away with a clip that it shows", async () => {
  const { visit, renderer } = await startWebRig();
  const anna = await visit();
  const clips = await posted(anna, 2);
  const [first, second] = await Promise.all(clips.map(async (clip) => kept(anna, clip)));
  if (first === undefined || second === undefined) throw new Error("nothing was kept");
  const caption = Buffer.from("Greta's name").toString("base64");
  const parts = [
    { kept: second.id, caption },
    { kept: first.id, caption: null },
  ];
  const boris = await visit();
  expect((await boris.post("/api/reels", { parts })).status).toBe(404);
  renderer.hold();
  const reel = (await (await anna.post("/api/reels", { parts })).json()) as AlbumReel;
  expect(reel).toMatchObject({ state: "working", parts: [second.id, first.id] });
  const shown = async (): Promise<AlbumReel | undefined> => (await albumOf(anna)).reels[0];
  await expect.poll(async () => (await shown())?.percent, PATIENCE).toBe(50);
  expect((await anna.get(reel.url)).status).toBe(404);
  renderer.release();
  await expect.poll(async () => (await shown())?.state, PATIENCE).toBe("ready");
  expect(await (await anna.get(reel.url)).text()).toMatch(/^reel of clip .* as Greta's name, clip .* as $/);
  expect((await boris.get(reel.url)).status).toBe(404);

  renderer.failures.push(new Error("a bug"));
  await anna.post("/api/reels", { parts });
  await expect.poll(async () => (await shown())?.state, PATIENCE).toBe("failed");
  await anna.send("DELETE", first.clipUrl);
  expect((await albumOf(anna)).reels).toEqual([]);
});

it("lets a reel be called off, and forgets it with everything else", async () => {
  const { visit, renderer, queue, store } = await startWebRig();
  const anna = await visit();
  const clips = await posted(anna, 2);
  const parts = await Promise.all(clips.map(async (clip) => ({ kept: (await kept(anna, clip)).id, caption: null })));
  renderer.hold();
  const order = async (): Promise<AlbumReel> => (await (await anna.post("/api/reels", { parts })).json()) as AlbumReel;
  expect((await anna.send("DELETE", (await order()).url)).status).toBe(204);
  expect(await queue.stats()).toMatchObject({ waiting: 0, running: 0 });
  await order();
  await anna.post("/api/commands", { name: "forget" });
  await expect.poll(async () => albumOf(anna), PATIENCE).toEqual({ clips: [], reels: [] });
  await expect.poll(async () => queue.stats(), PATIENCE).toMatchObject({ waiting: 0, running: 0 });
  // The files go after the records.
  await expect.poll(async () => store.usage(), PATIENCE).toMatchObject({ photos: 0, clips: 0, kept: 0, bytes: 0 });
});
