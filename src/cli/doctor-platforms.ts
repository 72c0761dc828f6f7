import { createServer } from "node:net";
import { z } from "zod";
import type { Config, DiscordConfig, TelegramConfig } from "../config.ts";
import type { Check, Found } from "./finding.ts";

export interface AskOptions {
  readonly offline: boolean;
  readonly fetch: typeof fetch;
}

/** Clocks that differ by more than this make signatures and certificates fail. */
const MOST_CLOCK_SKEW_MS = 60_000;
const ANSWER_WITHIN_MS = 10_000;

/** Looks at ports, tokens and, by what the platforms say of the time, the clock. */
export function platformChecks(config: Config, { offline, fetch }: AskOptions): readonly Check[] {
  const { web, telegram, discord } = config;
  const ask = new Platforms(fetch);
  const webhook = telegram?.webhook;
  return [
    ...(web ? [{ what: "The page's port", look: async () => portFound(web.host, web.port, "WEB_PORT") }] : []),
    ...(webhook
      ? [
          {
            what: "The webhook's port",
            look: async () => portFound(webhook.host, webhook.port, "TELEGRAM_WEBHOOK_PORT"),
          },
        ]
      : []),
    ...(telegram && !offline ? [{ what: "Telegram", look: async () => ask.telegram(telegram) }] : []),
    ...(discord && !offline ? [{ what: "Discord", look: async () => ask.discord(discord) }] : []),
    { what: "Clock", look: () => clockFound(ask.skewMs) },
  ];
}

/** Whether we could listen there, or do so already. */
export async function portFound(host: string, port: number, setting: string): Promise<Found> {
  const place = `${host}:${port}`;
  const problem = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
  if (problem === null) return { state: "ok", says: `${place} is free` };
  if (problem !== "EADDRINUSE") return { state: "wrong", says: `nobody can listen on ${place} (${problem})` };
  if (await isKeepsake(host, port)) return { state: "ok", says: `Keepsake is running on ${place}` };
  return { state: "wrong", says: `another program has ${place}; end it, or set ${setting} to another number` };
}

async function isKeepsake(host: string, port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://${host}:${port}/healthz`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return z.object({ ready: z.boolean() }).safeParse(await answer.json()).success;
  } catch {
    return false;
  }
}

const TelegramAnswer = z.object({ result: z.object({ username: z.string() }) });
const DiscordAnswer = z.object({ username: z.string() });

/** Asks the platforms who a token belongs to. No message holds a token, nor an address that does. */
class Platforms {
  /** By how much the platforms' clocks are ahead of ours; null while none has been asked. */
  skewMs: number | null = null;

  constructor(private readonly fetch: AskOptions["fetch"]) {}

  async telegram({ apiRoot, token }: TelegramConfig): Promise<Found> {
    const answer = await this.#ask(`${apiRoot}/bot${token}/getMe`, {});
    if (answer === null) return unreachable("Telegram");
    const renewal = "ask @BotFather for the token, and put it into TELEGRAM_BOT_TOKEN";
    if (answer.status === 401 || answer.status === 404)
      return { state: "wrong", says: `the token is unknown; ${renewal}` };
    const me = TelegramAnswer.safeParse(answer.body);
    return me.success ? known(`@${me.data.result.username}`) : unwell("Telegram", answer.status);
  }

  async discord({ apiRoot, token }: DiscordConfig): Promise<Found> {
    const answer = await this.#ask(`${apiRoot}/v10/users/@me`, { authorization: `Bot ${token}` });
    if (answer === null) return unreachable("Discord");
    const renewal = "reset it under Bot on discord.com/developers/applications, and put it into DISCORD_TOKEN";
    if (answer.status === 401) return { state: "wrong", says: `the token is unknown; ${renewal}` };
    const me = DiscordAnswer.safeParse(answer.body);
    return me.success ? known(me.data.username) : unwell("Discord", answer.status);
  }

  async #ask(
    url: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: unknown } | null> {
    try {
      const response = await this.fetch(url, { headers, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      const date = Date.parse(response.headers.get("date") ?? "");
      if (!Number.isNaN(date)) this.skewMs = date - Date.now();
      return { status: response.status, body: await response.json() };
    } catch {
      return null;
    }
  }
}

const known = (name: string): Found => ({ state: "ok", says: `the token is ${name}'s` });
const unreachable = (platform: string): Found => ({
  state: "wrong",
  says: `${platform} cannot be reached from here; look at the network, a firewall or a proxy`,
});
const unwell = (platform: string, status: number): Found => ({
  state: "wrong",
  says: `${platform} answered ${status}; try again later`,
});

/** `skewMs`: by how much others' clocks are ahead of ours. */
export function clockFound(skewMs: number | null): Found {
  if (skewMs === null) return { state: "ok", says: "nobody was asked for the time" };
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) <= MOST_CLOCK_SKEW_MS) return { state: "ok", says: `right to ${Math.max(1, seconds)} s` };
  return {
    state: "wrong",
    says: `${seconds} s ${skewMs > 0 ? "behind" : "ahead"}; let it be set by NTP (timedatectl set-ntp true)`,
  };
}
