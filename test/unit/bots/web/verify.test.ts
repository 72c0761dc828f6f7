import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import { WITH_MARKS } from "../../../support/held-studio.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { startWebRig } from "../../../support/web-rig.ts";

const portrait = readFileSync(PORTRAIT);

it("tells visitors which marks a file bears, one file at a time, and keeps nothing of it", async () => {
  const { url, visit, renderer, store } = await startWebRig();
  const anna = await visit();
  const ask = async (bytes: Uint8Array, headers: Record<string, string> = anna.headers): Promise<Response> => {
    const body = new FormData();
    body.append("file", new Blob([new Uint8Array(bytes)]), "clip.mp4");
    return fetch(`${url}/api/verify`, { method: "POST", headers, body });
  };
  expect(await (await ask(portrait)).json()).toEqual({ made: "unreadable", by: [], namesSoftware: false });
  renderer.marks = { ...WITH_MARKS, sourceTypes: ["compositeSynthetic"] };
  const found = await ask(portrait);
  expect(await found.json()).toEqual({ made: "found", by: ["picture"], namesSoftware: true });
  expect(found.headers.get("cache-control")).toContain("no-store");
  renderer.verify = async () => Promise.reject(new UserError("tooManyPixels", { megapixels: 300, limit: 100 }));
  expect((await ask(portrait)).status).toBe(413);
  expect((await ask(new Uint8Array(21_000_000))).status).toBe(413);
  expect((await ask(portrait, { origin: url })).status).toBe(401);
  expect((await anna.post("/api/verify", { file: "none" })).status).toBe(400);
  expect((await store.usage()).photos).toBe(0);
});
