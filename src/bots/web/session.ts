import type { FastifyReply, FastifyRequest } from "fastify";
import type { WebConfig } from "../../config.ts";
import { Refused } from "./refused.ts";
import { isSame, Visitors } from "./visitors.ts";

const SIX_MONTHS = 180 * 24 * 3600;

/** Knows who may come in, and who has come. */
export class Doorkeeper {
  readonly #visitors: Visitors;
  readonly #secure: boolean;
  readonly #cookie: string;

  constructor(
    private readonly config: WebConfig,
    dataKey: string,
    now: () => number,
  ) {
    this.#visitors = new Visitors({ dataKey, secret: config.secret, lifetimeSeconds: SIX_MONTHS, now });
    this.#secure = config.origin?.startsWith("https:") === true;
    // Browsers let no neighbouring domain, and nothing without https, set a cookie of such a name.
    this.#cookie = this.#secure ? "__Host-keepsake" : "keepsake";
  }

  /** Who a cookie belongs to, or null. */
  visitor(cookie: string | undefined): string | null {
    return this.#visitors.read(cookie);
  }

  /** The visitor who makes this request, or null. */
  who({ cookies }: FastifyRequest): string | null {
    return this.visitor(cookies[this.#cookie]);
  }

  /** The visitor who makes this request. Throws Refused without one. */
  require(request: FastifyRequest): string {
    const visitor = this.who(request);
    if (visitor === null) throw new Refused("invitation");
    return visitor;
  }

  /** The key of their chat, under which all that is theirs is kept. Throws Refused without a visitor. */
  chatOf(request: FastifyRequest): string {
    return `web:${this.require(request)}`;
  }

  /** Whether somebody may come in: who was here before, or brings an invitation where one is needed. */
  admits(request: FastifyRequest, invitation: string | undefined): boolean {
    const { secret } = this.config;
    return secret === undefined || this.who(request) !== null || isSame(invitation ?? "", secret);
  }

  /** What makes the visitor who makes this request that visitor. Throws Refused without one. */
  tokenOf({ cookies }: FastifyRequest): string {
    const token = this.#visitors.tokenOf(cookies[this.#cookie]);
    if (token === null) throw new Refused("invitation");
    return token;
  }

  /** Lets somebody in: who has a token as its visitor, who was here before as the one they were, others as somebody new. */
  enter(request: FastifyRequest, reply: FastifyReply, token: string | null = null): void {
    const before = request.cookies[this.#cookie];
    const known = token === null ? this.#visitors.renew(before) : this.#visitors.admit(token);
    reply.setCookie(this.#cookie, known ?? this.#visitors.create(), {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: this.#secure,
      maxAge: SIX_MONTHS,
    });
  }
}
