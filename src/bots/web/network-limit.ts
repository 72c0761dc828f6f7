import type { FastifyInstance, FastifyRequest } from "fastify";
import { networkOf } from "./address-shares.ts";
import { Refused } from "./refused.ts";

/** How many calls may come in a time that is written as "1 minute". */
interface CallLimit {
  readonly max: number;
  readonly timeWindow: string;
}

/**
 * Counts calls of all visitors at one address together: a visitor is a cookie, and cookies are to be had for nothing. What it gives
 * counts one more, and throws Refused when that is too many.
 */
export function limitNetworks(app: FastifyInstance, limit: CallLimit): (request: FastifyRequest) => Promise<void> {
  const count = app.createRateLimit({ ...limit, keyGenerator: ({ ip }) => networkOf(ip) });
  return async (request) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw new Refused("tooMany");
  };
}
