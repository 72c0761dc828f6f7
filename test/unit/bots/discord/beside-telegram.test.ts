import { expect, it, onTestFinished } from "vitest";
import { DiscordAdapter } from "../../../../src/bots/discord/adapter.ts";
import { TelegramAdapter } from "../../../../src/bots/telegram/adapter.ts";
import { TestPerson } from "../../../support/fake-discord/client.ts";
import { FakeDiscord } from "../../../support/fake-discord/server.ts";
import { TOKEN } from "../../../support/fake-discord/world.ts";
import { openParts } from "../../../support/fake-platform/bot-parts.ts";
import { TestUser } from "../../../support/fake-telegram/client.ts";
import { QuickClock } from "../../../support/fake-telegram/quick-clock.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";
import { FakeTelegram, TOKEN as TELEGRAM_TOKEN } from "../../../support/fake-telegram/server.ts";
import { HeldStudio } from "../../../support/held-studio.ts";

/** Both bots in one process, with one queue and one store. */
async function startBoth() {
  const [discord, telegram] = [await FakeDiscord.start(), await FakeTelegram.start()];
  const [clock, renderer] = [new QuickClock(), new HeldStudio()];
  const parts = await openParts(clock, renderer, { limits: { waitingPerUser: 10 }, concurrency: 1 });
  const common = { conversation: parts.conversation, clock, log: parts.log };
  const adapters = [
    new DiscordAdapter({
      ...common,
      gestures: parts.gestures,
      config: { token: TOKEN, apiRoot: discord.apiRoot, cdn: [discord.url], shards: 1, clips: "webp" },
    }),
    new TelegramAdapter({
      ...common,
      gestures: parts.gestures,
      config: { token: TELEGRAM_TOKEN, apiRoot: telegram.url, ownServer: false, webhook: undefined },
    }),
  ];
  await parts.queue.start();
  for (const adapter of adapters) {
    await adapter.connect();
    await parts.conversation.connect(adapter.port);
    await adapter.start();
  }
  onTestFinished(async () => {
    renderer.release();
    for (const adapter of adapters) await adapter.stop();
    await parts.close();
    for (const adapter of adapters) adapter.close();
    await Promise.all([discord.stop(), telegram.stop()]);
  });
  return { ...parts, discord, telegram, renderer };
}

it("somebody in Telegram and somebody in Discord take turns", async () => {
  const { discord, telegram, renderer, queue } = await startBoth();
  const anna = new TestUser(telegram).private();
  const boris = new TestPerson(discord).private();
  renderer.hold();
  // One is being made; the rest of Anna's wait before Boris comes.
  for (let i = 0; i < 5; i++) anna.sendsPhoto(await newPicture());
  await telegram.world.until("all to be seen", () => (telegram.calls("getFile").length === 5 ? true : undefined));
  await expect.poll(async () => (await queue.stats()).byPlatform).toEqual({ telegram: 5 });
  await boris.animates(await newPicture(), { gesture: "smile" });
  await expect.poll(async () => (await queue.stats()).byPlatform).toEqual({ telegram: 5, discord: 1 });
  renderer.release();
  await boris.nextClip();
  for (let i = 0; i < 5; i++) await anna.nextClip();
  // After the one that was under way it is his turn, or once more hers and then his.
  expect(renderer.made.findIndex(({ gesture }) => gesture === "smile")).toBeLessThanOrEqual(2);
});

it("the same number is another person on the other platform", async () => {
  const { discord, telegram, store } = await startBoth();
  const anna = new TestUser(telegram).private();
  anna.sendsPhoto(await newPicture());
  await anna.nextClip();
  const boris = new TestPerson(discord).private();
  boris.says("", { pictures: [await newPicture()] });
  await boris.nextClip();
  anna.says("/forget");
  await anna.nextText(/^Deleted: your photo/);
  expect(await store.usage()).toMatchObject({ photos: 1, clips: 1 });
});
