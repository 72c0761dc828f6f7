import {
  type APIInteraction,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  Options,
} from "discord.js";
import type { Logger } from "pino";
import type { DiscordConfig } from "../../config.ts";

/** What Discord tells us. Both must return at once. */
export interface GatewayListener {
  readonly interaction: (interaction: APIInteraction) => void;
  readonly message: (message: GatewayMessageCreateDispatchData) => void;
}

/**
 * The connection on which Discord tells what happens. discord.js keeps it: heartbeats, resuming, shards. Events are taken as they
 * come, without its caches, and without the right to read what people write to each other.
 */
export class Gateway {
  #client: Client | null = null;

  constructor(
    private readonly config: DiscordConfig,
    private readonly log: Logger,
    private readonly listener: GatewayListener,
  ) {}

  /** Connects all shards. Rejects when that fails; may be tried again. */
  async connect(): Promise<void> {
    const client = new Client({
      intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
      rest: { api: this.config.apiRoot },
      ...shardsOf(this.config.shards),
      makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    });
    client.ws.on(GatewayDispatchEvents.InteractionCreate, this.listener.interaction);
    client.ws.on(GatewayDispatchEvents.MessageCreate, this.listener.message);
    client.on(Events.ShardReconnecting, (shard) => this.log.info({ shard }, "connecting to Discord again"));
    client.on(Events.ShardError, (error, shard) =>
      this.log.warn({ shard, reason: error.name }, "Discord's connection"),
    );
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      this.log.error({ shard, code }, "Discord has closed the connection for good");
    });
    // Without a listener this event would end the process.
    client.on(Events.Error, (error) => this.log.warn({ reason: error.name }, "Discord's client"));
    this.#client = client;
    await client.login(this.config.token);
  }

  /** Takes no more events. */
  async close(): Promise<void> {
    await this.#client?.destroy();
    this.#client = null;
  }
}

/** discord.js keeps whoever speaks to us; we need nobody but ourselves. */
const NOTHING_KEPT = {
  ...Options.DefaultMakeCacheSettings,
  GuildMemberManager: 0,
  MessageManager: 0,
  UserManager: {
    maxSize: 1,
    keepOverLimit: (user: { readonly id: string; readonly client: Client }) => user.id === user.client.user?.id,
  },
};

function shardsOf(shards: DiscordConfig["shards"]) {
  if (shards === "auto") return { shards };
  return { shardCount: shards, shards: Array.from({ length: shards }, (_, id) => id) };
}
