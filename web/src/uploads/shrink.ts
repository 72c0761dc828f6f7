import { CallFailed } from "../call-failed.ts";
import { canvasOf, fileOf } from "../canvas.ts";

/** A longer side than this, in pixels, shows nobody's face any better. */
const LONGEST = 4096;
const QUALITY = 0.92;
/** What gets through where something on the way takes a megabyte at most: longer sides, and qualities. */
const SMALLER = [
  [2560, 0.82],
  [1920, 0.78],
  [1440, 0.7],
] as const;
const MEGABYTE = 1_000_000;

/**
 * The photo as it is to be sent: one with more pixels or bytes than are of use is made smaller. What this browser cannot read
 * (HEIC, in most) goes as it is, if it may be so large: else this rejects with `CallFailed`.
 */
export async function madeToFit(file: Blob, mostBytes: number): Promise<Blob> {
  const bitmap = await read(file);
  if (bitmap === null) {
    if (file.size > mostBytes) throw new CallFailed("tooLarge");
    return file;
  }
  if (file.size <= mostBytes && Math.max(bitmap.width, bitmap.height) <= LONGEST) return file;
  return drawn(bitmap, LONGEST, QUALITY);
}

/** The photo in less than a megabyte; null where that cannot be. */
export async function madeSmall(file: Blob): Promise<Blob | null> {
  const bitmap = await read(file);
  if (bitmap === null) return null;
  for (const [side, quality] of SMALLER) {
    const small = await drawn(bitmap, side, quality);
    if (small.size < MEGABYTE) return small;
  }
  return null;
}

async function read(file: Blob): Promise<ImageBitmap | null> {
  return createImageBitmap(file).catch(() => null);
}

async function drawn(bitmap: ImageBitmap, longest: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  return jpegOf(
    bitmap,
    { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) },
    quality,
  );
}

/** A picture as a JPEG of this size. */
export async function jpegOf(
  picture: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
  quality = QUALITY,
): Promise<Blob> {
  const canvas = canvasOf(width, height);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, width, height);
  return fileOf(canvas, "image/jpeg", quality);
}
