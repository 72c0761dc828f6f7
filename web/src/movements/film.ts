import type { Session } from "../../../src/bots/web/protocol.ts";
import { CallFailed } from "../call-failed.ts";

/** A film of somebody's face. */
export interface Film {
  readonly file: Blob;
  /** Who made it saw themselves as in a mirror: so the photo is to move. */
  readonly mirror: boolean;
}

/** Why there is no movement yet. */
export interface FilmTrouble {
  /** What is said of it: a text's key, or the call that says it itself. */
  readonly what: unknown;
  /** The film with which to try again, where that may help. */
  readonly film?: Film;
  /** Nothing can be filmed: a video that there is already is the way out. */
  readonly noCamera?: boolean;
}

/** What may be measured. */
export type FilmLimits = Pick<Session, "maxVideoBytes" | "maxVideoSeconds">;

/** Why a file cannot be measured, as far as that is seen before it is sent, as a text's key; or null. `seconds` is null where this browser cannot tell. */
export function faultOf(
  { type, size }: Pick<Blob, "type" | "size">,
  seconds: number | null,
  { maxVideoBytes, maxVideoSeconds }: FilmLimits,
): string | null {
  // Of some containers browsers do not know the kind.
  if (type !== "" && type !== "image/gif" && !type.startsWith("video/")) return "error-videoUnreadable";
  if (size > maxVideoBytes) return "error-videoTooLarge";
  return seconds !== null && seconds > maxVideoSeconds ? "error-videoTooLong" : null;
}

/** What to say of a film whose measuring failed: a text's key, or the call that says it itself. */
export function troubleWith(error: unknown): unknown {
  if (!(error instanceof CallFailed) || error.text !== undefined) return error;
  const { reason } = error;
  if (reason === "tooLarge") return "error-videoTooLarge";
  if (reason === "tooLargeForWay") return "page-film-too-large-for-way";
  return reason === "unreachable" || reason === "away" ? "page-verify-unreachable" : error;
}

/** Whether the same film may be measured another time. */
export function isPassing(error: unknown): boolean {
  return error instanceof CallFailed && ["unreachable", "away", "tooMany"].includes(error.reason);
}
