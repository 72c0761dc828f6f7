import { z } from "zod";
import { platformName } from "../../queue/contract/job.ts";
import { deliveryRow } from "../../store/rows.ts";
import type { ChatEvent, ChatRef } from "../port/chat-port.ts";

/** Events and chats as they come back from disk. */

export const chatSchema = z.object({
  platform: platformName,
  id: z.string(),
  group: z.boolean(),
  thread: z.exactOptional(z.string()),
  server: z.exactOptional(z.string()),
}) satisfies z.ZodType<ChatRef>;

const base = {
  id: z.string(),
  chat: chatSchema,
  from: z.object({
    id: z.string(),
    language: z.exactOptional(z.string()),
    moderator: z.exactOptional(z.boolean()),
  }),
  maxClipBytes: z.exactOptional(z.number()),
  awaited: z.exactOptional(z.boolean()),
};

const photo = z.object({
  file: z.object({ id: z.string(), unique: z.string(), bytes: z.exactOptional(z.number()) }),
  message: z.string(),
  owner: z.exactOptional(z.string()),
  expected: z.exactOptional(z.boolean()),
});

const wish = z.object({
  gesture: z.exactOptional(z.string()),
  face: z.exactOptional(z.union([z.number(), z.literal("all")])),
  framing: z.exactOptional(z.enum(["portrait", "photo"])),
  level: z.exactOptional(z.number()),
  step: z.exactOptional(z.number()),
  original: z.exactOptional(z.boolean()),
});

export const eventSchema = z.discriminatedUnion("kind", [
  z.object({
    ...base,
    kind: z.literal("photo"),
    photo,
    album: z.exactOptional(z.string()),
    wish: z.exactOptional(wish),
    unclear: z.exactOptional(z.literal(true)),
  }),
  z.object({
    ...base,
    kind: z.literal("wish"),
    wish,
    message: z.string(),
    about: z.exactOptional(z.string()),
  }),
  z.object({
    ...base,
    kind: z.literal("command"),
    name: z.enum(["start", "help", "privacy", "forget", "report", "animate", "file"]),
    message: z.string(),
    about: z.exactOptional(z.string()),
  }),
  z.object({
    ...base,
    kind: z.literal("press"),
    press: z.string(),
    data: z.string(),
    message: z.exactOptional(z.string()),
    about: z.exactOptional(z.string()),
  }),
  z.object({
    ...base,
    kind: z.literal("other"),
    what: z.enum(["text", "thanks", "sticker", "video", "file", "something"]),
    message: z.string(),
  }),
  z.object({ ...base, kind: z.literal("moved"), to: chatSchema }),
  z.object({ ...base, kind: z.literal("gone") }),
]) satisfies z.ZodType<ChatEvent>;

/** How far a request has got, in the journal. */
export const notesSchema = z.object({
  /** The status message. */
  status: z.exactOptional(z.string()),
  /** The chat in which that is, where the talk has moved to another one. */
  statusIn: z.exactOptional(chatSchema),
  /** The queue has the job: it will tell how it ends. */
  queued: z.exactOptional(z.boolean()),
  /** The clip's message: it must not be sent again. */
  sent: z.exactOptional(z.string()),
  /** How often the clip may have been sent: the platform's answer was lost. */
  doubts: z.exactOptional(z.number()),
  /** Messages that are to be removed, when what was noted about them is gone already. */
  unsaid: z.exactOptional(z.array(deliveryRow)),
  /** What came of a /forget that is carried out but for the messages: photos that went, and the messages that are still to go. */
  forgot: z.exactOptional(z.object({ photos: z.number(), said: z.array(deliveryRow) })),
});
