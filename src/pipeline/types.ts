/** Plain data handed from stage to stage. Points in photo pixels, x right, y down; angles in degrees. */

/** What a person sent, decoded: upright, sRGB, 8 bit, no alpha. */
export interface Photo {
  readonly width: number;
  readonly height: number;
  /** `width * height * 3` bytes, interleaved RGB. */
  readonly rgb: Uint8Array;
  /** Set when the file was damaged and only part of it could be read. */
  readonly damaged: boolean;
  /** Better pictures of parts of it, to be drawn over it in this order wherever it is shown. */
  readonly patches?: readonly Patch[];
}

/** What was done to a part of a photo: damage was filled in, or a network enlarged a face, or drew it anew. */
export const PHOTO_CHANGES = ["mended", "enlarged", "redrawn"] as const;
export type PhotoChange = (typeof PHOTO_CHANGES)[number];

/** A better picture of a part of a photo: larger, cleaner, mended. */
export interface Patch {
  readonly changes: readonly PhotoChange[];
  /** The part, in whole photo pixels, inside the photo. */
  readonly box: Box;
  /** The picture's size; `width / box.width` patch pixels per photo pixel. */
  readonly width: number;
  readonly height: number;
  /** `width * height * 3` bytes, interleaved RGB. */
  readonly rgb: Uint8Array;
  /** How much of it to show instead of the photo, 0..1 a pixel. */
  readonly weight: Float32Array;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How a head is turned. yaw > 0: towards the subject's own left (image right); pitch > 0: looking up;
 * roll > 0: leaning clockwise as seen in the image.
 */
export interface Pose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** A face as the detector sees it: where it is, how sure we are (0..1), and how it is tilted (degrees, as `Pose.roll`). */
export interface Detection {
  readonly box: Box;
  readonly score: number;
  readonly roll: number;
}

/** Points of the attention mesh: 468 of the face and 5 of each iris (468..472 the subject's right, 473..477 the left). */
export const MESH_POINTS = 478;

/** x, y, depth of each mesh point, interleaved, in photo pixels; larger depth is farther away. */
export type Mesh = Float32Array;

/** What a face shows that decides which drivers suit it. */
export interface FaceTraits {
  readonly pose: Pose;
  readonly openEyes: boolean;
  readonly openMouth: boolean;
}

/** One detected face in a photo. Faces are numbered 1.. from left to right. */
export interface Face extends FaceTraits {
  readonly index: number;
  readonly box: Box;
  readonly score: number;
  readonly mesh: Mesh;
  /** What keeps this face from being animated, or null. */
  readonly obstacle: FaceObstacle | null;
}

/** A photo that has been decoded and searched. */
export interface SeenPhoto {
  readonly photo: Photo;
  readonly faces: readonly Face[];
}

export type FaceObstacle = "faceTooSmall" | "faceTurnedAway";

/** `portrait` is the square crop of head and shoulders; `photo` keeps the whole picture, its longer side at most 1280 pixels. */
export type ClipFraming = "portrait" | "photo";

/** Where in a clip its visible mark stands; the first where nobody says. */
export const MARK_CORNERS = ["top-right", "top-left", "bottom-right", "bottom-left"] as const;
export type MarkCorner = (typeof MARK_CORNERS)[number];

/** Faces made clearer first: `auto` where it helps, `on` also where that is not sure, `off` never. */
export type EnhanceMode = "auto" | "off" | "on";
