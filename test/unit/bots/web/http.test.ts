import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";
import type { PageMessage } from "../../../../src/bots/web/protocol.ts";
import { freePort } from "../../../support/free-port.ts";
import { facesInARow } from "../../../support/held-studio.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { startWebRig, Visitor } from "../../../support/web-rig.ts";

const SECRET = "an-invitation-for-the-family";
const portrait = readFileSync(PORTRAIT);

/** A request as no browser would send it: with any Host, and with a path that nobody tidies up. */
async function rawStatus(url: string, path: string, headers: Record<string, string>, method = "GET"): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on("error", reject).end();
  });
}

it("answers to its own names alone, so that no other page's name can be pointed at it", async () => {
  const { url } = await startWebRig();
  const { port } = new URL(url);
  for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
    expect(await rawStatus(url, "/", { host }), host).toBe(200);
  }
  for (const host of [
    "evil.example",
    `evil.example:${port}`,
    `192.168.1.5:${port}`,
    "localhost.evil.example",
    "a@localhost",
  ]) {
    expect(await rawStatus(url, "/", { host }), host).toBe(421);
  }
});

it("takes nothing that another site's page sends", async () => {
  const { url, visit } = await startWebRig();
  const anna = await visit();
  for (const origin of ["https://evil.example", "null", url.replace("127.0.0.1", "localhost"), `${url}.evil.example`]) {
    expect((await anna.post("/api/commands", { name: "help" }, { origin })).status, origin).toBe(403);
  }
  const without = { cookie: anna.cookie };
  expect((await fetch(`${url}/api/commands`, { method: "POST", headers: without })).status).toBe(403);
  expect((await anna.get("/api/events", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await anna.get("/api/events", { "sec-fetch-site": "same-site" })).status).toBe(403);
  expect(await anna.history()).toEqual([]);
});

it("one visitor can neither see nor press what is another's", async () => {
  const { url, visit, adapter } = await startWebRig();
  const [anna, boris] = [await visit(), await visit()];
  expect((await anna.postPhoto(portrait)).status).toBe(204);
  const clip = await anna.clip();
  const [photo] = (await anna.history()).filter(({ isPhoto }) => isPhoto);
  const addresses = [clip.clipUrl ?? "", photo?.pictureUrl ?? ""];
  for (const address of addresses) {
    expect((await anna.get(address)).status).toBe(200);
    expect((await anna.get(address)).headers.get("cache-control")).toContain("no-store");
    expect((await boris.get(address)).status, address).toBe(404);
    expect((await fetch(url + address)).status, address).toBe(401);
  }
  const data = clip.keyboard.flatMap(({ buttons }) => buttons).find((button) => button.current !== true)?.data ?? "";
  expect((await boris.post("/api/presses", { message: clip.id, data })).status).toBe(404);
  // On a message of his own the button of her photo does nothing either.
  await boris.postPhoto(Buffer.concat([portrait, Buffer.from("another")]));
  const own = await boris.clip();
  await expect.poll(() => adapter.openPages).toBe(0);
  const press = boris.until((events) => events.some(({ kind }) => kind === "notice"));
  await expect.poll(() => adapter.openPages).toBe(1);
  expect((await boris.post("/api/presses", { message: own.id, data })).status).toBe(200);
  const told = (await press).find((event) => event.kind === "notice");
  expect(told?.text).toMatch(/^This photo has already been deleted/);
  expect((await boris.history()).filter(({ clipUrl }) => clipUrl !== null)).toHaveLength(1);
});

it("a cookie that somebody made up is nobody's", async () => {
  const { url, visit } = await startWebRig();
  const anna = await visit();
  const forged = [
    anna.cookie.slice(0, -2) + "AA",
    anna.cookie.replace(/\..*/, ""),
    `keepsake=${"a".repeat(32)}.${"b".repeat(43)}`,
  ];
  for (const cookie of forged) {
    expect((await fetch(`${url}/api/events`, { headers: { cookie } })).status, cookie).toBe(401);
  }
});

it("behind https the cookie has a name that no other port and no neighbouring domain can set", async () => {
  const [origin, port] = ["https://photos.example", await freePort()];
  await startWebRig({ port, origin });
  const call = async (path: string, headers: Record<string, string>, method: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { origin, ...headers } });
  const entered = await call("/api/session", {}, "POST");
  const [cookie = ""] = entered.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-keepsake=.*; Path=\/; .*Secure/);
  const mine = cookie.split(";", 1)[0] ?? "";
  expect((await call("/api/clips/none", { cookie: mine }, "GET")).status).toBe(404);
  expect((await call("/api/clips/none", { cookie: mine.replace("__Host-", "") }, "GET")).status).toBe(401);
});

