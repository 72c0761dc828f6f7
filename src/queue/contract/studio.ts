import type { Movement } from "../../pipeline/motion/movement.ts";
import type { Song } from "../../pipeline/motion/song.ts";
import type { Scene } from "../../pipeline/reel/scene.ts";
import type { AnimateRequest, Animation, Clip, Stage } from "../../pipeline/request.ts";
import type { Sticker } from "../../pipeline/sticker/sticker.ts";
import type { Box, MarkCorner } from "../../pipeline/types.ts";
import type { Marks } from "../../pipeline/verify/marks.ts";
import type { ExportedClip, ExportOptions, Original } from "../../pipeline/video/export.ts";
import type { Product } from "../../pipeline/video/formats.ts";
import type { FaceSummary } from "../../store/record-types.ts";

/** Largest picture file that a studio looks at as it is, in bytes; a larger one it reduces first. */
export const MAX_PHOTO_BYTES = 20_000_000;

/** What one look at a photo tells. Its pictures are JPEGs, small enough to be shown at once. */
export interface Look {
  /** Size of the upright photo in pixels, in which the faces' boxes are measured. */
  readonly width: number;
  readonly height: number;
  /** Only part of the file could be read. */
  readonly damaged: boolean;
  /** All faces, 1.. from left to right. */
  readonly faces: readonly FaceSummary[];
  /** The number of the face that the photo is most about; null without faces. */
  readonly prominent: number | null;
  /** What else the look learned of the faces: handed on with `RenderRequest.known`, it need not be learned again. */
  readonly meshes: Uint8Array;
  /** The photo, its longer side at most 1280 pixels. */
  readonly shown: Uint8Array;
  /** The faces with their numbers; null where fewer than two can be animated, or where it was not asked for. */
  readonly strip: Uint8Array | null;
  /** What to keep in place of the file that was sent, where that is larger than `MAX_PHOTO_BYTES`; else null. */
  readonly reduced: Uint8Array | null;
}

/** The faces of a photo as an earlier look found them, with `Look.meshes`. */
export interface KnownFaces {
  readonly faces: readonly FaceSummary[];
  readonly meshes: Uint8Array;
}

/** A clip to be made. */
export interface RenderRequest extends AnimateRequest {
  /** The photo's id in the store: what its first clip cost is kept under this name, until `Studio.forget`. Without it nothing is. */
  readonly id?: string;
  readonly known?: KnownFaces;
}

/** An animation without the faces' meshes, which nobody outside the pipeline needs. */
export interface Rendered extends Omit<Animation, "faces"> {
  readonly faces: readonly FaceSummary[];
  /** A JPEG that stands for the clip until it is loaded: at most 320 px a side and 200 kB. */
  readonly thumbnail: Uint8Array;
}

/** The reason of a signal by which work is let go that the next process takes up: elsewhere it may go on meanwhile. */
export const KEPT = "kept";

export interface LookOptions {
  readonly signal?: AbortSignal;
  /** The engine that decides which faces can be animated; without it the first that ships with Keepsake. */
  readonly engine?: string;
  /** Whether the strip is wanted. */
  readonly strip?: boolean;
  /** A box that somebody has drawn round a face, in pixels of the upright photo: that face is the prominent one. */
  readonly near?: Box;
}

export interface RenderOptions {
  /** The job's id: under this name work is found again that went on elsewhere while this process was started anew. */
  readonly job?: string;
  readonly signal?: AbortSignal;
  /** Called as work proceeds; `done` is 0..1 of the whole. */
  readonly onProgress?: (stage: Stage, done: number) => void;
}

export interface ReelOptions extends RenderOptions {
  /** Where its mark stands. */
  readonly markCorner?: MarkCorner | undefined;
}

export interface MeasureOptions {
  readonly signal?: AbortSignal;
  /** The movement as a mirror shows it: who films themselves sees themselves so. */
  readonly mirror?: boolean;
}

/** What a clip is to become. */
export type ConvertOptions = Omit<ExportOptions, "ffmpeg" | "signal"> & { readonly signal?: AbortSignal };

/**
 * What the process that talks to people may ask about pictures. It holds tokens, keys and everybody's place in line, and
 * native decoders crash, hang and eat memory: so it knows pictures as bytes and as what a studio says of them.
 *
 * All questions reject with `UserError` for what the person can mend (a picture that needs too much memory or time among
 * it), with the signal's reason when it was aborted, and with `StudioFailed` for anything else. They always settle.
 */
export interface Studio {
  /** Looks at a picture file as it was sent. Does not wait for clips that are being rendered. */
  look(photo: Uint8Array, options: LookOptions): Promise<Look>;
  render(request: RenderRequest, options: RenderOptions): Promise<Rendered>;
  /** A finished clip in another format, or smaller. Waits neither for looks nor for clips that are being rendered. */
  convert(clip: Original, options: ConvertOptions): Promise<ExportedClip>;
  /** A sticker of the portrait that `render` would make. Takes a turn with the clips. */
  sticker(request: RenderRequest, options: RenderOptions): Promise<Sticker>;
  /** Looks for the marks of Keepsake's clips in a picture or a video file, as it was sent. Waits as `convert` does. */
  verify(file: Uint8Array, options: { readonly signal?: AbortSignal }): Promise<Marks>;
  /** Measures how the face in a video file moves; nothing of the video stays. Waits as `convert` does. */
  measure(video: Uint8Array, options: MeasureOptions): Promise<Movement>;
  /** Finds the beat of a song or a voice note; of it nothing stays but the bars that are heard in clips. Waits as `convert` does. */
  listen(sound: Uint8Array, options: { readonly signal?: AbortSignal }): Promise<Song>;
  /** One film of clips, each dissolving into the next. Takes a turn with the clips. */
  reel(scenes: readonly Scene[], options: ReelOptions): Promise<Clip>;
  /** What it has the encoders for. */
  products(): Promise<readonly Product[]>;
  /** A job's clip is in the store: what was held until then, in case that this process died before, can go. */
  settled?(job: string): void;
  /** Drops what is kept warm of photos, by their ids; work that is being done on them leaves nothing behind either. */
  forget(photos: readonly string[]): void;
  /** Ends the work; what is still being done is rejected. */
  close(): Promise<void>;
}

/** `bug`: the pipeline threw; `crash`: the process died; `timeout`: it took too long and was stopped. */
export type StudioFailure = "bug" | "crash" | "timeout";

/** A look or a clip that failed through no fault of the photo's sender. */
export class StudioFailed extends Error {
  override readonly name = "StudioFailed";
  constructor(
    readonly failure: StudioFailure,
    message: string,
  ) {
    super(message);
  }
}
