import { GatewayDispatchEvents } from "discord-api-types/v10";
import { expect, it, onTestFinished } from "vitest";
import { DiscordAdapter } from "../../../../src/bots/discord/adapter.ts";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { FakeDiscord } from "../../../support/fake-discord/server.ts";
import { TOKEN } from "../../../support/fake-discord/world.ts";
import { openParts } from "../../../support/fake-platform/bot-parts.ts";
import { QuickClock } from "../../../support/fake-telegram/quick-clock.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";
import { HeldStudio } from "../../../support/held-studio.ts";

it("a lost connection is resumed, and what happened meanwhile is answered", async () => {
  const { person, world, gateway, renderer } = await startRig();
  const channel = person().in(world.channel());
  renderer.hold();
  await channel.animates(await newPicture());
  const status = await channel.nextText(/^Making the clip/);
  gateway.drop();
  const chat = person().private();
  chat.says("", { pictures: [await newPicture()] });
  await chat.nextText(/^Making the clip/);
  expect(gateway.resumes).toBe(1);
  renderer.release();
  expect((await channel.nextClip()).id).toBe(status.id);
  await chat.nextClip();
});

it("a session that Discord has forgotten is begun anew", async () => {
  const { person, world, gateway } = await startRig();
  const before = gateway.identified.length;
  const [session] = gateway.sessions.values();
  gateway.sessions.clear();
  session?.socket?.terminate();
  await world.until("a new session", () => (gateway.identified.length > before ? true : undefined), 20_000);
  const channel = person().in(world.channel());
  await channel.animates(await newPicture());
  await channel.nextClip();
});

it("with two shards each hears of its own servers", async () => {
  const { person, world, gateway } = await startRig({ shards: 2 });
  expect(gateway.identified.map(({ shard }) => shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  const guilds = [4_194_304n * 2n, 4_194_304n * 3n].map(String);
  for (const guild of guilds) {
    const channel = person().in(world.channel(guild));
    await channel.animates(await newPicture());
    await channel.nextClip();
  }
});

it("a token that Discord does not know is said to be so", async () => {
  const { discord, adapter } = await withoutStart(TOKEN.replace("abc", "xyz"));
  await expect(adapter.connect()).rejects.toThrow("Discord does not know the token in DISCORD_TOKEN");
  expect(discord.gateway.identified).toEqual([]);
});

it("keeps trying while Discord cannot be reached", async () => {
  const { discord, adapter } = await withoutStart(TOKEN);
  discord.script.fail("me", { kind: "html", status: 503 }, 5);
  expect(await adapter.connect()).toMatch(
    /^Discord: keepsake_test is ready; invite it with https:\/\/discord\.com\/oauth2\/authorize\?/,
  );
});

it("an event that a resumed connection tells again is answered once", async () => {
  const { person, world, gateway, renderer } = await startRig();
  const chat = person().private();
  renderer.hold();
  chat.says("", { pictures: [await newPicture()] });
  const status = await chat.nextText(/^Making the clip/);
  const [session] = gateway.sessions.values();
  const told = session?.told.find(({ t }) => t === "MESSAGE_CREATE");
  gateway.tell(GatewayDispatchEvents.MessageCreate, told?.d as object, null);
  chat.says("Hello?");
  await chat.nextText(/^I work with photos/);
  renderer.release();
  expect((await chat.nextClip()).id).toBe(status.id);
  // Two of theirs, and one answer to each.
  expect(world.messages.size).toBe(4);
  expect(renderer.made).toHaveLength(1);
});

it("begins when the gateway can be reached, and waits until then", async () => {
  const { discord, adapter } = await withoutStart(TOKEN);
  discord.gateway.closed = true;
  await adapter.connect();
  const started = adapter.start();
  await discord.world.until("a try", () => (discord.gateway.turnedAway > 0 ? true : undefined));
  discord.gateway.closed = false;
  await started;
  expect(discord.gateway.identified).toHaveLength(1);
  await adapter.stop();
});

/** A bot that has not spoken to Discord yet. */
async function withoutStart(token: string) {
  const discord = await FakeDiscord.start();
  const clock = new QuickClock();
  const parts = await openParts(clock, new HeldStudio());
  const config = { token, apiRoot: discord.apiRoot, cdn: [discord.url], shards: 1, clips: "webp" as const };
  const adapter = new DiscordAdapter({ ...parts, clock, config });
  onTestFinished(async () => {
    adapter.close();
    await parts.close();
    await discord.stop();
  });
  return { discord, adapter };
}
