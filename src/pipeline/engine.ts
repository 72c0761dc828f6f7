import type { EngineLimits } from "./limits.ts";
import type { Models } from "./models/onnx.ts";
import type { Role } from "./motion/cast.ts";
import type { Threads } from "./threads/threads.ts";
import type { ClipFraming, Face, Photo } from "./types.ts";

/** What an engine is given: a photo, and who in it is to move. All within the engine's limits. */
export interface Cast {
  /** As the clip shows it: enhanced where that helps. */
  readonly photo: Photo;
  /** All faces of the photo, those too that stay still. */
  readonly faces: readonly Face[];
  /** The faces that move. One alone in a portrait. */
  readonly movers: readonly [Face, ...Face[]];
  readonly framing: ClipFraming;
}

/** Faces of a photo that are ready to move, however they do it: as many films can be made of them as are wanted. */
export interface Puppet {
  /** About how much memory it holds, bytes. */
  readonly bytes: number;
  /**
   * The clip of a motion: one role for each of the cast's movers, all equally long. Takes a small part of the time that `prepare`
   * does. The same roles give the same frames.
   */
  film(roles: readonly [Role, ...Role[]], signal: AbortSignal): Film;
}

/** A clip that is ready to be drawn. */
export interface Film {
  /** Sides in pixels, even. */
  readonly width: number;
  readonly height: number;
  /** What of the photo is seen: clip = (photo - origin) * scale. */
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
  /** Frames a second, and how many there are: as in the roles' motions. */
  readonly fps: number;
  readonly count: number;
  /**
   * The frames in their order, `width * height * 3` bytes RGB each; the last shows what the first does. Each is drawn whole and
   * anew, and is the reader's, to draw on, until they ask for the next one. Throws the signal's reason when the signal
   * that `film` was given is aborted.
   */
  frames(): AsyncIterable<Uint8Array>;
  /**
   * The same frames with nobody and nothing but who moves, each twice side by side: on black and on white. So a row has `2 * width`
   * pixels, and what differs between its halves is how much is seen through. Of portraits only: RangeError for
   * others. Missing where the engine cannot cut people out.
   */
  framesAlone?(): AsyncIterable<Uint8Array>;
}

/** What draws. The frames bear no mark: that is put on where they become a clip. */
export interface Engine {
  /** In requests, jobs and the records of clips: lower-case letters, digits and hyphens; never given to another engine. */
  readonly name: string;
  readonly limits: EngineLimits;
  /** Starts what takes long to start, if it has not been started. */
  warmUp(): void;
  /**
   * Makes everything that does not depend on how the faces move. Throws the signal's reason soon after it is aborted, 200 ms at
   * most, and stays fit for the next clip.
   */
  prepare(cast: Cast, signal: AbortSignal): Promise<Puppet>;
  /** Ends its threads and programs; what is still being drawn may fail. */
  close(): Promise<void>;
}

/** What an engine may use of the pipeline that opened it. */
export interface EngineTools {
  readonly models: Models;
  /** Other threads, for what can be done beside the rest. */
  readonly aside: Threads;
}

/** Makes an engine for one pipeline. Cheap: what takes long waits for `warmUp`. */
export type OpenEngine = (tools: EngineTools) => Engine;
