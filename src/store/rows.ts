import { randomBytes } from "node:crypto";
import { z } from "zod";
import { json } from "./json-column.ts";
import type { ClipRecord, Delivery, FaceSummary, PhotoRecord } from "./record-types.ts";

/** 96 random bits in 16 characters of the base64url alphabet. */
export function randomId(): string {
  return randomBytes(12).toString("base64url");
}

/** Stands for everyone where records hold a face's number. */
export const EVERYONE = 0;

/** A row that holds one id. */
export const idRow = z.object({ id: z.string() });

/** A face as records hold it. */
export const faceShape = z.object({
  index: z.number(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  pose: z.object({ yaw: z.number(), pitch: z.number(), roll: z.number() }),
  openEyes: z.boolean(),
  openMouth: z.boolean(),
  obstacle: z.enum(["faceTooSmall", "faceTurnedAway"]).nullable(),
}) satisfies z.ZodType<FaceSummary>;

export const photoRow = z.object({
  id: z.string(),
  platform: z.string(),
  owner: z.string(),
  chat: z.string(),
  source: z.string(),
  createdAt: z.number(),
  // Faces noted by another version, in a shape unknown here, are looked for anew.
  faces: json(z.array(faceShape)).nullable().catch(null),
  prominent: z.number().nullable(),
  takenDown: z.number().transform((flag) => flag === 1),
}) satisfies z.ZodType<PhotoRecord>;

export const clipRow = z.object({
  id: z.string(),
  photo: z.string(),
  face: z.number().transform((face) => (face === EVERYONE ? "all" : face)),
  framing: z.enum(["portrait", "photo"]),
  original: z.number().transform((flag): true | undefined => (flag === 1 ? true : undefined)),
  enhanced: z.number().transform((flag) => flag === 1),
  gesture: z.string(),
  strength: z.number(),
  maxBytes: z.number().nullable(),
  engine: z.string(),
  owner: z.string(),
  driver: z.string(),
  width: z.number(),
  height: z.number(),
  fps: z.number(),
  frames: z.number(),
  seconds: z.number(),
  size: z.number(),
  createdAt: z.number(),
  files: json(z.record(z.string(), z.string())),
}) satisfies z.ZodType<ClipRecord>;

export const deliveryRow = z.object({
  platform: z.string(),
  chat: z.string(),
  message: z.string(),
  photo: z.string(),
  clip: z.string().nullable(),
  user: z.string(),
}) satisfies z.ZodType<Delivery>;
