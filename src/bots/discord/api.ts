import { type RawFile, REST, RequestMethod } from "discord.js";
import { type Clock, pause } from "../../clock.ts";
import { ChatError } from "../port/chat-port.ts";
import { judge } from "./refusals.ts";

/** Large clips on slow lines take their time. */
const TIMEOUT_MS = 120_000;
const TRIES = 4;

const METHODS = {
  GET: RequestMethod.Get,
  POST: RequestMethod.Post,
  PUT: RequestMethod.Put,
  PATCH: RequestMethod.Patch,
  DELETE: RequestMethod.Delete,
} as const;

/** A call of Discord's REST API. */
export interface Call {
  readonly method: keyof typeof METHODS;
  /** As `Routes` makes it. It may hold an interaction's token, so it goes into no message. */
  readonly route: `/${string}`;
  /** What it is called in messages and the log. */
  readonly what: string;
  readonly body?: object;
  readonly files?: readonly RawFile[];
  readonly query?: URLSearchParams;
  /** False for what an interaction's token in the route allows. */
  readonly auth?: boolean;
  /** When it is of no use any more. */
  readonly withinMs?: number;
  /** How often it is tried when Discord cannot be reached. */
  readonly tries?: number;
}

/** Discord's REST API: discord.js waits out its limits; failures are tried again, and errors speak without tokens. */
export class DiscordApi {
  readonly #rest: REST;
  /** What is under way, to be ended. A signal for each: discord.js never lets go of the ones that it is given. */
  readonly #underWay = new Set<AbortController>();
  #closed = false;

  constructor(
    { token, apiRoot }: { readonly token: string; readonly apiRoot: string },
    private readonly clock: Clock,
  ) {
    // Tries are counted here: discord.js would make four requests of each.
    this.#rest = new REST({ api: apiRoot, timeout: TIMEOUT_MS, retries: 0 }).setToken(token);
  }

  /** Calls, and resolves with Discord's answer. Throws `ChatError`. */
  async call(call: Call): Promise<unknown> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#request(call);
      } catch (error) {
        const reason = judge(call.what, error);
        if (reason.code !== "unreachable" || tries >= (call.tries ?? TRIES) || this.closed) throw reason;
        await this.pause(500 * 2 ** (tries - 1));
      }
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Resolves after a time. Rejects when the bot ends. */
  async pause(ms: number): Promise<void> {
    await this.#endable(async (signal) => pause(this.clock, ms, signal));
    if (this.#closed) throw new ChatError("unreachable", "shutting down");
  }

  /** Ends all waiting: what has not been said by now is not said by this process. */
  close(): void {
    this.#closed = true;
    for (const work of this.#underWay) work.abort();
    this.#rest.clearHashSweeper();
    this.#rest.clearHandlerSweeper();
  }

  async #request({ method, route, body, files, query, auth = true, withinMs }: Call): Promise<unknown> {
    return this.#endable(
      async (signal) =>
        this.#rest.request({
          method: METHODS[method],
          fullRoute: route,
          auth,
          signal,
          ...(body === undefined ? {} : { body }),
          ...(files === undefined ? {} : { files: [...files] }),
          ...(query === undefined ? {} : { query }),
        }),
      withinMs,
    );
  }

  async #endable<T>(work: (signal: AbortSignal) => Promise<T>, withinMs?: number): Promise<T> {
    const controller = new AbortController();
    if (this.#closed) controller.abort();
    const callOff = withinMs === undefined ? undefined : this.clock.after(withinMs, () => controller.abort());
    this.#underWay.add(controller);
    try {
      return await work(controller.signal);
    } finally {
      callOff?.();
      this.#underWay.delete(controller);
    }
  }
}
