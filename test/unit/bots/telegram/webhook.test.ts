import { expect, it, vi } from "vitest";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";

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
