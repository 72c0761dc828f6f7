import { InteractionResponseType, MessageFlags, Routes } from "discord.js";
import type { Clock } from "../../clock.ts";
import type { ChatRef } from "../port/chat-port.ts";
import { readThread } from "./address.ts";
import type { DiscordApi } from "./api.ts";
import { DiscordRefusal } from "./refusals.ts";

/** An interaction's token lives 15 minutes; what is begun near its end goes the other way at once. */
const LIFETIME_MS = 14.5 * 60_000;

/** Discord takes the first answer within 3 seconds; after them nobody need wait to hear that it came. */
const ACKNOWLEDGED_WITHIN_MS = 10_000;

/** How an interaction is acknowledged: with a reply that follows, or as a tap whose message stays as it is. */
export interface Greeting {
  readonly kind: "reply" | "tap";
  readonly ephemeral: boolean;
}

/** An interaction that can still be answered. Its token is a secret: it is in memory only, and in no message. */
export interface Exchange {
  readonly id: string;
  readonly token: string;
  readonly ephemeral: boolean;
  /** The message that the interaction was about, which `@original` means: the one that was tapped. */
  readonly tapped: string | null;
  /** The reply that was promised is still to be written. */
  promised: boolean;
  /** Resolves with whether Discord took the acknowledgement. */
  readonly acknowledged: Promise<boolean>;
  /** Until when its token lives, in ms since 1970. */
  readonly until: number;
}

/** What is needed of an interaction to answer it. */
export interface InteractionKey {
  readonly id: string;
  readonly token: string;
  readonly message?: { readonly id: string };
}

/** Something that can be chosen, as its person reads it and as we get it back. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

/** The interactions that can still be answered. */
export class Exchanges {
  readonly #open = new Map<string, Exchange>();

  constructor(
    private readonly api: DiscordApi,
    private readonly clock: Clock,
  ) {}

  /** Acknowledges an interaction, at once: Discord waits 3 seconds. What is said in its chat from now on answers it. */
  open({ id, token, message }: InteractionKey, { kind, ephemeral }: Greeting): void {
    // A resumed connection may tell of it again.
    if (this.#open.has(id)) return;
    const type =
      kind === "reply"
        ? InteractionResponseType.DeferredChannelMessageWithSource
        : InteractionResponseType.DeferredMessageUpdate;
    const data = ephemeral && kind === "reply" ? { data: { flags: MessageFlags.Ephemeral } } : {};
    this.#open.set(id, {
      id,
      token,
      ephemeral,
      tapped: kind === "tap" ? (message?.id ?? null) : null,
      promised: kind === "reply",
      acknowledged: this.#acknowledge(id, token, { type, ...data }),
      until: this.clock.now() + LIFETIME_MS,
    });
    this.clock.after(LIFETIME_MS, () => this.end(id));
  }

  /** Answers an interaction with a message, at once and for its person alone. Resolves with whether that was possible. */
  async reply({ id, token }: InteractionKey, message: object): Promise<boolean> {
    const data = { ...message, flags: MessageFlags.Ephemeral };
    return this.#acknowledge(id, token, { type: InteractionResponseType.ChannelMessageWithSource, data });
  }

  /** Offers what can be chosen to somebody who is typing; an offer that comes too late is of no use. */
  async suggest({ id, token }: InteractionKey, choices: readonly Suggestion[]): Promise<void> {
    await this.#acknowledge(id, token, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  /** The exchange that a chat's thread names, once it is acknowledged; null when it is over. */
  async of(chat: ChatRef): Promise<Exchange | null> {
    const interaction = readThread(chat)?.interaction ?? null;
    return interaction === null ? null : this.find(interaction);
  }

  /** The exchange of an interaction, once it is acknowledged; null when it is over. */
  async find(interaction: string): Promise<Exchange | null> {
    const exchange = this.#open.get(interaction);
    if (exchange === undefined) return null;
    if ((await exchange.acknowledged) && this.clock.now() < exchange.until) return exchange;
    this.end(interaction);
    return null;
  }

  /** No answer to this interaction is taken any more. */
  end(interaction: string): void {
    this.#open.delete(interaction);
  }

  async #acknowledge(id: string, token: string, body: object): Promise<boolean> {
    try {
      const route = Routes.interactionCallback(id, token);
      const withinMs = ACKNOWLEDGED_WITHIN_MS;
      await this.api.call({ method: "POST", route, what: "acknowledge", body, auth: false, tries: 2, withinMs });
      return true;
    } catch (error) {
      // A repeated try after a lost answer is told so.
      return error instanceof DiscordRefusal && error.isAcknowledged;
    }
  }
}
