import type { ApiMethods } from "@grammyjs/types";
import { type Telegram, TelegramError } from "telegraf";
import { type Clock, pause } from "../../clock.ts";
import { ChatError } from "../port/chat-port.ts";
import { type Destination, RateLimits } from "./rate-limits.ts";
import { METHOD_NOT_FOUND, TelegramRefusal } from "./refusals.ts";

/** A file to upload. */
export interface Upload {
  readonly source: Buffer;
  readonly filename: string;
}

type Methods = ApiMethods<Upload>;
export type Method = keyof Methods;
export type Params<M extends Method> =
  Parameters<Methods[M]> extends [] ? Record<string, never> : NonNullable<Parameters<Methods[M]>[0]>;
export type Result<M extends Method> = ReturnType<Methods[M]>;

/** How a call behaves. */
export interface CallOptions {
  /** Counts as a message to this chat. */
  readonly to?: Destination;
  /** Leave it when there is no room, or when it fails. */
  readonly mayDrop?: boolean;
  /** Not to be done twice: where the answer to it is lost, it is not tried again here, and the error is `doubtful`. */
  readonly once?: boolean;
  /** How often it is tried when Telegram cannot be reached. */
  readonly tries?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const USUAL_TRIES = 5;
const USUAL_TIMEOUT_MS = 30_000;
/** Longer waits are left to the queue, which tries again later. */
const LONGEST_WAIT_S = 600;

/** The call was left, because there was no room for it. */
export const DROPPED = Symbol("dropped");

/** What came of one try. */
type Attempt =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "wait"; readonly seconds: number }
  | { readonly kind: "moved"; readonly chat: number }
  /** `sent`: it went out, so it may have been done. */
  | { readonly kind: "failed"; readonly error: ChatError; readonly sent: boolean };

/** Failures that come before anything can have gone out. */
const UNSENT: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
]);

/** Telegram's Bot API: waits out its limits and failures, and speaks of errors without the token that its addresses contain. */
export class TelegramApi {
  readonly #telegram: Telegram;
  readonly #limits: RateLimits;
  readonly #closing = new AbortController();
  /** Methods of which this server has said that it does not know them. */
  readonly #unknown = new Set<Method>();

  constructor(
    telegram: Telegram,
    private readonly clock: Clock,
  ) {
    this.#telegram = telegram;
    this.#limits = new RateLimits(clock);
  }

