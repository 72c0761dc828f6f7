import type { Update, UserFromGetMe } from "@grammyjs/types";
import { pause } from "../../clock.ts";
import type { TelegramConfig } from "../../config.ts";
import type { GestureBook } from "../conversation/gestures.ts";
import type { Adapter, AdapterParts } from "../port/adapter.ts";
import { ChatError } from "../port/chat-port.ts";
import { WishReader } from "../wish/wish-reader.ts";
import { AlbumMemory } from "./albums.ts";
import { type Params, type Result, TelegramApi } from "./api.ts";
import { createBot } from "./bot.ts";
import { answerInline } from "./inline.ts";
import { Polling } from "./polling.ts";
import { TelegramPort } from "./port.ts";
import { TelegramRefusal } from "./refusals.ts";
import { registerTexts } from "./register.ts";
import { readAnswer, readUpdate, type Self } from "./updates.ts";
import { Webhook } from "./webhook.ts";

export interface TelegramParts extends AdapterParts {
  readonly config: TelegramConfig;
  readonly gestures: GestureBook;
}

/** The bot in Telegram. */
export class TelegramAdapter implements Adapter {
  readonly port: TelegramPort;
  readonly #parts: TelegramParts;
  readonly #api: TelegramApi;
  readonly #bot;
  readonly #albums: AlbumMemory;
  readonly #wishes: WishReader;
  #self: Self | null = null;
  #source: Polling | Webhook | null = null;

  constructor(parts: TelegramParts) {
    const { config, clock } = parts;
    this.#parts = parts;
    this.#bot = createBot(config.token, config.apiRoot, async (update) => this.#handle(update));
    this.#api = new TelegramApi(this.#bot.telegram, clock);
    this.#albums = new AlbumMemory(clock);
    this.#wishes = new WishReader(parts.gestures.names);
    const { token, apiRoot, ownServer, filesFolder } = config;
    this.port = new TelegramPort({ api: this.#api, clock, log: parts.log, token, apiRoot, ownServer, filesFolder });
  }

  get online(): boolean {
    return !(this.#source instanceof Polling) || this.#source.answered;
  }

  async connect(): Promise<string> {
    const me = await this.#introduce();
    const way = this.#parts.config.webhook === undefined ? "polling" : "webhook";
    const inline = me.supports_inline_queries
      ? ""
      : "; inline mode is off, /setinline at @BotFather switches sharing on";
    return `Telegram: @${me.username} is ready (${way})${inline}`;
  }

  /** Resolves with the port on which Telegram's calls are taken, or null. */
  async start(): Promise<number | null> {
    const receive = async (update: Update): Promise<void> => this.#bot.receive(update);
    const { config, clock, log } = this.#parts;
    let port: number | null = null;
    if (config.webhook === undefined) {
      await this.#insist("deleteWebhook", {});
      const polling = new Polling({ api: this.#api, clock, log, receive });
      this.#source = polling;
      polling.start();
    } else {
      const webhook = new Webhook({ log, receive, ...config.webhook });
      this.#source = webhook;
      port = await webhook.listen();
      await this.#insist("setWebhook", webhook.terms);
    }
    // Nobody has to wait for this, and it is no reason not to work.
    void registerTexts(this.#api).catch((error: unknown) => {
      log.warn({ reason: error instanceof ChatError ? error.message : "bug" }, "commands are not registered");
    });
    return port;
  }

  async stop(): Promise<void> {
    await this.#source?.stop();
    this.#source = null;
  }

  close(): void {
    this.#api.close();
  }

  async #introduce(): Promise<UserFromGetMe> {
    const me = await this.#insist("getMe", {});
    this.#bot.introduce(me);
    this.#self = { id: me.id, username: me.username };
    this.port.username = me.username;
    // Both came with the same version of the server, which tells its version nowhere.
    const coloured = "allows_users_to_create_topics" in me;
    this.port.manners = { coloured, shares: me.supports_inline_queries };
    return me;
  }

  /** Calls until Telegram answers: a bot that is started before its network should not give up. */
  async #insist<M extends "getMe" | "deleteWebhook" | "setWebhook">(method: M, params: Params<M>): Promise<Result<M>> {
    for (let failures = 0; ; failures++) {
      try {
        return await this.#api.call(method, params, { tries: 1 });
      } catch (error) {
        if (!(error instanceof ChatError) || error.code !== "unreachable" || this.#api.closed) throw error;
        if (error instanceof TelegramRefusal && error.isTokenRefused)
          throw new Error("Telegram does not know the token in TELEGRAM_BOT_TOKEN");
        this.#parts.log.warn({ reason: error.message }, "Telegram cannot be reached, trying again");
        await pause(this.#parts.clock, Math.min(30_000, 1000 * 2 ** failures));
      }
    }
  }

  /** Takes note of an update and returns; what it asks for is done behind. */
  async #handle(update: Update): Promise<void> {
    const { conversation, log } = this.#parts;
    if (update.inline_query !== undefined) {
      void answerInline(this.#api, conversation, update.inline_query).catch((error: unknown) => {
        if (!(error instanceof ChatError)) log.error({ err: error }, "inline query failed");
      });
      return;
    }
    const answer = this.#self === null ? null : readAnswer(update, this.#self);
    if (answer !== null) conversation.noteAnswer(answer.chat, answer.message, answer.person);
    for (const event of this.#read(update)) await conversation.handle(event);
    const lost = update.callback_query;
    if (lost !== undefined && lost.message === undefined) await this.port.answer(lost.id);
  }

  /** An update that we cannot read must not come again and again. */
  #read(update: Update) {
    try {
      if (this.#self === null) return [];
      const reading = readUpdate(update, { self: this.#self, wishes: this.#wishes });
      const album = update.message?.media_group_id;
      const [event] = reading.events;
      if (album !== undefined && event?.kind === "other" && !this.#albums.isFirstOther(album)) return [];
      return this.#albums.release(reading);
    } catch (error) {
      this.#parts.log.error({ err: error, update: update.update_id }, "an update cannot be read");
      return [];
    }
  }
}
