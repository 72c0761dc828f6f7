import {
  type APIApplication,
  type APIInteraction,
  type APIUser,
  type GatewayMessageCreateDispatchData,
  Routes,
} from "discord.js";
import type { DiscordConfig } from "../../config.ts";
import { localeOf } from "../../texts/locales.ts";
import { textsFor } from "../../texts/texts.ts";
import type { GestureBook } from "../conversation/gestures.ts";
import type { Adapter, AdapterParts } from "../port/adapter.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { ChatError } from "../port/chat-port.ts";
import { WishReader } from "../wish/wish-reader.ts";
import { DiscordApi } from "./api.ts";
import { Channels } from "./channels.ts";
import { CommandLinks } from "./command-links.ts";
import type { Installs } from "./commands.ts";
import { Drafts } from "./drafts.ts";
import { Exchanges } from "./exchanges.ts";
import { Gateway } from "./gateway.ts";
import { type Choosing, type InteractionReading, personOf, readInteraction, readPicture } from "./interactions.ts";
import { inviteLink } from "./invite.ts";
import { Languages } from "./languages.ts";
import { readAnswer, readMessage } from "./messages.ts";
import { Picks } from "./picks.ts";
import { DiscordPort } from "./port.ts";
import { registerCommands } from "./register.ts";
import { suggestGestures, type Understanding } from "./suggestions.ts";
import { Webhooks } from "./webhooks.ts";

export interface DiscordParts extends AdapterParts {
  readonly config: DiscordConfig;
  readonly gestures: GestureBook;
}

interface Self {
  readonly user: string;
  readonly application: string;
  readonly installs: Installs;
}

const LONGEST_PAUSE_MS = 30_000;

/** The bot in Discord. */
export class DiscordAdapter implements Adapter {
  readonly port: DiscordPort;
  readonly #parts: DiscordParts;
  readonly #api: DiscordApi;
  readonly #exchanges: Exchanges;
  readonly #webhooks: Webhooks;
  readonly #links = new CommandLinks();
  readonly #languages = new Languages();
  readonly #picks: Picks;
  readonly #wishes: WishReader;
  readonly #gateway: Gateway;
  #self: Self | null = null;
  #stopped = false;

