import { randomBytes, webcrypto } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Box } from "../../pipeline/types.ts";
import type { Store } from "../../store/store.ts";
import { localeOf } from "../../texts/locales.ts";
import { encodeAction, FIRST_CHOICE } from "../conversation/choice.ts";
import { noteConsentTold } from "../conversation/consent.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { boxSchema } from "../conversation/event-schema.ts";
import { photoSource } from "../conversation/intake.ts";
import { chatKey, type FileRef, personKey } from "../port/chat-port.ts";
import { Places } from "../port/places.ts";
import { type AddressShares, networkOf } from "./address-shares.ts";
import type { Pace } from "./body-pace.ts";
import type { Hub } from "./hub.ts";
import { languageFor } from "./language.ts";
import { limitNetworks } from "./network-limit.ts";
import { pageMessage } from "./page-message.ts";
import { announcedBytes, type Posted, readPosted } from "./posted-file.ts";
import type { Shown } from "./protocol.ts";
import { Refused, refusedWith } from "./refused.ts";
import { parse } from "./serving.ts";
import type { Doorkeeper } from "./session.ts";
import { type Speaker, speakerOf } from "./speaker.ts";

/** Photos that are taken in at once: each is in memory meanwhile. */
const UPLOADS = { all: 8, each: 2 };
/** Photos that may wait for that, of one visitor and of everybody. */
const WAITING = { each: 20, all: 200 };
const PHOTOS_PER_MINUTE = { rateLimit: { max: 20, timeWindow: "1 minute" } };
/** Each is answered, and kept. */
const WORDS_PER_MINUTE = { rateLimit: { max: 60, timeWindow: "1 minute" } };
const TAPS_PER_MINUTE = { rateLimit: { max: 120, timeWindow: "1 minute" } };
/** Of all visitors at one address together. */
const ALL_PER_MINUTE = { max: 600, timeWindow: "1 minute" };

export interface ChatParts {
  readonly door: Doorkeeper;
  readonly store: Store;
  readonly conversation: Conversation;
  readonly hub: Hub;
  readonly pace: Pace;
  readonly shares: AddressShares;
}

const messageId = z.string().regex(/^\d{1,15}$/);
const press = z.object({ message: messageId, data: z.string().min(1).max(64) });
const frame = z.object({ message: messageId, box: boxSchema });
const deletion = z.object({ message: messageId });
const command = z.object({
  name: z.enum(["start", "help", "privacy", "forget", "report"]),
  about: z.exactOptional(messageId),
});

/** What visitors do: they post photos, tap, and ask. Each becomes an event of the conversation. */
export function chatRoutes(app: FastifyInstance, parts: ChatParts): void {
  const { conversation, door, store } = parts;
  const speaker = (request: FastifyRequest): Speaker => {
    return speakerOf(door.require(request), languageFor(request));
  };
  const onRequest = limitNetworks(app, ALL_PER_MINUTE);

  const places = new Places(UPLOADS);
  app.post("/api/photos", { config: PHOTOS_PER_MINUTE, onRequest }, async (request, reply) => {
    await takeUpload(parts, places, speaker(request), request);
    return reply.code(204).send();
  });

  app.post("/api/presses", { config: TAPS_PER_MINUTE, onRequest }, async (request) => {
    const who = speaker(request);
    const { message, data } = parse(press, request.body);
    const entry = store.transcript.get(chatKey(who.chat), message);
    if (entry === null) throw new Refused("notFound");
    const token = `${who.chat.id} ${randomBytes(9).toString("base64url")}`;
    const about = entry.replyTo === null ? {} : { about: entry.replyTo };
    await conversation.handle({ ...who, kind: "press", id: eventId(who), press: token, data, message, ...about });
    return { press: token };
  });

  app.post("/api/frames", { config: WORDS_PER_MINUTE, onRequest }, async (request, reply) => {
    const { message, box } = parse(frame, request.body);
    await lookAgain(parts, speaker(request), message, box);
    return reply.code(204).send();
  });

  app.post("/api/deletions", { config: TAPS_PER_MINUTE, onRequest }, async (request, reply) => {
    const who = speaker(request);
    await removePhoto(parts, who, parse(deletion, request.body).message);
    return reply.code(204).send();
  });

  app.post("/api/rules", { config: WORDS_PER_MINUTE, onRequest }, async (request, reply) => {
    const { chat, from } = speaker(request);
    await noteConsentTold({ store }, chat, personKey(chat, from));
    return reply.code(204).send();
  });

  app.post("/api/commands", { config: WORDS_PER_MINUTE, onRequest }, async (request, reply) => {
    const who = speaker(request);
    const { name, about } = parse(command, request.body);
    const answered = about === undefined ? {} : { about };
    await conversation.handle({ ...who, kind: "command", id: eventId(who), name, message: "0", ...answered });
    return reply.code(204).send();
  });
}

