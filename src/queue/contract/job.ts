import { z } from "zod";
import type { ErrorParams, UserErrorCode } from "../../errors.ts";
import { gestureName } from "../../pipeline/motion/gesture-name.ts";
import type { Stage } from "../../pipeline/request.ts";
import type { FaceSummary } from "../../store/record-types.ts";

/** A platform's name. */
export const platformName = z.string().regex(/^[a-z]+$/);

/** Who or where, for all platforms together: `<platform>:<the platform's own id>`, such as `telegram:-100123`. */
const partySchema = z.string().regex(/^[a-z]+:[^\s]{1,100}$/);

/** A job: one request for one clip. It names things and holds none: no bytes, no names of people, no token. */
export const jobSchema = z.object({
  /**
   * Made from the message or the tap that asked, so that the same one seen twice is one job:
   * `tg-<chat>-<message>`, `tg-<chat>-<message>-<callback>`, `dc-<interaction>`. At most 200 characters.
   */
  id: z.string().min(1).max(200),
  /** Whose listener gets the job's events, such as `telegram`. */
  platform: platformName,
  /** Who asked. Turns are taken per user, and quotas count per user. */
  user: partySchema,
  /** Where it was asked. */
  chat: partySchema,
  /** The photo's id in the store; of a reel its own. */
  photo: z.string().min(1).max(64),
  /** A reel is to be made of kept clips, and no clip of a photo. */
  reel: z.literal(true).optional(),
  /** The face's number, 1.. from left to right, `all` for everyone, or null for the most prominent one. */
  face: z.union([z.number().int().min(1), z.literal("all")]).nullable(),
  /** How much of the photo the clip shows. Jobs from before there was a choice have none. */
  framing: z.enum(["portrait", "photo"]).default("portrait"),
  /** The face is not to be enhanced first. */
  original: z.literal(true).optional(),
  gesture: gestureName,
  /** Scales the motion, 0..1.5; 1 is the default. */
  strength: z.number().min(0).max(1.5),
  /** Upper limit of the clip in bytes, or null for the encoder's own. */
  maxBytes: z.number().int().positive().nullable(),
  /** The engine that draws the clip. Jobs from before there was a choice name none. */
  engine: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .default("mesh"),
  /** The language to answer in, such as `en`. */
  locale: z.string().min(2).max(20),
  /** Where to answer: JSON that only the platform's adapter understands. Never a token, never a URL that holds one. */
  address: z.json(),
  /** Milliseconds since 1970. */
  createdAt: z.number().int().nonnegative(),
});

export type Job = Readonly<z.infer<typeof jobSchema>>;

/**
 * Why a job ended without a clip: something that the person can mend, a photo that was deleted in the meantime, or our own
 * fault.
 */
export interface JobFailure {
  readonly code: UserErrorCode | "photoGone" | "bug";
  readonly params: ErrorParams;
}

/** What a finished job made. */
export interface JobResult {
  /** The clip's id in the store, or the reel's. */
  readonly clip: string;
  /** The number of the face that moves, also when the job asked for the most prominent one; `all` for everyone. */
  readonly face: number | "all";
  /** All faces of the photo, 1.. from left to right. */
  readonly faces: readonly FaceSummary[];
}

/**
 * What a queue tells about a job. `done` and `failed` are answers: they are told until they are acknowledged, also after a
 * restart. The others are told once and may be missed.
 */
export type JobEvent =
  /** `place` 1 is next; told at most once a second and only when the place changed. */
  | { readonly kind: "waiting"; readonly job: Job; readonly place: number; readonly estimateSeconds: number }
  /** `estimateSeconds` is how long such a job takes lately. */
  | { readonly kind: "started"; readonly job: Job; readonly estimateSeconds: number }
  /** `percent` 0..100 of the whole job. */
  | { readonly kind: "progress"; readonly job: Job; readonly stage: Stage; readonly percent: number }
  /** Withdrawn by somebody (`JobQueue.cancel`): the status message can go, there is nothing to acknowledge. */
  | { readonly kind: "cancelled"; readonly job: Job }
  | ({ readonly kind: "done"; readonly job: Job } & JobResult)
  | ({ readonly kind: "failed"; readonly job: Job } & JobFailure);
