import { onTestFinished } from "vitest";
import { DiscordAdapter } from "../../../src/bots/discord/adapter.ts";
import type { Clock } from "../../../src/clock.ts";
import type { DiscordConfig } from "../../../src/config.ts";
import type { Studio } from "../../../src/queue/contract/studio.ts";
import { openParts, type PartsOptions } from "../fake-platform/bot-parts.ts";
import { QuickClock } from "../fake-telegram/quick-clock.ts";
import { HeldStudio } from "../held-studio.ts";
import { TestPerson } from "./client.ts";
import { FakeDiscord } from "./server.ts";
import { TOKEN } from "./world.ts";

export interface RigOptions<R extends Studio> extends PartsOptions {
  readonly shards?: number;
  readonly clips?: DiscordConfig["clips"];
  /** The pace of the bot's clock; far quicker than ours without it. */
  readonly speed?: number;
  readonly clock?: Clock;
  readonly renderer?: R;
  /** What to set up on Discord's side before the bot connects. */
  readonly before?: (discord: FakeDiscord) => void;
}

/** The real Discord bot in this process, talking to a Discord of ours; only the pipeline is stood in for. */
export async function startRig(options: Omit<RigOptions<HeldStudio>, "renderer"> = {}) {
  const renderer = new HeldStudio();
  const rig = await startBot({ ...options, renderer });
  onTestFinished(rig.stop);
  return rig;
}

/** The same with any renderer, and without an end: call `stop`. */
export async function startBot<R extends Studio>(options: RigOptions<R> & { readonly renderer: R }) {
  const discord = await FakeDiscord.start();
  options.before?.(discord);
  const clock = options.clock ?? new QuickClock(options.speed);
  discord.world.useClock(() => clock.now());
  const parts = await openParts(clock, options.renderer, options);
  const { conversation, log, gestures } = parts;
  const { shards = 1, clips = "webp" } = options;
  const config = { token: TOKEN, apiRoot: discord.apiRoot, cdn: [discord.url], shards, clips };
  const adapter = new DiscordAdapter({ config, conversation, clock, log, gestures });
  const line = await adapter.connect();
  await conversation.connect(adapter.port);
  await parts.queue.start();
  await adapter.start();
  await discord.world.until("the commands", () => (discord.calls("readCommands").length > 0 ? true : undefined));
  await discord.world.until("commands to use", () => (discord.world.commands.length > 0 ? true : undefined));
  const stop = async (): Promise<void> => {
    if (options.renderer instanceof HeldStudio) options.renderer.release();
    await adapter.stop();
    await parts.close();
    adapter.close();
    await discord.stop();
  };
  const person = (locale?: string): TestPerson => new TestPerson(discord, locale);
  const { world, script, gateway } = discord;
  return { ...parts, renderer: options.renderer, discord, world, script, gateway, clock, adapter, line, person, stop };
}