function eventId({ chat }: Speaker): string {
  return `web-${chat.id}-${randomBytes(9).toString("base64url")}`;
}

/** Takes a photo in, if there is room for it: that is asked before anything of it is read. */
async function takeUpload(parts: ChatParts, places: Places, who: Speaker, request: FastifyRequest): Promise<void> {
  const announced = announcedBytes(request);
  const { id: visitor } = who.chat;
  if (places.isCrowded(visitor, WAITING)) throw new Refused("tooMany");
  const leave = await places.take(visitor);
  try {
    const id = eventId(who);
    const callOff = await letIn(parts, who, { id, bytes: announced, network: networkOf(request.ip) });
    try {
      await takePhoto(parts, who, id, await readPosted(request, parts.pace));
    } catch (error) {
      await callOff();
      throw error;
    }
  } finally {
    leave();
  }
}

interface Announced {
  readonly id: string;
  readonly bytes: number;
  readonly network: string;
}

/** Lets a photo in that is to come; returns how to call that off. Throws `Refused`. */
async function letIn(
  { conversation, shares }: ChatParts,
  who: Speaker,
  { id, bytes, network }: Announced,
): Promise<() => Promise<void>> {
  const lack = shares.lack(network, bytes);
  if (lack !== null) throw refusedWith("full", lack, localeOf(who.from.language));
  const giveBack = shares.note(network, bytes);
  const refusal = await conversation.expect({ ...who, id, bytes });
  if (refusal === null) {
    return async () => {
      giveBack();
      await conversation.expectNoMore(id);
    };
  }
  giveBack();
  throw new Refused("full", refusal);
}

/** Has a photo in which nobody was found looked at again, where its visitor has drawn a box round a face. */
async function lookAgain({ store, conversation }: ChatParts, who: Speaker, message: string, near: Box): Promise<void> {
  const key = chatKey(who.chat);
  const entry = store.transcript.get(key, message);
  const photo = entry?.photo === undefined || entry.photo === null ? null : await store.photos.get(entry.photo);
  if (entry === null || photo === null) throw new Refused("notFound");
  // Those that were found have numbers, which clips know them by.
  if (photo.faces?.some(({ obstacle }) => obstacle === null) === true) throw new Refused("strange");
  const unique = photo.source.slice(photoSource(key, { unique: "" }).length);
  const shared = { file: { id: photo.id, unique }, message };
  await conversation.handle({ ...who, kind: "photo", id: eventId(who), photo: shared, near });
}

/** Removes a photo with its clips; one that came to nothing, too, or of which only the message is left. */
async function removePhoto({ store, hub, conversation }: ChatParts, who: Speaker, message: string): Promise<void> {
  const key = chatKey(who.chat);
  const entry = store.transcript.get(key, message);
  if (entry === null || entry.replyTo !== null) throw new Refused("notFound");
  if (entry.photo !== null) {
    const choice = { ...FIRST_CHOICE, photo: entry.photo, face: 1 };
    const data = encodeAction({ kind: "delete", choice });
    const press = `${who.chat.id} ${message}`;
    return conversation.handle({ ...who, kind: "press", id: eventId(who), press, data, message });
  }
  const gone = store.transcript.remove(key, message);
  hub.tell(key, { kind: "removed", ids: [message, ...gone] });
}

/** Keeps the photo and asks for its clip. It is shown as soon as it has been looked at (`WebPort.outline`). */
async function takePhoto(
  { store, hub, conversation }: ChatParts,
  who: Speaker,
  id: string,
  { bytes, name, fields: { ticket } }: Posted,
): Promise<void> {
  const key = chatKey(who.chat);
  // On another thread, because 20 MB take long enough to hold up everybody's chat.
  const unique = Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("base64url");
  const source = photoSource(key, { unique });
  const photo = await store.photos.put({ platform: "web", owner: key, chat: key, source }, bytes);
  // From here on it counts as what is kept.
  store.room.release(id);
  const known = { ...(name !== undefined && { name }), ...(ticket !== undefined && { ticket }) };
  const shown: Shown = { from: "visitor", text: "", keyboard: [], ...known };
  const entry = store.transcript.add({ chat: key, replyTo: null, photo: photo.id, shown });
  const message = entry.id;
  try {
    // So that the message goes when the photo is deleted.
    await store.deliveries.record({ platform: "web", chat: key, message, photo: photo.id, clip: null, user: key });
    const file: FileRef = { id: photo.id, unique, bytes: bytes.length };
    hub.tell(key, { kind: "message", message: pageMessage(entry) });
    await conversation.handle({
      ...who,
      kind: "photo",
      id,
      photo: { file, message, expected: true },
    });
  } catch (error) {
    // Nobody will answer it, so nothing of it stays.
    store.transcript.remove(key, message);
    hub.tell(key, { kind: "removed", ids: [message] });
    await store.deliveries.remove("web", key, message);
    await store.photos.release(photo.id);
    throw error;
  }
}
