import { GatewayCloseCodes, GatewayOpcodes } from "discord-api-types/v10";
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
  const { answer } = await call("GET", "/gateway/bot");
  const client = new HandClient(discord, String(answer?.["url"]));
  onTestFinished(() => client.close());
  return { discord, client, call, url: String(answer?.["url"]) };
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
