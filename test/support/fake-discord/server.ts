import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { breakAnswer, readAll, reply } from "../fake-platform/http.ts";
import { Script } from "../fake-platform/script.ts";
import { readForm } from "../fake-telegram/form.ts";
import { Refusal } from "./checks.ts";
import type { Failure, FileFailure } from "./failures.ts";
import { FakeGateway } from "./gateway.ts";
import { ROUTES } from "./routes.ts";
import { type Call, TOKEN, World } from "./world.ts";

const API = "/api/v10";

/** Discord on this machine: its REST API, its gateway and its file servers. */
export class FakeDiscord {
  readonly world = new World();
  /** Calls have the names of `ROUTES`. */
  readonly script = new Script<Failure, FileFailure>();
  readonly gateway: FakeGateway;
  /** Requests for files, by path. */
  readonly fetched: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        response.destroy();
        throw error;
      });
    });
    this.gateway = new FakeGateway(this.#server, this.world);
  }

  static async start(): Promise<FakeDiscord> {
    const fake = new FakeDiscord();
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    fake.world.cdn = fake.url;
    fake.gateway.url = `${fake.url.replace("http:", "ws:")}/gateway`;
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiRoot(): string {
    return `${this.url}/api`;
  }

  async stop(): Promise<void> {
    this.gateway.stop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Calls of a route that the bot has made, by its name in `ROUTES`. */
  calls(route: string): Call[] {
    return this.world.calls.filter((call) => call.route === route);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    const raw = await readAll(request);
    if (!pathname.startsWith(API)) {
      this.#serveFile(pathname, response);
      return;
    }
    const path = decodeURIComponent(pathname.slice(API.length));
    const method = request.method ?? "GET";
    if (path === "/gateway/bot" && this.#isAuthorised(request, response)) {
      const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 16 };
      reply(response, 200, { url: this.gateway.url, shards: 1, session_start_limit: limit });
      return;
    }
    const found = ROUTES.find((one) => one.method === method && one.path.test(path));
    const open = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
    if (response.writableEnded || (!open && !this.#isAuthorised(request, response))) return;
    const call: Call = { route: found?.name ?? "", method, path, ...contentOf(request, raw), status: 200 };
    this.world.calls.push(call);
    const ids = found?.path.exec(path)?.slice(1) ?? [];
    this.#answer(call, response, () => {
      if (found === undefined) throw new Refusal(404, 0, "404: Not Found");
      return found.handle(this.world, call, ids);
    });
    this.world.changed();
  }

  #isAuthorised({ headers }: IncomingMessage, response: ServerResponse): boolean {
    if (headers.authorization === `Bot ${TOKEN}`) return true;
    reply(response, 401, { message: "401: Unauthorized", code: 0 });
    return false;
  }

  #answer(call: Call, response: ServerResponse, perform: () => unknown): void {
    const failure = this.script.nextFor(call.route);
    if (failure !== null && failure.kind !== "dropAfter") {
      fail(failure, call, response);
      return;
    }
    try {
      const result = perform();
      if (failure !== null) fail(failure, call, response);
      else if (result === null) response.writeHead(204, limits(call)).end();
      else reply(response, 200, result, limits(call));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      call.status = error.status;
      reply(response, error.status, { message: error.message, code: error.code }, limits(call));
    }
  }

  #serveFile(path: string, response: ServerResponse): void {
    this.fetched.push(path);
    const file = this.world.files.get(path);
    const failure = this.script.nextFile();
    if (file === undefined) response.writeHead(404).end("This content is no longer available.");
    else if (failure === null) response.writeHead(200, { "content-length": file.bytes.length }).end(file.bytes);
    else if (failure.kind === "refuse") response.writeHead(failure.status).end("no");
    else if (failure.kind === "redirect") response.writeHead(302, { location: failure.to }).end();
    else {
      response.writeHead(200, { "content-length": file.bytes.length });
      response.write(file.bytes.subarray(0, 100), () => response.destroy());
    }
    this.world.changed();
  }
}

/** Every route and its first id have a limit of their own. */
function limits({ route, path }: Call): Record<string, string> {
  return {
    "x-ratelimit-limit": "50",
    "x-ratelimit-remaining": "49",
    "x-ratelimit-reset-after": "1",
    "x-ratelimit-bucket": Buffer.from(`${route} ${path.split("/")[1] ?? ""}`).toString("hex"),
  };
}

function fail(failure: Failure, call: Call, response: ServerResponse): void {
  switch (failure.kind) {
    case "refuse":
      call.status = failure.status;
      reply(response, failure.status, { message: failure.message, code: failure.code });
      return;
    case "flood": {
      call.status = 429;
      const { seconds, global = false } = failure;
      const scope = global ? { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" } : {};
      const body = { message: "You are being rate limited.", retry_after: seconds, global };
      reply(response, 429, body, { "retry-after": String(seconds), ...scope });
      return;
    }
    default:
      breakAnswer(failure, call, response);
  }
}

/** What a call carries: JSON, or a form with JSON and files. */
function contentOf(request: IncomingMessage, raw: Buffer): Pick<Call, "body" | "files"> {
  const type = request.headers["content-type"] ?? "";
  if (raw.length === 0) return { body: {}, files: [] };
  if (type.startsWith("application/json")) {
    return { body: JSON.parse(raw.toString("utf8")) as Call["body"], files: [] };
  }
  const form = readForm(raw, type);
  const files = Object.entries(form).flatMap(([name, value]) =>
    name.startsWith("files[") && value instanceof Uint8Array ? [value] : [],
  );
  const json = form["payload_json"];
  return { body: JSON.parse(typeof json === "string" ? json : "{}") as Call["body"], files };
}
