import { join } from "node:path";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import files from "@fastify/static";
import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { WebConfig } from "../../config.ts";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import { PACE, type Pace } from "./body-pace.ts";
import { keepRoom } from "./connections.ts";
import { Origins } from "./origins.ts";
import type { Refusal, TurnedAway } from "./protocol.ts";
import { Refused } from "./refused.ts";
import type { Doorkeeper } from "./session.ts";

/** The page as `npm run build:page` makes it. */
export const BUILT_PAGE = join(import.meta.dirname, "../../../page");

/** Taps and commands are small; photos have a limit of their own. */
const MAX_JSON_BYTES = 4096;
/** A movement is filmed on the page, without its sound. */
const PERMISSIONS = "camera=(self), microphone=(), geolocation=(), display-capture=()";
const MOST_CONNECTIONS = 1000;
/** Calls a minute of one visitor, or of one address without a visit. */
const CALLS_PER_MINUTE = 600;

export interface Patience {
  /** How long a request may take to arrive, in ms. */
  readonly requestMs: number;
  /** How often that is checked, in ms. */
  readonly checkEveryMs: number;
  /** How slowly a photo may come. */
  readonly pace: Pace;
}

export const PATIENCE: Patience = { requestMs: 120_000, checkEveryMs: 5000, pace: PACE };

/** An HTTP server that turns away, unread, whatever a page of ours would not send. Routes come from outside. */
export async function createServer(
  config: WebConfig,
  door: Doorkeeper,
  log: Logger,
  { requestMs, checkEveryMs }: Pick<Patience, "requestMs" | "checkEveryMs"> = PATIENCE,
): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: MAX_JSON_BYTES,
    requestTimeout: requestMs,
    forceCloseConnections: true,
    trustProxy: config.origin === undefined ? false : [...config.trustedProxies],
    http: { headersTimeout: Math.min(10_000, requestMs), connectionsCheckingInterval: checkEveryMs },
    routerOptions: { maxParamLength: 100 },
  });
  keepRoom(app.server, MOST_CONNECTIONS);
  answerErrors(app, log);
  await app.register(cookie);
  await app.register(helmet, securityHeaders(config));
  app.addHook("onRequest", async (_, reply) => {
    reply.header("permissions-policy", PERMISSIONS);
  });
  guard(app, new Origins(config), log);
  await app.register(rateLimit, {
    max: CALLS_PER_MINUTE,
    timeWindow: "1 minute",
    hook: "onRequest",
    keyGenerator: (request) => door.who(request) ?? request.ip,
    errorResponseBuilder: () => new Refused("tooMany"),
  });
  await app.register(multipart, {
    limits: { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 4, fieldSize: 200, parts: 5 },
  });
  await app.register(files, {
    root: BUILT_PAGE,
    index: false,
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders: (response, path) => {
      // Their names change with their content; nothing else may be kept.
      const lasting = path.includes("/assets/");
      response.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  return app;
}

function guard(app: FastifyInstance, origins: Origins, log: Logger): void {
  app.addHook("onRequest", async (request, reply) => {
    const { host, origin } = request.headers;
    const { url: route } = request.routeOptions;
    const turnAway = (status: 403 | 421): unknown => {
      log.debug({ status, route, address: request.ip }, "a strange request was turned away");
      // The rest of the request is not read, so nothing more can come on this connection.
      return reply
        .code(status)
        .header("connection", "close")
        .send({ refusal: "strange" satisfies Refusal });
    };
    if (route === "/healthz") return;
    if (!origins.knowsHost(host)) return turnAway(421);
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads && !origins.isOurs(origin, host)) return turnAway(403);
    // What another site's page embeds or fetches; browsers that say nothing are kept out by the cookie.
    const from = request.headers["sec-fetch-site"];
    const foreign = from === "cross-site" || from === "same-site";
    if (foreign && isCall(request)) return turnAway(403);
  });
}

/** Whether a request goes to a route of ours below /api/, however its address is spelt. */
export function isCall({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith("/api/") === true;
}

function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ refusal: "notFound" satisfies Refusal }));
  app.setErrorHandler((error: FastifyError | Refused, request, reply) => {
    const status = error.statusCode ?? 500;
    if (request.raw.readableAborted)
      log.debug({ route: request.routeOptions.url }, "a call of the page was broken off");
    else if (status >= 500) log.error({ err: error, route: request.routeOptions.url }, "a call of the page failed");
    if (status === 413) reply.header("connection", "close");
    const text = error instanceof Refused ? error.text : undefined;
    return reply
      .code(status)
      .send({ refusal: refusalOf(error), ...(text !== undefined && { text }) } satisfies TurnedAway);
  });
}

function refusalOf(error: FastifyError | Refused): Refusal {
  if (error instanceof Refused) return error.refusal;
  return error.statusCode === 413 ? "tooLarge" : error.statusCode === 429 ? "tooMany" : "strange";
}

/** Nothing but our own files, and nothing that was written into a page. */
function securityHeaders({ origin }: WebConfig) {
  const tls = origin?.startsWith("https:") === true;
  const self = ["'self'"];
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: ["'self'", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        connectSrc: self,
        manifestSrc: self,
        workerSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: tls,
    // Browsers hold to this one only where the connection can be trusted, and complain elsewhere.
    crossOriginOpenerPolicy: tls,
    originAgentCluster: tls,
    referrerPolicy: { policy: "no-referrer" as const },
  };
}
