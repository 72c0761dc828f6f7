import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { z } from "zod";
import { UserError } from "../../errors.ts";
import { MAX_VIDEO_BYTES } from "../../pipeline/motion/movement.ts";
import type { Studio } from "../../queue/contract/studio.ts";
import { MOST_MOVEMENTS } from "../../store/movements.ts";
import type { Store } from "../../store/store.ts";
import { errorText } from "../../texts/texts.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { movementName } from "../conversation/movement-name.ts";
import { gestureOfVideo } from "../conversation/sent-gesture.ts";
import { Places } from "../port/places.ts";
import type { Pace } from "./body-pace.ts";
import { goneSignal } from "./gone-signal.ts";
import { languageFor } from "./language.ts";
import { limitNetworks } from "./network-limit.ts";
import { announcedBytes, readPosted } from "./posted-file.ts";
import type { FilmedMovement, PageMovement } from "./protocol.ts";
import { Refused, refusedWith } from "./refused.ts";
import { idOf, idWord, parse, privately } from "./serving.ts";
import type { Doorkeeper } from "./session.ts";
import { sightOf } from "./sights.ts";
import { speakerOf } from "./speaker.ts";

/** Videos that are measured at once: each is in memory, and takes seconds of computing. */
const MEASURED = { all: 2, each: 1 };
/** Videos that may wait for that, of everybody and of one visitor. */
const WAITING = { all: 20, each: 1 };
const VIDEOS_PER_MINUTE = { rateLimit: { max: 8, timeWindow: "1 minute" } };
/** Of all visitors at one address together. */
const ALL_PER_HOUR = { max: 80, timeWindow: "1 hour" };
/** Stills of cameras that are looked at at once. Nobody waits: the next one comes in a second. */
const LOOKED_AT = { all: 2, each: 1 };
const STILLS_PER_MINUTE = { rateLimit: { max: 90, timeWindow: "1 minute" } };
const MAX_STILL_BYTES = 60_000;
const CHANGES_PER_MINUTE = { rateLimit: { max: 60, timeWindow: "1 minute" } };

export interface MovementParts {
  readonly door: Doorkeeper;
  readonly store: Store;
  readonly studio: Pick<Studio, "measure" | "look">;
  readonly conversation: Pick<Conversation, "refusalFor">;
  readonly pace: Pace;
  readonly log: Logger;
}

const naming = z.object({ name: z.string().max(200).transform(movementName).pipe(z.string()) });

/** Visitors' movements: filmed or in a video, measured, and kept by a name as long as they like. Nobody sees anybody else's. */
export function movementRoutes(app: FastifyInstance, parts: MovementParts): void {
  const { door, store } = parts;
  measuringRoutes(app, parts);
  const kept = async (owner: string): Promise<readonly PageMovement[]> => store.movements.keptOf(owner);

  app.get("/api/movements", async (request, reply) => privately(reply).send(await kept(door.chatOf(request))));

  app.put("/api/movements/:id", { config: CHANGES_PER_MINUTE }, async (request, reply) => {
    const owner = door.chatOf(request);
    const { name } = parse(naming, request.body);
    const locale = languageFor(request);
    const came = await store.movements.keep(idOf(request), owner, name);
    if (came === "full") throw refusedWith("full", { key: "movement-full", params: { limit: MOST_MOVEMENTS } }, locale);
    if (came !== "kept") throw refusedWith("notFound", { key: "movement-gone", params: {} }, locale);
    return privately(reply).send(await kept(owner));
  });

  app.delete("/api/movements/:id", { config: CHANGES_PER_MINUTE }, async (request, reply) => {
    const owner = door.chatOf(request);
    await store.movements.drop(idOf(request), owner);
    return privately(reply).send(await kept(owner));
  });
}

/** What takes computing: a camera's stills, and videos. */
function measuringRoutes(app: FastifyInstance, parts: MovementParts): void {
  const { door, studio, pace } = parts;
  const looking = new Places(LOOKED_AT);
  app.post("/api/sights", { config: STILLS_PER_MINUTE }, async (request, reply) => {
    const visitor = door.require(request);
    announcedBytes(request, MAX_STILL_BYTES);
    if (!looking.isFree(visitor)) throw new Refused("tooMany");
    const signal = goneSignal(reply);
    const leave = await looking.take(visitor);
    try {
      const { bytes } = await readPosted(request, pace, MAX_STILL_BYTES);
      return await privately(reply).send({ sight: sightOf(await studio.look(bytes, { signal })) });
    } catch (error) {
      throw signal.aborted || error instanceof UserError ? new Refused("strange") : error;
    } finally {
      leave();
    }
  });

  const places = new Places(MEASURED);
  const limitAll = limitNetworks(app, ALL_PER_HOUR);
  app.post("/api/movements", { config: VIDEOS_PER_MINUTE }, async (request, reply) => {
    const visitor = door.require(request);
    const speaker = speakerOf(visitor, languageFor(request));
    const refusal = parts.conversation.refusalFor(speaker);
    if (refusal !== null) throw new Refused("full", refusal);
    announcedBytes(request, MAX_VIDEO_BYTES);
    await limitAll(request);
    if (places.isCrowded(visitor, WAITING)) throw new Refused("tooMany");
    const leave = await places.take(visitor);
    try {
      return await privately(reply).send(await filmed(parts, request, reply));
    } finally {
      leave();
    }
  });
}

/** Measures the movement in the video that a request holds, for the photo that it names. The video goes with the request. */
async function filmed(parts: MovementParts, request: FastifyRequest, reply: FastifyReply): Promise<FilmedMovement> {
  const { store, studio, log, pace } = parts;
  const owner = parts.door.chatOf(request);
  const signal = goneSignal(reply);
  try {
    const { bytes, fields } = await readPosted(request, pace, MAX_VIDEO_BYTES);
    const photo = store.transcript.get(owner, parse(idWord, fields["message"]))?.photo ?? null;
    const isThere = async (): Promise<boolean> => photo !== null && (await store.photos.get(photo)) !== null;
    if (!(await isThere())) throw new Refused("notFound");
    const mirror = fields["mirror"] === "yes";
    const gesture = gestureOfVideo(owner, createHash("sha256").update(bytes).update(String(mirror)).digest("hex"));
    if ((await store.movements.get(gesture)) !== null) return { gesture };
    await store.movements.put({ gesture, owner, movement: await studio.measure(bytes, { mirror, signal }) });
    // Whoever has had everything deleted meanwhile leaves no movement behind either.
    if (await isThere()) return { gesture };
    await store.movements.drop(gesture, owner);
    throw new Refused("notFound");
  } catch (error) {
    // An answer that nobody reads.
    if (signal.aborted) throw new Refused("strange");
    if (!(error instanceof UserError)) throw error;
    log.debug({ code: error.code }, "no movement was measured in a video");
    throw refusedWith("unfit", errorText(error.code), languageFor(request));
  }
}
