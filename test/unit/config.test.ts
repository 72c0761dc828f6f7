import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig, secretsOf } from "../../src/config.ts";

const TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz_0123456";

describe("settings", () => {
  it("have defaults; empty ones count as absent", () => {
    const config = parseConfig({ TELEGRAM_BOT_TOKEN: "", RETENTION_HOURS: "", ADMINS: "" });
    expect(config).toMatchObject({
      telegram: undefined,
      retentionHours: 24,
      admins: [],
      renderers: 2,
      enhance: "auto",
      dataDir: "data",
    });
  });

  it("describe the Telegram bot", () => {
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: TOKEN }).telegram).toMatchObject({
      token: TOKEN,
      ownServer: false,
      webhook: undefined,
    });
    const own = parseConfig({
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
      TELEGRAM_WEBHOOK_URL: "https://bot.example/hook",
    }).telegram;
    expect(own).toMatchObject({ apiRoot: "http://127.0.0.1:8081", ownServer: true });
    expect(own?.webhook).toEqual({ url: "https://bot.example/hook", port: 8443, host: "127.0.0.1" });
  });

  it.each(["http://10.1.2.3:8081", "http://[fd00::1]:8081", "http://telegram-bot-api:8081", "http://nas.local:8081"])(
    "tell a token by plain http in one's own network: %s",
    (url) => {
      const config = parseConfig({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: url, TELEGRAM_FILES: "/srv/files" });
      expect(config.telegram).toMatchObject({ apiRoot: url, filesFolder: "/srv/files" });
    },
  );

  it.each(["http://api.example.org", "http://8.8.8.8:8081", "http://127.0.0.1.evil.example", "http://172.32.0.1"])(
    "tell no token by plain http to %s",
    (url) => {
      expect(messageOf(() => parseConfig({ TELEGRAM_API_ROOT: url }))).toContain("TELEGRAM_API_ROOT: must be https");
      expect(messageOf(() => parseConfig({ DISCORD_API_ROOT: url }))).toContain("DISCORD_API_ROOT: must be https");
    },
  );

  it("describe where workers are", () => {
    const key = "0123456789abcdef".repeat(4);
    const { remote, renderers } = parseConfig({
      REDIS_URL: "rediss://bot:pass%20word@10.0.0.5:6380",
      WORKER_KEY: key,
      RENDERERS: "0",
    });
    expect(remote).toEqual({ url: "rediss://bot:pass%20word@10.0.0.5:6380", key: Buffer.from(key, "hex") });
    expect(renderers).toBe(0);
    expect(secretsOf(parseConfig({ REDIS_URL: "redis://:pass%20word@nas", WORKER_KEY: key }))).toEqual([
      key,
      "pass word",
    ]);
  });

  it.each([
    [{ REDIS_URL: "redis://nas" }, "WORKER_KEY: must be set beside REDIS_URL"],
    [{ WORKER_KEY: "0123456789abcdef".repeat(4) }, "REDIS_URL: must be set beside WORKER_KEY"],
    [{ WORKER_KEY: "ab".repeat(32), REDIS_URL: "redis://nas" }, "WORKER_KEY: can be guessed"],
    [{ WORKER_KEY: "secret", REDIS_URL: "http://nas" }, "REDIS_URL: must be the address of a Redis"],
    [{ RENDERERS: "0" }, "RENDERERS: must be at least 1, unless"],
  ])("name what is wrong about workers: %o", (environment, message) => {
    expect(messageOf(() => parseConfig(environment))).toContain(message);
  });

  it("describe the Discord bot", () => {
    const token = "MTAwMDAwMDAwMDAwMDAwMDAw.Gfake1.abcdefghijklmnopqrstuvwxyz0123456789AB";
    expect(parseConfig({ DISCORD_TOKEN: token }).discord).toEqual({
      token,
      apiRoot: "https://discord.com/api",
      cdn: ["https://cdn.discordapp.com", "https://media.discordapp.net"],
      shards: "auto",
      clips: "webp",
    });
    const own = { DISCORD_SHARDS: "3", DISCORD_API_ROOT: "http://127.0.0.1:1/api/", DISCORD_CDN: "https://a.example" };
    expect(parseConfig({ DISCORD_TOKEN: token, ...own }).discord).toMatchObject({
      apiRoot: "http://127.0.0.1:1/api",
      cdn: ["https://a.example"],
      shards: 3,
    });
    expect(parseConfig({ DISCORD_TOKEN: token, DISCORD_CLIPS: "both" }).discord).toMatchObject({ clips: "both" });
    expect(messageOf(() => parseConfig({ DISCORD_CLIPS: "gif" }))).toContain(
      "DISCORD_CLIPS: must be webp, mp4 or both",
    );
  });

  it.each([
    "http://cdn.example",
    "https://cdn.example/path",
    "http://127.0.0.1.evil.example",
    "ftp://x",
    "cdn.example",
  ])("let no attachments come from %s", (origin) =>
    expect(messageOf(() => parseConfig({ DISCORD_CDN: origin }))).toContain("DISCORD_CDN"),
  );

  it("trust web servers on this machine, or those that they name", () => {
    expect(parseConfig({}).web?.trustedProxies).toEqual(["loopback"]);
    const named = parseConfig({ TRUSTED_PROXIES: "172.18.0.0/16, 10.0.0.1,uniquelocal" });
    expect(named.web?.trustedProxies).toEqual(["172.18.0.0/16", "10.0.0.1", "uniquelocal"]);
    for (const wrong of ["everybody", "172.18.0.0/33", "10.0.0", "true"])
      expect(messageOf(() => parseConfig({ TRUSTED_PROXIES: wrong }))).toContain("TRUSTED_PROXIES");
  });

  it("take no secret that is long and easy to guess", () => {
    expect(messageOf(() => parseConfig({ ADMIN_SECRET: "aaaaaaaaaaaaaaaa" }))).toContain(
      "ADMIN_SECRET: can be guessed",
    );
    expect(parseConfig({ ADMIN_SECRET: "5f0c9a7be2d14863" }).web?.adminSecret).toBe("5f0c9a7be2d14863");
  });

  it("take lists of ids with commas or spaces", () => {
    const config = parseConfig({ ALLOWED_CHATS: "-1001234, telegram:42  discord:9", ADMINS: "42" });
    expect(config.allowedChats).toEqual(["-1001234", "telegram:42", "discord:9"]);
    expect(config.admins).toEqual(["42"]);
    expect(parseConfig({ ADMINS: "@ruth:home.example" }).admins).toEqual(["@ruth:home.example"]);
  });

  it("let photos stay for ever where nobody else sends any", () => {
    expect(parseConfig({ RETENTION_HOURS: "never" }).retentionHours).toBe(Number.POSITIVE_INFINITY);
    const withBot = { RETENTION_HOURS: "never", DISCORD_TOKEN: `${"a".repeat(24)}.${"b".repeat(6)}.${"c".repeat(27)}` };
    expect(messageOf(() => parseConfig(withBot))).toContain("RETENTION_HOURS: never is for the page alone");
  });

  it("know the names of platforms", () =>
    expect(messageOf(() => parseConfig({ ADMINS: "telegrm:42" }))).toContain("ADMINS"));

  it("are all refused at once, each by name and none by value", () => {
    const wrong = {
      TELEGRAM_BOT_TOKEN: "sesame",
      RETENTION_HOURS: "0",
      RENDERERS: "many",
      ENHANCE: "much",
      ALLOWED_CHATS: "@family",
      TELEGRAM_WEBHOOK_URL: "http://x",
      DISCORD_TOKEN: "sesame too",
      DISCORD_SHARDS: "0",
    };
    const message = messageOf(() => parseConfig(wrong));
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    expect(message).not.toMatch(/sesame|many|much|@family/);
  });

  it("are all in .env.example, and nothing else is", () => {
    const text = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
    const listed = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const source = readFileSync(join(import.meta.dirname, "../../src/config/settings.ts"), "utf8");
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect([...listed].sort()).toEqual(known.filter((name) => name !== "PATH").sort());
  });

  it("serve the page where nothing else is served, and to this machine alone unless invitations are needed", () => {
    const secret = "0123456789abcdef";
    expect(parseConfig({}).web).toMatchObject({ host: "127.0.0.1", port: 8484, secret: undefined });
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: TOKEN }).web).toBeUndefined();
    expect(parseConfig({ TELEGRAM_BOT_TOKEN: TOKEN, WEB_PORT: "9000" }).web?.port).toBe(9000);
    for (const open of [{ WEB_HOST: "0.0.0.0" }, { WEB_HOST: "192.168.1.5" }, { WEB_URL: "https://photos.example/" }]) {
      expect(() => parseConfig(open)).toThrow(/WEB_SECRET/);
      expect(parseConfig({ ...open, WEB_SECRET: secret }).web).toMatchObject({ secret });
    }
    expect(parseConfig({ WEB_URL: "https://photos.example/page", WEB_SECRET: secret }).web?.origin).toBe(
      "https://photos.example",
    );
    expect(() => parseConfig({ ADMIN_SECRET: "short", WEB_PORT: "x" })).toThrow(/WEB_PORT.*ADMIN_SECRET/);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}
