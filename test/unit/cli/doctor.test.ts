import { chmodSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import {
  dataFound,
  memoryFound,
  nodeFound,
  secretsFound,
  sharedMemoryFound,
  userFound,
} from "../../../src/cli/doctor-machine.ts";
import { clockFound, platformChecks, portFound } from "../../../src/cli/doctor-platforms.ts";
import { carryOut, type Finding } from "../../../src/cli/finding.ts";
import { parseConfig } from "../../../src/config.ts";
import { temporaryFolder } from "../store/open-store.ts";

const TELEGRAM = `123456789:${"A".repeat(35)}`;
const DISCORD = `${"M".repeat(24)}.abcdef.${"x".repeat(27)}`;

describe("the machine", () => {
  it("wants a new enough Node.js", () => {
    expect(nodeFound("20.1.0").state).toBe("ok");
    expect(nodeFound("18.20.4")).toEqual({ state: "wrong", says: "18.20.4 is too old; install Node.js 20 or newer" });
  });

  it("wants memory for its renderers, or fewer of them", () => {
    expect(memoryFound(4e9, 2).state).toBe("ok");
    expect(memoryFound(2e9, 2)).toEqual({
      state: "wrong",
      says: "2.0 GB, where 2.5 GB are needed for RENDERERS=2; set RENDERERS=1",
    });
    expect(memoryFound(1e9, 1).state).toBe("worse");
  });

  it("wants room in memory for clips, and says how a container gets it", () => {
    expect(sharedMemoryFound("/dev/shm", 500e6).state).toBe("ok");
    expect(sharedMemoryFound("/dev/shm", 64e6)).toMatchObject({
      state: "worse",
      says: expect.stringContaining("--shm-size") as string,
    });
  });

  it("wants room on the disk, also where the data folder is yet to be made", async () => {
    const folder = join(await temporaryFolder(), "a/b");
    expect(dataFound(folder, 1000).state).toBe("ok");
    expect(dataFound(folder, 1e18)).toMatchObject({
      state: "worse",
      says: expect.stringContaining("DATA_LIMIT") as string,
    });
  });

  it("wants an ordinary user, and secrets that others cannot read", async () => {
    const folder = await temporaryFolder();
    const settings = join(folder, ".env");
    const found = () => secretsFound(settings, { dataDir: folder, dataKey: undefined });
    expect([userFound(0).state, userFound(1000).state]).toEqual(["worse", "ok"]);
    expect(found().state).toBe("ok");
    writeFileSync(settings, "");
    chmodSync(settings, 0o644);
    expect(found()).toEqual({
      state: "worse",
      says: expect.stringContaining(`chmod 600 ${settings}`) as string,
    });
    chmodSync(settings, 0o600);
    expect(found().state).toBe("ok");
  });

  it("misses the key of data that is there", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "records.db"), "");
    expect(secretsFound(join(folder, ".env"), { dataDir: folder, dataKey: undefined })).toEqual({
      state: "wrong",
      says: expect.stringContaining("put back the one of its backup") as string,
    });
    expect(secretsFound(join(folder, ".env"), { dataDir: folder, dataKey: "its key" }).state).toBe("ok");
  });
});

describe("a port", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  async function taken(server: Server): Promise<number> {
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  }

  it("is free", async () => {
    const server = createServer();
    const port = await taken(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await portFound("127.0.0.1", port, "WEB_PORT")).toEqual({ state: "ok", says: `127.0.0.1:${port} is free` });
  });

  it("is Keepsake's already, or another program's", async () => {
    const ours = await taken(
      createHttpServer((_, response) => response.writeHead(503).end(`{"ready":false,"why":[]}`)),
    );
    expect((await portFound("127.0.0.1", ours, "WEB_PORT")).says).toBe(`Keepsake is running on 127.0.0.1:${ours}`);
    const other = await taken(createHttpServer((_, response) => response.end("hello")));
    const { state, says } = await portFound("127.0.0.1", other, "WEB_PORT");
    expect([state, says]).toEqual(["wrong", expect.stringMatching(/another program has .* WEB_PORT/)]);
  });
});

describe("the platforms", () => {
  const config = parseConfig({ TELEGRAM_BOT_TOKEN: TELEGRAM, DISCORD_TOKEN: DISCORD });
  async function find(answers: (url: string) => Promise<Response>): Promise<Record<string, Finding>> {
    const fetch = async (url: Parameters<typeof globalThis.fetch>[0]): Promise<Response> =>
      answers(url instanceof Request ? url.url : url.toString());
    const findings: Finding[] = [];
    for (const check of platformChecks(config, { offline: false, fetch })) findings.push(await carryOut(check));
    return Object.fromEntries(findings.map((finding) => [finding.what, finding]));
  }
  const json = (body: object, status = 200, date = new Date()): Response =>
    Response.json(body, { status, headers: { date: date.toUTCString() } });

  it("know the bots, and the time", async () => {
    const found = await find(async (url) =>
      json(url.includes("telegram") ? { result: { username: "family_bot" } } : { username: "Family" }),
    );
    expect(found).toMatchObject({
      Telegram: { state: "ok", says: "the token is @family_bot's" },
      Discord: { state: "ok", says: "the token is Family's" },
      Clock: { state: "ok" },
    });
  });

  it("do not know a token: it is said where another is to be had, and the token is not", async () => {
    const found = await find(async () => json({}, 401));
    expect([found["Telegram"]?.state, found["Discord"]?.state]).toEqual(["wrong", "wrong"]);
    expect(found["Telegram"]?.says).toMatch(/@BotFather/);
    const said = JSON.stringify(found);
    for (const token of [TELEGRAM, DISCORD]) expect(said).not.toContain(token);
  });

  it("cannot be reached: nothing of the address is said", async () => {
    const found = await find(async (url) => Promise.reject(new Error(`connect ${url}`)));
    expect(found["Telegram"]?.says).toMatch(/^Telegram cannot be reached from here/);
    expect(JSON.stringify(found)).not.toContain(TELEGRAM);
  });

  it("are not asked offline", () => {
    const never = async (): Promise<Response> => Promise.reject(new Error("asked"));
    expect(platformChecks(config, { offline: true, fetch: never }).map(({ what }) => what)).toEqual(["Clock"]);
  });

  it("tell of a clock that is wrong", () => {
    expect(clockFound(3600_000)).toEqual({
      state: "wrong",
      says: expect.stringMatching(/^3600 s behind.*NTP/) as string,
    });
    expect(clockFound(-61_000).says).toMatch(/ahead/);
  });
});