  /** Calls a method. Throws `ChatError`; with `mayDrop` resolves with `DROPPED` instead. */
  async call<M extends Method>(
    method: M,
    params: Params<M>,
    options?: CallOptions & { mayDrop?: false },
  ): Promise<Result<M>>;
  async call<M extends Method>(method: M, params: Params<M>, options: CallOptions): Promise<Result<M> | typeof DROPPED>;
  async call<M extends Method>(
    method: M,
    params: Params<M>,
    options: CallOptions = {},
  ): Promise<Result<M> | typeof DROPPED> {
    const { to, mayDrop = false, once = false } = options;
    if (this.#unknown.has(method)) throw new TelegramRefusal(method, 404, METHOD_NOT_FOUND);
    let sent: object = params;
    for (let failures = 0; ; ) {
      if (to !== undefined && !(await this.#limits.take(to, mayDrop))) return DROPPED;
      const attempt = await this.#try(method, sent, options);
      if (attempt.kind === "done") return attempt.result as Result<M>;
      if (attempt.kind === "failed" && isUnknownMethod(attempt.error)) {
        this.#unknown.add(method);
        throw attempt.error;
      }
      if (attempt.kind === "wait" && to !== undefined) this.#limits.block(to, attempt.seconds);
      if (mayDrop) return DROPPED;
      if (attempt.kind === "moved" && "message_id" in params) throw leftBehind(method);
      if (attempt.kind === "moved" && ++failures < USUAL_TRIES) sent = inNewChat(params, attempt.chat);
      else if (attempt.kind === "wait") await this.#waitOut(method, attempt.seconds);
      else if (attempt.kind === "moved") throw new ChatError("gone", `${method}: the group moves about`);
      else if (once && attempt.sent) throw doubted(attempt.error);
      else if (attempt.error.code !== "unreachable" || ++failures >= (options.tries ?? USUAL_TRIES))
        throw attempt.error;
      else await this.#pause(500 * 2 ** (failures - 1));
    }
  }

  /** Ends all waiting: what has not been said by now is not said by this process. */
  close(): void {
    this.#closing.abort();
  }

  /** False once the server has said that it does not know this method: it is older than the method. */
  knows(method: Method): boolean {
    return !this.#unknown.has(method);
  }

  get closed(): boolean {
    return this.#closing.signal.aborted;
  }

  async #waitOut(method: string, seconds: number): Promise<void> {
    if (seconds > LONGEST_WAIT_S) throw new ChatError("unreachable", `${method}: asked to wait ${seconds} s`);
    await this.#pause(seconds * 1000);
  }

  async #pause(ms: number): Promise<void> {
    await pause(this.clock, ms, this.#closing.signal);
    if (this.#closing.signal.aborted) throw new ChatError("unreachable", "shutting down");
  }

  async #try(method: Method, params: object, options: CallOptions): Promise<Attempt> {
    const timeout = new AbortController();
    const callOff = this.clock.after(options.timeoutMs ?? USUAL_TIMEOUT_MS, () => timeout.abort());
    const signals = [timeout.signal, ...(options.signal === undefined ? [] : [options.signal])];
    try {
      const call = this.#telegram.callApi.bind(this.#telegram) as RawCall;
      return {
        kind: "done",
        result: await call(method, withPlainFields(params), { signal: AbortSignal.any(signals) }),
      };
    } catch (error) {
      return judge(method, error);
    } finally {
      callOff();
    }
  }
}

/** The library's types end with Bot API 7.1; ours come from a package that is kept up to date. */
type RawCall = (method: string, params: object, options: { signal: AbortSignal }) => Promise<unknown>;

/**
 * With an upload, the library sends fields one by one and loses objects that it does not know: those go as JSON text. Uploads
 * within them become fields of their own, to which the text points.
 */
function withPlainFields(params: object): object {
  const uploads: Record<string, Upload> = {};
  const fields = Object.entries(params) as [string, unknown][];
  const plain = fields.map(([name, value]) => {
    if (typeof value !== "object" || value === null || isUpload(value)) return [name, value] as const;
    return [name, JSON.stringify(value, lift)] as const;
  });
  function lift(name: string, value: unknown): unknown {
    if (!isUpload(value)) return value;
    const field = `${name}${Object.keys(uploads).length}`;
    uploads[field] = value;
    return `attach://${field}`;
  }
  const isForm = Object.keys(uploads).length > 0 || fields.some(([, value]) => isUpload(value));
  return isForm ? { ...Object.fromEntries<unknown>(plain), ...uploads } : params;
}

function isUnknownMethod(error: ChatError): boolean {
  return error instanceof TelegramRefusal && error.isUnknownMethod;
}

function isUpload(value: unknown): value is Upload {
  return typeof value === "object" && value !== null && "source" in value;
}

/**
 * What an error means. Nothing of the error itself goes further: its text may hold the address, which holds the token, and its
 * fields hold what was sent.
 */
function judge(method: string, error: unknown): Attempt {
  if (!(error instanceof TelegramError)) {
    const cause = nameOf(error);
    const sent = !(error instanceof Error && "code" in error && UNSENT.has(error.code));
    return { kind: "failed", error: new ChatError("unreachable", `${method}: ${cause}`, { cause }), sent };
  }
  const { code, description, parameters } = error;
  if (code === 429) return { kind: "wait", seconds: parameters?.retry_after ?? 5 };
  if (parameters?.migrate_to_chat_id !== undefined) return { kind: "moved", chat: parameters.migrate_to_chat_id };
  return { kind: "failed", error: new TelegramRefusal(method, code, description), sent: code >= 500 };
}

/** Messages do not move with their group: in the new one their numbers are other people's, and in the old one nothing can be done. */
function leftBehind(method: string): ChatError {
  const code = method === "deleteMessage" ? "forbidden" : "noMessage";
  return new ChatError(code, `${method}: the group has become a supergroup`);
}

/** The same call for the chat that a group has become; what it answers was left behind. */
function inNewChat(params: object, chat: number): object {
  return Object.fromEntries(
    Object.entries({ ...params, chat_id: chat }).filter(([name]) => name !== "reply_parameters"),
  );
}

/** The same failure, of what may have been done. */
function doubted({ message, status, cause }: ChatError): ChatError {
  const detail = message.replace(/^unreachable: /, "");
  return new ChatError("unreachable", detail, { ...(status === undefined ? {} : { status }), cause, doubtful: true });
}

/** What kind of failure it was, such as `AbortError` or `FetchError ECONNRESET`. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown failure";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}`;
}
