import { GatewayCloseCodes, GatewayOpcodes, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { TestPerson } from "../../../support/fake-discord/client.ts";
import { FakeDiscord } from "../../../support/fake-discord/server.ts";
import { APPLICATION, BOT, TOKEN } from "../../../support/fake-discord/world.ts";

interface Packet {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: { readonly [name: string]: unknown } | null;
}

/** A client written by hand from Discord's documentation, so that our Discord is not made to measure for a library. */
class HandClient {
  readonly packets: Packet[] = [];
  closedWith: number | undefined;
  readonly #socket: WebSocket;

  constructor(
    private readonly discord: FakeDiscord,
    url: string,
  ) {
    this.#socket = new WebSocket(`${url}?v=10&encoding=json`);
    this.#socket.on("close", (code) => {
      this.closedWith = code;
      discord.world.changed();
    });
    this.#socket.on("message", (raw: Buffer) => {
      this.packets.push(JSON.parse(raw.toString("utf8")) as Packet);
      discord.world.changed();
    });
  }

  send(op: GatewayOpcodes, d: unknown): void {
    this.#socket.send(JSON.stringify({ op, d }));
  }

  async next(what: string, fits: (packet: Packet) => boolean): Promise<Packet> {
    return this.discord.world.until(what, () => this.packets.find(fits));
  }

  close(): void {
    this.#socket.terminate();
  }
}

async function start() {
  const discord = await FakeDiscord.start();
  onTestFinished(async () => discord.stop());
  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bot ${TOKEN}`, "content-type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${discord.apiRoot}/v10${path}`, init);
    const answer = response.status === 204 ? null : ((await response.json()) as { readonly [name: string]: unknown });
    return { status: response.status, limit: response.headers.get("x-ratelimit-limit"), answer };
  };
  const form = async (path: string, bytes: number, description: string) => {
    const body = new FormData();
    const attachments = [{ id: "0", filename: "a.webp", description }];
    body.set("payload_json", JSON.stringify({ attachments }));
    body.set("files[0]", new Blob([new Uint8Array(bytes)]), "a.webp");
    const headers = { authorization: `Bot ${TOKEN}` };
    const response = await fetch(`${discord.apiRoot}/v10${path}`, { method: "POST", headers, body });
    return { status: response.status, answer: (await response.json()) as { readonly [name: string]: unknown } };
  };
  const { answer } = await call("GET", "/gateway/bot");
  const client = new HandClient(discord, String(answer?.["url"]));
  onTestFinished(() => client.close());
  return { discord, client, call, form, url: String(answer?.["url"]) };
}

const identity = (intents: number) => ({ token: TOKEN, intents, properties: { os: "x", browser: "x", device: "x" } });

it("greets, takes an identity, keeps the beat, and tells again what a resumed connection missed", async () => {
  const { discord, client, url } = await start();
  const hello = await client.next("hello", ({ op }) => op === GatewayOpcodes.Hello.valueOf());
  expect(hello.d?.["heartbeat_interval"]).toBeGreaterThan(1000);
  client.send(GatewayOpcodes.Identify, identity(1 << 12));
  const ready = await client.next("ready", ({ t }) => t === "READY");
  expect(ready.d).toMatchObject({ user: { id: BOT.id }, application: { id: APPLICATION } });
  client.send(GatewayOpcodes.Heartbeat, ready.s);
  await client.next("an answer to the beat", ({ op }) => op === GatewayOpcodes.HeartbeatAck.valueOf());
  client.close();
  new TestPerson(discord).private().says("Is anybody there?");
  const again = new HandClient(discord, url);
  onTestFinished(() => again.close());
  await again.next("hello", ({ op }) => op === GatewayOpcodes.Hello.valueOf());
  again.send(GatewayOpcodes.Resume, { token: TOKEN, session_id: ready.d?.["session_id"], seq: ready.s });
  await again.next("the end of what was missed", ({ t }) => t === "RESUMED");
  expect(again.packets.map(({ t }) => t)).toEqual([null, "MESSAGE_CREATE", "RESUMED"]);
});

