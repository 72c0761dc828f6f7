import type { Update } from "@grammyjs/types";
import type { Logger } from "pino";
import { type Clock, pause } from "../../clock.ts";
import { ChatError } from "../port/chat-port.ts";
import type { TelegramApi } from "./api.ts";
import { TelegramRefusal } from "./refusals.ts";
import { UPDATE_KINDS } from "./updates.ts";

const POLL_SECONDS = 50;
const LONGEST_PAUSE_MS = 30_000;

export interface PollingParts {
  readonly api: TelegramApi;
  readonly clock: Clock;
  readonly log: Logger;
  readonly receive: (update: Update) => Promise<void>;
}

/**
 * Asks Telegram for updates until it is stopped. An update counts as received when `receive` has taken it: until then it is
 * asked for again. Nothing that Telegram or the network does ends it.
 */
export class Polling {
  readonly #parts: PollingParts;
  readonly #stop = new AbortController();
  #offset = 0;
  #failures = 0;
  #done: Promise<void> = Promise.resolve();

  constructor(parts: PollingParts) {
    this.#parts = parts;
  }

  /** Whether Telegram answered the last time. */
  get answered(): boolean {
    return this.#failures === 0;
  }

  start(): void {
    this.#done = this.#run();
  }

  /** Ends polling and tells Telegram how far we got, so that the next start does not see the last updates again. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#done;
    if (this.#offset === 0) return;
    const confirm = { offset: this.#offset, limit: 1, timeout: 0 };
    await this.#parts.api.call("getUpdates", confirm, { tries: 1, timeoutMs: 2000 }).catch(() => undefined);
  }

  async #run(): Promise<void> {
    while (!this.#stopped()) {
      try {
        await this.#poll();
        this.#failures = 0;
      } catch (error) {
        if (!this.#stopped()) await this.#recover(error);
      }
    }
  }

  #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #poll(): Promise<void> {
    const { api, receive } = this.#parts;
    const updates = await api.call(
      "getUpdates",
      { offset: this.#offset, timeout: POLL_SECONDS, allowed_updates: UPDATE_KINDS },
      { tries: 1, timeoutMs: (POLL_SECONDS + 15) * 1000, signal: this.#stop.signal },
    );
    for (const update of updates) {
      await receive(update);
      this.#offset = update.update_id + 1;
    }
  }

  async #recover(error: unknown): Promise<void> {
    const { log, clock } = this.#parts;
    const wait = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** this.#failures++);
    if (!(error instanceof ChatError)) log.error({ err: error }, "an update could not be taken; it is asked for again");
    else if (error instanceof TelegramRefusal && error.isConflict) {
      log.warn("another program is asking for this bot's updates: only one may run with a token");
    } else log.warn({ reason: error.message, seconds: wait / 1000 }, "no updates from Telegram, trying again");
    await pause(clock, wait, this.#stop.signal);
  }
}
