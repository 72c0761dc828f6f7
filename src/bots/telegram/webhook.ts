import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "@grammyjs/types";
import type { Logger } from "pino";
import type { Params } from "./api.ts";
import { UPDATE_KINDS } from "./updates.ts";

/** Updates are a few kB. */
const MAX_BODY_BYTES = 1_000_000;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

export interface WebhookParts {
  readonly log: Logger;
  readonly receive: (update: Update) => Promise<void>;
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

/** Takes updates that Telegram delivers. Everything without the secret, which is new at each start, is turned away unread. */
export class Webhook {
  readonly #parts: WebhookParts;
  readonly #secret = randomBytes(32).toString("hex");
  readonly #path: string;
  readonly #server: Server;

  constructor(parts: WebhookParts) {
    this.#parts = parts;
    this.#path = new URL(parts.url).pathname;
    this.#server = createServer({ requestTimeout: 30_000 }, (request, response) => void this.#serve(request, response));
  }

  /** What to tell Telegram: where to deliver, and what. */
  get terms(): Params<"setWebhook"> {
    const { url } = this.#parts;
    return { url, secret_token: this.#secret, allowed_updates: UPDATE_KINDS, max_connections: 20 };
  }

  /** Listens. Resolves with the port. */
  async listen(): Promise<number> {
    const { host, port } = this.#parts;
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, host, resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server.closeIdleConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = await this.#take(request).catch((error: unknown) => {
      this.#parts.log.error({ err: error }, "an update could not be taken; Telegram delivers it again");
      return 500;
    });
    // A body that was not read would be taken for the next request.
    response.writeHead(status, status === 200 ? {} : { connection: "close" }).end();
  }

  async #take(request: IncomingMessage): Promise<number> {
    if (request.method !== "POST" || request.url?.split("?")[0] !== this.#path) return 404;
    if (!this.#isSecret(request.headers[SECRET_HEADER])) return 403;
    const body = await readBody(request);
    if (body === null) return 413;
    const update = parse(body);
    if (update === null) return 400;
    await this.#parts.receive(update);
    return 200;
  }

  #isSecret(given: string | string[] | undefined): boolean {
    const [ours, theirs] = [Buffer.from(this.#secret), Buffer.from(typeof given === "string" ? given : "")];
    return ours.length === theirs.length && timingSafeEqual(ours, theirs);
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(body: string): Update | null {
  try {
    const update: unknown = JSON.parse(body);
    return typeof update === "object" && update !== null && "update_id" in update ? (update as Update) : null;
  } catch {
    return null;
  }
}
