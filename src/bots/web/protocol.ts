import type { Box } from "../../pipeline/types.ts";
import type { Activity, FaceSpot, Keyboard } from "../port/chat-port.ts";

/** What the page and its server tell each other. Plain data, the same on both sides. */

/** What a text was written from: its key, and the figures and words that it mentions. */
export interface Meaning {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A face in a posted photo. `near` is what a close-up of it shows: it may reach over the photo's edges. Both in photo pixels. */
export interface PageFace extends FaceSpot {
  readonly near: Box;
}

/** What a message shows, apart from the ids that the store keeps beside it. */
export interface Shown {
  readonly from: "visitor" | "keepsake";
  readonly text: string;
  readonly means?: Meaning;
  readonly keyboard: Keyboard;
  /** What a photo that was posted is called where it comes from, without what says its kind. */
  readonly name?: string;
  /** By which a page knows a photo again that it has posted itself. */
  readonly ticket?: string;
  /** Those faces of a photo that was posted that can be animated. */
  readonly faces?: readonly PageFace[];
  /** How far the work is that the text tells of, 0..100. */
  readonly percent?: number;
  /** Size of the upright photo in pixels, in which its faces' boxes are measured; absent when it cannot be shown. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly clip?: { readonly width: number; readonly height: number; readonly seconds: number; readonly file: boolean };
}

/** A message on the page. */
export interface PageMessage extends Shown {
  readonly id: string;
  readonly replyTo: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It is a photo that was posted. */
  readonly isPhoto: boolean;
  /** Address of its picture, or null. */
  readonly pictureUrl: string | null;
  /** Address of its clip, or null. */
  readonly clipUrl: string | null;
}

/** What happens while the page is open. The first one tells all that was said before. */
export type PageEvent =
  | { readonly kind: "history"; readonly messages: readonly PageMessage[] }
  | { readonly kind: "message"; readonly message: PageMessage }
  | { readonly kind: "removed"; readonly ids: readonly string[] }
  | { readonly kind: "cleared" }
  | { readonly kind: "busy"; readonly activity: Activity | null }
  /** The end of a tap, with something to say or without. */
  | { readonly kind: "notice"; readonly press: string; readonly text: string | null };

/** What is said to somebody who has not come in yet. */
export interface Greeting {
  readonly locale: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The answer to the page's first call. */
export interface Session {
  readonly locale: string;
  /** What the page itself says, by key. */
  readonly texts: Readonly<Record<string, string>>;
  /** How Keepsake is used, what is kept, and what everybody should know of clips, as texts of several paragraphs. */
  readonly help: string;
  readonly privacy: string;
  readonly rules: string;
  /** This visitor has sent a photo before, or has put the rules away. */
  readonly knowsRules: boolean;
  /** Nobody but whoever runs Keepsake can see this page: there is no operator to report to. */
  readonly own: boolean;
  readonly maxPhotoBytes: number;
  /** Of a video whose movement is measured. */
  readonly maxVideoBytes: number;
  readonly maxVideoSeconds: number;
  /** How long photos and clips are kept, in ms; null for ever. */
  readonly keptForMs: number | null;
}

/** A kept clip as the album shows it. */
export interface AlbumClip {
  readonly id: string;
  /** The id of the clip that it is a copy of. */
  readonly clip: string;
  readonly gesture: string;
  /** What people call that. */
  readonly caption: string;
  /** What the photo's file was called, without its ending, or nothing. */
  readonly title: string;
  /** What the visitor wrote under it. */
  readonly name: string;
  readonly years: string;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly clipUrl: string;
  readonly stillUrl: string;
}

/** Clips in a row, as one film. */
export interface AlbumReel {
  readonly id: string;
  /** The ids of the kept clips in it, in their order. */
  readonly parts: readonly string[];
  readonly state: "working" | "ready" | "failed";
  /** How far it is, 0..100; null while it waits. */
  readonly percent: number | null;
  /** Sides of the film in pixels, null until it is ready. */
  readonly width: number | null;
  readonly height: number | null;
  readonly url: string;
  /** When it is deleted, in ms since 1970; null for never. */
  readonly goesAt: number | null;
}

/** How many clips a reel is made of: one is none, and more nobody watches in one piece. */
export const REEL_CLIPS = { least: 2, most: 24 } as const;

/** How many letters somebody may write under a clip. */
export const LABEL_LETTERS = { name: 80, years: 40 } as const;

/** Everything that a visitor keeps, and the reels made of it, the newest first. */
export interface Album {
  readonly clips: readonly AlbumClip[];
  readonly reels: readonly AlbumReel[];
}

/** What a file says of itself, as far as marks tell: that Keepsake made it, nothing, or that it cannot be read as a picture or a video. */
export interface Verdict {
  readonly made: "found" | "not-found" | "unreadable";
  /** Which of Keepsake's marks it bears. */
  readonly by: readonly VerdictMark[];
  /** Its metadata say, with a signature or without, that software made or changed it. */
  readonly namesSoftware: boolean;
}

/** Where a mark is: in the picture, in signed metadata, or in a note beside it. */
export type VerdictMark = "picture" | "signature" | "note";

/** What a camera sees of whoever is to be filmed: no face, one that is too small, several that might be meant, or one as it should be. */
export type Sight = "nobody" | "far" | "several" | "good";

/** A movement of the visitor's own that they keep: its gesture, and what they call it. */
export interface PageMovement {
  readonly gesture: string;
  readonly title: string;
}

/** The gesture that a measured video's movement is from now on. */
export type FilmedMovement = Pick<PageMovement, "gesture">;

/** Lets somebody in once. */
export interface Pass {
  readonly url: string;
  /** What it holds, to be typed. */
  readonly code: string;
  /** Its QR code: an SVG path of modules one unit large, and how many of them there are in a row. */
  readonly path: string;
  readonly size: number;
}

/**
 * Why a call was turned away; the page has words for each, except for `full`: there is no room for it, and `unfit`: no movement can be
 * measured in a video.
 */
export type Refusal = "invitation" | "tooMany" | "full" | "tooLarge" | "unfit" | "strange" | "notFound";

/** The answer to a call that was turned away. */
export interface TurnedAway {
  readonly refusal: Refusal;
  /** What to tell the visitor. */
  readonly text?: string;
}
