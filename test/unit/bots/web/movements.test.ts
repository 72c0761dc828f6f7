import { readFileSync } from "node:fs";
import { request } from "node:http";
import { Readable } from "node:stream";
import { expect, it, vi } from "vitest";
import type { FilmedMovement, PageMovement, TurnedAway } from "../../../../src/bots/web/protocol.ts";
import { UserError, type UserErrorCode } from "../../../../src/errors.ts";
import type { Look, Studio } from "../../../../src/queue/contract/studio.ts";
import { textsFor } from "../../../../src/texts/texts.ts";
import { facesInARow } from "../../../support/held-studio.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { startWebRig, type Visitor } from "../../../support/web-rig.ts";

const portrait = readFileSync(PORTRAIT);
const PATIENCE = { timeout: 15_000 };
const OWN = /^my-[0-9a-f]{16}$/;

/** Somebody who has posted a photo, with its message and the buttons of its clip. */
async function withClip(visitor: Visitor) {
  await visitor.postPhoto(portrait);
  const { replyTo, keyboard } = await visitor.clip();
  const [button] = keyboard.find(({ kind }) => kind === "gestures")?.buttons ?? [];
  const ask = async (gesture: string): Promise<Response> =>
    visitor.post("/api/presses", {
      message: replyTo,
      data: (button?.data ?? "").replace(`:${button?.gesture ?? ""}:`, `:${gesture}:`),
    });
  return { message: replyTo ?? "", ask };
}

async function film(
  visitor: Visitor,
  message: string,
  {
    video = "a film",
    mirror = "yes",
    signal,
  }: { video?: string | Uint8Array<ArrayBuffer>; mirror?: string; signal?: AbortSignal } = {},
): Promise<Response> {
  const body = new FormData();
  body.append("message", message);
  body.append("mirror", mirror);
  body.append("video", new Blob([video]), "video");
  const request = { method: "POST", headers: visitor.headers, body, ...(signal !== undefined && { signal }) };
  return fetch(`${visitor.url}/api/movements`, request);
}

async function filmed(visitor: Visitor, message: string, video?: string, mirror?: string): Promise<string> {
  const answer = await film(visitor, message, { ...(video && { video }), ...(mirror && { mirror }) });
  return ((await answer.json()) as FilmedMovement).gesture;
}

/** The answer to a film of so many bytes that does not say before how many they are. */
async function unannounced({ url, headers }: Visitor, bytes: number): Promise<number | undefined> {
  const head = '--x\r\ncontent-disposition: form-data; name="video"; filename="video"\r\n\r\n';
  return new Promise((resolve, reject) => {
    const type = "multipart/form-data; boundary=x";
    const sent = request(`${url}/api/movements`, { method: "POST", headers: { ...headers, "content-type": type } });
    sent.on("error", reject).on("response", (answer) => {
      resolve(answer.statusCode);
      answer.destroy();
    });
    Readable.from([Buffer.from(head), Buffer.alloc(bytes), Buffer.from("\r\n--x--\r\n")]).pipe(sent);
  });
}

async function kept(visitor: Visitor): Promise<readonly PageMovement[]> {
  return (await (await visitor.get("/api/movements")).json()) as readonly PageMovement[];
}

it("measures a film once, and the photo makes its movement; kept by a name it is its owner's, until they let it go", async () => {
  const { visit, renderer } = await startWebRig();
  const [anna, boris] = [await visit(), await visit()];
  const { message, ask } = await withClip(anna);
  const gesture = await filmed(anna, message);
  expect(gesture).toMatch(OWN);
  expect(await filmed(anna, message)).toBe(gesture);
  expect(renderer.measured).toBe(1);
  expect(await filmed(anna, message, "a film", "no")).not.toBe(gesture);
  await ask(gesture);
  await expect.poll(() => renderer.made.at(-1)?.movement?.seconds, PATIENCE).toBe(3);
  expect(await kept(anna)).toEqual([]);
  const named = await anna.send("PUT", `/api/movements/${gesture}`, { name: "  my\n nod " });
  expect(await named.json()).toEqual([{ gesture, title: "my nod" }]);
  expect((await boris.send("PUT", `/api/movements/${gesture}`, { name: "mine" })).status).toBe(404);
  expect((await anna.send("PUT", `/api/movements/${gesture}`, { name: " " })).status).toBe(400);
  await boris.send("DELETE", `/api/movements/${gesture}`);
  expect(await kept(anna)).toEqual([{ gesture, title: "my nod" }]);
  expect(await kept(boris)).toEqual([]);
  expect(await (await anna.send("DELETE", `/api/movements/${gesture}`)).json()).toEqual([]);
});

