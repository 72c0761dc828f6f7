import { createHash, randomBytes } from "node:crypto";
import type { Multipart, MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import sharp from "sharp";
import { z } from "zod";
import { UserError } from "../../errors.ts";
import { decodePhoto, MAX_FILE_BYTES } from "../../pipeline/photo/decode.ts";
import type { DiskStore } from "../../store/disk-store.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { photoSource } from "../conversation/requests.ts";
import { type ChatRef, chatKey, type FileRef, type Person } from "../port/chat-port.ts";
import { insistOnPace, type Pace } from "./body-pace.ts";
import type { Hub } from "./hub.ts";
import { languageOf } from "./language.ts";
import { pageMessage } from "./page-message.ts";
import { Places, type PlacesLimits } from "./places.ts";
import type { Shown } from "./protocol.ts";
import { Refused } from "./refused.ts";
import type { Doorkeeper } from "./session.ts";

/** How large a photo is shown, in pixels of the longer side. */
const SHOWN_SIDE = 1280;
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
  readonly store: DiskStore;
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
    if (Number(request.headers["content-length"] ?? 0) > MAX_FILE_BYTES + FORM_BYTES) throw new Refused("tooLarge");
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

/** Keeps the photo, shows it on the page, and asks for its clip. */
async function takePhoto(
  { store, hub, conversation }: ChatParts,
  who: Speaker,
  bytes: Uint8Array,
  album: string | undefined,
): Promise<void> {
  const key = chatKey(who.chat);
  const unique = createHash("sha256").update(bytes).digest("base64url");
  const shown = await view(bytes);
  const photo = await store.photos.put(
    { platform: "web", owner: key, chat: key, source: photoSource(key, { unique }) },
    bytes,
  );
  const entry = store.transcript.add({
    chat: key,
    replyTo: null,
    photo: photo.id,
    shown: { from: "visitor", text: "", keyboard: [], ...(shown && { size: shown.size }) } satisfies Shown,
    ...(shown && { picture: shown.jpeg.toString("base64") }),
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

/** What the page shows of a photo, and the size in which its faces are measured; null when it cannot be read. */
async function view(bytes: Uint8Array) {
  try {
    const { width, height, rgb } = await decodePhoto(bytes);
    const jpeg = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .resize(SHOWN_SIDE, SHOWN_SIDE, { fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
    return { size: { width, height }, jpeg };
  } catch (error) {
    // The conversation says what is wrong with it.
    if (error instanceof UserError) return null;
    throw error;
  }
}

function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new Refused("strange");
  return parsed.data;
}
