import { readFileSync } from "node:fs";
import { request } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { AddressShares, limitsPerAddress, networkOf } from "../../../../src/bots/web/address-shares.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { startWebRig, type Visitor, type WebRigOptions } from "../../../support/web-rig.ts";

const portrait = readFileSync(PORTRAIT);
const HOUR = 3_600_000;
let made = 0;

/** The portrait, as a file of its own. */
function another(): Uint8Array {
  return Buffer.concat([portrait, Buffer.from(`another ${made++}`)]);
}

async function open(more: WebRigOptions) {
  const rig = await startWebRig({}, undefined, [], more);
  return { ...rig, kept: async () => (await rig.store.usage()).photos };
}

/** What is answered to a photo of which nothing but the announcement has been sent. */
async function answerBefore({ url, headers }: Visitor): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/photos`, {
      method: "POST",
      headers: { ...headers, "content-type": "multipart/form-data; boundary=x", "content-length": "15000000" },
    });
    call.on("error", reject);
    call.on("response", (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on("end", () => {
        resolve({ status: answer.statusCode, body });
        call.destroy();
      });
    });
    call.flushHeaders();
  });
}

describe("a photo for which there is no room", () => {
  it("is turned away unread, in the words of a chat and in the visitor's language", async () => {
    const { visit, renderer, kept } = await open({ limits: { clipsPerUserPerHour: 1 } });
    const anna = await visit();
    expect((await anna.postPhoto(another())).status).toBe(204);
    await anna.clip();
    const { status, body } = await answerBefore(anna);
    expect(status).toBe(429);
    expect(JSON.parse(body)).toEqual({
      refusal: "full",
      text: "You have had as many clips as one person can have in an hour. Please try again in 60 minutes.",
    });
    const ana = { ...anna.headers, "accept-language": "es" };
    expect(await (await anna.postPhoto(another(), ana)).json()).toMatchObject({
      text: expect.stringMatching(/^Ya has recibido/) as string,
    });
    expect([await kept(), renderer.looks]).toEqual([1, 1]);
    expect((await anna.history()).filter(({ isPhoto }) => isPhoto)).toHaveLength(1);
  });

  it("is so for those whom the operator's list leaves out", async () => {
    const { visit, store } = await startWebRig({}, undefined, ["web:somebody"]);
    const eve = await visit();
    expect(await (await eve.postPhoto(another())).json()).toMatchObject({
      text: expect.stringMatching(/whom its operator has let in/) as string,
    });
    expect((await store.usage()).photos).toBe(0);
  });

  it("passes no limit in a race", async () => {
    const { visit, kept } = await open({ limits: { clipsPerUserPerHour: 3 } });
    const anna = await visit();
    const answers = await Promise.all(Array.from({ length: 12 }, async () => anna.postPhoto(another())));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(3);
    expect(await kept()).toBe(3);
  });

  it("leaves its place to the next when it is broken off", async () => {
    const { visit, queue } = await open({ limits: { clipsPerUserPerHour: 1 } });
    const anna = await visit();
    const call = request(`${anna.url}/api/photos`, {
      method: "POST",
      headers: { ...anna.headers, "content-type": "multipart/form-data; boundary=x", "content-length": "1000000" },
    });
    call.on("error", () => undefined);
    call.write('--x\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\n');
    const claim = { id: "probe", user: "web:x", chat: "web:x" };
    expect(await queue.reserve(claim)).toBeNull();
    await vi.waitFor(async () => expect((await anna.postPhoto(another())).status).toBe(429), 10_000);
    call.destroy();
    await vi.waitFor(async () => expect((await anna.postPhoto(another())).status).toBe(204), 10_000);
  });
});

describe("many cookies at one address", () => {
  it("have no more photos together than a family", async () => {
    const { visit, kept } = await open({ perAddress: { photosPerHour: 4 } });
    const answers: Response[] = [];
    for (let i = 0; i < 7; i++) answers.push(await (await visit()).postPhoto(another()));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 429, 429, 429]);
    expect(await answers[6]?.json()).toMatchObject({
      text: expect.stringMatching(/^Very many photos have come from your connection/) as string,
    });
    expect(await kept()).toBe(4);
  });

  it("fill no more than may be kept, however many they are", async () => {
    const { visit, store } = await open({ limitBytes: 20_000_000 });
    const padding = Buffer.alloc(3_000_000);
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push((await (await visit()).postPhoto(Buffer.concat([another(), padding]))).status);
    expect(statuses[0]).toBe(204);
    expect(statuses.at(-1)).toBe(429);
    const { bytes } = await store.usage();
    expect(bytes).toBeLessThan(20_000_000);
    expect(bytes).toBeGreaterThan(9_000_000);
  });

  it("tap no more often together than six hundred times a minute", { timeout: 60_000 }, async () => {
    const { visit, store } = await open({});
    const visitors = await Promise.all(Array.from({ length: 8 }, async () => visit()));
    const taps = visitors.map(async (visitor) => {
      const statuses: number[] = [];
      for (let i = 0; i < 90; i++)
        statuses.push((await visitor.post("/api/presses", { message: "1", data: "x" })).status);
      return statuses;
    });
    const statuses = (await Promise.all(taps)).flat();
    expect(statuses.filter((status) => status === 404)).toHaveLength(600);
    expect(statuses.filter((status) => status === 429)).toHaveLength(120);
    expect((await store.usage()).photos).toBe(0);
  });
});

describe("shares of addresses", () => {
  it("are given back in time, and by photos that did not come", () => {
    let now = 0;
    const shares = new AddressShares({ photosPerHour: 2, bytes: 100, keptMs: 3 * HOUR }, () => now);
    const takeBack = shares.note("a", 10);
    now = 60_000;
    shares.note("a", 10);
    expect(shares.lack("a", 1)).toEqual({ key: "refused-connection", params: { minutes: 59 } });
    expect(shares.lack("b", 1)).toBeNull();
    takeBack();
    takeBack();
    expect(shares.lack("a", 90)).toBeNull();
    expect(shares.lack("a", 91)).toEqual({ key: "refused-share", params: {} });
    now = 3 * HOUR + 60_000;
    expect(shares.lack("a", 100)).toBeNull();
  });

  it("come from the settings", () => {
    expect(limitsPerAddress({ clipsPerUserPerHour: 30, dataLimit: 5e9, retentionHours: 24 })).toEqual({
      photosPerHour: 120,
      bytes: 1.25e9,
      keptMs: 24 * HOUR,
    });
  });

  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["::ffff:198.51.100.7", "198.51.100.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("count %s as %s", (address, network) => expect(networkOf(address)).toBe(network));
});
