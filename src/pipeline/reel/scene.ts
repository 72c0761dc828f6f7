import sharp from "sharp";
import type { Size } from "./canvas.ts";

/** A clip in a reel. */
export interface Scene {
  /** The bytes of its MP4 file. */
  readonly mp4: Uint8Array;
  /** Sides in pixels. */
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** What is written under it: a PNG that can be seen through, as wide as the reel; null for nothing. */
  readonly caption: Uint8Array | null;
}

/** What is laid over the lower edge of a scene: interleaved RGBA. */
export interface Caption extends Size {
  readonly rgba: Uint8Array;
  /** Its upper edge, in pixels from the reel's. */
  readonly y: number;
}

/** A share of the height stays free below captions, where clips have their mark. */
const BELOW = 0.075;
/** Captions that are larger are no captions. */
const MOST_PIXELS = 1_000_000;
/** What lies beside a clip that does not fill the reel: its own colours, dark and without any shape. */
const GROUND_SIDE = 16;
const GROUND_LIGHT = 0.4;

/** A caption in the reel's own size; null where there is none, or what came instead cannot be read. */
export async function captionOf({ caption }: Scene, { width, height }: Size): Promise<Caption | null> {
  if (caption === null) return null;
  try {
    const { data, info } = await sharp(caption, { limitInputPixels: MOST_PIXELS })
      .resize({ width, height: Math.round(height / 2), fit: "inside" })
      .ensureAlpha()
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width: wide, height: tall } = info;
    return { rgba: data, width: wide, height: tall, y: Math.round(height * (1 - BELOW)) - tall };
  } catch {
    return null;
  }
}

/** What is seen beside a clip: RGB of the reel's size, made of one of its frames. */
export async function groundOf(frame: Uint8Array, { width, height }: Size, reel: Size): Promise<Uint8Array> {
  const small = await sharp(frame, { raw: { width, height, channels: 3 } })
    .resize(GROUND_SIDE, GROUND_SIDE, { fit: "fill" })
    .raw()
    .toBuffer();
  return sharp(small, { raw: { width: GROUND_SIDE, height: GROUND_SIDE, channels: 3 } })
    .resize(reel.width, reel.height, { fit: "fill", kernel: "cubic" })
    .linear(GROUND_LIGHT, 0)
    .raw()
    .toBuffer();
}
