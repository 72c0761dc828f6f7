// Apart from `framing.ts`, because the threads that draw need that, and would load sharp for this.
import sharp from "sharp";
import { pastePatch } from "../../photo/patch.ts";
import type { Photo } from "../../types.ts";
import { type Framing, textureSize } from "./framing.ts";

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