it("marks in a clip's buttons the movement that it makes, and calls it in the album what people call it", async () => {
  const { visit } = await startWebRig();
  const anna = await visit();
  const { message, ask } = await withClip(anna);
  const gesture = await filmed(anna, message);
  await ask(gesture);
  const clips = async () => (await anna.history()).filter(({ clipUrl }) => clipUrl !== null);
  await expect.poll(async () => (await clips()).length, PATIENCE).toBe(2);
  const made = (await clips()).at(-1);
  const current = made?.keyboard.flatMap(({ buttons }) => buttons).find((button) => button.gesture === gesture);
  expect(current).toMatchObject({ label: "Filmed movement", current: true });
  const clip = made?.clipUrl?.split("/").at(-1);
  expect(await (await anna.post("/api/album", { clip, title: "" })).json()).toMatchObject({
    caption: "Filmed movement",
  });
});

it.each<UserErrorCode>([
  "videoUnreadable",
  "videoTooLarge",
  "videoTooLong",
  "videoTooShort",
  "videoNoFace",
  "videoSeveralFaces",
  "videoFaceLost",
  "videoStill",
])("says in the visitor's language why no movement could be measured: %s", async (code) => {
  const { visit, renderer } = await startWebRig();
  const anna = await visit("de");
  const { message } = await withClip(anna);
  renderer.measureFailures.push(new UserError(code));
  const answer = await film(anna, message);
  expect(answer.status).toBe(422);
  const { refusal, text } = (await answer.json()) as TurnedAway;
  expect(refusal).toBe("unfit");
  expect(text).toBe(textsFor("de", "web").say(`error-${code}` as "error-videoStill"));
});

it("turns away what is too large, also where no length is announced, who has no visit, and what is about no photo of theirs", async () => {
  const { url, visit, renderer } = await startWebRig();
  const [anna, boris] = [await visit(), await visit()];
  const { message } = await withClip(anna);
  expect((await film(anna, message, { video: new Uint8Array(50_100_000) })).status).toBe(413);
  expect(await unannounced(anna, 50_100_000)).toBe(413);
  expect((await film(boris, message)).status).toBe(404);
  expect((await film(anna, "999999")).status).toBe(404);
  const nobody = await fetch(`${url}/api/movements`, {
    method: "POST",
    headers: { origin: url },
    body: new FormData(),
  });
  expect(nobody.status).toBe(401);
  expect(renderer.measured).toBe(0);
});

it("gives a film up with whoever sent it, and keeps nothing of one whose owner has had everything deleted meanwhile", async () => {
  const { visit, renderer, store } = await startWebRig();
  const anna = await visit();
  const { message } = await withClip(anna);
  const given = new AbortController();
  const measure = vi.spyOn(renderer as Studio, "measure");
  const calledOff = new Promise<void>((resolve) => {
    measure.mockImplementationOnce(async (_, { signal }) => {
      given.abort();
      await new Promise((aborted) => signal?.addEventListener("abort", aborted));
      resolve();
      throw new Error("nobody waits for this");
    });
  });
  await expect(film(anna, message, { signal: given.signal })).rejects.toThrow();
  await calledOff;
  const noted = vi.spyOn(store.movements, "put");
  measure.mockImplementationOnce(async () => {
    await anna.post("/api/commands", { name: "forget" });
    await expect.poll(async () => (await store.usage()).photos, PATIENCE).toBe(0);
    return { seconds: 3, tracks: {} };
  });
  expect((await film(anna, message, { video: "another one" })).status).toBe(404);
  const [{ gesture }] = noted.mock.calls[0] ?? [{ gesture: "none was noted" }];
  expect(gesture).toMatch(OWN);
  expect(await store.movements.get(gesture)).toBeNull();
});

it("tells what a camera sees, one still at a time, and lets in none that is larger than a still", async () => {
  const { url, visit, renderer } = await startWebRig();
  const anna = await visit();
  const look = async (
    still: string | Uint8Array<ArrayBuffer> = "a still",
    headers: Record<string, string> = anna.headers,
  ): Promise<Response> => {
    const body = new FormData();
    body.append("still", new Blob([still]), "still.jpg");
    return fetch(`${url}/api/sights`, { method: "POST", headers, body });
  };
  expect(await (await look()).json()).toEqual({ sight: "good" });
  renderer.faces = facesInARow(2);
  expect(await (await look()).json()).toEqual({ sight: "several" });
  expect((await look(new Uint8Array(100_000))).status).toBe(413);
  expect((await look("a still", { origin: url })).status).toBe(401);
  renderer.lookFailures.push(new UserError("notAnImage"));
  expect((await look()).status).toBe(400);
  const seen = await renderer.look(portrait);
  let answer: (seen: Look) => void = () => undefined;
  const held = vi.spyOn(renderer, "look").mockImplementationOnce(
    async () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const first = look();
  await expect.poll(() => held.mock.calls.length, PATIENCE).toBe(1);
  expect((await look()).status).toBe(429);
  answer(seen);
  expect((await first).status).toBe(200);
  expect(await anna.history()).toEqual([]);
});
