import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { UserError } from "../../errors.ts";
import { isOurs, type Marks, signedByUs } from "../../pipeline/verify/marks.ts";
import type { Studio } from "../../queue/contract/studio.ts";
import { Places } from "../port/places.ts";
import type { Pace } from "./body-pace.ts";
import { goneSignal } from "./gone-signal.ts";
import { announcedBytes, readPosted } from "./posted-file.ts";
import type { Verdict, VerdictMark } from "./protocol.ts";
import { Refused } from "./refused.ts";
import { privately } from "./serving.ts";
import type { Doorkeeper } from "./session.ts";

/** Files that are looked at at once: each is in memory, and takes seconds of computing. */
const LOOKING = { all: 4, each: 1 };
/** Files that may wait for that, of everybody and of one visitor. */
const WAITING = { all: 20, each: 1 };
const FILES_PER_MINUTE = { rateLimit: { max: 20, timeWindow: "1 minute" } };

export interface VerifyParts {
  readonly door: Doorkeeper;
  readonly studio: Pick<Studio, "verify">;
  readonly pace: Pace;
  readonly log: Logger;
}

/** Tells visitors whether a file bears Keepsake's marks. Nothing of it is kept; whoever goes away calls the search off. */
export function verifyRoutes(app: FastifyInstance, { door, studio, pace, log }: VerifyParts): void {
  const places = new Places(LOOKING);
  app.post("/api/verify", { config: FILES_PER_MINUTE }, async (request, reply) => {
    const visitor = door.require(request);
    announcedBytes(request);
    if (places.isCrowded(visitor, WAITING)) throw new Refused("tooMany");
    const gone = goneSignal(reply);
    const leave = await places.take(visitor);
    try {
      const { bytes } = await readPosted(request, pace);
      return await privately(reply).send(verdictOf(await studio.verify(bytes, { signal: gone })));
    } catch (error) {
      // An answer that nobody reads.
      if (gone.aborted) throw new Refused("strange");
      if (!(error instanceof UserError)) throw error;
      log.debug({ code: error.code }, "a file was not searched for marks");
      throw new Refused("tooLarge");
    } finally {
      leave();
    }
  });
}

function verdictOf(marks: Marks): Verdict {
  const { watermark, note, sourceTypes } = marks;
  const by: VerdictMark[] = [];
  if (watermark?.found === true) by.push("picture");
  if (signedByUs(marks)) by.push("signature");
  if (note) by.push("note");
  const made = isOurs(marks) ? "found" : watermark === null ? "unreadable" : "not-found";
  return { made, by, namesSoftware: sourceTypes.length > 0 };
}
