import type { FastifyInstance, FastifyRequest } from "fastify";
import { renderUnicodeCompact } from "uqr";
import { z } from "zod";
import { pause } from "../../clock.ts";
import { isLoopback } from "../../config.ts";
import { MAX_VIDEO_BYTES, MAX_VIDEO_SECONDS } from "../../pipeline/motion/movement.ts";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import type { Store } from "../../store/store.ts";
import { isConsentTold } from "../conversation/consent.ts";
import { EXAMPLES } from "../conversation/examples.ts";
import type { Adapter, AdapterParts } from "../port/adapter.ts";
import { personKey } from "../port/chat-port.ts";
import { type AddressLimits, AddressShares } from "./address-shares.ts";
import { type AlbumParts, albumRoutes } from "./album-routes.ts";
import type { Pace } from "./body-pace.ts";
import { chatRoutes } from "./chat-routes.ts";
import { Guesses } from "./guesses.ts";
import { Hub } from "./hub.ts";
import { languageFor } from "./language.ts";
import { type MovementParts, movementRoutes } from "./movement-routes.ts";
import { type OperatorParts, operatorRoutes } from "./operator-routes.ts";
import { pageTexts } from "./page-texts.ts";
import { originInNetwork, passRoutes } from "./passes.ts";
import { WebPort } from "./port.ts";
import type { Greeting, Session } from "./protocol.ts";
import { readRoutes } from "./read-routes.ts";
import { ReelDesk, type ReelDeskParts } from "./reel-desk.ts";
import { Refused } from "./refused.ts";
import { createServer, isCall, PATIENCE, type Patience } from "./server.ts";
import { Doorkeeper } from "./session.ts";
import { speakerOf } from "./speaker.ts";
import { type VerifyParts, verifyRoutes } from "./verify-routes.ts";

/** Wrong invitations a minute from one address. */
const WRONG_PER_MINUTE = { max: 120, timeWindow: "1 minute", keyGenerator: ({ ip }: FastifyRequest) => ip };

export interface WebParts
  extends AdapterParts,
    OperatorParts,
    Pick<AlbumParts & VerifyParts & MovementParts, "studio">,
    Omit<ReelDeskParts, "clock"> {
  readonly store: Store;
  /** What may come from one address. */
  readonly perAddress: AddressLimits;
  /** For tests of slow clients. */
  readonly patience?: Partial<Patience>;
}

/** The bot on a page in the browser. */
export class WebAdapter implements Adapter {
  readonly port: WebPort;
  readonly #parts: WebParts;
  readonly #hub = new Hub();
  readonly #door: Doorkeeper;
  readonly #reels: ReelDesk;
  #app: FastifyInstance | null = null;
  #ready = false;

