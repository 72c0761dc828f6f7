import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "../../src/config.ts";

const TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz_0123456";

describe("settings", () => {
  it("have defaults; empty ones count as absent", () => {
    const config = parseConfig({ TELEGRAM_BOT_TOKEN: "", RETENTION_HOURS: "", ADMINS: "" });
    expect(config).toMatchObject({
      telegram: undefined,
      retentionHours: 24,
      admins: [],
      renderers: 2,
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

  it("take lists of ids with commas or spaces", () => {
    const config = parseConfig({ ALLOWED_CHATS: "-1001234, telegram:42  discord:9", ADMINS: "42" });
    expect(config.allowedChats).toEqual(["-1001234", "telegram:42", "discord:9"]);
    expect(config.admins).toEqual(["42"]);
  });

  it("are all refused at once, each by name and none by value", () => {
    const wrong = {
      TELEGRAM_BOT_TOKEN: "sesame",
      RETENTION_HOURS: "0",
      RENDERERS: "many",
      ALLOWED_CHATS: "@family",
      TELEGRAM_WEBHOOK_URL: "http://x",
    };
    const message = messageOf(() => parseConfig(wrong));
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    expect(message).not.toMatch(/sesame|many|@family/);
  });

  it("are all in .env.example, and nothing else is", () => {
    const text = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
    const listed = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const source = readFileSync(join(import.meta.dirname, "../../src/config.ts"), "utf8");
    const known = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
    expect([...listed].sort()).toEqual(known.filter((name) => name !== "PATH").sort());
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
