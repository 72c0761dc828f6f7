import { z } from "zod";
import { STAGE_NAMES } from "../../pipeline/request.ts";
import type { Purpose } from "../render/purpose.ts";

/** Changes with the form of what passes between bot and workers. */
export const PROTOCOL = 2;
/** What all our keys in Redis begin with; it may serve others, too. */
export const PREFIX = "keepsake";

/** The queue of one worker's orders of a kind. A queue for each, because the bot decides who gets what: who knows the photo, or is free. */
export function queueName(kind: Purpose, worker: string): string {
  return `${kind}-${PROTOCOL}-${worker}`;
}

export const KEYS = {
  /** Sorted set: workers by when they were heard last, in ms of Redis' own clock. */
  heard: `${PREFIX}:workers:heard`,
  /** Hash: what each worker says of itself, sealed. */
  said: `${PREFIX}:workers:said`,
  /** Written to see whether Redis takes anything. */
  tried: `${PREFIX}:tried`,
  /** Hash of one errand: where it is, in which attempt, its wrapped key. What does not bear its attempt comes too late. */
  errand: (name: string) => `${PREFIX}:errand:${name}`,
  /** What an order is about, and what came of it; both sealed. */
  order: (name: string, attempt: string) => `${PREFIX}:order:${name}:${attempt}`,
  answer: (name: string, attempt: string) => `${PREFIX}:answer:${name}:${attempt}`,
  /** Channel on which workers say how an errand goes. */
  news: `${PREFIX}:news:${PROTOCOL}`,
  /** Channel on which the bot says what is to be stopped and forgotten, sealed. */
  calls: `${PREFIX}:calls:${PROTOCOL}`,
} as const;

/** So long a photo or a clip lies in Redis at most; for a bot that starts anew it is long enough. */
export const PARCEL_MS = 5 * 60_000;
/** A worker says so often that it is there. */
export const HEARTBEAT_MS = 1500;
/** Who has not been heard for so long is taken for gone, and its work goes elsewhere. */
export const GONE_MS = 6000;

/** What a worker says of itself. */
export const announcementSchema = z.object({
  /** Its machine's name, for the operator. */
  host: z.string().max(255),
  pid: z.number().int(),
  protocol: z.number().int(),
  /** Keepsake's; another one's clips would differ. */
  version: z.string().max(40),
  /** Clips at once. */
  places: z.number().int().min(1).max(1000),
  /** What it has the encoders for. */
  products: z.array(z.string().max(20)).max(50),
  /** Since its start. */
  done: z.number().int().min(0),
  failed: z.number().int().min(0),
  /** It takes nothing more, and ends when it has done what it has. */
  leaving: z.boolean(),
});
export type Announcement = Readonly<z.infer<typeof announcementSchema>>;

/** What a queue tells a worker of an order. */
export const taskSchema = z.object({
  name: z.string().max(64),
  attempt: z.string().max(32),
  /** The key of this attempt's photo and clip, wrapped. */
  key: z.string().max(200),
});
export type Task = Readonly<z.infer<typeof taskSchema>>;

/** How an errand goes. It tells nothing of photos or people, so it is not sealed. */
export const newsSchema = z.object({
  name: z.string().max(64),
  attempt: z.string().max(32),
  /** Absent when the answer is there. */
  progress: z.object({ stage: z.enum(STAGE_NAMES), done: z.number().min(0).max(1) }).optional(),
});
export type News = Readonly<z.infer<typeof newsSchema>>;

/** What the bot tells all workers. */
export const callSchema = z.discriminatedUnion("call", [
  z.object({ call: z.literal("stop"), name: z.string(), attempt: z.string() }),
  /** Photos by the names under which workers know them. */
  z.object({ call: z.literal("forget"), photos: z.array(z.string()) }),
]);
export type Call = Readonly<z.infer<typeof callSchema>>;
