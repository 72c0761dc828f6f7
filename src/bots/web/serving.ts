import type { FastifyReply, FastifyRequest } from "fastify";
import parseRange from "range-parser";
import { z } from "zod";
import { Refused } from "./refused.ts";

/** An id of the store's, or a word as short and plain as one. */
export const idWord = z.string().regex(/^[\w-]{1,40}$/);

const idParams = z.object({ id: idWord });

/** The id in a request's address. Throws Refused for what is none. */
export function idOf(request: FastifyRequest): string {
  const parsed = idParams.safeParse(request.params);
  if (!parsed.success) throw new Refused("notFound");
  return parsed.data.id;
}

/** What a request holds, as the shape says. Throws Refused for anything else. */
export function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new Refused("strange");
  return parsed.data;
}

/** An answer that no browser keeps. */
export function privately(reply: FastifyReply): FastifyReply {
  return reply.header("cache-control", "private, no-store");
}

/** The part of a clip that a player asks for, or all of it. */
export function sendRange(request: FastifyRequest, reply: FastifyReply, mp4: Uint8Array): FastifyReply {
  reply.header("accept-ranges", "bytes");
  const { range } = request.headers;
  const ranges = range === undefined ? -2 : parseRange(mp4.length, range);
  const [part, ...more] = typeof ranges === "number" ? [] : ranges;
  if (ranges === -1) return reply.code(416).header("content-range", `bytes */${mp4.length}`).send();
  // Several parts at once, other units, or nonsense: all of it is a right answer.
  if (part === undefined || more.length > 0) return reply.send(Buffer.from(mp4));
  reply.code(206).header("content-range", `bytes ${part.start}-${part.end}/${mp4.length}`);
  return reply.send(Buffer.from(mp4.subarray(part.start, part.end + 1)));
}
