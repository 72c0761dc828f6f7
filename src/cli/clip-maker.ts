import { readFileSync } from "node:fs";
import { gesturesIn } from "../pipeline/motion/chain.ts";
import { gesturesOf } from "../pipeline/motion/choose-driver.ts";
import { type Driver, readDriver } from "../pipeline/motion/drivers.ts";
import { shippedDrivers } from "../pipeline/motion/shipped-drivers.ts";
import type { Song } from "../pipeline/motion/song.ts";
import { openPipeline, type Pipeline } from "../pipeline/pipeline.ts";
import type { AnimateOptions, AnimateRequest, Animation } from "../pipeline/request.ts";
import type { ClipFraming, EnhanceMode, MarkCorner } from "../pipeline/types.ts";
import type { ExportedClip } from "../pipeline/video/export.ts";
import { withoutSignature } from "../provenance/sign.ts";
import type { OutputFormat } from "./output-formats.ts";
import { Signing } from "./signing.ts";
import { UsageError } from "./usage.ts";

/** How faces are to move, and what clips are to be like. */
export interface Wish {
  readonly face?: number | "all";
  readonly framing?: ClipFraming;
  readonly gesture?: string;
  /** Path of a driver's file. */
  readonly driver?: string;
  /** Path of a song's file, to which faces move. */
  readonly music?: string;
  readonly maxBytes?: number;
  /** Pixels of the longer side. */
  readonly size?: number;
  readonly enhance?: EnhanceMode;
  readonly seed?: number;
  readonly strength?: number;
  readonly markCorner?: MarkCorner;
}

/** A clip, or a sheet of its frames. */
export type Made =
  | {
      readonly kind: "clip";
      readonly bytes: Uint8Array;
      readonly animation: Animation;
      readonly clip: ExportedClip;
      /** It bears signed metadata; false where it could not be signed, or its format holds none. */
      readonly signed: boolean;
    }
  | { readonly kind: "sheet"; readonly bytes: Uint8Array; readonly frames: number };

/** What a movement to music is called. */
const MUSIC = "music";

/** How many frames a sheet shows where nobody says. */
export const SHEET_FRAMES = 16;

/** Makes what was wished for of one photo after another, in one warm pipeline. */
export class ClipMaker {
  readonly #wish: Wish;
  readonly #request: Omit<AnimateRequest, "photo">;
  readonly #pipeline: Pipeline;
  readonly #signing = new Signing();
  #song: Promise<Song> | undefined;

  /** Throws `UsageError` for a wish that cannot be fulfilled. Cheap: nothing is started yet. */
  constructor(wish: Wish) {
    requireFraming(wish);
    this.#wish = wish;
    if (wish.driver === undefined) {
      requireGesture(wish.gesture);
      this.#pipeline = openPipeline();
      this.#request = requestFrom(wish);
    } else {
      const driver = readDriverFile(wish.driver);
      this.#pipeline = openPipeline({ drivers: [driver, ...othersThan(driver)] });
      this.#request = requestFrom({ ...wish, gesture: driver.gesture });
    }
  }

  /** Throws `UserError` for what the person can mend, and the signal's reason. */
  async make(photo: Uint8Array, format: OutputFormat, options: AnimateOptions): Promise<Made> {
    const song = await this.#heard(options);
    const request = { ...this.#request, photo, ...(song && { song, gesture: MUSIC }) };
    const { size: longSide, maxBytes } = this.#wish;
    if (format === "png") {
      const [{ drawSheet }, { encodePicture }] = await Promise.all([
        import("./film-sheet.ts"),
        import("./picture-file.ts"),
      ]);
      const sheet = await drawSheet(this.#pipeline, request, SHEET_FRAMES, options);
      return { kind: "sheet", bytes: await encodePicture(sheet, "png"), frames: SHEET_FRAMES };
    }
    this.#signing.warmUp();
    const asIs = format === "mp4" && longSide === undefined;
    const limit = maxBytes === undefined ? undefined : withoutSignature(maxBytes);
    // What is exported is made to fit then, and not twice.
    const fitting = asIs && limit !== undefined ? { maxBytes: limit } : {};
    const animation = await this.#pipeline.animate({ ...request, ...fitting }, options);
    const { mp4, width, height, fps } = animation.clip;
    const original = await this.#signing.clip(mp4, { changes: animation.changes, sounds: song !== undefined });
    if (asIs) {
      const clip = { format, bytes: original.bytes, width, height, fps };
      return { kind: "clip", animation, clip, ...original };
    }
    const { signal } = options;
    const clip = await this.#pipeline.exportClip(animation.clip, { format, longSide, maxBytes: limit, signal });
    const converted = await this.#signing.conversion(clip, original.bytes);
    return { kind: "clip", animation, clip: { ...clip, bytes: converted.bytes }, ...converted };
  }

  /** The song is listened to once, for all photos. */
  async #heard({ signal }: AnimateOptions): Promise<Song | undefined> {
    const { music } = this.#wish;
    if (music === undefined) return undefined;
    this.#song ??= this.#pipeline.listenTo(readGiven("music", music), signal === undefined ? {} : { signal });
    return this.#song;
  }

  async close(): Promise<void> {
    await this.#pipeline.close();
  }
}

/** What the pipeline is asked for, without the options that were left out. */
export function requestFrom(wish: Wish): Omit<AnimateRequest, "photo"> {
  const { face, framing, gesture, enhance, seed, strength, markCorner } = wish;
  return {
    ...(face !== undefined && { face }),
    ...(framing !== undefined && { framing }),
    ...(gesture !== undefined && { gesture }),
    ...(enhance !== undefined && { enhance }),
    ...(seed !== undefined && { seed }),
    ...(strength !== undefined && { strength }),
    ...(markCorner !== undefined && { markCorner }),
  };
}

/** Throws `UsageError` where it cannot be read. */
function readGiven(what: "music" | "driver", path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`The ${what} ${path} cannot be read.`, { cause: error });
  }
}

/** A mistyped gesture is told before the photo is looked at. */
export function requireGesture(gesture: string | undefined): void {
  if (gesture === undefined) return;
  const known = gesturesOf(shippedDrivers());
  const unknown = gesturesIn(gesture).find((each) => !known.includes(each));
  if (unknown === undefined) return;
  throw new UsageError(`There is no gesture called ${unknown}. There are: ${known.toSorted().join(", ")}.`);
}

/** A portrait shows one face. */
export function requireFraming({ face, framing }: Pick<Wish, "face" | "framing">): void {
  if (face !== "all" || framing !== "portrait") return;
  throw new UsageError("A portrait shows one face: leave --framing out to see everyone in the whole photo.");
}

function readDriverFile(path: string): Driver {
  const read = readDriver(readGiven("driver", path).toString("utf8"));
  if (!Array.isArray(read)) return read;
  throw new UsageError(`${path} is no driver (docs/drivers.md): ${read.join("; ")}.`);
}

/** Drivers for those of everyone whom the one does not suit. None performs its gesture: who tries a driver wants to see just that. */
function othersThan({ gesture }: Driver): readonly Driver[] {
  return shippedDrivers().filter((driver) => driver.gesture !== gesture);
}