  constructor(parts: WebParts) {
    this.#parts = parts;
    this.#door = new Doorkeeper(parts.config, parts.dataKey, () => parts.clock.now());
    this.#reels = new ReelDesk(parts);
    this.port = new WebPort(parts.store, this.#hub);
  }

  /** Where the page is, once it is connected. */
  get address(): string {
    const { host, port, origin } = this.#parts.config;
    const bound = this.#app?.server.address();
    const actual = typeof bound === "object" && bound !== null ? bound.port : port;
    return origin ?? `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
  }

  /** How many pages are open. */
  get openPages(): number {
    return this.#hub.size;
  }

  /** Takes the port; until `start` nobody is served. Throws Error when another program has it. */
  async connect(): Promise<string> {
    const { config, log } = this.#parts;
    const patience = { ...PATIENCE, ...this.#parts.patience };
    const app = await createServer(config, this.#door, log, patience);
    app.addHook("onRequest", async (request, reply) => {
      if (!this.#ready && isCall(request)) await reply.code(503).header("retry-after", "1").send();
    });
    this.#routes(app, patience.pace);
    await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EADDRINUSE") throw error;
      throw new Error(`Port ${config.port} is in use by another program; set WEB_PORT to a free one`);
    });
    this.#app = app;
    return this.#welcome(process.stdout.isTTY);
  }

  /** Where the page is. Whoever sits before the terminal is shown the invitation as well, with a QR code; no log is. */
  #welcome(seen: boolean): string {
    const { host, origin, secret } = this.#parts.config;
    const { port } = new URL(this.address);
    const elsewhere = origin ?? originInNetwork(host, Number(port || 80)) ?? this.address;
    if (secret === undefined) return `Chat page: ${elsewhere}/`;
    if (!seen) return `Chat page: ${elsewhere}/#invite=… with WEB_SECRET in place of the dots`;
    const link = `${elsewhere}/#invite=${secret}`;
    return `Chat page: ${link}\n${renderUnicodeCompact(link, { border: 1 })}`;
  }

  async start(): Promise<void> {
    this.#ready = true;
    this.#reels.open();
  }

  /** What is still said afterwards is kept for the visitors. */
  async stop(): Promise<void> {
    this.#ready = false;
    await this.#app?.close();
  }

  close(): void {
    this.#reels.close();
    this.#app = null;
  }

  /** What the page needs to know of itself and its visitor. */
  async #session(request: FastifyRequest): Promise<Session> {
    const { conversation, store, config } = this.#parts;
    const locale = languageFor(request);
    const visitor = this.#door.who(request) ?? "";
    const speaker = speakerOf(visitor, locale);
    const { help, privacy, contact, rules } = conversation.reading(speaker);
    const own = isLoopback(config.host) && config.origin === undefined;
    return {
      locale,
      texts: pageTexts(locale),
      help,
      // Who runs it for themselves knows how to reach themselves.
      privacy: own ? privacy : `${privacy}\n\n${contact}`,
      rules,
      knowsRules: await isConsentTold({ store }, speaker.chat, personKey(speaker.chat, speaker.from)),
      own,
      maxPhotoBytes: MAX_PHOTO_BYTES,
      maxVideoBytes: MAX_VIDEO_BYTES,
      maxVideoSeconds: MAX_VIDEO_SECONDS,
      keptForMs: this.#parts.keptForMs,
    };
  }

  #routes(app: FastifyInstance, pace: Pace): void {
    const door = this.#door;
    const { conversation, store, clock, log, perAddress } = this.#parts;
    const guesses = new Guesses(() => clock.now());
    const countWrong = app.createRateLimit(WRONG_PER_MINUTE);
    app.get("/", (_, reply) => reply.sendFile("index.html"));
    for (const page of ["album", "frame", "verify"]) app.get(`/${page}`, (_, reply) => reply.sendFile(`${page}.html`));
    app.post("/api/session", async (request, reply) => {
      const body = z.object({ invitation: z.exactOptional(z.string().max(200)) }).safeParse(request.body);
      const invitation = body.data?.invitation;
      if (invitation !== undefined) await pause(clock, guesses.delayMs());
      const pass = invitation === undefined ? null : store.passes.use(invitation);
      if (pass === null && !door.admits(request, invitation)) {
        const counted = await countWrong(request);
        if (invitation !== undefined) {
          guesses.note();
          log.warn({ address: request.ip }, "a wrong invitation was given");
        }
        throw new Refused(!counted.isAllowed && counted.isExceeded ? "tooMany" : "invitation");
      }
      door.enter(request, reply, pass?.token);
      return reply.header("cache-control", "no-store").send(await this.#session(request));
    });
    app.get("/api/greeting", (request, reply) => {
      const locale = languageFor(request);
      const greeting: Greeting = { locale, texts: pageTexts(locale) };
      return reply.header("cache-control", "no-store").send(greeting);
    });
    // Anybody may see what is shown before the first photo.
    app.get("/example.mp4", (_, reply) => reply.sendFile("welcome.mp4", EXAMPLES));
    app.get("/example-still.jpg", (_, reply) => reply.sendFile("welcome.jpg", EXAMPLES));
    app.get("/example.jpg", (_, reply) => reply.sendFile("portrait.jpg", EXAMPLES));
    operatorRoutes(app, this.#parts);
    const shares = new AddressShares(perAddress, () => clock.now());
    chatRoutes(app, { door, store, conversation, hub: this.#hub, pace, shares });
    readRoutes(app, { door, store, hub: this.#hub });
    passRoutes(app, { config: this.#parts.config, door, store });
    const { studio } = this.#parts;
    albumRoutes(app, { door, store, studio, reels: this.#reels });
    verifyRoutes(app, { door, studio, pace, log });
    movementRoutes(app, { door, store, studio, conversation, pace, log });
  }
}
