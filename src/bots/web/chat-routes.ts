import { randomBytes, webcrypto } from "node:crypto";
import type { Multipart, MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import type { Store } from "../../store/store.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { photoSource } from "../conversation/intake.ts";
import { type ChatRef, chatKey, type FileRef, type Person } from "../port/chat-port.ts";
import { insistOnPace, type Pace } from "./body-pace.ts";
import type { Hub } from "./hub.ts";
import { languageOf } from "./language.ts";
import { pageMessage } from "./page-message.ts";
import { Places, type PlacesLimits } from "./places.ts";
import type { Shown } from "./protocol.ts";
import { Refused } from "./refused.ts";
import type { Doorkeeper } from "./session.ts";

/** Photos that are taken in at once: each is in memory meanwhile. */
const UPLOADS: PlacesLimits = { all: 8, each: 2, waitingEach: 20, waiting: 200 };
const PHOTOS_PER_MINUTE = { rateLimit: { max: 20, timeWindow: "1 minute" } };
/** Each is answered, and kept. */
const WORDS_PER_MINUTE = { rateLimit: { max: 60, timeWindow: "1 minute" } };
const TAPS_PER_MINUTE = { rateLimit: { max: 120, timeWindow: "1 minute" } };
/** What a form adds to its file. */
const FORM_BYTES = 4096;

export interface ChatParts {
  readonly door: Doorkeeper;
  readonly store: Store;
  readonly conversation: Conversation;
  readonly hub: Hub;
  readonly pace: Pace;
}

/** Who speaks, and in which chat: every visitor has one of their own. */
interface Speaker {
  readonly chat: ChatRef;
  readonly from: Person;
}

const albumName = z.string().regex(/^[\w-]{1,40}$/);
const press = z.object({ message: z.string().regex(/^\d{1,15}$/), data: z.string().min(1).max(64) });
const command = z.object({
  name: z.enum(["start", "help", "privacy", "forget", "report"]),
  about: z.exactOptional(z.string().regex(/^\d{1,15}$/)),
});
const other = z.object({ what: z.enum(["text", "video", "file", "something"]) });

/** What visitors do: they post photos, tap, and ask. Each becomes an event of the conversation. */
export function chatRoutes(app: FastifyInstance, parts: ChatParts): void {
  const { conversation, door, store } = parts;
  const speaker = (request: FastifyRequest): Speaker => {
    const id = door.require(request);
    const language = languageOf(request.headers["accept-language"]);
    return { chat: { platform: "web", id, group: false }, from: { id, language } };
  };
  const eventId = ({ chat }: Speaker): string => `web-${chat.id}-${randomBytes(9).toString("base64url")}`;

  takePhotos(app, parts, speaker);

  app.post("/api/presses", { config: TAPS_PER_MINUTE }, async (request) => {
    const who = speaker(request);
    const { message, data } = parse(press, request.body);
    const entry = store.transcript.get(chatKey(who.chat), message);
    if (entry === null) throw new Refused("notFound");
    const token = `${who.chat.id} ${randomBytes(9).toString("base64url")}`;
    const about = entry.replyTo === null ? {} : { about: entry.replyTo };
    await conversation.handle({ ...who, kind: "press", id: eventId(who), press: token, data, message, ...about });
    return { press: token };
  });

  app.post("/api/commands", { config: WORDS_PER_MINUTE }, async (request, reply) => {
    const who = speaker(request);
    const { name, about } = parse(command, request.body);
    const answered = about === undefined ? {} : { about };
    await conversation.handle({ ...who, kind: "command", id: eventId(who), name, message: "0", ...answered });
    return reply.code(204).send();
  });

  app.post("/api/others", { config: WORDS_PER_MINUTE }, async (request, reply) => {
    const who = speaker(request);
    const { what } = parse(other, request.body);
    await conversation.handle({ ...who, kind: "other", id: eventId(who), what, message: "0" });
    return reply.code(204).send();
  });
}

function takePhotos(app: FastifyInstance, parts: ChatParts, speaker: (request: FastifyRequest) => Speaker): void {
  const places = new Places(UPLOADS);
  app.post("/api/photos", { config: PHOTOS_PER_MINUTE }, async (request, reply) => {
    const who = speaker(request);
    if (Number(request.headers["content-length"] ?? 0) > MAX_PHOTO_BYTES + FORM_BYTES) throw new Refused("tooLarge");
    const leave = await places.take(who.chat.id);
    const stopWatching = insistOnPace(request.raw, parts.pace);
    try {
      const { bytes, album } = await readForm(request).finally(stopWatching);
      await takePhoto(parts, who, bytes, album);
    } finally {
      leave();
    }
    return reply.code(204).send();
  });
}

async function readForm(request: FastifyRequest): Promise<{ bytes: Buffer; album: string | undefined }> {
  if (!request.isMultipart()) throw new Refused("strange");
  const part: MultipartFile | undefined = await request.file();
  if (part === undefined) throw new Refused("strange");
  const bytes = await part.toBuffer();
  const field = part.fields["album"] as Multipart | undefined;
  const album = field?.type === "field" ? parse(albumName, field.value) : undefined;
  return { bytes, album };
}

/** Keeps the photo and asks for its clip. It is shown as soon as it has been looked at (`WebPort.outline`). */
async function takePhoto(
  { store, hub, conversation }: ChatParts,
  who: Speaker,
  bytes: Uint8Array,
  album: string | undefined,
): Promise<void> {
  const key = chatKey(who.chat);
  // On another thread, because 20 MB take long enough to hold up everybody's chat.
  const unique = Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("base64url");
  const photo = await store.photos.put(
    { platform: "web", owner: key, chat: key, source: photoSource(key, { unique }) },
    bytes,
  );
  const entry = store.transcript.add({
    chat: key,
    replyTo: null,
    photo: photo.id,
    shown: { from: "visitor", text: "", keyboard: [] } satisfies Shown,
  });
  // So that the message goes when the photo is deleted.
  await store.deliveries.record({
    platform: "web",
    chat: key,
    message: entry.id,
    photo: photo.id,
    clip: null,
    user: key,
  });
  hub.tell(key, { kind: "message", message: pageMessage(entry) });
  const file: FileRef = { id: photo.id, unique, bytes: bytes.length };
  await conversation.handle({
    ...who,
    kind: "photo",
    id: `web-${who.chat.id}-${entry.id}`,
    photo: { file, message: entry.id },
    ...(album !== undefined && { album }),
  });
}

function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new Refused("strange");
  return parsed.data;
}
