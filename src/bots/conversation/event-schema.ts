import { z } from "zod";
import { platformName } from "../../queue/contract/job.ts";
import { type ChatEvent, COMMAND_NAMES } from "../port/chat-event.ts";
import type { ChatRef } from "../port/chat-port.ts";

/** Events and chats as they come back from disk. */

export const chatSchema = z.object({
  platform: platformName,
  id: z.string(),
  group: z.boolean(),
  thread: z.exactOptional(z.string()),
  server: z.exactOptional(z.string()),
}) satisfies z.ZodType<ChatRef>;

/** A part of a photo, in pixels. */
export const boxSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

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

const file = z.object({ id: z.string(), unique: z.string(), bytes: z.exactOptional(z.number()) });

const toFollow = { movement: z.exactOptional(file), music: z.exactOptional(file) };

const photo = z.object({
  file,
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
    near: z.exactOptional(boxSchema),
    ...toFollow,
    unclear: z.exactOptional(z.literal(true)),
  }),
  z.object({
    ...base,
    kind: z.literal("wish"),
    wish,
    message: z.string(),
    about: z.exactOptional(z.string()),
    ...toFollow,
  }),
  z.object({
    ...base,
    kind: z.literal("command"),
    name: z.enum(COMMAND_NAMES),
    message: z.string(),
    about: z.exactOptional(z.string()),
    file: z.exactOptional(file),
    words: z.exactOptional(z.string()),
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
    what: z.enum(["text", "thanks", "sticker", "video", "sound", "file", "something"]),
    message: z.string(),
  }),
  z.object({ ...base, kind: z.literal("moved"), to: chatSchema }),
  z.object({ ...base, kind: z.literal("gone") }),
]) satisfies z.ZodType<ChatEvent>;
