import sharp from "sharp";
import type { Box, Photo } from "../types.ts";
import { FULL_RANGE_STEP } from "./detect-models.ts";

/** A scaled photo in the middle of a black canvas. */
export interface ScaledCopy {
  readonly width: number;
  readonly height: number;
  /** The photo, and where it lies in the canvas. */
  readonly inner: Pick<Photo, "width" | "height" | "rgb">;
  readonly left: number;
  readonly top: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** What the detectors want in a level's place: -1..1. */
const VALUES = Float32Array.from({ length: 256 }, (_, level) => level / 127.5 - 1);

/**
 * A copy `scale` times as large, with a black border of so many pixels, and at least `least` pixels a side; both sides are
 * multiples of `FULL_RANGE_STEP`.
 */
export async function scaledCopy(photo: Photo, scale: number, border: number, least = 0): Promise<ScaledCopy> {
  const inner = await resized(photo, scale);
  const width = Math.max(least, roundUp(inner.width + 2 * border));
  const height = Math.max(least, roundUp(inner.height + 2 * border));
  const left = Math.floor((width - inner.width) / 2);
  const top = Math.floor((height - inner.height) / 2);
  return { width, height, inner, left, top, scaleX: inner.width / photo.width, scaleY: inner.height / photo.height };
}

/** The photo `scale` times as large. */
export async function resized(photo: Photo, scale: number): Promise<Omit<Photo, "damaged">> {
  const { width: fullWidth, height: fullHeight, rgb } = photo;
  const width = Math.max(1, Math.round(fullWidth * scale));
  const height = Math.max(1, Math.round(fullHeight * scale));
  if (width === fullWidth && height === fullHeight) return photo;
  const picture = sharp(rgb, { raw: { width: fullWidth, height: fullHeight, channels: 3 } });
  return {
    width,
    height,
    rgb: await picture.resize(width, height, { fit: "fill", kernel: "linear" }).raw().toBuffer(),
  };
}

export function roundUp(length: number): number {
  return Math.ceil(length / FULL_RANGE_STEP) * FULL_RANGE_STEP;
}

/** What a window of a copy shows, as the detectors want it: RGB, -1..1. Only what is looked at is made so: it is four times as large. */
export function valuesOf({ inner, left, top }: ScaledCopy, window: Box): Float32Array {
  const values = new Float32Array(window.width * window.height * 3).fill(-1);
  const first = Math.max(window.x, left);
  const last = Math.min(window.x + window.width, left + inner.width);
  const bottom = Math.min(window.y + window.height, top + inner.height);
  for (let y = Math.max(window.y, top); y < bottom; y++) {
    const from = ((y - top) * inner.width + first - left) * 3;
    const to = ((y - window.y) * window.width + first - window.x) * 3;
    for (let i = 0; i < (last - first) * 3; i++) values[to + i] = VALUES[inner.rgb[from + i]!]!;
  }
  return values;
}
