import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { openBench } from "../support/fake-telegram/bot-process.ts";
import { TestUser } from "../support/fake-telegram/client.ts";

const PORTRAIT = join(import.meta.dirname, "../../examples/portrait.jpg");
const PEOPLE = 6;

it.skipIf(process.platform === "win32")("while clips render two at a time, the bot's event loop is free", async () => {
  const report = join(process.env["TMPDIR"] ?? "/tmp", `keepsake-lag-${process.pid}.json`);
  const bench = await openBench({ LAG_FILE: report });
  onTestFinished(() => bench.close());
  const bot = await bench.start();
  bot.watchLag();
  const chats = Array.from({ length: PEOPLE }, () => new TestUser(bench.telegram).private());
  for (const [i, chat] of chats.entries()) {
    const bytes = await sharp(PORTRAIT)
      .resize(1600 + i, 1600, { fit: "cover" })
      .jpeg()
      .toBuffer();
    chat.sendsPhoto({ bytes, name: "portrait.jpg" });
  }
  for (const chat of chats) await chat.nextClip(200_000);
  await bot.terminate();
  const lag = z
    .object({ p50: z.number(), p99: z.number(), max: z.number() })
    .parse(JSON.parse(await readFile(report, "utf8")));
  expect(lag.p99, `event loop of the bot: ${JSON.stringify(lag)}`).toBeLessThanOrEqual(50);
});
