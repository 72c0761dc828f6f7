import type { Credentials } from "../../provenance/read.ts";
import type { Sighting } from "../video/watermark/find.ts";

/** Largest file that is searched for marks, in bytes. */
export const MAX_VERIFIED_BYTES = 50_000_000;

/** The invisible mark, as far as it was found: see `Sighting`. */
export interface FoundWatermark extends Sighting {
  readonly found: boolean;
}

/** What in a file says that software made it. That nothing was found proves nothing. */
export interface Marks {
  /** By content: `video/mp4`; null for what nobody knows. */
  readonly type: string | null;
  /** Null where the file could not be read as a picture or a video. */
  readonly watermark: FoundWatermark | null;
  /** Signed metadata; null without any. */
  readonly credentials: Credentials | null;
  /** The sentence that Keepsake writes into what it makes. */
  readonly note: boolean;
  /** The IPTC's source types that are named anywhere in the file, signed or not. */
  readonly sourceTypes: readonly string[];
}

/** Whether any of the marks says that Keepsake made the file. */
export function isOurs(marks: Marks): boolean {
  return marks.watermark?.found === true || signedByUs(marks) || marks.note;
}

/** Whether a signature that fits the file says that Keepsake made it. */
export function signedByUs({ credentials }: Marks): boolean {
  return credentials?.intact === true && credentials.generator === "Keepsake";
}
