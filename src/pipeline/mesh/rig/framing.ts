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
