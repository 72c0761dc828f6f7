import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { keepRoom } from "../../../../src/bots/web/connections.ts";
import { Guesses } from "../../../../src/bots/web/guesses.ts";
import { Hub } from "../../../../src/bots/web/hub.ts";
import { freePort } from "../../../support/free-port.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { startWebRig, type Visitor } from "../../../support/web-rig.ts";

const portrait = readFileSync(PORTRAIT);
const SECRET = "an-invitation-for-the-family";

describe("connections", () => {
  it("that say nothing make room for one that does", async () => {
    const server = createServer((_, response) => response.end("here"));
    keepRoom(server, 5);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const sockets: Socket[] = [];
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const closed: number[] = [];
    for (let i = 0; i < 5; i++) {
      const socket = connect(port, "127.0.0.1").on("error", () => undefined);
      socket.on("close", () => closed.push(i));
      sockets.push(socket);
      await new Promise((resolve) => socket.once("connect", resolve));
    }
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toBe("here");
    await expect.poll(() => closed).toEqual([0]);
  });
});

describe("pages", () => {
  it("of the largest crowd make room for others", () => {
    const hub = new Hub();
    const closed: string[] = [];
    const open = (chat: string, name: string) =>
      hub.listen(chat, { tell: () => undefined, close: () => closed.push(name) });
    open("anna", "anna 1");
    open("crowd", "crowd 1");
    open("crowd", "crowd 2");
    hub.closeOne();
    expect(closed).toEqual(["crowd 1"]);
    expect(hub.size).toBe(2);
  });
});

/** Posts a photo and never gets to its end. */
function trickle({ url, headers }: Visitor): void {
  const call = request(`${url}/api/photos`, {
    method: "POST",
    headers: { ...headers, "content-type": "multipart/form-data; boundary=x", "content-length": "1000000" },
  });
  call.on("error", () => undefined);
  call.write('--x\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\n');
}

it("photos that trickle in keep nobody out", async () => {
  const { visit } = await startWebRig({}, { pace: { graceMs: 200, leastPerSecond: 1_000_000 } });
  const crowd = await Promise.all(Array.from({ length: 8 }, async () => visit()));
  for (const visitor of crowd) trickle(visitor);
  const anna = await visit();
  expect((await anna.postPhoto(portrait)).status).toBe(204);
});

it("knows its calls however their addresses are spelt", async () => {
  const { visit } = await startWebRig();
  const anna = await visit();
  const strange = { "sec-fetch-site": "same-site" };
  expect((await anna.get("/%61pi/pictures/1", strange)).status).toBe(403);
  expect((await anna.get("/%61pi/pictures/1")).status).toBe(404);
});

it("answers even what it turns away with all its headers", async () => {
  const { url } = await startWebRig();
  const answer = await fetch(url, { method: "POST", headers: { origin: "https://evil.example" } });
  expect(answer.status).toBe(403);
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
});

describe("secrets", () => {
  it("are guessed ever more slowly, whoever guesses", () => {
    let now = 0;
    const guesses = new Guesses(() => now);
    for (let i = 0; i < 10; i++) guesses.note();
    expect(guesses.delayMs()).toBe(0);
    for (let i = 0; i < 4; i++) guesses.note();
    expect(guesses.delayMs()).toBe(1000);
    for (let i = 0; i < 1000; i++) guesses.note();
    expect(guesses.delayMs()).toBe(10_000);
    now = 600_001;
    expect(guesses.delayMs()).toBe(0);
  });

  it("cannot be tried from addresses that a stranger makes up", async () => {
    const origin = "https://photos.example";
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const { logged } = await startWebRig({
      port,
      secret: SECRET,
      adminSecret: "only-for-the-operator",
      origin,
      trustedProxies: ["10.1.1.1"],
    });
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) {
      const headers = { origin, "content-type": "application/json", "x-forwarded-for": `198.51.100.${i}` };
      const body = JSON.stringify({ secret: "wrong" });
      statuses.push((await fetch(`${url}/api/status/session`, { method: "POST", headers, body })).status);
    }
    expect(statuses.slice(10)).toEqual([429, 429]);
    expect(logged.filter((line) => line.includes("a wrong ADMIN_SECRET was given"))).toHaveLength(10);
    expect(logged.join()).not.toContain('wrong"');
  });

  it("that are wrong keep nobody out who has the right one, or was here before", async () => {
    const { url, visit } = await startWebRig({ secret: SECRET });
    const anna = await visit("en", { invitation: SECRET });
    const enter = async (headers: Record<string, string>, body: object) =>
      fetch(`${url}/api/session`, {
        method: "POST",
        headers: { origin: url, "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
    // A page that opens without an invitation counts, too.
    const wrong = await Promise.all(Array.from({ length: 125 }, async () => (await enter({}, {})).status));
    expect(new Set(wrong)).toEqual(new Set([401, 429]));
    expect((await enter({ cookie: anna.cookie }, {})).status).toBe(200);
    expect((await enter({}, { invitation: SECRET })).status).toBe(200);
  });
});

it("a page with a long history opens with the end of it", async () => {
  const { visit, door, store } = await startWebRig();
  const anna = await visit();
  const chat = `web:${door.visitor(anna.cookie.replace("keepsake=", "")) ?? ""}`;
  const shown = { from: "keepsake", text: "", keyboard: [] };
  for (let i = 0; i < 250; i++) store.transcript.add({ chat, replyTo: null, shown: { ...shown, text: String(i) } });
  const texts = (await anna.history()).map(({ text }) => text);
  expect(texts).toHaveLength(200);
  expect(texts.at(-1)).toBe("249");
});

it("is not ready while its records cannot be written", async () => {
  const { url, store } = await startWebRig();
  store.records.tryWriting = () => {
    throw new Error("disk full");
  };
  const answer = await fetch(`${url}/healthz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ready: false, why: ["the records cannot be written"] });
});
