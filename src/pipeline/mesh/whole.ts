import sharp from "sharp";
import { clamp } from "../math.ts";
import { fitHead } from "../perceive/pose.ts";
import { pastePatch } from "../photo/patch.ts";
import type { Box, Face, Mesh, Photo } from "../types.ts";
import { bodyReach } from "./rig/body.ts";
import { type Framing, MAX_UPSCALE } from "./rig/framing.ts";
import { headReach } from "./rig/head/head.ts";

/** The longer side of a clip that shows the whole photo, at most, pixels. */
export const LONG_SIDE = 1280;
/** Of a face's part of the picture: room round it for what moves in from beyond the picture's edge. */
const PAD_SHARE = 0.1;

/** A whole photo at the size of its clip; `scale` is its pixels per photo pixel. */
export interface WholePicture extends Photo {
  readonly scale: number;
}

/** Clip pixels per photo pixel. */
export const wholeScale = ({ width, height }: Pick<Photo, "width" | "height">): number =>
  Math.min(MAX_UPSCALE, LONG_SIDE / Math.max(width, height));

/** Scales a photo (by Lanczos-3) and its patches so that its longer side is at most 1280 pixels; odd sides lose their last row or column. */
export async function wholePicture(photo: Photo): Promise<WholePicture> {
  const scale = wholeScale(photo);
  const scaled = (side: number): number => Math.max(2, Math.round(side * scale));
  const even = (side: number): number => 2 * Math.floor(scaled(side) / 2);
  const [width, height] = [even(photo.width), even(photo.height)];
  const { data } = await sharp(photo.rgb, { raw: { width: photo.width, height: photo.height, channels: 3 } })
    .resize(scaled(photo.width), scaled(photo.height), { fit: "fill", kernel: "lanczos3" })
    .extract({ left: 0, top: 0, width, height })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rgb = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  for (const patch of photo.patches ?? []) pastePatch({ width, height, rgb, originX: 0, originY: 0, scale }, patch);
  return { width, height, rgb, damaged: photo.damaged, scale };
}

/** A face of the photo where it lies in the whole picture. */
export function faceInPicture(face: Face, { scale }: WholePicture): Face {
  const { x, y, width, height } = face.box;
  const box = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
  return { ...face, box, mesh: face.mesh.map((value) => value * scale) };
}

/**
 * The part of the picture (unscaled, on whole pixels) that a head and its body can move: a square, because the person mask wants one. It
 * ends where nothing moves any more, or at the picture's edge, and is never larger than the picture's longer side.
 */
export function chooseRegion(picture: { width: number; height: number }, mesh: Mesh): Framing {
  const fit = fitHead(mesh);
  const reach = hull(headReach(fit), bodyReach(fit));
  const longest = Math.max(picture.width, picture.height);
  const size = Math.min(longest, Math.ceil(Math.max(reach.width, reach.height)) + 4);
  const pad = Math.max(4, Math.round(size * PAD_SHARE));
  const start = (middle: number, length: number): number =>
    Math.round(clamp(middle - size / 2, Math.min(0, length - size), Math.max(0, length - size)));
  return {
    originX: start(reach.x + reach.width / 2, picture.width) - pad,
    originY: start(reach.y + reach.height / 2, picture.height) - pad,
    scale: 1,
    size,
    pad,
  };
}

/** The smallest box round two. */
function hull(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const [right, bottom] = [Math.max(a.x + a.width, b.x + b.width), Math.max(a.y + a.height, b.y + b.height)];
  return { x, y, width: right - x, height: bottom - y };
}
