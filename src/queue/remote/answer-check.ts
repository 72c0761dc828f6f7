import { z } from "zod";
import { USER_ERRORS } from "../../errors.ts";
import { movementSchema } from "../../pipeline/motion/movement.ts";
import { musicSchema } from "../../pipeline/motion/song.ts";
import { PHOTO_CHANGES } from "../../pipeline/types.ts";
import { faceShape } from "../../store/rows.ts";
import { MAX_PHOTO_BYTES } from "../contract/studio.ts";
import type { Outcome } from "../render/messages.ts";
import type { Purpose } from "../render/purpose.ts";
import type { AnswerParcel } from "./parcels.ts";

/** No clip of ours is as large, and no picture that is shown beside one. */
const MAX_CLIP_BYTES = 120_000_000;
const MAX_SHOWN_BYTES = 3_000_000;

const side = z.number().int().min(1).max(1e9);
const word = z.string().max(10_000);
const film = { width: side, height: side, fps: z.number().positive().max(120) };
const faces = z.array(faceShape).max(1000);

function bytes(most: number) {
  return z.instanceof(Uint8Array).refine(({ length }) => length <= most, "is too large");
}

const jpeg = bytes(MAX_SHOWN_BYTES).refine((file) => startsAs(file, [0xff, 0xd8]), "is no JPEG");

const looked = z.looseObject({
  width: side,
  height: side,
  damaged: z.boolean(),
  faces,
  prominent: z.number().int().nullable(),
  meshes: bytes(MAX_PHOTO_BYTES),
  shown: jpeg,
  strip: jpeg.nullable(),
});

const clip = z
  .object({ ...film, frames: z.number().int().min(1).max(10_000), seconds: z.number().positive() })
  .refine(
    ({ frames, fps, seconds }) => Math.abs(frames / fps - seconds) < 0.5,
    "lasts longer or shorter than its frames",
  );

const rendered = z.looseObject({
  photo: z.object({ width: side, height: side, damaged: z.boolean() }),
  faces,
  face: z.union([z.number().int().min(1), z.literal("all")]),
  gesture: word,
  animated: z.array(z.object({ face: z.number().int(), gesture: word, driver: word })).max(1000),
  enhanced: z.boolean(),
  changes: z.array(z.enum(PHOTO_CHANGES)).max(PHOTO_CHANGES.length),
  engine: word,
  shows: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  thumbnail: jpeg,
  timings: z.record(z.string(), z.number()),
  clip,
});

const made = z.looseObject({ ...film, format: word });

const names = z.array(word).max(100);

const marks = z.object({
  type: word.nullable(),
  watermark: z
    .object({
      found: z.boolean(),
      agreement: z.number(),
      odds: z.number(),
      scale: z.number(),
      turn: z.number(),
      mirrored: z.boolean(),
    })
    .nullable(),
  credentials: z
    .object({ intact: z.boolean(), generator: word.nullable(), signer: word.nullable(), sourceTypes: names })
    .nullable(),
  note: z.boolean(),
  sourceTypes: names,
});

const outcome = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("looked"), look: looked }),
  z.object({ kind: z.literal("rendered"), rendered }),
  z.object({ kind: z.literal("strung"), reel: clip }),
  z.object({ kind: z.literal("cutOut"), sticker: made }),
  z.object({ kind: z.literal("converted"), clip: made }),
  z.object({ kind: z.literal("verified"), marks }),
  z.object({ kind: z.literal("measured"), movement: movementSchema }),
  z.object({ kind: z.literal("heard"), music: musicSchema }),
  z.object({ kind: z.literal("able"), products: z.array(word).max(50) }),
]);

const answerSchema = z.discriminatedUnion("end", [
  z.object({ end: z.literal("done"), outcome, bytes: bytes(MAX_CLIP_BYTES) }),
  z.object({
    end: z.literal("userError"),
    code: z.enum(USER_ERRORS),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    cause: z.string().optional(),
  }),
  z.object({
    end: z.literal("failed"),
    failure: z.enum(["bug", "crash", "timeout"]),
    message: z.string(),
    stack: z.string().optional(),
  }),
]);

/** What each kind of order may come to. */
const MAY_BE: Readonly<Record<Purpose, readonly Outcome["kind"][]>> = {
  look: ["looked"],
  render: ["rendered", "cutOut", "strung"],
  convert: ["converted", "verified", "measured", "heard", "able"],
};

/**
 * What a worker answered, if it can be the answer to an order of this kind: right shapes, sizes and lengths, and files that begin
 * as such files do. Throws for anything else: a worker that was taken over must not reach further than its clips.
 */
export function checkedAnswer(kind: Purpose, answer: unknown): AnswerParcel {
  const checked = answerSchema.parse(answer);
  if (checked.end !== "done") return checked as AnswerParcel;
  const { outcome: came, bytes: file } = checked;
  if (!MAY_BE[kind].includes(came.kind)) throw new Error(`A worker answered ${came.kind} to an order to ${kind}`);
  if (FILMS.has(came.kind) && !isMp4(file)) throw new Error("A worker's clip, or its sound, is no MP4");
  if (came.kind === "looked" && file.length > 0 && !startsAs(file, [0xff, 0xd8])) {
    throw new Error("A worker's reduced photo is no JPEG");
  }
  return checked as AnswerParcel;
}

/** What comes as an MP4. */
const FILMS: ReadonlySet<Outcome["kind"]> = new Set(["rendered", "strung", "heard"]);

/** MP4 files begin with the length of their first box, and its name. */
function isMp4(file: Uint8Array): boolean {
  return startsAs(file.subarray(4), [0x66, 0x74, 0x79, 0x70]);
}

function startsAs(file: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, i) => file[i] === byte);
}
