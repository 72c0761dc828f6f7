import type { ErrorParams, UserErrorCode } from "../../errors.ts";
import type { Movement } from "../../pipeline/motion/movement.ts";
import type { Music } from "../../pipeline/motion/song.ts";
import type { Scene } from "../../pipeline/reel/scene.ts";
import type { Clip, Stage } from "../../pipeline/request.ts";
import type { Sticker } from "../../pipeline/sticker/sticker.ts";
import type { MarkCorner } from "../../pipeline/types.ts";
import type { Marks } from "../../pipeline/verify/marks.ts";
import type { ExportedClip, Original } from "../../pipeline/video/export.ts";
import type { Product } from "../../pipeline/video/formats.ts";
import type { ConvertOptions, Look, LookOptions, MeasureOptions, Rendered, RenderRequest } from "../contract/studio.ts";

/** What to do with a photo, or with a clip. */
export type Order =
  | ({ readonly kind: "look" } & Omit<LookOptions, "signal">)
  | { readonly kind: "render" | "sticker"; readonly request: Omit<RenderRequest, "photo"> }
  | ({ readonly kind: "convert"; readonly clip: Omit<Original, "mp4"> } & Omit<ConvertOptions, "signal">)
  | { readonly kind: "reel"; readonly scenes: readonly SceneInParts[]; readonly markCorner?: MarkCorner | undefined }
  | ({ readonly kind: "measure" } & Omit<MeasureOptions, "signal">)
  | { readonly kind: "verify" | "listen" | "products" };

/** A scene of a reel, whose clip and caption lie one behind the other in the bytes that are given. */
export interface SceneInParts extends Omit<Scene, "mp4" | "caption"> {
  readonly clipBytes: number;
  /** 0 for no caption. */
  readonly captionBytes: number;
}

/** What the bot's process says to a render process. One job at a time: its photo or clip in `bytes`, then the order. */
export type ToWorker =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | Order
  | { readonly kind: "cancel" }
  /** Nothing is to be kept of these photos, at any time. */
  | { readonly kind: "forget"; readonly photos: readonly string[] };

/** What a render process says to the bot's. Each order is followed by exactly one answer or one of those after it, or by its death. */
export type FromWorker =
  | { readonly kind: "progress"; readonly stage: Stage; readonly done: number }
  /** A part of what is too large for one message: the clip, or the reduced photo. */
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | Answer
  /** `cause` is for the log: what a library said of a broken file, with its stack. */
  | { readonly kind: "userError"; readonly code: UserErrorCode; readonly params: ErrorParams; readonly cause?: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "bug"; readonly message: string; readonly stack: string };

/** What came of an order, but for the bytes, which came before, and what the process has grown to: its resident memory in bytes. */
export type Answer = Outcome & { readonly memory: number };

export type Outcome =
  | { readonly kind: "looked"; readonly look: Omit<Look, "reduced"> }
  | {
      readonly kind: "rendered";
      readonly rendered: Omit<Rendered, "clip"> & { readonly clip: Omit<Rendered["clip"], "mp4"> };
    }
  | { readonly kind: "converted"; readonly clip: Omit<ExportedClip, "bytes"> }
  | { readonly kind: "strung"; readonly reel: Omit<Clip, "mp4"> }
  | { readonly kind: "cutOut"; readonly sticker: Omit<Sticker, "bytes"> }
  | { readonly kind: "verified"; readonly marks: Marks }
  | { readonly kind: "measured"; readonly movement: Movement }
  | { readonly kind: "heard"; readonly music: Music }
  | { readonly kind: "able"; readonly products: readonly Product[] };

/** A message of 20 MB would hold up every chat for 50 ms while it is copied. */
const SLICE_BYTES = 2 ** 20;

/** Bytes as messages, in their order. */
export function* slicesOf(bytes: Uint8Array): Generator<{ readonly kind: "bytes"; readonly bytes: Uint8Array }> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    yield { kind: "bytes", bytes: bytes.subarray(at, at + SLICE_BYTES) };
  }
}

/** A log tells of causes that are errors. */
export function causeFrom(stack: string | undefined): ErrorOptions {
  if (stack === undefined) return {};
  const [message] = stack.split("\n");
  return { cause: Object.assign(new Error(message), { stack }) };
}
