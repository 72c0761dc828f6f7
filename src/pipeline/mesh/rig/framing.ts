import sharp from "sharp";
import { pastePatch } from "../../photo/patch.ts";
import { portraitSquare } from "../../portrait-square.ts";
import type { Box, Mesh, Photo } from "../../types.ts";

/** The square that the clip shows, and how photo pixels become texture pixels: texture = (photo - origin) * scale. */
export interface Framing {
  /** Top left corner of the texture in photo pixels (may lie outside the photo). */
  readonly originX: number;
  readonly originY: number;
  /** Texture pixels per photo pixel, at most 2, and at most 4 in an enhanced photo. */
  readonly scale: number;
  /** Side of the clip in pixels, even. */
  readonly size: number;
  /** Texture pixels kept round the clip, so that what moves in from outside is real picture. */
  readonly pad: number;
}

export const CLIP_SIZE = 720;
export const MAX_UPSCALE = 2;
const MAX_UPSCALE_ENHANCED = 4;
const PAD_SHARE = 0.1;

/**
 * Chooses how the square crop of head and shoulders round a face is drawn. The texture's corner and span are whole photo pixels, so
 * that it is cut and scaled without a shift.
 */
export function chooseFraming(photo: Pick<Photo, "width" | "height" | "patches">, face: Box): Framing {
  const { x: left, y: top, width: side } = portraitSquare(photo, face);
  const size = evenAtMost(Math.min(CLIP_SIZE, side * mostUpscale(photo)));
  const pad = Math.round(size * PAD_SHARE);
  const span = Math.round(((size + 2 * pad) * side) / size);
  const scale = (size + 2 * pad) / span;
  return { originX: Math.round(left - pad / scale), originY: Math.round(top - pad / scale), scale, size, pad };
}

/** How far a photo may be enlarged: where it has no better picture, one pixel must not become many. */
export function mostUpscale({ patches = [] }: Pick<Photo, "patches">): number {
  const finest = Math.max(1, ...patches.map(({ box, width }) => width / box.width));
  return Math.min(MAX_UPSCALE_ENHANCED, Math.max(MAX_UPSCALE, finest));
}

/** Side of the texture: the clip and its padding. */
export const textureSize = (framing: Framing): number => framing.size + 2 * framing.pad;

/**
 * Cuts the texture out of the photo: `side * side * 3` bytes RGB, by Lanczos-3, mirrored where the photo ends, with its patches
 * drawn over it.
 */
export async function cropTexture(photo: Photo, framing: Framing): Promise<Uint8Array> {
  const rgb = await cropPhoto(photo, framing);
  const side = textureSize(framing);
  for (const patch of photo.patches ?? []) pastePatch({ width: side, height: side, rgb, ...framing }, patch);
  return rgb;
}

async function cropPhoto(photo: Photo, framing: Framing): Promise<Uint8Array> {
  const side = textureSize(framing);
  const span = Math.round(side / framing.scale);
  const region = mirroredRegion(photo, framing.originX, framing.originY, span, span);
  if (span === side) return region;
  const scaled = await sharp(region, { raw: { width: span, height: span, channels: 3 } })
    .resize(side, side, { fit: "fill", kernel: "lanczos3" })
    .raw()
    .toBuffer();
  return new Uint8Array(scaled.buffer, scaled.byteOffset, scaled.byteLength);
}

function mirroredRegion(photo: Photo, left: number, top: number, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height * 3);
  const inside = left >= 0 && left + width <= photo.width;
  const columns = Int32Array.from({ length: width }, (_, x) => 3 * mirror(left + x, photo.width));
  for (let y = 0; y < height; y++) {
    const row = 3 * photo.width * mirror(top + y, photo.height);
    if (inside) {
      out.set(photo.rgb.subarray(row + 3 * left, row + 3 * (left + width)), 3 * y * width);
      continue;
    }
    for (let x = 0, o = 3 * y * width; x < width; x++) {
      const i = row + columns[x]!;
      out[o++] = photo.rgb[i]!;
      out[o++] = photo.rgb[i + 1]!;
      out[o++] = photo.rgb[i + 2]!;
    }
  }
  return out;
}

/** Index inside 0..length-1 that position i shows when the row is mirrored at both ends (the edge pixel is not repeated). */
export function mirror(i: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const phase = ((i % period) + period) % period;
  return phase < length ? phase : period - phase;
}

/** The mesh in texture pixels (pixel i has its middle at i; in the photo it covers i..i+1), depth scaled likewise. */
export function meshInTexture(mesh: Mesh, framing: Framing): Mesh {
  const out = new Float32Array(mesh.length);
  for (let i = 0; i < mesh.length; i += 3) {
    out[i] = (mesh[i]! - framing.originX) * framing.scale - 0.5;
    out[i + 1] = (mesh[i + 1]! - framing.originY) * framing.scale - 0.5;
    out[i + 2] = mesh[i + 2]! * framing.scale;
  }
  return out;
}

/** The clip's part of a picture of the texture's size: `size * size * 3` bytes. */
export function clipPart(texture: Uint8Array, { size, pad }: Framing): Uint8Array {
  const side = size + 2 * pad;
  const out = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    const start = 3 * ((y + pad) * side + pad);
    out.set(texture.subarray(start, start + 3 * size), 3 * y * size);
  }
  return out;
}

const evenAtMost = (value: number): number => Math.max(2, 2 * Math.floor(value / 2));