it("where others can come, only the invited come in", async () => {
  const { url } = await startWebRig({ secret: SECRET });
  await expect(Visitor.enter(url)).rejects.toThrow("401");
  await expect(Visitor.enter(url, "en", { invitation: "guessed-invitation" })).rejects.toThrow("401");
  const anna = await Visitor.enter(url, "en", { invitation: SECRET });
  expect(await anna.history()).toEqual([]);
  // Who was here before needs no invitation.
  expect((await anna.post("/api/session", {})).status).toBe(200);
});

it("serves parts of a clip, and refuses parts that there are not", async () => {
  const { visit } = await startWebRig();
  const anna = await visit();
  await anna.postPhoto(portrait);
  const { clipUrl } = await anna.clip();
  const whole = Buffer.from(await (await anna.get(clipUrl ?? "")).arrayBuffer());
  const part = await anna.get(clipUrl ?? "", { range: "bytes=5-9" });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe(`bytes 5-9/${whole.length}`);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(5, 10));
  const tail = await anna.get(clipUrl ?? "", { range: "bytes=-3" });
  expect(Buffer.from(await tail.arrayBuffer())).toEqual(whole.subarray(-3));
  expect((await anna.get(clipUrl ?? "", { range: "bytes=999999-" })).status).toBe(416);
  expect((await anna.get(clipUrl ?? "", { range: "bytes=x" })).status).toBe(200);
  expect((await anna.get(clipUrl ?? "", { range: "bytes=0-1,4-5" })).status).toBe(200);
});

it("no path leads out of the page's folder", async () => {
  const { url, visit } = await startWebRig();
  const { cookie } = await visit();
  const { host } = new URL(url);
  const paths = [
    "/../../../../package.json",
    "/..%2f..%2f..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/server.ts",
    "/assets/..\\..\\server.ts",
    "/%00",
    "/assets/",
    "/.env",
    "//etc/passwd",
    "/api/clips/..%2f..%2frecords.db",
    "/api/pictures/1%20OR%201=1",
  ];
  for (const path of paths) {
    expect([400, 403, 404], path).toContain(await rawStatus(url, path, { host, cookie }));
  }
});

it("turns large bodies away unread, whether or not they say how large they are", async () => {
  const { url, visit, store } = await startWebRig();
  const anna = await visit();
  const { host } = new URL(url);
  const claimed = {
    ...anna.headers,
    host,
    "content-type": "multipart/form-data; boundary=x",
    "content-length": "9000000000",
  };
  const status = await new Promise<number>((resolve, reject) => {
    // The answer comes although hardly anything was sent.
    const call = request(`${url}/api/photos`, { method: "POST", headers: claimed }, (answer) => {
      resolve(answer.statusCode ?? 0);
      call.destroy();
    });
    call.on("error", reject).write("--x\r\n");
  });
  expect(status).toBe(413);
  expect((await anna.postPhoto(Buffer.alloc(20_000_001))).status).toBe(413);
  expect((await anna.post("/api/commands", { name: "help", about: "1".repeat(10_000) })).status).toBe(413);
  expect((await store.usage()).photos).toBe(0);
});

it("does not wait for those who send a byte now and then", async () => {
  const { url } = await startWebRig({}, { requestMs: 400, checkEveryMs: 100 });
  const { port, host } = new URL(url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), "127.0.0.1");
    let text = "";
    socket.on("data", (data: Buffer) => (text += data.toString())).on("close", () => resolve(text));
    socket.write(`POST /api/photos HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${url}\r\nContent-Length: 1000\r\n`);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408/);
});

it("strange bodies are no reason to fall", async () => {
  const { visit } = await startWebRig();
  const anna = await visit();
  const bodies = [{}, { name: "rm" }, { name: ["help"] }, { name: "help", about: "../1" }];
  for (const body of bodies) expect((await anna.post("/api/commands", body)).status).toBe(400);
  expect((await anna.post("/api/presses", { message: "1", data: "x".repeat(65) })).status).toBe(400);
  expect((await anna.post("/api/presses", { message: "1", data: "x" })).status).toBe(404);
  expect((await anna.post("/api/photos", {})).status).toBe(400);
  expect((await anna.post("/api/nothing", {})).status).toBe(404);
  expect(await anna.history()).toEqual([]);
});

