import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { z } from "zod";
import { type Clock, pause } from "../../clock.ts";
import { isLoopback, type WebConfig } from "../../config.ts";
import type { Health } from "../../health/health.ts";
import type { Store } from "../../store/store.ts";
import { Guesses } from "./guesses.ts";
import { languageFor } from "./language.ts";
import { operatorTexts } from "./page-texts.ts";
import { invite } from "./passes.ts";
import type { Greeting } from "./protocol.ts";
import { Refused } from "./refused.ts";
import { isSame, Visitors } from "./visitors.ts";

const COOKIE = "keepsake-operator";
const HALF_A_DAY = 12 * 3600;
/** From one address. */
const GUESSES_PER_MINUTE = 10;

export interface OperatorParts {
  readonly config: WebConfig;
  readonly clock: Clock;
  readonly log: Logger;
  /** The key of everything at rest, in base64: cookies are signed with keys made from it. */
  readonly dataKey: string;
  readonly health: Health;
  readonly store: Pick<Store, "passes">;
}

/** What the operator and their programs see: never anything of a visitor. */
export function operatorRoutes(app: FastifyInstance, parts: OperatorParts): void {
  const { config, health, clock, log, dataKey } = parts;
  const { adminSecret, origin } = config;
  const secret = `operator ${adminSecret ?? ""}`;
  const operators = new Visitors({ dataKey, secret, lifetimeSeconds: HALF_A_DAY, now: () => clock.now() });
  const guesses = new Guesses(() => clock.now());

  app.get("/healthz", (_, reply) => {
    const why = health.notReady();
    return reply.code(why.length === 0 ? 200 : 503).send({ ready: why.length === 0, why });
  });

  app.get("/metrics", { config: { rateLimit: { keyGenerator: addressOf } } }, async (request, reply) => {
    if (!mayMeasure(request, config)) throw new Refused("invitation");
    const { type, body } = await health.metrics.text();
    return reply.type(type).send(body);
  });

  if (adminSecret === undefined) return;

  app.get("/status", (_, reply) => reply.sendFile("status.html"));

  app.get("/api/status/greeting", (request, reply) => {
    const locale = languageFor(request);
    const greeting: Greeting = { locale, texts: operatorTexts(locale) };
    return reply.header("cache-control", "no-store").send(greeting);
  });

  const guessing = { rateLimit: { max: GUESSES_PER_MINUTE, timeWindow: "1 minute", keyGenerator: addressOf } };
  app.post("/api/status/session", { config: guessing }, async (request, reply) => {
    const body = z.object({ secret: z.string().max(200) }).safeParse(request.body);
    await pause(clock, guesses.delayMs());
    if (!isSame(body.data?.secret ?? "", adminSecret)) {
      guesses.note();
      log.warn({ address: addressOf(request) }, "a wrong ADMIN_SECRET was given");
      throw new Refused("invitation");
    }
    const secure = origin?.startsWith("https:") === true;
    const cookie = { path: "/api/status", httpOnly: true, sameSite: "strict", secure, maxAge: HALF_A_DAY } as const;
    return reply.setCookie(COOKIE, operators.create(), cookie).code(204).send();
  });

  app.post("/api/status/passes", async (request, reply) => {
    if (operators.read(request.cookies[COOKIE]) === null) throw new Refused("invitation");
    const pass = invite(request, parts);
    return pass === null ? reply.code(204).send() : reply.header("cache-control", "no-store").send(pass);
  });

  app.get("/api/status", async (request, reply) => {
    if (operators.read(request.cookies[COOKIE]) === null) throw new Refused("invitation");
    return reply.header("cache-control", "no-store").send(await health.status());
  });
}

function addressOf({ ip }: FastifyRequest): string {
  return ip;
}

/** With `ADMIN_SECRET` as a bearer token; without one, only where nobody else can come. */
function mayMeasure(request: FastifyRequest, { adminSecret, host, origin }: WebConfig): boolean {
  if (adminSecret === undefined) return isLoopback(host) && origin === undefined;
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  return isSame(given ?? "", adminSecret);
}
