import type { Movement } from "./motion/movement.ts";
import type { Song } from "./motion/song.ts";
import type { Box, ClipFraming, EnhanceMode, Face, MarkCorner, PhotoChange, SeenPhoto } from "./types.ts";

/** The gesture of a request that names none. */
export const DEFAULT_GESTURE = "nostalgia";

/** The engines that ship with Keepsake; a request that names none gets the first. */
export const ENGINE_NAMES = ["mesh"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];
export const DEFAULT_ENGINE: EngineName = ENGINE_NAMES[0];

/** What is asked for: one clip of one face, or of everyone, making one gesture. */
export interface AnimateRequest {
  /** The bytes of the picture file as it was sent. */
  readonly photo: Uint8Array;
  /** The face's number, 1.. from left to right, or `all`; without it the most prominent one. */
  readonly face?: number | "all";
  /** Without it `photo` for everyone, and `portrait` for one face. Everyone cannot have a `portrait`. */
  readonly framing?: ClipFraming;
  /** Without it `nostalgia`. */
  readonly gesture?: string;
  /** How the face moves, as `Pipeline.measureMovement` gives it: then `gesture` is no more than its name. */
  readonly movement?: Movement;
  /** What the faces move to, as `Pipeline.listenTo` gives it, and is heard in the clip: then `gesture` is no more than its name. */
  readonly song?: Song;
  /** Upper limit of the clip's size in bytes; 10 MiB without it. */
  readonly maxBytes?: number;
  /** Scales the motion, 0..1.5; 1 is the default. */
  readonly strength?: number;
  /** Whether small, soft or damaged faces are made better first; without it `auto`: where that helps. */
  readonly enhance?: EnhanceMode;
  /** Where the visible mark stands; without it `top-right`. */
  readonly markCorner?: MarkCorner | undefined;
  /** Varies the motion; without it made from photo and face, so that the same request gives the same clip. */
  readonly seed?: number;
  /** The name of the engine that draws the frames; without it the pipeline's first. */
  readonly engine?: string;
}

/** The stages in their order, and the share of the work that each is taken to be, percent. */
const STAGES = { decode: 5, detect: 5, landmarks: 2, enhance: 6, rig: 2, render: 75, encode: 5 } as const;

export type Stage = keyof typeof STAGES;

export const STAGE_NAMES = Object.keys(STAGES) as readonly Stage[];

/** How much of the whole is done, 0..1, when so much (0..1) of a stage is. */
export function doneWith(stage: Stage, part = 1): number {
  let before = 0;
  for (const [name, share] of Object.entries(STAGES)) {
    if (name === stage) return (before + part * share) / 100;
    before += share;
  }
  return 1;
}

export interface AnimateOptions {
  readonly signal?: AbortSignal;
  /** Called as work proceeds; `done` is 0..1 of the whole. */
  readonly onProgress?: (stage: Stage, done: number) => void;
  /** What an earlier look at the same photo gave: it is not decoded and searched again. */
  readonly seen?: SeenPhoto;
  /**
   * What the caller calls the photo: what its first clip cost is remembered under this name, and later ones begin there. Drop it
   * with `Pipeline.forget`. Without it nothing is remembered.
   */
  readonly name?: string;
  /** The faces that an earlier look at the same photo found: it is decoded, and not searched again. */
  readonly faces?: readonly Face[];
}

export interface Clip {
  /** The bytes of the MP4 file. */
  readonly mp4: Uint8Array;
  /** Sides in pixels, even. */
  readonly width: number;
  readonly height: number;
  /** Frames a second, and how many there are. */
  readonly fps: number;
  readonly frames: number;
  readonly seconds: number;
}

/** A face that moves in a clip, the gesture it makes, and the driver that performs it. */
export interface AnimatedFace {
  readonly face: number;
  readonly gesture: string;
  readonly driver: string;
}

export interface Animation {
  readonly photo: { readonly width: number; readonly height: number; readonly damaged: boolean };
  readonly faces: readonly Face[];
  /** The number of the face that moves, or `all` when everyone was asked to. */
  readonly face: number | "all";
  /** What was asked for; of everyone some may make another one (`animated` tells). */
  readonly gesture: string;
  /** Every face that moves, from left to right. */
  readonly animated: readonly AnimatedFace[];
  /** The faces, or some of them, were enhanced before they were animated. */
  readonly enhanced: boolean;
  /** How: nothing where they were not. */
  readonly changes: readonly PhotoChange[];
  /** The name of the engine that drew the frames. */
  readonly engine: string;
  /** What of the photo the clip shows, in photo pixels; it may reach over the photo's edges. */
  readonly shows: Box;
  readonly clip: Clip;
  /** Milliseconds per stage; `enhance` also where it looked and found nothing to do. */
  readonly timings: Readonly<Record<Stage | "total", number>>;
}