it("two hundred open pages at once are told what happens, each its own", { timeout: 60_000 }, async () => {
  const { url, visit, adapter, door } = await startWebRig();
  const visitors = await Promise.all(Array.from({ length: 40 }, async () => visit()));
  const pages = visitors.flatMap((visitor, of) => Array.from({ length: 5 }, () => ({ visitor, of })));
  const told = pages.map(async ({ visitor, of }) =>
    visitor.until((events) => events.some((event) => event.kind === "message" && event.message.text === `for ${of}`)),
  );
  await expect.poll(() => adapter.openPages, { timeout: 20_000 }).toBe(200);
  await Promise.all(
    visitors.map(async (visitor, of) => {
      const id = door.visitor(visitor.cookie.replace("keepsake=", "")) ?? "";
      await adapter.port.say({ chat: { platform: "web", id, group: false } }, { text: `for ${of}` });
    }),
  );
  const heard = await Promise.all(told);
  for (const [i, events] of heard.entries()) {
    const texts = events.flatMap((event) => (event.kind === "message" ? [event.message.text] : []));
    expect(texts.filter((text) => text.startsWith("for "))).toEqual([`for ${pages[i]?.of}`]);
  }
  expect((await fetch(url)).status).toBe(200);
});

it("one visitor cannot have all the pages, nor all the uploads", async () => {
  const { visit } = await startWebRig();
  const anna = await visit();
  const abort = new AbortController();
  const open = async (): Promise<Response> =>
    fetch(`${anna.url}/api/events`, { headers: anna.headers, signal: abort.signal });
  const answers = await Promise.all(Array.from({ length: 12 }, open));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  abort.abort();
});

it("speaks the browser's language", async () => {
  const { visit, renderer } = await startWebRig();
  renderer.faces = facesInARow(3);
  const chen = await visit("de;q=0.9, zh-CN, en;q=0.5");
  await chen.post("/api/commands", { name: "help" });
  const events = await chen.until((so) => so.some((event) => JSON.stringify(event).includes("整张照片")));
  expect(events.length).toBeGreaterThan(0);
});

it("stays open when only other chats are allowed, and closes to those whom a list of visitors leaves out", async () => {
  const open = await startWebRig({}, undefined, ["-100123", "telegram:42"]);
  const anna = await open.visit();
  await anna.postPhoto(portrait);
  await anna.clip();
  const closed = await startWebRig({}, undefined, ["-100123", "web:somebody"]);
  const boris = await closed.visit();
  const answer = await boris.postPhoto(portrait);
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain("whom its operator has let in");
});

it("looks again where its visitor has drawn a frame, and for nobody else, and deletes a photo with all that was said of it", async () => {
  const { visit, renderer, store } = await startWebRig();
  const [anna, boris] = [await visit(), await visit()];
  renderer.faces = [];
  await anna.postPhoto(portrait);
  const isTroubled = (messages: readonly PageMessage[]): boolean =>
    messages.some(({ means }) => means?.key === "error-noFace");
  await expect.poll(async () => isTroubled(await anna.history()), { timeout: 5000 }).toBe(true);
  const [photo] = (await anna.history()).filter(({ isPhoto }) => isPhoto);
  const frame = { message: photo?.id ?? "", box: { x: 10, y: 10, width: 50, height: 60 } };
  expect((await boris.post("/api/frames", frame)).status).toBe(404);
  expect((await anna.post("/api/frames", { ...frame, box: { x: 0, y: 0, width: -1, height: 5 } })).status).toBe(400);
  renderer.faces = facesInARow(1);
  expect((await anna.post("/api/frames", frame)).status).toBe(204);
  await anna.clip();
  expect(renderer.looks).toBe(2);
  // The faces that were found have numbers by now, which its clips know them by.
  expect((await anna.post("/api/frames", frame)).status).toBe(400);

  expect((await boris.post("/api/deletions", { message: frame.message })).status).toBe(404);
  expect((await anna.post("/api/deletions", { message: frame.message })).status).toBe(204);
  await expect.poll(async () => anna.history(), { timeout: 5000 }).toEqual([]);
  expect((await store.usage()).photos).toBe(0);
});
