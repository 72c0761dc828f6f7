import { expect, it, onTestFinished, vi } from "vitest";
import { TelegramAdapter } from "../../../../src/bots/telegram/adapter.ts";
import { openParts } from "../../../support/fake-platform/bot-parts.ts";
import { QuickClock } from "../../../support/fake-telegram/quick-clock.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { FakeTelegram, TOKEN } from "../../../support/fake-telegram/server.ts";
import { HeldStudio } from "../../../support/held-studio.ts";

it("the bot works by webhook, with a secret", async () => {
  const { user, telegram, line } = await startRig({ webhook: true });
  expect(line).toContain("(webhook)");
  expect(telegram.webhook?.url).toBe("https://bot.example/updates");
  expect(telegram.webhook?.secret).toMatch(/^[\w-]{32,}$/);
  const chat = user().private();
  chat.sendsPhoto(await newPicture());
  expect(await telegram.deliver()).toEqual([200]);
  await chat.nextClip();
  expect(telegram.calls("getUpdates")).toHaveLength(0);
});

it("the webhook turns away what does not know the secret, the way or the form", async () => {
  const { user, telegram } = await startRig({ webhook: true });
  const chat = user().private();
  chat.says("/help");
  expect(await telegram.deliver("wrong")).toEqual([403]);
  const post = async (path: string, body: string, secret = telegram.webhook?.secret ?? ""): Promise<Response> =>
    fetch(`http://127.0.0.1:${telegram.webhookPort ?? 0}${path}`, {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": secret },
      body,
    });
  expect((await post("/elsewhere", "{}")).status).toBe(404);
  expect((await post("/updates", "not json")).status).toBe(400);
  expect((await post("/updates", "[]")).status).toBe(400);
  expect((await post("/updates", "x".repeat(1_100_000))).status).toBe(413);
  expect(await telegram.deliver()).toEqual([200]);
  await chat.nextText(/Send a photo/);
});

it("the same update twice is answered once", async () => {
  const { user, telegram, world, clock } = await startRig({ webhook: true });
  const chat = user().private();
  chat.says("/help");
  world.updates.push(...world.updates);
  expect(await telegram.deliver()).toEqual([200, 200]);
  await chat.nextText(/Send a photo/);
  await clock.passed(3000);
  expect(chat.seen()).toHaveLength(1);
});

it("an update that could not be kept is delivered again", async () => {
  const { user, telegram, store } = await startRig({ webhook: true });
  const chat = user().private();
  const broken = vi.spyOn(store.records, "run").mockImplementationOnce(() => {
    throw new Error("disk full");
  });
  chat.says("/help");
  expect(await telegram.deliver()).toEqual([500]);
  expect(broken).toHaveBeenCalled();
  expect(await telegram.deliver()).toEqual([200]);
  await chat.nextText(/Send a photo/);
});

it("the webhook is agreed on as soon as Telegram can be reached", async () => {
  const telegram = await FakeTelegram.start();
  const clock = new QuickClock(100);
  const { conversation, gestures, log, close } = await openParts(clock, new HeldStudio());
  const webhook = { url: "https://bot.example/updates", host: "127.0.0.1", port: 0 };
  const config = { token: TOKEN, apiRoot: telegram.url, ownServer: false, webhook };
  const adapter = new TelegramAdapter({ config, conversation, gestures, clock, log });
  onTestFinished(async () => {
    await adapter.stop();
    await close();
    adapter.close();
    await telegram.stop();
  });
  telegram.script.fail("setWebhook", { kind: "drop" }, 7);
  await adapter.connect();
  await adapter.start();
  expect(telegram.webhook?.url).toBe("https://bot.example/updates");
});
