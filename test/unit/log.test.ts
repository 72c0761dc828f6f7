import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { temporaryFolder } from "./store/open-store.ts";

const TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz_0123456";

function written(secrets: readonly string[], work: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  work(createLog("debug", secrets, (line) => lines.push(line)));
  return lines.join("");
}

it("a token is blotted out wherever it turns up", () => {
  const text = written([], (log) => {
    log.info(`https://api.telegram.org/bot${TOKEN}/getMe`);
    log.error({ err: new Error(`request to https://api.telegram.org/file/bot${TOKEN}/photos/1.jpg failed`) }, "no");
    log.info({ deep: { deeper: [`bot${encodeURIComponent(TOKEN)}`] } });
    log.warn({ token: "short" });
  });
  expect(text).not.toMatch(/AAabc|short/);
  expect(text).toContain("[token]");
});

it("so are Discord's, the bot's and an interaction's", () => {
  const bot = "MTAwMDAwMDAwMDAwMDAwMDAw.Gfake1.abcdefghijklmnopqrstuvwxyz0123456789AB";
  const interaction = `aW50ZXJhY3Rpb246MTIwMDAwMDAwMDAwMDAwMDAwMDp${"x".repeat(40)}`;
  const text = written([], (log) => {
    log.info(`Authorization: Bot ${bot}`);
    log.error(
      { err: new Error(`POST https://discord.com/api/v10/webhooks/1/${interaction}/messages/@original`) },
      "no",
    );
  });
  expect(text).not.toMatch(/Gfake1|xxxx/);
});

it("other secrets are, too", () => {
  const text = written(["key-of-32-bytes="], (log) => log.info("opened with key-of-32-bytes="));
  expect(text).toContain("opened with [secret]");
});

it("pictures are not written", () => {
  const text = written([], (log) =>
    log.info({
      bytes: Buffer.from("JFIF"),
      mp4: new Uint8Array(3),
      err: Object.assign(new Error("x"), { payload: "JFIF" }),
    }),
  );
  expect(text).not.toMatch(/JFIF|74,70,73,70/);
});

// Only Linux lets the limit of a running process be changed.
it.skipIf(process.platform !== "linux")(
  "a file on a full disk loses lines, ends nothing, and is written to again after that",
  async () => {
    const path = join(await temporaryFolder(), "log");
    const file = openSync(path, "a");
    const victim = fileURLToPath(new URL("./log-victim.ts", import.meta.url));
    const { status } = spawnSync(process.execPath, ["--import", "tsx", victim], { stdio: ["ignore", "ignore", file] });
    closeSync(file);
    expect(status).toBe(0);
    expect([...readFileSync(path, "utf8").matchAll(/"msg":"(\w+)"/g)].map(([, line]) => line)).toEqual([
      "before",
      "after",
    ]);
  },
);
