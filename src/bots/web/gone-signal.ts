import type { FastifyReply } from "fastify";

/** Aborted when whoever waits for an answer is no longer there. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => gone.abort());
  return gone.signal;
}