it("refuses in Discord's words what Discord refuses", async () => {
  const { discord, call } = await start();
  const person = new TestPerson(discord);
  const channel = discord.world.directWith(person.id).id;
  const post = async (body: object) => call("POST", `/channels/${channel}/messages`, body);
  expect(await post({ content: "Hello" })).toMatchObject({ status: 200, limit: "50", answer: { content: "Hello" } });
  expect((await post({ content: "" })).answer?.["code"]).toBe(50006);
  expect((await post({ content: "x".repeat(2001) })).answer?.["code"]).toBe(50035);
  const button = { type: 2, style: 2, label: "Same", custom_id: "same" };
  const twice = [{ type: 1, components: [button, button] }];
  expect((await post({ content: "x", components: twice })).answer?.["code"]).toBe(50035);
  const six = Array.from({ length: 6 }, (_, i) => ({ type: 1, components: [{ ...button, custom_id: String(i) }] }));
  expect((await post({ content: "x", components: six })).answer?.["code"]).toBe(50035);
  const wordy = [{ type: 1, components: [{ ...button, label: "x".repeat(81) }] }];
  expect((await post({ content: "x", components: wordy })).answer?.["code"]).toBe(50035);
  const untold = { content: "x", attachments: [{ id: "0", filename: "a.webp", description: "x" }] };
  expect((await post(untold)).answer?.["code"]).toBe(50035);
  expect((await call("PATCH", `/channels/${channel}/messages/1`, { content: "x" })).answer?.["code"]).toBe(10008);
  expect((await call("POST", "/interactions/1/x/callback", { type: 5 })).answer?.["code"]).toBe(10062);
  discord.world.closed.add(person.id);
  expect((await post({ content: "Hello" })).answer?.["code"]).toBe(50007);
});

it("closes the connection of whoever asks for more than they may", async () => {
  const { discord, client } = await start();
  await client.next("hello", ({ op }) => op === GatewayOpcodes.Hello.valueOf());
  client.send(GatewayOpcodes.Identify, identity(1 << 15));
  const code = await discord.world.until("the end", () => client.closedWith);
  expect(code).toBe(GatewayCloseCodes.DisallowedIntents);
});

it("refuses what nobody can see, type or choose", async () => {
  const { discord, call } = await start();
  const { world } = discord;
  const person = new TestPerson(discord);
  const channel = world.channel();
  const alone = world.keep({ channel_id: channel.id, author: BOT }, person.id).message.id;
  const edit = await call("PATCH", `/channels/${channel.id}/messages/${alone}`, { content: "For everybody" });
  expect(edit.answer?.["code"]).toBe(10008);
  const set = async (option: object) => {
    const command = {
      type: 1,
      name: "animate",
      description: "x",
      options: [{ type: 3, name: "a", description: "x", ...option }],
    };
    return (await call("PUT", `/applications/${APPLICATION}/commands`, [command])).answer?.["code"];
  };
  const choices = Array.from({ length: 26 }, (_, i) => ({ name: `choice ${i}`, value: String(i) }));
  expect(await set({ choices })).toBe(50035);
  expect(await set({ choices: choices.slice(0, 2), autocomplete: true })).toBe(50035);
  expect(await set({ name: "Not Lower" })).toBe(50035);
  expect(await set({ name_localizations: { de: "zwei worte" } })).toBe(50035);
  expect(await set({ description_localizations: { de: "x".repeat(101) } })).toBe(50035);
  expect(await set({ autocomplete: true })).toBeUndefined();
  const interaction = {
    id: "5",
    token: "t",
    at: world.now(),
    sentAt: Date.now(),
    channel,
    user: person.id,
    tapped: null,
  };
  world.interactions.set("5", {
    ...interaction,
    answer: null,
    lateMs: null,
    original: null,
    followUps: 0,
    typing: true,
  });
  const answer = async (body: object) => (await call("POST", "/interactions/5/t/callback", body)).answer?.["code"];
  expect(await answer({ type: 8, data: { choices } })).toBe(50035);
  expect(await answer({ type: 4, data: { content: "Hello" } })).toBe(50035);
  expect(await answer({ type: 8, data: { choices: choices.slice(0, 25) } })).toBeUndefined();
});

it("takes no file over 10 MB, no words over 1,024 characters for one, and no file where it may send none", async () => {
  const { discord, form } = await start();
  const { world } = discord;
  const { ViewChannel, SendMessages, AttachFiles } = PermissionFlagsBits;
  const channel = world.channel("7", ViewChannel | SendMessages | AttachFiles);
  const send = async (bytes: number, description = "") => form(`/channels/${channel.id}/messages`, bytes, description);
  expect(await send(10 * 2 ** 20)).toMatchObject({ status: 200 });
  expect(await send(10 * 2 ** 20 + 1)).toMatchObject({ status: 413, answer: { code: 40005 } });
  expect(await send(10, "x".repeat(1024))).toMatchObject({ status: 200 });
  expect(await send(10, "x".repeat(1025))).toMatchObject({ answer: { code: 50035 } });
  channel.permissions = ViewChannel | SendMessages;
  expect(await send(10)).toMatchObject({ status: 403, answer: { code: 50013 } });
});
