import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { UserError } from "../../errors.ts";
import { decodePhoto } from "../photo/decode.ts";
import { MAX_PIXELS } from "../photo/limits.ts";
import { type Plane, planeOf } from "../photo/plane.ts";
import { lumaAt } from "../photo/raster.ts";
import { readBrightness, VideoError } from "../video/ffmpeg-read.ts";
import { inTemporaryFolder } from "../video/temporary-folder.ts";

/** So many frames make one mean: a scene of four seconds. And so many such scenes are looked at. */
const SCENE = 100;
export const MOST_SCENES = 3;
/** Enough of a moving WebP, whose frames are all decoded at once. */
const WEBP_FRAMES = 24;

export interface ReadOptions {
  /** Path of an ffmpeg. */
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
}

/** What kind of file some bytes are, by content: `image/webp`; null where nobody knows. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch {
    return null;
  }
}

/**
 * The brightness of a picture, or mean brightnesses of a video's scenes, one after another. Nothing where the file cannot be read as
 * either. Throws the signal's reason, and `UserError`s of pictures that would cost too much.
 */
export async function* brightnessesOf(
  bytes: Uint8Array,
  type: string | null,
  options: ReadOptions,
): AsyncGenerator<Plane> {
  if (type === "image/webp") yield await meanOfWebp(bytes);
  else if (type === "image/gif" || type?.startsWith("video/") === true) yield* await scenesOf(bytes, options);
  else if (type?.startsWith("image/") === true) yield await ofPicture(bytes, options.signal);
}

async function ofPicture(bytes: Uint8Array, signal: AbortSignal): Promise<Plane> {
  const { width, height, rgb } = await decodePhoto(bytes, { signal });
  return planeOf(
    width,
    height,
    Float32Array.from({ length: width * height }, (_, i) => lumaAt(rgb, i)),
  );
}

/** ffmpegs of some years read no moving WebP. */
async function meanOfWebp(bytes: Uint8Array): Promise<Plane> {
  const { pages = 1, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const frames = Math.min(pages, WEBP_FRAMES, Math.max(1, Math.floor(MAX_PIXELS / (width * height))));
  const decoded = await sharp(bytes, { pages: frames, limitInputPixels: MAX_PIXELS }).greyscale().raw().toBuffer();
  const sum = new Float32Array(width * height);
  for (let i = 0; i < frames * sum.length; i++) sum[i % sum.length]! += decoded[i]! / frames;
  return planeOf(width, height, sum);
}

async function scenesOf(bytes: Uint8Array, options: ReadOptions): Promise<readonly Plane[]> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, "file");
    await writeFile(file, bytes);
    return readScenes(file, options);
  });
}

async function readScenes(file: string, options: ReadOptions): Promise<readonly Plane[]> {
  const scenes: Plane[] = [];
  let sum: Float32Array | undefined;
  let frames = 0;
  const end = (width: number, height: number): void => {
    if (sum !== undefined)
      scenes.push(
        planeOf(
          width,
          height,
          sum.map((level) => level / frames),
        ),
      );
    sum = undefined;
    frames = 0;
  };
  let size = { width: 0, height: 0 };
  for await (const { width, height, levels } of readBrightness(file, options)) {
    size = { width, height };
    sum ??= new Float32Array(levels.length);
    for (let i = 0; i < levels.length; i++) sum[i]! += levels[i]!;
    if (++frames === SCENE) end(width, height);
    if (scenes.length === MOST_SCENES) return scenes;
  }
  // A few frames that are left over tell less than the scene before them.
  if (frames > SCENE / 4 || scenes.length === 0) end(size.width, size.height);
  return scenes;
}

/** Whether an error says that a file cannot be read as a picture or a video. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof VideoError || (error instanceof UserError && UNREADABLE.has(error.code));
}

const UNREADABLE: ReadonlySet<string> = new Set(["notAnImage", "unsupportedFormat", "damaged"]);
