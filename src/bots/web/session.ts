import type { FastifyReply, FastifyRequest } from "fastify";
import type { WebConfig } from "../../config.ts";
import { Refused } from "./refused.ts";
import { isSame, Visitors } from "./visitors.ts";

const COOKIE = "keepsake";
const SIX_MONTHS = 180 * 24 * 3600;

/** Knows who may come in, and who has come. */
export class Doorkeeper {
  readonly #visitors: Visitors;

  constructor(
    private readonly config: WebConfig,
    dataKey: string,
    now: () => number,
  ) {
    this.#visitors = new Visitors({ dataKey, secret: config.secret, lifetimeSeconds: SIX_MONTHS, now });
  }

  /** Who a cookie belongs to, or null. */
  visitor(cookie: string | undefined): string | null {
    return this.#visitors.read(cookie);
  }

  /** The visitor who makes this request. Throws Refused without one. */
  require(request: FastifyRequest): string {
    const visitor = this.visitor(cookieOf(request));
    if (visitor === null) throw new Refused("invitation");
    return visitor;
  }

  /** Whether somebody may come in: who was here before, or brings an invitation where one is needed. */
  admits(request: FastifyRequest, invitation: string | undefined): boolean {
    const { secret } = this.config;
    return secret === undefined || this.visitor(cookieOf(request)) !== null || isSame(invitation ?? "", secret);
  }

  /** Lets somebody in: who was here before as the one they were, others as somebody new. */
  enter(request: FastifyRequest, reply: FastifyReply): void {
    const { origin } = this.config;
    reply.setCookie(COOKIE, this.#visitors.renew(cookieOf(request)) ?? this.#visitors.create(), {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: origin?.startsWith("https:") === true,
      maxAge: SIX_MONTHS,
    });
  }
}

/** The visitor's cookie as it came. */
export function cookieOf(request: FastifyRequest): string | undefined {
  return request.cookies[COOKIE];
}
