import { pino } from "pino";
import { onTestFinished } from "vitest";
import { WebAdapter } from "../../src/bots/web/adapter.ts";
import type { AddressLimits } from "../../src/bots/web/address-shares.ts";
import type { PageEvent, PageMessage } from "../../src/bots/web/protocol.ts";
import type { Patience } from "../../src/bots/web/server.ts";
import { Doorkeeper } from "../../src/bots/web/session.ts";
import { systemClock } from "../../src/clock.ts";
import type { WebConfig } from "../../src/config.ts";
import { Health } from "../../src/health/health.ts";
import { measuredStudio } from "../../src/queue/render/measured-studio.ts";
import { openParts, type PartsOptions } from "./fake-platform/bot-parts.ts";
import { HeldStudio } from "./held-studio.ts";

const CONFIG: WebConfig = {
  host: "127.0.0.1",
  port: 0,
  origin: undefined,
  secret: undefined,
  trustedProxies: ["loopback"],
  adminSecret: undefined,
};

export interface WebRigOptions extends PartsOptions {
  readonly perAddress?: Partial<AddressLimits>;
  /** What makes the clips. */
  readonly studio?: HeldStudio;
}

/** The real page's server in this process; only the pipeline is stood in for. */
export async function startWebRig(
  config: Partial<WebConfig> = {},
  patience?: Partial<Patience>,
  allowedChats: string[] = [],
  more: WebRigOptions = {},
) {
  const clock = systemClock;
  const renderer = more.studio ?? new HeldStudio();
  const note = (how: Parameters<Health["rendered"]>[0]) => {
    health.rendered(how);
  };
  const watched = measuredStudio(renderer, note, pino({ level: "silent" }));
  const limits = { waitingPerUser: 20, clipsPerUserPerHour: 100, ...more.limits };
  const told: NonNullable<PartsOptions["told"]> = {
    onRefused: (reason, platform) => {
      health.refused(reason, platform);
    },
    onEnded: (end) => {
      health.ended(end);
    },
  };
  const parts = await openParts(clock, watched, { ...more, limits, policy: { allowedChats }, told });
  const { store, queue, conversation, log, key: dataKey } = parts;
  const health = new Health({ store, queue: async () => queue.stats(), clock });
  const perAddress = { photosPerHour: 1000, bytes: 1e9, keptMs: 3_600_000, ...more.perAddress };
  const own = {
    store,
    queue,
    studio: watched,
    dataKey,
    health,
    perAddress,
    keptForMs: 24 * 3_600_000,
    ...(patience && { patience }),
  };
  const adapter = new WebAdapter({ conversation, clock, log, config: { ...CONFIG, ...config }, ...own });
  await adapter.connect();
  await queue.start();
  await conversation.connect(adapter.port);
  await adapter.start();
  const url = `http://127.0.0.1:${new URL(adapter.address).port}`;
  onTestFinished(async () => {
    renderer.release();
    await adapter.stop();
    await parts.close();
  });
  const door = new Doorkeeper({ ...CONFIG, ...config }, dataKey, () => clock.now());
  return {
    adapter,
    door,
    health,
    logged: parts.logged,
    store,
    queue,
    renderer,
    url,
    visit: async (language?: string, body?: object) => Visitor.enter(url, language, body),
  };
}

/** Somebody at the page, by its HTTP calls alone. */
export class Visitor {
  private constructor(
    readonly url: string,
    readonly cookie: string,
    readonly language: string,
  ) {}

  static async enter(url: string, language = "en", body: object = {}): Promise<Visitor> {
    const answer = await fetch(`${url}/api/session`, {
      method: "POST",
      headers: { origin: url, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`turned away: ${answer.status}`);
    return new Visitor(url, answer.headers.getSetCookie()[0]?.split(";")[0] ?? "", language);
  }

  get headers(): Record<string, string> {
    return { cookie: this.cookie, origin: this.url, "accept-language": this.language };
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(this.url + path, { headers: { ...this.headers, ...headers } });
  }

  async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send("POST", path, body, headers);
  }

  async send(
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const json = body === undefined ? {} : { "content-type": "application/json" };
    return fetch(this.url + path, {
      method,
      headers: { ...this.headers, ...json, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  async postPhoto(bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new FormData();
    body.append("photo", new Blob([new Uint8Array(bytes)]), "photo.jpg");
    return fetch(`${this.url}/api/photos`, { method: "POST", headers: { ...this.headers, ...headers }, body });
  }

  /** Reads what happens until it is what is waited for; resolves with everything up to then. */
  async until(isIt: (events: readonly PageEvent[]) => boolean): Promise<readonly PageEvent[]> {
    const abort = new AbortController();
    const answer = await fetch(`${this.url}/api/events`, { headers: this.headers, signal: abort.signal });
    if (!answer.ok || answer.body === null) throw new Error(`no events: ${answer.status}`);
    const events: PageEvent[] = [];
    let text = "";
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) if (block.startsWith("data: ")) events.push(JSON.parse(block.slice(6)) as PageEvent);
      if (isIt(events)) {
        abort.abort();
        return events;
      }
    }
    throw new Error("the events ended");
  }

  /** Everything that the page shows. */
  async history(): Promise<readonly PageMessage[]> {
    const [first] = await this.until(({ length }) => length > 0);
    return first?.kind === "history" ? first.messages : [];
  }

  /** Waits until the page shows a clip, and resolves with it. */
  async clip(): Promise<PageMessage> {
    const isClip = ({ clipUrl }: PageMessage): boolean => clipUrl !== null;
    const found = (event: PageEvent): PageMessage | undefined =>
      event.kind === "history"
        ? event.messages.find(isClip)
        : event.kind === "message" && isClip(event.message)
          ? event.message
          : undefined;
    const events = await this.until((so) => so.some((event) => found(event) !== undefined));
    const clip = events.map(found).find((message) => message !== undefined);
    if (clip === undefined) throw new Error("no clip");
    return clip;
  }
}
