// Apart from `head-region.ts`, because the threads that judge heads need that, and would load sharp for this.
import sharp from "sharp";
import { type Plane, planeOf, resize } from "../photo/plane.ts";
import { lumaAt } from "../photo/raster.ts";
import type { Box, Face, Photo } from "../types.ts";
import { type HeadRegion, headBox } from "./head-region.ts";

/**
 * A camera's photo shows faces of millions of pixels. libvips brings them near the size that is wanted, to so many times of it;
 * the rest is done in fractions of levels, since marks and noise are measured in them.
 */
const OVERSIZE = 2;

/** Takes the head's part out of a photo, reduced to `scale` of its size. */
export async function cutHead(photo: Photo, face: Pick<Face, "box">, scale: number): Promise<HeadRegion> {
  const box = headBox(photo, face);
  const near = await cut(photo, box, Math.min(1, OVERSIZE * scale));
  const reduced = (valueOf: (pixel: number) => number): Plane => {
    const data = new Float32Array(near.width * near.height);
    for (let i = 0; i < data.length; i++) data[i] = valueOf(i);
    const plane = planeOf(near.width, near.height, data);
    return resize(plane, Math.round(scale * box.width), Math.round(scale * box.height));
  };
  const channel = (c: number): Plane => reduced((i) => near.rgb[3 * i + c]!);
  const light = reduced((i) => lumaAt(near.rgb, i));
  return { box, scale, light, colours: () => [channel(0), channel(1), channel(2)] };
}

/** A part of a photo at `scale` of its size, in whole levels. */
async function cut({ width, height, rgb }: Photo, box: Box, scale: number): Promise<Omit<Photo, "damaged">> {
  const size = { width: Math.round(scale * box.width), height: Math.round(scale * box.height) };
  const part = sharp(rgb, { raw: { width, height, channels: 3 } }).extract({
    left: box.x,
    top: box.y,
    width: box.width,
    height: box.height,
  });
  const reduced = scale === 1 ? part : part.resize(size.width, size.height, { fit: "fill", kernel: "cubic" });
  return { ...size, rgb: await reduced.raw().toBuffer() };
}