  constructor(parts: DiscordParts) {
    const { config, clock, log } = parts;
    this.#parts = parts;
    this.#api = new DiscordApi(config, clock);
    this.#exchanges = new Exchanges(this.#api, clock);
    this.#webhooks = new Webhooks(this.#api);
    this.#picks = new Picks(clock);
    this.#wishes = new WishReader(parts.gestures.names);
    this.#gateway = new Gateway(config, log, {
      interaction: (interaction) => this.#guard(() => this.#takeInteraction(interaction)),
      message: (message) => this.#guard(() => this.#takeMessage(message)),
    });
    this.port = new DiscordPort({
      channels: new Channels(this.#api),
      exchanges: this.#exchanges,
      webhooks: this.#webhooks,
      attachments: { cdn: config.cdn, clock },
      drafts: new Drafts(config.clips, this.#links),
      languages: this.#languages,
      clock,
    });
  }

  async connect(): Promise<string> {
    const user = (await this.#insist(async () => this.#read(Routes.user(), "who am I"))) as APIUser;
    const application = (await this.#insist(async () =>
      this.#read("/applications/@me", "which application"),
    )) as APIApplication;
    const ways = application.integration_types_config;
    const installs = { servers: ways?.["0"] !== undefined, users: ways?.["1"] !== undefined };
    const anywhere = installs.servers || installs.users ? installs : { servers: true, users: false };
    this.#self = { user: user.id, application: application.id, installs: anywhere };
    this.#webhooks.application = application.id;
    return `Discord: ${user.username} is ready; invite it with ${inviteLink(application.id)}`;
  }

  /** Resolves when the gateway is connected. */
  async start(): Promise<void> {
    // Nobody has to wait for this, and it is no reason not to work.
    void this.#register().catch((error: unknown) => {
      this.#parts.log.warn(
        { reason: error instanceof ChatError ? error.message : "bug" },
        "commands are not registered",
      );
    });
    await this.#insist(async () => this.#gateway.connect());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#gateway.close();
  }

  close(): void {
    this.#api.close();
  }

  async #register(): Promise<void> {
    if (this.#self === null) return;
    const { application, installs } = this.#self;
    await registerCommands({ api: this.#api, application, installs, links: this.#links });
  }

  async #read(route: `/${string}`, what: string): Promise<unknown> {
    return this.#api.call({ method: "GET", route, what, tries: 1 });
  }

  /** Tries until Discord answers: a bot that is started before its network should not give up. */
  async #insist<T>(work: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures++) {
      try {
        return await work();
      } catch (error) {
        if (isTokenRefused(error)) throw new Error("Discord does not know the token in DISCORD_TOKEN");
        if (this.#stopped || this.#api.closed) throw error;
        this.#parts.log.warn({ reason: reasonOf(error) }, "Discord cannot be reached, trying again");
        await this.#api.pause(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures));
      }
    }
  }

  /** What comes in must not end the connection on which it came. */
  #guard(work: () => void): void {
    if (this.#stopped) return;
    try {
      work();
    } catch (error) {
      this.#parts.log.error({ err: error }, "an event cannot be read");
    }
  }

  #takeMessage(message: GatewayMessageCreateDispatchData): void {
    if (this.#self === null) return;
    const { user } = this.#self;
    const answer = readAnswer(message, user);
    if (answer !== null) this.#parts.conversation.noteAnswer(answer.chat, answer.message, answer.person);
    const language = this.#languages.of(message.author.id);
    for (const event of readMessage(message, { self: user, wishes: this.#wishes }, language)) this.#handOn(event);
  }

  #takeInteraction(interaction: APIInteraction): void {
    const { id, language } = personOf(interaction);
    if (language !== undefined) this.#languages.note(id, language);
    this.#act(interaction, readInteraction(interaction, this.#understanding));
  }

  /** Acknowledges first: Discord waits 3 seconds, whatever the disk is doing. */
  #act(interaction: APIInteraction, reading: InteractionReading): void {
    switch (reading.kind) {
      case "event":
        this.#exchanges.open(interaction, reading.greeting);
        this.#handOn(reading.event);
        return;
      case "choose":
        this.#letChoose(interaction, reading.choosing);
        return;
      case "chosen":
        this.#takeChosen(interaction, reading);
        return;
      case "typing":
        this.#suggest(interaction, reading.gesture);
        return;
      case "noFiles":
        this.#say(interaction, "no-files-here");
        return;
      case "nothing":
        return;
    }
  }

  #suggest(interaction: APIInteraction, typed: string): void {
    const choices = suggestGestures(typed, personOf(interaction).language, this.#understanding);
    void this.#exchanges.suggest(interaction, choices);
  }

  get #understanding(): Understanding {
    return { gestures: this.#parts.gestures, wishes: this.#wishes };
  }

  #letChoose(interaction: APIInteraction, choosing: Choosing): void {
    const question = this.#picks.ask(interaction, choosing, personOf(interaction).language);
    void this.#exchanges.reply(interaction, question);
  }

  #takeChosen(interaction: APIInteraction, { of, index }: Extract<InteractionReading, { kind: "chosen" }>): void {
    const pick = this.#picks.take(of, personOf(interaction).id);
    if (pick === null) {
      this.#say(interaction, "press-strange");
      return;
    }
    this.#act(interaction, readPicture(interaction, pick.choosing, index));
    // The question has been answered.
    void this.#webhooks.remove({ token: pick.asked.token, tapped: null }, "@original").catch(() => undefined);
  }

  #say(interaction: APIInteraction, key: "no-files-here" | "press-strange"): void {
    const { say } = textsFor(localeOf(personOf(interaction).language), "discord");
    void this.#exchanges.reply(interaction, { content: say(key) });
  }

  #handOn(event: ChatEvent): void {
    this.#parts.conversation.handle(event).catch((error: unknown) => {
      this.#parts.log.error({ event: event.id, err: error }, "an event could not be taken");
    });
  }
}

/** discord.js says so in its own way when it logs in. */
function isTokenRefused(error: unknown): boolean {
  if (error instanceof ChatError) return error.status === 401;
  return error instanceof Error && "code" in error && error.code === "TokenInvalid";
}

function reasonOf(error: unknown): string {
  if (error instanceof ChatError) return error.message;
  return error instanceof Error ? error.name : "unknown failure";
}
