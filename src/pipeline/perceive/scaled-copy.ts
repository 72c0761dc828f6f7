import sharp from "sharp";
import type { Box, Photo } from "../types.ts";
import { FULL_RANGE_STEP } from "./detect-models.ts";

/** A scaled photo in the middle of a black canvas, as the detectors want it: RGB, -1..1. */
export interface ScaledCopy {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly scaleX: number;
  readonly scaleY: number;
}

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
  const values = new Float32Array(width * height * 3).fill(-1);
  for (let row = 0; row < inner.height; row++) {
    const from = row * inner.width * 3;
    const to = ((top + row) * width + left) * 3;
    for (let i = 0; i < inner.width * 3; i++) values[to + i] = inner.rgb[from + i]! / 127.5 - 1;
  }
  return { values, width, height, left, top, scaleX: inner.width / photo.width, scaleY: inner.height / photo.height };
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

/** What a window of a copy shows. */
export function valuesOf(copy: ScaledCopy, window: Box): Float32Array {
  if (window.width === copy.width && window.height === copy.height) return copy.values;
  const values = new Float32Array(window.width * window.height * 3);
  for (let row = 0; row < window.height; row++) {
    const from = ((window.y + row) * copy.width + window.x) * 3;
    values.set(copy.values.subarray(from, from + window.width * 3), row * window.width * 3);
  }
  return values;
}
