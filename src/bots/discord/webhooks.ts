import { type APIMessage, MessageFlags, type RawFile, Routes } from "discord.js";
import type { DiscordApi } from "./api.ts";
import type { Exchange } from "./exchanges.ts";

/** A message for an interaction. */
export interface Reply {
  readonly body: object;
  readonly files?: readonly RawFile[];
}

const NO_MENTIONS = { parse: [] } as const;

/** What an interaction's token allows: to write, change and remove the messages that answer it. */
export class Webhooks {
  /** The application's id; known after the first call. */
  application = "";

  constructor(private readonly api: DiscordApi) {}

  /** A further message. */
  async add({ token, ephemeral }: Exchange, { body, files = [] }: Reply): Promise<APIMessage> {
    const flags = MessageFlags.SuppressEmbeds | (ephemeral ? MessageFlags.Ephemeral : 0);
    const message = { flags, allowed_mentions: NO_MENTIONS, ...body };
    const route = Routes.webhook(this.application, token);
    const call = { method: "POST", route, what: "follow up", body: message, files, auth: false } as const;
    return (await this.api.call(call)) as APIMessage;
  }

  /** Changes a message, or writes the promised reply: `@original`. */
  async edit(exchange: Exchange, message: string, { body, files = [] }: Reply): Promise<APIMessage> {
    const route = this.#routeTo(exchange, message);
    const change = { allowed_mentions: NO_MENTIONS, ...body };
    const call = { method: "PATCH", route, what: "edit reply", body: change, files, auth: false } as const;
    return (await this.api.call(call)) as APIMessage;
  }

  async remove(exchange: Pick<Exchange, "token" | "tapped">, message: string): Promise<true> {
    const route = this.#routeTo(exchange, message);
    await this.api.call({ method: "DELETE", route, what: "delete reply", auth: false });
    return true;
  }

  #routeTo({ token, tapped }: Pick<Exchange, "token" | "tapped">, message: string) {
    return Routes.webhookMessage(this.application, token, message === tapped ? "@original" : message);
  }
}
