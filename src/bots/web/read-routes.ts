import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Store } from "../../store/store.ts";
import type { Hub } from "./hub.ts";
import { pageMessage } from "./page-message.ts";
import type { PageEvent } from "./protocol.ts";
import { Refused } from "./refused.ts";
import { idOf, privately, sendRange } from "./serving.ts";
import type { Doorkeeper } from "./session.ts";

const PAGES_PER_VISITOR = 10;
const PAGES_IN_ALL = 600;
/** A page opens with the latest messages. */
const MESSAGES_SHOWN = 200;
/** Proxies close what is silent for a minute. */
const ALIVE_EVERY_MS = 20_000;
/** A page that does not take what it is told is let go; it comes again. */
const MAX_UNSENT_BYTES = 2_000_000;

export interface ReadParts {
  readonly door: Doorkeeper;
  readonly store: Store;
  readonly hub: Hub;
}

/** What visitors see. Each sees what is in their own chat, whatever they ask for. */
export function readRoutes(app: FastifyInstance, { door, store, hub }: ReadParts): void {
  app.get("/api/events", (request, reply) => {
    const chat = door.chatOf(request);
    if (hub.count(chat) >= PAGES_PER_VISITOR) throw new Refused("tooMany");
    if (hub.size >= PAGES_IN_ALL) hub.closeOne();
    stream(request, reply, hub, chat, () => store.transcript.latest(chat, MESSAGES_SHOWN).map(pageMessage));
  });

  app.get("/api/pictures/:id", async (request, reply) => {
    const chat = door.chatOf(request);
    const picture = store.transcript.picture(chat, idOf(request));
    if (picture === null) throw new Refused("notFound");
    return privately(reply).type("image/jpeg").send(Buffer.from(picture, "base64"));
  });

  app.get("/api/clips/:id", async (request, reply) => {
    const chat = door.chatOf(request);
    const id = idOf(request);
    const mp4 = store.transcript.shows(chat, id) ? await store.clips.bytes(id) : null;
    if (mp4 === null) throw new Refused("notFound");
    return sendRange(request, privately(reply).type("video/mp4"), mp4);
  });

  app.get("/api/clips/:id/still", async (request, reply) => {
    const chat = door.chatOf(request);
    const id = idOf(request);
    const jpeg = store.transcript.shows(chat, id) ? await store.clips.thumbnail(id) : null;
    if (jpeg === null) throw new Refused("notFound");
    return privately(reply).type("image/jpeg").send(Buffer.from(jpeg));
  });
}

/** Server-sent events: first what was said before, then what happens. */
function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: Hub,
  chat: string,
  history: () => Extract<PageEvent, { kind: "history" }>["messages"],
): void {
  const { raw } = reply;
  reply.hijack();
  // Nothing can happen between the history and the first event: both in one turn.
  const headers = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, headers);
  const write = (text: string): void => {
    raw.write(text);
    if (raw.writableLength > MAX_UNSENT_BYTES) raw.destroy();
  };
  const tell = (event: PageEvent): void => {
    write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const alive = setInterval(() => {
    write(": still here\n\n");
  }, ALIVE_EVERY_MS);
  const end = hub.listen(chat, { tell, close: () => raw.destroy() });
  request.raw.socket.setNoDelay(true);
  raw.on("close", () => {
    clearInterval(alive);
    end();
  });
  tell({ kind: "history", messages: history() });
}
