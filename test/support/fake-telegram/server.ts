import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "@grammyjs/types";
import { breakAnswer, readAll, reply } from "../fake-platform/http.ts";
import { Script } from "../fake-platform/script.ts";
import type { Failure, FileFailure } from "./failures.ts";
import { Refusal } from "./fields.ts";
import { readForm } from "./form.ts";
import { METHODS, NEWER_THAN_7_1 } from "./methods.ts";
import { type Call, World } from "./world.ts";

export const TOKEN = "7000000000:AAtest-token_0123456789abcdefghijklmnop";

interface WebhookTarget {
  readonly url: string;
  readonly secret: string | undefined;
}

/** A Bot API server on loopback: long polling, webhook, uploads, downloads, and whatever is to go wrong. */
export class FakeTelegram {
  readonly world = new World();
  readonly script = new Script<Failure, FileFailure>();
  /** Where webhook updates are really sent: the bot listens on a port of its own choice. */
  webhookPort: number | null = null;
  #webhook: WebhookTarget | null = null;
  #poll: { readonly end: (status: number) => void } | null = null;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        response.destroy();
        throw error;
      });
    });
  }

  static async start(): Promise<FakeTelegram> {
    const fake = new FakeTelegram();
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get webhook(): WebhookTarget | null {
    return this.#webhook;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Calls of a method that the bot has made. */
  calls(method: string): Call[] {
    return this.world.calls.filter((call) => call.method === method);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const body = await readAll(request);
    if (path.startsWith(`/file/bot${TOKEN}/`)) {
      this.#serveFile(path.slice(`/file/bot${TOKEN}/`.length), response);
      return;
    }
    const method = path.startsWith(`/bot${TOKEN}/`) ? path.slice(`/bot${TOKEN}/`.length) : null;
    if (method === null) {
      refuse(response, 401, "Unauthorized");
      return;
    }
    const params = fieldsOf(request, body);
    const call = { method, params, at: Date.now(), status: 200 };
    this.world.calls.push(call);
    await this.#answer(call, response);
    this.world.changed();
  }

  async #answer(call: Call, response: ServerResponse): Promise<void> {
    const failure = this.script.nextFor(call.method);
    if (failure !== null && failure.kind !== "dropAfter") {
      act(failure, call, response);
      return;
    }
    try {
      const result = await this.#perform(call, response);
      if (result === undefined) return;
      if (failure !== null) act(failure, call, response);
      else reply(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      call.status = error.status;
      const parameters = error.migrateTo === undefined ? {} : { migrate_to_chat_id: error.migrateTo };
      refuse(response, error.status, error.message, parameters);
    }
  }

  /** Undefined when the answer has been given, or comes later. */
  async #perform({ method, params }: Call, response: ServerResponse): Promise<unknown> {
    if (method === "getUpdates") return this.#getUpdates(params, response);
    if (method === "deleteWebhook") {
      this.#webhook = null;
      return true;
    }
    if (method === "setWebhook") {
      const url = new URL(String(params["url"]));
      if (url.protocol !== "https:")
        throw new Refusal(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
      this.#webhook = { url: url.href, secret: params["secret_token"] as string | undefined };
      return true;
    }
    const handler = METHODS[method as keyof typeof METHODS];
    if (handler === undefined || (this.world.isOld && NEWER_THAN_7_1.has(method)))
      throw new Refusal(404, "Not Found: method not found");
    return handler(this.world, params);
  }

  async #getUpdates(params: Call["params"], response: ServerResponse): Promise<Update[] | undefined> {
    if (this.#webhook !== null) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#poll?.end(409);
    const offset = Number(params["offset"] ?? 0);
    if (offset > 0) this.world.updates = this.world.updates.filter((update) => update.update_id >= offset);
    const ready = () =>
      this.world.updates.length > 0 ? this.world.updates.slice(0, Number(params["limit"] ?? 100)) : undefined;
    const timeout = Number(params["timeout"] ?? 0);
    if (timeout === 0) return ready() ?? [];
    let ended = null as number | null;
    const poll = {
      end: (status: number) => {
        ended = status;
        this.world.changed();
      },
    };
    this.#poll = poll;
    response.on("close", () => poll.end(0));
    const found = await this.world
      .until("updates", () => (ended === null ? ready() : []), timeout * 1000)
      .catch(() => []);
    if (this.#poll === poll) this.#poll = null;
    if (ended === 409) {
      throw new Refusal(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      );
    }
    return ended === 0 ? undefined : found;
  }

  /** Delivers what waits to the webhook, again and again until it is accepted. Resolves with the statuses. */
  async deliver(secret = this.#webhook?.secret): Promise<number[]> {
    const { url } = this.#webhook ?? { url: "" };
    const target = new URL(url);
    const local = `http://127.0.0.1:${this.webhookPort ?? 0}${target.pathname}`;
    const statuses: number[] = [];
    while (this.world.updates.length > 0) {
      const [update] = this.world.updates;
      const headers = {
        "content-type": "application/json",
        ...(secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret }),
      };
      const response = await fetch(local, { method: "POST", headers, body: JSON.stringify(update) });
      statuses.push(response.status);
      if (response.status === 200) this.world.updates.shift();
      else break;
    }
    return statuses;
  }

  #serveFile(path: string, response: ServerResponse): void {
    const file = [...this.world.files.values()].find((one) => one.path === path);
    if (file === undefined) {
      refuse(response, 404, "Not Found");
      return;
    }
    const failure = this.script.nextFile();
    this.world.changed();
    const half = file.bytes.subarray(0, Math.ceil(file.bytes.length / 2));
    switch (failure?.kind) {
      case undefined:
        response.writeHead(200, { "content-length": file.bytes.length }).end(file.bytes);
        return;
      case "refuse":
        response.writeHead(failure.status).end("Bad Gateway");
        return;
      case "drop":
        response.destroy();
        return;
      case "cut":
        response.writeHead(200, { "content-length": file.bytes.length });
        response.write(half, () => response.destroy());
        return;
      case "stall":
        response.writeHead(200, { "content-length": file.bytes.length });
        response.write(half);
        return;
      case "slow":
        trickle(response, file.bytes, failure.pieces, failure.everyMs);
    }
  }
}

function trickle(response: ServerResponse, bytes: Uint8Array, pieces: number, everyMs: number): void {
  const size = Math.ceil(bytes.length / pieces);
  response.writeHead(200, { "content-length": bytes.length });
  let at = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, at + size));
    at += size;
    if (at < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.on("close", () => clearInterval(timer));
}

function act(failure: Failure, call: Call, response: ServerResponse): void {
  if (failure.kind !== "refuse") {
    breakAnswer(failure, call, response);
    return;
  }
  call.status = failure.status;
  const { retryAfter } = failure;
  refuse(response, failure.status, failure.description, retryAfter === undefined ? {} : { retry_after: retryAfter });
}

function refuse(response: ServerResponse, status: number, description: string, parameters: object = {}): void {
  const more = Object.keys(parameters).length === 0 ? {} : { parameters };
  reply(response, status, { ok: false, error_code: status, description, ...more });
}

/** The parameters of a call: from the address, JSON, or a form with uploads. */
function fieldsOf(request: IncomingMessage, body: Buffer): Record<string, unknown> {
  const query = Object.fromEntries(new URL(request.url ?? "/", "http://x").searchParams);
  const type = request.headers["content-type"] ?? "";
  if (body.length === 0) return query;
  if (type.startsWith("application/json")) return { ...query, ...(JSON.parse(body.toString("utf8")) as object) };
  return { ...query, ...readForm(body, type) };
}
