import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { TestPerson } from "../support/fake-discord/client.ts";
import { FakeDiscord } from "../support/fake-discord/server.ts";
import { TOKEN } from "../support/fake-discord/world.ts";
import { openBench } from "../support/fake-telegram/bot-process.ts";
import { TestUser } from "../support/fake-telegram/client.ts";

const PORTRAIT = join(import.meta.dirname, "../../examples/portrait.jpg");
const RENDER_MS = 90_000;

/** `npm start` with both tokens, and one render process. */
async function openBoth() {
  const discord = await FakeDiscord.start();
  const bench = await openBench({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_ROOT: discord.apiRoot,
    DISCORD_CDN: discord.url,
    RENDERERS: "1",
  });
  onTestFinished(async () => {
    await bench.close();
    await discord.stop();
  });
  const start = async () => {
    const before = discord.gateway.identified.length;
    const bot = await bench.start();
    await discord.world.until("the gateway", () => (discord.gateway.identified.length > before ? true : undefined));
    await discord.world.until("the commands", () => (discord.world.commands.length > 0 ? true : undefined));
    return bot;
  };
  return { discord, telegram: bench.telegram, start };
}

it("one process serves both, in turns, and survives a power cut", async () => {
  const { discord, telegram, start } = await openBoth();
  const bot = await start();
  expect(bot.output).toMatch(/^Telegram: @keepsake_test_bot is ready/m);
  expect(bot.output).toMatch(/^Discord: keepsake_test is ready/m);
  const anna = new TestUser(telegram).private();
  for (let i = 0; i < 3; i++) anna.sendsPhoto(PORTRAIT);
  const clara = new TestUser(telegram).private();
  clara.sendsPhoto(PORTRAIT);
  await clara.nextText(/^I have your photo|^You are|^Looking|^Making/);
  const boris = new TestPerson(discord);
  const channel = boris.in(discord.world.channel());
  await channel.animates(PORTRAIT);
  await channel.nextText(/^You are|^Looking|^Making/);
  await bot.kill();
  const again = await start();
  const clip = await channel.nextClip(RENDER_MS);
  expect(clip.text).toMatch(new RegExp(`^<@${boris.id}> Come alive\\n`));
  expect(clip.file?.content_type).toBe("image/webp");
  // The face is small: it was made clearer first.
  expect(clip.buttons).toContain("Unretouched");
  expect(anna.seen().filter(({ kind }) => kind === "clip").length).toBeLessThan(3);
  await clara.nextClip(RENDER_MS);
  expect((await again.terminate()).status).toBe(0);
  expect(bot.output + again.output).not.toContain(TOKEN);
});
