import os from "node:os";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { originInNetwork } from "../../../../src/bots/web/passes.ts";
import type { Album, Greeting, Pass } from "../../../../src/bots/web/protocol.ts";
import { startWebRig, Visitor } from "../../../support/web-rig.ts";

const SECRET = "an-invitation-for-the-family";
const ADMIN = "only-for-the-operator";
/** A page that others in the network reach. */
const OPEN = { secret: SECRET, adminSecret: ADMIN, host: "0.0.0.0" };
const HOME = { address: "192.168.1.5", family: "IPv4", internal: false };

beforeEach(() => {
  const found = { lo: [{ ...HOME, address: "127.0.0.1", internal: true }], eth0: [HOME] };
  vi.spyOn(os, "networkInterfaces").mockReturnValue(found as unknown as ReturnType<typeof os.networkInterfaces>);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function codeIn({ url }: Pass): string {
  return url.split("#invite=")[1] ?? "";
}

async function post(url: string, path: string, body: object, cookie = ""): Promise<Response> {
  const headers = { origin: url, "content-type": "application/json", cookie };
  return fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
}

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

it("an operator invites somebody, who comes in once, however they type the code", async () => {
  const { url } = await startWebRig(OPEN);
  expect((await post(url, "/api/status/passes", {})).status).toBe(401);
  const operator = cookieOf(await post(url, "/api/status/session", { secret: ADMIN }));
  const pass = (await (await post(url, "/api/status/passes", {}, operator)).json()) as Pass;
  expect(pass.url).toMatch(/^http:\/\/192\.168\.1\.5:\d+\/#invite=[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(pass.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  const typed = pass.code.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
  expect((await post(url, "/api/session", { invitation: typed })).status).toBe(200);
  expect((await post(url, "/api/session", { invitation: typed })).status).toBe(401);
});

it("a visitor's other device comes in as that visitor, and whoever is forgotten leaves no way in", async () => {
  const { url, store } = await startWebRig(OPEN);
  const phone = cookieOf(await post(url, "/api/session", { invitation: SECRET }));
  const asked = async (): Promise<Pass> => (await (await post(url, "/api/passes", {}, phone)).json()) as Pass;
  const pass = await asked();
  expect(pass.url).toMatch(/^http:\/\/192\.168\.1\.5:\d+\/album#invite=/);
  const tablet = cookieOf(await post(url, "/api/session", { invitation: codeIn(pass) }));
  expect(tablet).not.toBe("");
  const album = async (cookie: string): Promise<Album> =>
    (await (await fetch(`${url}/api/album`, { headers: { cookie } })).json()) as Album;
  expect(await album(tablet)).toEqual(await album(phone));
  const second = await asked();
  await post(url, "/api/commands", { name: "forget" }, phone);
  await expect.poll(async () => (await store.usage()).photos).toBe(0);
  await expect
    .poll(async () => (await post(url, "/api/session", { invitation: codeIn(second) })).status, { timeout: 15_000 })
    .toBe(401);
});

it("a page that nobody else reaches needs no passes, and greets strangers in their language", async () => {
  const { url, visit } = await startWebRig();
  expect((await (await visit()).post("/api/passes", {})).status).toBe(204);
  const guarded = await startWebRig({ secret: SECRET });
  await expect(Visitor.enter(guarded.url)).rejects.toThrow("401");
  const answer = await fetch(`${url}/api/greeting`, { headers: { "accept-language": "de-AT" } });
  const { locale, texts } = (await answer.json()) as Greeting;
  expect([locale, texts["page-code-enter"]]).toEqual(["de", "Eintreten"]);
});

it("is reached in its network under this machine's address there", () => {
  expect(originInNetwork("0.0.0.0", 8484)).toBe("http://192.168.1.5:8484");
  expect(originInNetwork("192.168.1.9", 80)).toBe("http://192.168.1.9:80");
  expect(originInNetwork("127.0.0.1", 8484)).toBeNull();
  vi.mocked(os.networkInterfaces).mockReturnValue({});
  expect(originInNetwork("::", 8484)).toBeNull();
});
