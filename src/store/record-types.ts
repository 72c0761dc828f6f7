import type { Box, ClipFraming, FaceObstacle, FaceTraits } from "../pipeline/types.ts";

/** A face without its mesh: what buttons and previews need. Box in photo pixels, angles in degrees. */
export interface FaceSummary extends FaceTraits {
  readonly index: number;
  readonly box: Box;
  /** What keeps this face from being animated, or null. */
  readonly obstacle: FaceObstacle | null;
}

/** What is said when a photo comes in. Users and chats as `<platform>:<id>`, as in a job. */
export interface NewPhoto {
  readonly platform: string;
  /** Who sent it: only they (and moderators) may delete it, and it goes when they ask to be forgotten. */
  readonly owner: string;
  readonly chat: string;
  /** The platform's own key of this picture in this chat (a message id, a file's unique id); never a URL or token. */
  readonly source: string;
}

export interface PhotoRecord extends NewPhoto {
  /** 16 characters of the base64url alphabet, unguessable; fits into a button. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Filled after the first look at it, else null. */
  readonly faces: readonly FaceSummary[] | null;
  /** The most prominent face's number, known when a job without a face was rendered, else null. */
  readonly prominent: number | null;
  /** Somebody in it does not want it shown in its chat: nothing of it is made or sent there. */
  readonly takenDown: boolean;
}

/** What one clip is of: at most one clip is kept per key. */
export interface ClipKey {
  readonly photo: string;
  /** A face's number, or `all` for everyone. */
  readonly face: number | "all";
  readonly framing: ClipFraming;
  /** Made without enhancing; without it false. */
  readonly original?: true | undefined;
  readonly gesture: string;
  readonly strength: number;
  /** The size limit it was made for, or null for the encoder's own. */
  readonly maxBytes: number | null;
  /** The name of the engine that draws it. */
  readonly engine: string;
}

export interface NewClip extends ClipKey {
  /** Who asked for it. */
  readonly owner: string;
  /** The face was made clearer first. */
  readonly enhanced: boolean;
  /** The names of the drivers, with spaces between them, when several faces move. */
  readonly driver: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
  readonly seconds: number;
}

export interface ClipRecord extends NewClip {
  /** Made like a photo's id. */
  readonly id: string;
  readonly createdAt: number;
  /** Size of the MP4 in bytes. */
  readonly size: number;
  /** The platforms' own ids of the uploaded file, by a name that the adapter chooses (`telegram:animation`). */
  readonly files: Readonly<Record<string, string>>;
}

/** Where a clip (or anything else about a photo) was said, so that its message can be found, edited or deleted. */
export interface Delivery {
  readonly platform: string;
  readonly chat: string;
  /** The platform's id of the message. */
  readonly message: string;
  readonly photo: string;
  /** Null for a message about the photo that is not a clip (the numbered faces). */
  readonly clip: string | null;
  /** Who asked. */
  readonly user: string;
}
