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
  ) {
    this.#visitors = new Visitors(dataKey, config.secret);
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

  /** Lets somebody in who was here before, or brings an invitation where one is needed. Throws Refused. */
  enter(request: FastifyRequest, reply: FastifyReply, invitation: string | undefined): void {
    const { secret, origin } = this.config;
    const known = cookieOf(request);
    const back = this.visitor(known) !== null;
    if (!back && secret !== undefined && !isSame(invitation ?? "", secret)) throw new Refused("invitation");
    reply.setCookie(COOKIE, back && known !== undefined ? known : this.#visitors.create(), {
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
